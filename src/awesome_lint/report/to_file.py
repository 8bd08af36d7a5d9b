"""Reports in files, beside the one that is printed."""

import os
from collections.abc import Callable, Sequence

from awesome_lint.errors import UserError
from awesome_lint.report import Findings, load


def write_reports(
    wanted: Sequence[str], findings: Findings, read: Sequence[str], complain: Callable[[UserError], None]
) -> None:
    """Write each report, wanted as FORMAT=FILE, in UTF-8; tell `complain` of one that cannot be.

    read: the paths of the files that were linted, none of which is written over.
    """
    for one in wanted:
        name, _, file = one.partition("=")
        try:
            if any(_is_same(file, path) for path in read):
                complain(UserError(f"--output-file: {file} is a list that was read", "Name another file."))
                continue
            report = "".join(f"{piece}\n" for piece in load(name).render(findings, colour=False))
            with open(file, "wb") as stream:
                stream.write(report.encode("utf-8", "backslashreplace"))
        except OSError as error:
            advice = "Name a file in a folder that exists and can be written to."
            complain(UserError(f"--output-file: {file} cannot be written: {error.strerror}", advice))


def _is_same(file: str, path: str) -> bool:
    return os.path.exists(file) and os.path.samefile(file, path)
