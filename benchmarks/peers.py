"""Other Markdown linters, where they are installed, and how each is run."""

import os
import shutil
from typing import NamedTuple


class Linter(NamedTuple):
    """name: as tables have it; program: its name or path; lint, fix: the arguments before the file.

    fix is None where it has no fixer. anywhere: whether it is looked for on the PATH, too.
    """

    name: str
    program: str
    lint: tuple[str, ...]
    fix: tuple[str, ...] | None
    anywhere: bool = True


# The first has our name, so that it is looked for in the folders named only.
PEERS = (
    Linter("awesome-lint (npm)", "awesome-lint", (), None, anywhere=False),
    Linter("markdownlint-cli2", "markdownlint-cli2", (), ("--fix",)),
    Linter("PyMarkdown", "pymarkdown", ("scan",), ("fix",)),
    Linter("rumdl", "rumdl", ("check", "--no-cache"), ("check", "--no-cache", "--fix")),
)


def installed(folders: list[str]) -> list[Linter]:
    """Return those that are in these folders or on the PATH, each with the path of its program; say which are not."""
    found = []
    for linter in PEERS:
        places = [*folders, *([os.environ.get("PATH", "")] if linter.anywhere else [])]
        program = shutil.which(linter.program, path=os.pathsep.join(places)) if places else None
        if program:
            found.append(linter._replace(program=program))
        else:
            print(f"{linter.name} is not installed")
    return found
