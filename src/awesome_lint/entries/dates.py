"""The month of an entry."""

import re
from typing import TYPE_CHECKING, Final

from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.entries.entry import Entry

_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DATE = lazy(
    r"(?<![\w./-])((?:19|20)\d\d)\s?[-./]\s?(1[0-2]|0?[1-9])(?:[-./]\d{1,2})?(?![\w./-])"
    r"|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s((?:19|20)\d\d)(?!\w)",
    re.I,
)
_NEAR: Final = 60  # characters beyond the title, after which prose may name any date


def month_of(entry: "Entry") -> tuple[int, int] | None:
    """Return (year, month) of what an entry lists, by the date before its title, shortly after it or in its column."""
    for text in _texts(entry):
        match = _DATE.search(text)
        if match:
            year, month = (match[1], int(match[2])) if match[1] else (match[4], 1 + _MONTHS.index(match[3].lower()))
            return int(year), month
    return None


def _texts(entry: "Entry") -> list[str]:
    doc, title = entry.doc, entry.parts.title.span
    if entry.columns:
        named = (entry.columns.names.get(what, len(entry.cells)) for what in ("year", "venue"))
        return [doc.plain(*entry.cells[index]) for index in named if index < len(entry.cells)]
    end = min(entry.head.end, title.end + _NEAR)
    return [doc.plain(entry.head.start, title.start), doc.plain(title.end, end)]
