"""The registry of venues: what a conference, journal, workshop or preprint server is called, and its years.

The facts are rows of rules/data/venues.tsv and ambiguous.tsv. Reading them makes one table from spelling to
row; a row is taken apart when it is asked for, and so are the tables for letter case, slips and former names.
"""

import functools
from collections.abc import Iterator
from typing import NamedTuple

from awesome_lint.rulebook import data_text
from awesome_lint.slips import DISTINCTIVE, is_slip, nearest

# Letters that lists glue to a name for a workshop, an oral or a plural: NIPSw, CVPRo, ICMLs.
_SUFFIXES = "wos"
# Sources of venues so seldom met that a word one letter away is more likely another name.
_LISTED_ONLY = ("core", "secddl")
# The fields in ambiguous.tsv of what is no venue: plain language, and names of other things.
_PLAIN = ("word", "other")


class Venue(NamedTuple):
    """One row of venues.tsv.

    name: the spelling a message recommends.
    title: the full name, itself a right spelling.
    kind: conference, journal, workshop or preprint.
    accepted: other right spellings.
    variants: spellings known to be slips.
    former: earlier names, each with the last year it was used.
    first_year, last_year: of the name, None where no source is sure or the venue lives on.
    period: annual, even, odd, irregular, rolling, or "" where unknown.
    held: years with an edition that a source names.
    inferred: years that may have had one: announced, filled in from the period, or missing from the sources.
    """

    name: str
    title: str
    kind: str
    field: str
    accepted: tuple[str, ...]
    variants: tuple[str, ...]
    former: tuple[tuple[str, int], ...]
    first_year: int | None
    last_year: int | None
    period: str
    held: frozenset[int]
    inferred: frozenset[int]


class Sense(NamedTuple):
    """One thing that an ambiguous spelling can stand for.

    venue: name of the venue's row, or None for a venue without one and for what is no venue.
    field: field of research, or one of `_PLAIN`.
    """

    venue: str | None
    meaning: str
    field: str


