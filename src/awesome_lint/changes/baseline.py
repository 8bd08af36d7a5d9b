"""A baseline: the findings that a list had when it took up the tool, kept in a file and known by content."""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from awesome_lint.changes.known import Known, known
from awesome_lint.command.discover import shown
from awesome_lint.errors import UserError

if TYPE_CHECKING:
    from awesome_lint.command.loading import Loaded
    from awesome_lint.diagnostic import Diagnostic
    from awesome_lint.source import Source

_FORM: Final = 1
_FIELDS: Final = ("path", "rule", "message", "line", "text")


def read(path: str) -> list[Known]:
    """Return the findings of a baseline, their paths as reports print them; what is wrong with it is a UserError."""
    try:
        with open(path, encoding="utf-8") as file:
            held = json.load(file)
    except FileNotFoundError:
        advice = f"Write it with `awesome-lint --baseline {path} --write-baseline`, or check the path."
        raise UserError(f"there is no baseline {path}", advice) from None
    except OSError as error:
        raise UserError(f"the baseline {path} cannot be read: {error.strerror}", "Check its permissions.") from None
    except ValueError as error:  # JSON or UTF-8
        raise _broken(path, str(error)) from None
    return [_entry(one, path) for one in _entries(held, path)]


def _entries(held: Any, path: str) -> list[Any]:
    if not isinstance(held, dict) or not isinstance(held.get("findings"), list):
        raise _broken(path, "it holds no findings")
    if held.get("awesome-lint-baseline") != _FORM:
        raise _broken(path, "it is of another version of awesome-lint")
    found: list[Any] = held["findings"]
    return found


def _entry(one: Any, path: str) -> Known:
    if not isinstance(one, dict) or not all(isinstance(one.get(name), str) for name in _FIELDS):
        raise _broken(path, f"a finding has not the fields {', '.join(_FIELDS)}")
    return Known(shown(os.path.join(os.path.dirname(path), one["path"])), *(one[name] for name in _FIELDS[1:]))


def _broken(path: str, why: str) -> UserError:
    advice = "Bring it back from git, or remove it and write it anew with --write-baseline."
    return UserError(f"{path} is no baseline: {why}", advice)


def write(path: str, found: "Iterable[Diagnostic]", loaded: "Sequence[Loaded]") -> int:
    """Write the findings of a run to a baseline; return how many it holds.

    Those of files and rules that did not run stay in it. What is in the way is a UserError.
    """
    sources: Mapping[str, Source] = {one.doc.path: one.doc.source for one in loaded}
    ran = {(one.doc.path, rule.name) for one in loaded for rule in one.settings.rules}
    kept = [one for one in read(path) if (one.path, one.rule) not in ran] if os.path.lexists(path) else []
    entries = sorted([*kept, *(known(one, sources) for one in found)])
    folder = os.path.dirname(path)
    lines = [json.dumps(_fields(one, folder), ensure_ascii=False) for one in entries]
    body = ",\n".join(f"  {line}" for line in lines)
    text = f'{{"awesome-lint-baseline": {_FORM}, "findings": [\n{body}\n]}}\n'
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        try:
            with open(temporary, "x", encoding="utf-8", newline="\n") as file:
                file.write(text)
            os.replace(temporary, path)
        finally:
            if os.path.lexists(temporary):
                os.unlink(temporary)
    except OSError as error:
        advice = "Name a file in a folder that exists and may be written to."
        raise UserError(f"the baseline {path} cannot be written: {error.strerror}", advice) from None
    return len(entries)


def _fields(one: Known, folder: str) -> dict[str, str]:
    path = os.path.relpath(one.path, folder or os.curdir).replace(os.sep, "/")
    return dict(zip(_FIELDS, (path, one.rule, one.message, one.line, one.text), strict=True))
