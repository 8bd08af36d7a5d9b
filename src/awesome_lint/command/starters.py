"""`--init`: the files with which a list begins to be checked: its habits as settings, a hook, a workflow.

Nothing that exists is overwritten. The settings pin what the list does already, so that they leave it with the findings
that it has without them.
"""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from awesome_lint import __version__
from awesome_lint.config.file import NAMES
from awesome_lint.config.toml_text import toml, toml_key
from awesome_lint.errors import UserError
from awesome_lint.named import NamedTuple
from awesome_lint.rulebook import FOLDER, HOME
from awesome_lint.terminal import visible

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.habits.vote import Habit

CONFIG: Final = NAMES[0]
HOOK: Final = ".pre-commit-config.yaml"
WORKFLOW: Final = ".github/workflows/awesome-lint.yml"
_HOOK_TEXT: Final = f"""\
repos:
  - repo: {HOME}
    rev: v{__version__}
    hooks:
      - id: awesome-lint-fix
"""
_HEAD: Final = f"""\
# Settings of awesome-lint, {HOME}
# Delete what you do not want: without a setting it goes by what the list does.

# ignore = ["missing-link"]       # rules or groups that should not run; `awesome-lint --list-rules` prints them
# exclude = ["archive/**"]        # files that are left alone

# [severity]
# duplicate-link = "warning"      # error, warning, info or off

# What {{path}} does, by the votes of its {{count}} entries. These hold from now on, whatever entries are added.
[style]
"""


class Starter(NamedTuple):
    """A file to begin with: its path below the folder, and its text."""

    path: str
    text: str


def starters(doc: "Document") -> list[Starter]:
    """Return the files for a list."""
    return [Starter(CONFIG, config_text(doc)), Starter(HOOK, _HOOK_TEXT), Starter(WORKFLOW, _workflow())]


def config_text(doc: "Document") -> str:
    """Return settings that say what a list does, as TOML."""
    lines = list(_pins(doc))
    # As a string of TOML: the name of a file may hold line ends, and a comment ends with its line.
    return _HEAD.format(path=toml(visible(doc.path)), count=len(doc.entries)) + "".join(f"{line}\n" for line in lines)


def _pins(doc: "Document") -> Iterator[str]:
    from awesome_lint.habits.points import POINTS

    for point, allowed in POINTS.items():
        for shape, habit in sorted(doc.style.habits(point).items()):
            if allowed.mistake(shape, habit.value):
                continue  # it can be told from others, but not asked for
            line = f"{point}.{toml_key(shape)} = {toml(habit.value)}  # {habit.grounds}"
            yield line if _holds_everywhere(doc, habit) else f"# {line}; but one section has a habit of its own"


def _holds_everywhere(doc: "Document", habit: "Habit") -> bool:
    from awesome_lint.habits.points import TALLIES

    return habit.point in TALLIES or doc.style.is_kept_everywhere(habit)


def _workflow() -> str:
    """Return the example workflow; the wheel carries it beside the rules."""
    shipped = os.path.join(FOLDER, "starters", "awesome-lint.yml")
    checkout = os.path.join(FOLDER, os.pardir, "examples", "workflows", "awesome-lint.yml")
    with open(shipped if os.path.exists(shipped) else checkout, encoding="utf-8") as file:
        return file.read()


def begin(doc: "Document", folder: str, settled: str | None) -> Iterator[str]:
    """Write the files that are not there below a folder; yield what was done, line by line.

    settled: the configuration file that holds for the list already, if there is one. Raises UserError.
    """
    for starter in starters(doc):
        path = os.path.join(folder, starter.path)
        there = settled if starter.path == CONFIG and settled else starter.path if os.path.lexists(path) else None
        if there:
            yield f"{there} already exists, and stays as it is"
        else:
            _write(path, starter)
            yield f"wrote {starter.path}"


def _write(path: str, starter: Starter) -> None:
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(starter.text)
    except OSError as error:
        advice = f"{error.strerror or error}. Allow writing there, or create the file by hand."
        raise UserError(f"{starter.path} cannot be written", advice) from None


def top_of(folder: str) -> str:
    """Return the top of the repository in which a folder lies; outside of one, the folder."""
    at = os.path.abspath(folder)
    while not os.path.exists(os.path.join(at, ".git")):
        if os.path.dirname(at) == at:
            return os.path.abspath(folder)
        at = os.path.dirname(at)
    return at