class Registry:
    """Venues by their spellings; made once by `registry()`."""

    def __init__(self, venues: str, ambiguous: str) -> None:
        self._rows = venues.splitlines()[1:]
        self._parsed: dict[int, Venue] = {}
        self._senses = _read_senses(ambiguous)
        self._variants: list[tuple[int, str]] = []
        self._renamed: list[int] = []
        self._exact: dict[str, int] = {}
        shared = []
        for number, row in enumerate(self._rows):
            name, _, _, _, accepted, variants, former, _ = row.split("\t", 7)
            self._exact[name] = number
            if accepted:
                shared.append((number, accepted))
            if variants:
                self._variants.append((number, variants))
            if former:
                self._renamed.append(number)
        claim = self._exact.setdefault
        for number, accepted in shared:
            for spelling in accepted.split("|"):
                claim(spelling, number)

    def __iter__(self) -> Iterator[Venue]:
        """Yield every venue, sorted by name."""
        return (self._venue(number) for number in range(len(self._rows)))

    def exact(self, spelling: str) -> Venue | None:
        """Return the venue of a right spelling, letter case included.

        Where two venues share a spelling (see `senses`), it is the one named so, else the first.
        """
        number = self._exact.get(spelling)
        if number is None:
            # A tag often drops the last point of an abbreviation: [Nat. Commun 2021].
            number = self._exact.get(spelling + ".")
        if number is None and " " in spelling:
            number = self._titles.get(spelling)
        return None if number is None else self._venue(number)

    def folded(self, spelling: str) -> Venue | None:
        """Return the venue of a right spelling in any letter case; None if it may be two things or words."""
        if spelling in self._senses or (spelling.islower() and " " in spelling):
            return None
        if spelling[-1:] == "s" and spelling[:-1].isupper():
            return None
        number = self._folded.get(spelling.casefold())
        return None if number is None else self._venue(number)

    def misspelt(self, spelling: str) -> Venue | None:
        """Return the venue that a spelling known to be a slip stands for."""
        number = self._slips.get(spelling.casefold())
        return None if number is None else self._venue(number)

    def former(self, spelling: str) -> tuple[Venue, int] | None:
        """Return the venue that was once called so, and the last year of that name."""
        return self._former_names.get(spelling)

    def senses(self, spelling: str) -> tuple[Sense, ...]:
        """Return the venues an ambiguous spelling can stand for, two at least; empty without a doubt."""
        senses = tuple(sense for sense in self._senses.get(spelling, ()) if sense.field not in _PLAIN)
        return senses if len(senses) > 1 else ()

    def is_word(self, spelling: str) -> bool:
        """Return whether a spelling is plain language too: DATE, Nature, TBD are tags beside a year only."""
        return any(sense.field in _PLAIN for sense in self._senses.get(spelling, ()))

    def known(self, spelling: str) -> bool:
        """Return whether a spelling names something here, in whatever letter case."""
        folded = spelling.casefold()
        return (
            folded in self._folded
            or spelling in self._senses
            or self.exact(spelling) is not None
            or any(folded == name.casefold() for name in self._former_names)
        )

    def near(self, spelling: str) -> Venue | None:
        """Return the one venue that a long name is a single slip from: a guess, where `misspelt` knows."""
        word = spelling.casefold()
        if sum(map(str.isalpha, word)) < DISTINCTIVE or spelling == word or self.known(spelling):
            return None
        if word[-1] in _SUFFIXES and word[:-1] in self._folded:
            return None
        found = {
            self._exact[name]
            for size in (len(word) - 1, len(word), len(word) + 1)
            for name in self._by_length.get(size, ())
            if is_slip(word, name.casefold(), name[:-1].isupper()) and self._is_distinctive(name)
        }
        return self._venue(found.pop()) if len(found) == 1 else None

    def _venue(self, number: int) -> Venue:
        venue = self._parsed.get(number)
        if venue is None:
            venue = self._parsed[number] = _parse(self._rows[number])
        return venue

    @functools.cached_property
    def _titles(self) -> dict[str, int]:
        titles: dict[str, int] = {}
        for number in reversed(range(len(self._rows))):
            titles[self._rows[number].split("\t", 2)[1]] = number
        return titles

    @functools.cached_property
    def _folded(self) -> dict[str, int | None]:
        folded: dict[str, int | None] = {}
        for spelling, number in self._exact.items():
            if folded.setdefault(spelling.casefold(), number) != number:
                folded[spelling.casefold()] = None
        folded.update((spelling.casefold(), None) for spelling in self._senses)
        return folded

    @functools.cached_property
    def _slips(self) -> dict[str, int]:
        return {slip.casefold(): number for number, slips in self._variants for slip in slips.split("|")}

    @functools.cached_property
    def _former_names(self) -> dict[str, tuple[Venue, int]]:
        renamed = [self._venue(number) for number in self._renamed]
        return {name: (venue, year) for venue in renamed for name, year in venue.former}

    @functools.cached_property
    def _by_length(self) -> dict[int, list[str]]:
        names: dict[int, list[str]] = {}
        for name in self._exact:
            names.setdefault(len(name), []).append(name)
        return names

    def _is_distinctive(self, name: str) -> bool:
        sources = self._rows[self._exact[name]].rpartition("\t")[2]
        if len(name) < DISTINCTIVE or name in self._senses or sources in _LISTED_ONLY:
            return False
        return " " in name or sum(map(str.isupper, name)) > 1


def respelling(venue: Venue, wrong: str) -> str:
    """Return the right spelling of a venue nearest to a wrong one: "IEEE TMC" for "ieee tmc"."""
    return nearest(wrong, (venue.name, *venue.accepted, venue.title))


def _read_senses(text: str) -> dict[str, tuple[Sense, ...]]:
    senses: dict[str, tuple[Sense, ...]] = {}
    for row in text.splitlines()[1:]:
        spelling, venue, meaning, field = row.split("\t")
        senses[spelling] = (*senses.get(spelling, ()), Sense(venue or None, meaning, field))
    return senses


def _parse(row: str) -> Venue:
    name, title, kind, field, accepted, variants, former, first, last, period, years, _ = row.split("\t")
    held, _, inferred = years.partition("~")
    return Venue(
        name,
        title,
        kind,
        field,
        tuple(accepted.split("|")) if accepted else (),
        tuple(variants.split("|")) if variants else (),
        tuple(_former(entry) for entry in former.split("|")) if former else (),
        int(first) if first else None,
        int(last) if last else None,
        period,
        _years(held),
        _years(inferred),
    )


def _former(entry: str) -> tuple[str, int]:
    name, _, year = entry.rpartition(":")
    return name, int(year)


def _years(ranges: str) -> frozenset[int]:
    """Return the years of "2010-2019,2021"."""
    spans = (part.partition("-") for part in ranges.split(",") if part)
    return frozenset(year for first, _, last in spans for year in range(int(first), int(last or first) + 1))


@functools.cache
def registry() -> Registry:
    """Return the registry of the rulebook, read at the first call."""
    return Registry(data_text("venues.tsv"), data_text("ambiguous.tsv"))
