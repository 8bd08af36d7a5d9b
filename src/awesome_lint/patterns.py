"""Regular expressions that are compiled when they are first used.

Compiling is pure Python and slow: the patterns of all modules together take longer than parsing a short list, and most
lists need a few of them only. What was compiled is kept for the next run (see compiled.py).
"""

import re
from collections.abc import Iterable
from typing import cast

from awesome_lint.compiled import programs


class _Lazy:
    """Stands in for a compiled pattern until a method of it is asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        compiled = programs().compiled(self._source, self._flags)
        # From now on the methods are found without coming here.
        self.match, self.search, self.fullmatch = compiled.match, compiled.search, compiled.fullmatch
        self.finditer, self.findall = compiled.finditer, compiled.findall
        self.sub, self.split = compiled.sub, compiled.split
        return getattr(compiled, name)


def places(text: str, wanted: Iterable[str]) -> list[int]:
    """Return where any of some strings begins in a text, sorted; far faster than a pattern for what is rare."""
    found = set()
    for one in wanted:
        at = text.find(one)
        while at >= 0:
            found.add(at)
            at = text.find(one, at + 1)
    return sorted(found)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled at its first use; a wrong one is a re.error there."""
    return cast("re.Pattern[str]", _Lazy(source, int(flags)))
