"""A baseline: the findings that a list had when it took up the tool, kept in a file and known by content."""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from awesome_lint.changes.known import Known, known
from awesome_lint.command.discover import shown
from awesome_lint.crowd import members
from awesome_lint.errors import UserError
from awesome_lint.fixing.writing import write as replace
from awesome_lint.report.as_json import written_on_a_line

if TYPE_CHECKING:
    from awesome_lint.command.loading import Loaded
    from awesome_lint.diagnostic import Diagnostic
    from awesome_lint.source import Source

_FORM: Final = 1
_FIELDS: Final = ("path", "rule", "message", "line", "text")


def read(path: str) -> list[Known]:
    """Return the findings of a baseline, their paths as reports print them; what is wrong with it is a UserError."""
    data = _data(path)
    if data is None:
        advice = f"Write it with `awesome-lint --baseline {path} --write-baseline`, or check the path."
        raise UserError(f"there is no baseline {path}", advice)
    return _parsed(data, path)


def _data(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:  # a path with a NUL character in it is no OSError
        why = error.strerror if isinstance(error, OSError) else str(error)
        advice = "Name a file that can be read, or one that does not exist yet."
        raise UserError(f"the baseline {path} cannot be read: {why}", advice) from None


def _parsed(data: bytes, path: str) -> list[Known]:
    try:
        held = json.loads(data.decode("utf-8"))
    except ValueError as error:  # JSON or UTF-8
        raise _broken(path, str(error)) from None
    except RecursionError:
        raise _broken(path, "it is nested too deeply") from None
    return [_entry(one, path) for one in _entries(held, path)]


def _entries(held: Any, path: str) -> list[Any]:
    if not isinstance(held, dict) or not isinstance(held.get("findings"), list):
        raise _broken(path, "it holds no findings")
    if held.get("awesome-lint-baseline") != _FORM:
        raise _broken(path, "it was written by another version of awesome-lint")
    found: list[Any] = held["findings"]
    return found


def _entry(one: Any, path: str) -> Known:
    if not isinstance(one, dict) or not all(isinstance(one.get(name), str) for name in _FIELDS):
        raise _broken(path, f"a finding lacks one of the fields {', '.join(_FIELDS)}")
    return Known(shown(os.path.join(os.path.dirname(path), one["path"])), *(one[name] for name in _FIELDS[1:]))


def _broken(path: str, why: str) -> UserError:
    advice = "Restore it from git, or delete it and write a new one with --write-baseline."
    return UserError(f"{path} is not a baseline: {why}", advice)


def write(path: str, found: "Iterable[Diagnostic]", loaded: "Sequence[Loaded]") -> int:
    """Write the findings of a run to a baseline; return how many it holds.

    Those of files and rules that did not run stay in it. What is in the way is a UserError.
    """
    sources: Mapping[str, Source] = {one.doc.path: one.doc.source for one in loaded}
    ran = {(one.doc.path, rule.name) for one in loaded for rule in one.settings.rules}
    old = _data(path)
    kept = [one for one in _parsed(old, path) if (one.path, one.rule) not in ran] if old is not None else []
    entries = sorted([*kept, *(known(one, sources) for one in members(found))])
    folder = os.path.dirname(path)
    lines = [written_on_a_line(_fields(one, folder)) for one in entries]
    body = ",\n".join(f"  {line}" for line in lines)
    text = f'{{"awesome-lint-baseline": {_FORM}, "findings": [\n{body}\n]}}\n'
    if old is None:
        _create(path, text.encode())
    else:
        try:
            replace(path, old, text.encode())
        except UserError as error:
            advice = "It is as it was. Name a file that may be written, in a folder that may be written to."
            raise UserError(error.title, advice) from None
    return len(entries)


def _create(path: str, data: bytes) -> None:
    created = False
    try:
        with open(path, "xb") as file:
            created = True
            file.write(data)
    except OSError as error:
        if created:  # in part
            with suppress(OSError):
                os.unlink(path)
        advice = "Name a file in a folder that exists and can be written to."
        raise UserError(f"the baseline {path} cannot be written: {error.strerror}", advice) from None


def _fields(one: Known, folder: str) -> dict[str, str]:
    try:
        path = os.path.relpath(one.path, folder or os.curdir)
    except ValueError:  # another drive, on which the path is a whole one
        path = one.path
    path = path.replace(os.sep, "/")
    return dict(zip(_FIELDS, (path, one.rule, one.message, one.line, one.text), strict=True))
