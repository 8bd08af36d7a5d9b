"""`python benchmarks/others.py FILE [--bin FOLDER …]`: whole runs of other Markdown linters on a file, beside ours.

Those that are installed are measured: on the PATH, or in the folders named (`node_modules/.bin` of a folder in which
`npm install awesome-lint markdownlint-cli2` was run; ours has the name of the first of them, so that it is looked for
in these folders only). What they find is another matter: they check other things.
"""

import argparse
import os
import shutil
import sys
import tempfile
from typing import NamedTuple

from measure import LINT, PARSE, Cost, cheapest, measure


class _Linter(NamedTuple):
    """name: as the table has it; program, arguments: how it is run; anywhere: whether the PATH is searched as well."""

    name: str
    program: str
    arguments: tuple[str, ...]
    anywhere: bool = True


_LINTERS = (
    _Linter("awesome-lint (npm)", "awesome-lint", (), anywhere=False),
    _Linter("markdownlint-cli2", "markdownlint-cli2", ()),
    _Linter("PyMarkdown", "pymarkdown", ("scan",)),
    _Linter("rumdl", "rumdl", ("check", "--no-cache")),
)
_STATUSES = tuple(range(256))  # each has its own for findings


def main(argv: list[str] | None = None) -> int:
    """Measure and print the table; return 0."""
    parser = argparse.ArgumentParser(description="Measure other linters beside awesome-lint.")
    parser.add_argument("file", help="a Markdown file")
    parser.add_argument("--bin", action="append", default=[], metavar="FOLDER", help="where else programs are")
    parser.add_argument("--runs", type=int, default=5, help="measured runs of each (default: 5)")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        # Alone, under the name that some of them insist on.
        path = os.path.join(folder, "readme.md")
        shutil.copyfile(options.file, path)
        commands = {"a bare parse": [*PARSE, path], "awesome-lint (ours)": [*LINT, path]}
        for linter in _LINTERS:
            folders = [*options.bin, *([os.environ.get("PATH", "")] if linter.anywhere else [])]
            program = shutil.which(linter.program, path=os.pathsep.join(folders)) if folders else None
            if program:
                commands[linter.name] = [program, *linter.arguments, path]
            else:
                print(f"{linter.name} is not installed")
        costs: dict[str, list[Cost]] = {name: [] for name in commands}
        for _ in range(options.runs):
            for name, command in commands.items():
                costs[name].append(measure(command, accepted=_STATUSES))
    print(f"{'':<24}{'wall ms':>10}{'cpu ms':>10}{'MiB':>8}")
    for name, measured in costs.items():
        cost = cheapest(measured)
        print(f"{name:<24}{cost.wall * 1000:>10.0f}{cost.cpu * 1000:>10.0f}{cost.memory:>8.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
