"""By what a section can be sorted, besides the name, and the ways to compare a few names."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from awesome_lint.entries.dates import month_of
from awesome_lint.habits.collation import COLLATIONS, Key, name_key

if TYPE_CHECKING:
    from awesome_lint.entries.entry import Entry

KeyOf = Callable[["Entry"], Key | None]


def _date_descending(entry: "Entry") -> Key | None:
    date = month_of(entry)
    return (-date[0], -date[1]) if date else None


def _venue(entry: "Entry") -> Key | None:
    tags = entry.venue_tags
    return (tags[0].venues[0].name.casefold(),) if tags and tags[0].venues else None


# A date says more than a year, and is asked first.
BY_OTHERS: Final[dict[str, KeyOf]] = {
    "date": month_of,
    "date descending": _date_descending,
    "year": lambda entry: None if entry.year is None else (entry.year,),
    "year descending": lambda entry: None if entry.year is None else (-entry.year,),
    "venue": _venue,
}


def ways(entries: "list[Entry]") -> Iterator[list[Key]]:
    """Yield the keys of a few entries in each way to compare names."""
    for way in COLLATIONS:
        yield [name_key(entry.title, way) for entry in entries]
    yield [("".join(filter(str.isalnum, entry.title.casefold())),) for entry in entries]  # as one word
    yield [(entry.doc.raw(entry.head).lower(),) for entry in entries]  # as programs sort lines
