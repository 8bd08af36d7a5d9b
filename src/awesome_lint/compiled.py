"""Compiled patterns, kept in the platform's cache folder from one run to the next.

Compiling is pure Python in CPython and takes a fifth of a run over a short list. What comes of it is the program of
the matcher, a row of numbers. Nothing is written where PYTHONDONTWRITEBYTECODE is set or the folder cannot be written,
and nothing is read that belongs to another user. The matcher checks a program before it takes it, and wherever
anything is not as expected, patterns are compiled as usual.

Our own patterns are compiled when they are first used (see patterns.py). Those of markdown-it-py, and of what it
imports, are compiled when it is imported, unless they stand in the memory that `re.compile` has of what it compiled.
"""

import marshal
import os
import re
import sys
from contextlib import suppress
from functools import cache
from importlib import import_module
from types import ModuleType

from awesome_lint import __version__
from awesome_lint.cache_folder import cache_folder, keep
from awesome_lint.named import NamedTuple

# final flags, program in the machine's own byte order, number of groups, {name of a group: its number}
_Program = tuple[int, bytes, int, dict[str, int]]
_Key = tuple[str, int]  # source and flags
FORM = ("2", __version__, sys.version, sys.byteorder)  # what was kept in another one is compiled again
_MOST = 2000  # far more than there are patterns; what former states of the code left is dropped beyond
_MOST_OF_PARSER = 150  # those of an import come first; those that settings or a plugin bring may follow


class _Parser(NamedTuple):
    """The programs of one version of markdown-it-py."""

    version: str
    programs: dict[_Key, _Program]


class Programs:
    """The programs kept in a file; path: '' keeps none."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._kept, self._parser = _read(path) if path else _nothing()
        self._grown = False

    def lend(self) -> None:
        """Have `re.compile` remember the patterns that markdown-it-py compiled in a former run."""
        with suppress(Exception):  # another Python than those known: they are compiled as usual
            for (source, flags), program in self._parser.programs.items():
                re._cache.setdefault((str, source, flags), _pattern(source, program))  # type: ignore[attr-defined]  # noqa: SLF001

    def compiled(self, source: str, flags: int) -> re.Pattern[str]:
        """Return `re.compile(source, flags)`, from what is kept where it can be."""
        flags = int(flags)  # a RegexFlag cannot be kept
        program = self._kept.get((source, flags))
        try:
            if program is None:
                program = self._kept[source, flags] = _program(source, flags)
                self._grown = True
            return _pattern(source, program)
        except Exception:  # noqa: BLE001 (another Python than those known, or a pattern that is wrong)
            return re.compile(source, flags)

    def __len__(self) -> int:
        return len(self._kept)

    def save(self) -> None:
        """Write the file anew if patterns were added; where that cannot be, the next run compiles them again."""
        if not self._path or sys.dont_write_bytecode or not (self._learned() or self._grown):
            return
        self._grown = False
        kept = self._kept if len(self._kept) <= _MOST else {}
        keep(self._path, marshal.dumps((FORM, kept, *self._parser)))

    def _learned(self) -> bool:
        """Keep the patterns that markdown-it-py compiled in this run, if those of its version are not yet known."""
        version = getattr(sys.modules.get("markdown_it"), "__version__", None)
        if version in (None, self._parser.version):
            return False
        self._parser = _Parser(version, {})
        with suppress(Exception):
            for kind, source, flags in list(re._cache)[:_MOST_OF_PARSER]:  # type: ignore[attr-defined]  # noqa: SLF001
                if kind is str:
                    # Python 3.13 has a kind of int of its own there, which cannot be kept.
                    self._parser.programs[source, int(flags)] = _program(source, flags)
        return True


@cache
def programs() -> Programs:
    """Return those of this version of the package and of Python."""
    folder = cache_folder()
    if sys.implementation.name != "cpython" or not os.path.isabs(folder):  # nobody's home is known
        return Programs("")
    return Programs(os.path.join(folder, f"{__version__}-{sys.implementation.cache_tag}-{sys.hexversion:x}.patterns"))


def _read(path: str) -> tuple[dict[_Key, _Program], _Parser]:
    try:
        with open(path, "rb") as file:
            if hasattr(os, "geteuid") and os.fstat(file.fileno()).st_uid != os.geteuid():
                return _nothing()
            form, kept, version, of_parser = marshal.loads(file.read())  # `load` asks the file for each item
        return (dict(kept), _Parser(str(version), dict(of_parser))) if form == FORM else _nothing()
    except (OSError, ValueError, EOFError, TypeError):
        return _nothing()


def _nothing() -> tuple[dict[_Key, _Program], _Parser]:
    return {}, _Parser("", {})


def _program(source: str, flags: int) -> _Program:
    from array import array

    parsed = import_module("re._parser").parse(source, flags)
    numbers = import_module("re._compiler")._code(parsed, flags)  # noqa: SLF001 (nothing public gives the program)
    state = parsed.state
    return int(flags | state.flags), array("I", numbers).tobytes(), state.groups, dict(state.groupdict)


@cache
def _sre() -> ModuleType:
    return import_module("_sre")  # looked up for each of some hundred patterns, it would cost as much as they do


def _pattern(source: str, program: _Program) -> re.Pattern[str]:
    flags, numbers, groups, names = program
    by_number: list[str | None] = [None] * groups
    for name, number in names.items():
        by_number[number] = name
    compiled: re.Pattern[str] = _sre().compile(
        source, flags, memoryview(numbers).cast("I").tolist(), groups - 1, names, tuple(by_number)
    )
    return compiled
