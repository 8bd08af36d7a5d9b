"""The year of an entry."""

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.entries.entry import Entry
    from awesome_lint.entries.parts import Part
    from awesome_lint.section import Section

_YEAR = lazy(r"(?<!\d)((?:19|20)\d\d)(?!\d)|[\x27’‘]\s?(\d\d)(?!\d)")
_FULL_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SPAN_OF_YEARS = lazy(
    r"(?:19|20)\d[\dXx]\s?(?:[-–—~/&]|to|and)\s?(?:\d\d|now|present)|\b(?:before|until|till|pre|since|after)\b", re.I
)
_SHORT = lazy(r"[A-Za-z][ -](\d\d)(?:\.\d\d)?\Z")
# A year that ends a stretch of prose: before a label, a break, or the end.
_LAST_WORD = lazy(
    r"(?:(?<![\w./-])((?:19|20)\d\d)|[\x27’‘]\s?(\d\d))(?:[./-]\d{1,2}){0,2}(?!\w)(?:\s\([A-Za-z ]{1,20}\))?"
    r"[)\].,;\s\x05-\x07\"”|-]{0,8}(?=[\x01-\x04\x0b\[]|\Z)"
)
_DESCRIBED: Final = 8  # after a dash, a text of more words is a description, whose years are not the entry's


def year_of(entry: "Entry") -> int | None:
    """Return the year of what an entry lists, None where nothing tells, or where it is yet to come: a slip."""
    year = _of_tags(entry) or _of_columns(entry) or _last_word(entry) or _of_heading(entry)
    return year if year and year <= entry.doc.today.year + 1 else None


def _of_tags(entry: "Entry") -> int | None:
    parts = entry.parts
    years = (_read(tag.text, short=tag in parts.tags) for tag in (*parts.tags, *parts.tags_after))
    return next(filter(None, years), None)


def year_apart(entry: "Entry") -> int | None:
    """Return the year that stands for an entry in a column or in a heading, None without one.

    A date is not one: it tells when a paper was posted, and not when it appeared.
    """
    index = entry.columns.names.get("year", len(entry.cells)) if entry.columns else len(entry.cells)
    if index < len(entry.cells):
        cell = entry.doc.plain(*entry.cells[index]).strip()
        return int(cell) if _FULL_YEAR.fullmatch(cell) else None
    return _of_heading(entry)


@lru_cache(1000)  # most texts are those of tags, of which a list has few, and has them often
def _read(text: str, short: bool = False) -> int | None:
    match = _YEAR.search(text) or (_SHORT.search(text) if short else None)
    return full_year(match[match.lastindex or 0]) if match else None


def full_year(digits: str) -> int:
    """Return the year that two or four digits stand for; two count from 1950 to 2049."""
    number = int(digits)
    return number if len(digits) == 4 else number + (1900 if number >= 50 else 2000)


def _of_columns(entry: "Entry") -> int | None:
    for what in ("year", "venue") if entry.columns else ():
        assert entry.columns is not None
        index = entry.columns.names.get(what, len(entry.cells))
        year = _read(entry.doc.plain(*entry.cells[index])) if index < len(entry.cells) else None
        if year:
            return year
    return None


def _last_word(entry: "Entry") -> int | None:
    parts = entry.parts
    if parts.separator and parts.separator.text in "-–—" and _is_long(parts.description):
        return None
    for span in (parts.rest, *entry.content[1:]) if not entry.columns else ():
        match = _LAST_WORD.search(entry.doc.outline, *span)
        if match:
            return full_year(match[1] or match[2])
    return None


def _is_long(description: "Part | None") -> bool:
    return description is not None and len(description.text.split()) > _DESCRIBED


def _of_heading(entry: "Entry") -> int | None:
    return entry.section_years.of(entry.section) if entry.section_years else None


class SectionYears:
    """The years that the sections of a document stand for, found when first asked for."""

    def __init__(self, doc: "Document") -> None:
        self._doc = doc

    def of(self, section: "Section | None") -> int | None:
        """Return the year of a section or of one around it."""
        while section:
            if section.index in self._by_index:
                return self._by_index[section.index]
            section = section.parent
        return None

    @cached_property
    def _by_index(self) -> dict[int, int]:
        """A heading names the year, or one of the same level before it names nothing else and has no text of its own.

        So in `### 2022`, `### Conferences`, …, `### Journals`.
        """
        found: dict[int, int] = {}
        standing: dict[tuple[int, int], int] = {}  # by parent and level: the year over what follows
        for section in self._doc.sections:
            place = (section.parent.index if section.parent else -1, section.level)
            match = _FULL_YEAR.search(section.title)
            if match and not _SPAN_OF_YEARS.search(section.title):
                found[section.index] = int(match[0])
                standing.pop(place, None)
                if not any(map(str.isalpha, section.title)) and not self._doc.blocks_in(section.span.end, section.end):
                    standing[place] = int(match[0])
            elif place in standing:
                found[section.index] = standing[place]
        return found
