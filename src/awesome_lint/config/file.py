"""The configuration file: which one holds, and what it says, checked key by key.

A file that is wrong is a UserError that names the file, the key and the nearest right one. What the values mean is
the business of settings.py; where they may be overridden too.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from awesome_lint.config.toml_file import Values, is_deep, parsed, shown, table_in, too_deep
from awesome_lint.errors import UserError, did_you_mean, it_is
from awesome_lint.named import NamedTuple

NAMES = (".awesome-lint.toml", "awesome-lint.toml", "pyproject.toml")  # the first of a folder holds


class Config:
    """One file's settings.

    origin: the file as messages name it; a preset's is "preset strict".
    root: the folder to which its path patterns are relative.
    from_command_line: whether its values are options of the command line, which may load files of Python.
    values: what it says, by key, of the types in KEYS. mistakes: what is wrong with the keys that are left out of
        `values`; they are raised together with those that only the rules can tell (see validate.py).
    """

    __slots__ = ("from_command_line", "mistakes", "origin", "root", "values")

    def __init__(
        self,
        origin: str,
        root: str,
        values: Values,
        mistakes: Sequence[UserError] = (),
        from_command_line: bool = False,
    ) -> None:
        self.origin = origin
        self.root = root
        self.values = values
        self.mistakes = mistakes
        self.from_command_line = from_command_line


def in_folder(folder: str) -> Config | None:
    """Return the configuration that a folder itself holds; its patterns are relative to it."""
    for name in NAMES:
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            table = table_in(path)
            if table is not None:
                return Config(shown(path), folder, *_checked(table, shown(path)))
    return None


def is_top(folder: str) -> bool:
    """Whether to look no further up: the folder holds `.git`, or is the root of the file system."""
    return os.path.dirname(folder) == folder or os.path.exists(os.path.join(folder, ".git"))


def read(path: str, root: str) -> Config:
    """Read the file that the command line names; its patterns are relative to `root`."""
    if not os.path.isfile(path):
        what = "is a folder" if os.path.isdir(path) else "no such file"
        raise UserError(f"{path}: {what}", "--config takes the path of a TOML file.")
    table = table_in(path)
    if table is None:
        raise UserError(f"{path} has no table [tool.awesome-lint]", "Add one, or name another file.")
    return Config(shown(path), root, *_checked(table, shown(path)))


def from_mapping(values: Mapping[str, Any], origin: str, root: str) -> Config:
    """Return settings that a program gives, by the keys of a file; `root` is the folder of their path patterns."""
    return Config(origin, root, *_checked(dict(values), origin))


def read_preset(name: str, path: str) -> Config:
    """Read a preset of the rulebook. It may say `preview = true`, which lets it select new rules by group."""
    table = parsed(path)
    preview = table.pop("preview", False)
    origin = f"preset {name}"
    values, mistakes = _checked(table, origin)
    return Config(origin, "", {**values, "preview": preview}, mistakes)


# --- what a key may hold; each checker takes (value, key, file) and returns the value or raises


def _text(value: object, key: str, file: str) -> str:
    if isinstance(value, str):
        return value
    raise _wrong(file, key, "a string", value)


def _texts(value: object, key: str, file: str) -> list[str]:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return value
    raise _wrong(file, key, "a list of strings", value)


def _size(value: object, key: str, file: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    raise _wrong(file, key, "a number of bytes above 0", value)


def _tables(value: object, key: str, file: str) -> list[Values]:
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return value
    raise _wrong(file, key, f"tables, each under `[[{key}]]`", value)


def _table_of(item: Callable[[object, str, str], Any]) -> Callable[[object, str, str], Values]:
    def check(value: object, key: str, file: str) -> Values:
        if not isinstance(value, dict):
            raise _wrong(file, key, "a table", value)
        return {name: item(inner, f"{key}.{name}", file) for name, inner in value.items()}

    return check


def _style(value: object, key: str, file: str) -> Values:
    """The points of form and their values are for validate.py to know."""
    if not isinstance(value, dict):
        raise _wrong(file, key, "a table", value)
    for name, inner in value.items():
        where = f"{key}.{name}"
        if name == "min-votes":
            if not isinstance(inner, int) or isinstance(inner, bool) or inner < 1:
                raise _wrong(file, where, "a whole number of at least 1", inner)
        elif name == "min-share":
            if isinstance(inner, bool) or not isinstance(inner, int | float) or not 0.5 < inner <= 1:
                raise _wrong(file, where, "a number above 0.5, up to 1", inner)
        elif isinstance(inner, dict):
            _table_of(_text)(inner, where, file)
        elif not isinstance(inner, str):
            raise _wrong(file, where, "a string, or a table of strings", inner)
    return value


def _online(value: object, key: str, file: str) -> Values:
    from awesome_lint.config.online_keys import checked

    return checked(value, key, file)


def _anything(value: object, key: str, file: str) -> object:
    return value


class Key(NamedTuple):
    """A key of the configuration.

    about: what it is for, in a sentence. check: takes (value, key, file), and returns the value or raises a UserError.
    schema: the JSON Schema of its value, as far as it does not depend on the rules (see schema.py).
    """

    about: str
    check: Callable[[object, str, str], Any]
    schema: Mapping[str, Any]


_TEXT: Mapping[str, Any] = {"type": "string"}
_TEXTS: Mapping[str, Any] = {"type": "array", "items": _TEXT}
_TABLE: Mapping[str, Any] = {"type": "object"}

KEYS: Mapping[str, Key] = {
    "preset": Key("The rules to begin with.", _text, _TEXT),
    "select": Key("Run these rules or groups only.", _texts, _TEXTS),
    "ignore": Key("Do not run these rules or groups.", _texts, _TEXTS),
    "extend-select": Key("Run these rules or groups as well.", _texts, _TEXTS),
    "fixable": Key("Fix only what these rules or groups find.", _texts, _TEXTS),
    "unfixable": Key("Report what these rules or groups find, and do not fix it.", _texts, _TEXTS),
    "severity": Key("The levels of rules or groups; `off` switches them off.", _table_of(_text), _TABLE),
    "exclude": Key("Files and folders to leave out, written as in .gitignore.", _texts, _TEXTS),
    "per-file-ignores": Key("Rules or groups that do not run in some files, by pattern.", _table_of(_texts), _TABLE),
    "max-size": Key("The largest file that is read, in bytes.", _size, {"type": "integer", "minimum": 1}),
    "style": Key("The habits of the list that are set here instead of learned from its entries.", _style, _TABLE),
    "plugins": Key("Installed plugins whose rules to load.", _texts, _TEXTS),
    # What stands in one is for custom/pattern_rules.py to say.
    "patterns": Key("Rules without Python.", _tables, {"type": "array", "items": _TABLE}),
    "online": Key("What the network pass asks for, and how.", _online, _TABLE),
    # An option's type is the rule's to say.
    "rules": Key("The options of rules.", _table_of(_table_of(_anything)), _TABLE),
}


def _checked(table: Values, file: str) -> tuple[Values, list[UserError]]:
    """Return the keys that are right, and what is wrong with the others."""
    if is_deep(table):
        raise too_deep(file)
    values, mistakes = {}, []
    for key, value in table.items():
        if key not in KEYS:
            hint = did_you_mean(key, list(KEYS)).strip()
            mistakes.append(UserError(f"{file}: unknown key '{key}'", hint or f"The keys are: {', '.join(KEYS)}."))
            continue
        try:
            values[key] = KEYS[key].check(value, key, file)
        except UserError as error:
            mistakes.append(error)
    return values, mistakes


def _wrong(file: str, key: str, wanted: str, value: object) -> UserError:
    return UserError(f"{file}: '{key}' must be {wanted}", it_is(value))
