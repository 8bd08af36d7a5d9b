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


def may_stand(entries: "list[Entry]") -> bool:
    """Whether some way to compare names finds a few entries in order."""
    keys: Iterator[list[Key]] = ([name_key(entry.title, way) for entry in entries] for way in COLLATIONS)
    if any(each == sorted(each) for each in keys):
        return True
    words = ["".join(filter(str.isalnum, entry.title.casefold())) for entry in entries]  # as one word
    if words == sorted(words):
        return True
    ranked = [[(_rank(letter), letter) for letter in entry.title.casefold()] for entry in entries]
    return ranked == sorted(ranked)


def _rank(letter: str) -> int:
    """Return what Unicode's collation compares first: all spaces stand before all marks, and these before words."""
    return 2 if letter.isalnum() else 0 if letter.isspace() else 1


def stand_as_lines(entries: "list[Entry]") -> bool:
    """Whether a program that sorts lines as they are finds a few entries in order."""
    lines = [entry.doc.raw(entry.head).lower() for entry in entries]
    return lines == sorted(lines)


def are_posted_in_order(entries: "list[Entry]", descending: bool) -> bool:
    """Whether a few papers, all of them on arXiv, stand in the order in which they came there."""
    numbers = [_number_of_preprint(entry) for entry in entries]
    return all(numbers) and numbers == sorted(numbers, reverse=descending)


def _number_of_preprint(entry: "Entry") -> str:
    """Return the number that arXiv gave a paper (since 2007 by month, then one after another), '' where it has none."""
    names = (link.identity.partition("arxiv:")[2] for link in entry.links if link.is_web)
    return next((name for name in names if name[:4].isdigit()), "")
