"""Reading a TOML file; whatever is wrong with it is a UserError that names it."""

import os
from typing import Any, Final

from awesome_lint.errors import UserError

Values = dict[str, Any]
# What the table of pyproject.toml must contain; a file without these bytes is not parsed at all (10 ms and more).
_MARK: Final = b"awesome-lint"
_DEEPEST: Final = 10  # levels of tables and lists


def shown(path: str) -> str:
    """Return a path as messages print it: relative where that is shorter."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        return path
    return relative.replace(os.sep, "/") if len(relative) < len(path) else path


def table_in(path: str) -> Values | None:
    """Return the settings of a file; None for a pyproject.toml that has none."""
    if os.path.basename(path) != "pyproject.toml":
        return parsed(path)
    data = _bytes(path)
    if _MARK not in data:
        return None
    tools = _table(_decoded(data, path), "tool", "tool", path)
    return None if tools is None else _table(tools, "awesome-lint", "tool.awesome-lint", path)


def _table(values: Values, key: str, full_key: str, path: str) -> Values | None:
    table = values.get(key)
    if table is None or isinstance(table, dict):
        return table
    raise UserError(f"{shown(path)}: '{full_key}' is not a table", "Write `[tool.awesome-lint]`.")


def parsed(path: str) -> Values:
    """Return what a TOML file holds."""
    return _decoded(_bytes(path), path)


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        advice = f"{error.strerror or error}. Make it readable, or run with --isolated, which reads no settings."
        raise UserError(f"{shown(path)} cannot be read", advice) from None


def _decoded(data: bytes, path: str) -> Values:
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"{shown(path)} is not valid TOML", f"{error}.") from None
    except UnicodeDecodeError:
        raise UserError(f"{shown(path)} is not UTF-8", "TOML files are UTF-8; save it in that encoding.") from None
    except RecursionError:
        raise too_deep(shown(path)) from None


def too_deep(file: str) -> UserError:
    """Return the error for a file whose values are nested so deeply."""
    return UserError(f"{file} is nested too deeply", "No setting needs so many tables or lists inside one another.")


def is_deep(table: Values) -> bool:
    """Whether values are nested deeper than any setting is, so deep perhaps that they cannot be printed."""
    values: list[object] = [table]
    for _ in range(_DEEPEST):
        inner = [one.values() if isinstance(one, dict) else one for one in values if isinstance(one, (dict, list))]
        values = [value for part in inner for value in part]
    return bool(values)
