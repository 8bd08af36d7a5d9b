"""The registry of venues: what a conference, journal, workshop or preprint server is called, and its years.

The facts are rows of rules/data/venues.tsv and ambiguous.tsv. Reading them makes one table from spelling to
row; a row is taken apart when it is asked for, and so are the tables for letter case, slips and former names.
"""

import functools
from collections.abc import Iterator

from awesome_lint.rulebook import data_text
from awesome_lint.venues.slips import DISTINCTIVE, FEWEST_LETTERS, LONG_WORD, is_slip, letters, nearest, squeezed
from awesome_lint.venues.titles import Titles
from awesome_lint.venues.venue import (
    ACCEPTED,
    COLUMNS,
    FORMER,
    NAME,
    PLAIN,
    SOURCE,
    TITLE,
    VARIANTS,
    Sense,
    Venue,
    parse_senses,
    parse_venue,
)

__all__ = ["Registry", "Sense", "Venue", "registry", "respelling"]

# Letters that lists glue to a name for a workshop, an oral or a plural: NIPSw, CVPRo, ICMLs.
_SUFFIXES = "wos"
_START = 3  # letters of a name that a publisher's in the middle leaves together: of 'ACM/IEEE DAC' for 'ACM-DAC'
# Sources of venues seldom met, whose letter case is not sure and to which a similar word is not a slip.
_LISTED_ONLY = ("core", "secddl")


class Registry:
    """Venues by their spellings; made once by `registry()`."""

    def __init__(self, venues: str, ambiguous: str) -> None:
        self._cells = venues.rstrip("\n").replace("\n", "\t").split("\t")[COLUMNS:]  # less the heads of the columns
        self._parsed: dict[int, Venue] = {}
        self._senses = parse_senses(ambiguous)
        self._exact = {name: number for number, name in enumerate(self._column(NAME))}
        names = dict(self._exact)
        claim = self._exact.setdefault
        for number, accepted in enumerate(self._column(ACCEPTED)):
            if accepted:
                for spelling in accepted.split("|"):
                    claim(spelling, number)
        for spelling in self._exact.keys() & self._senses.keys() - names.keys():
            likeliest = self._senses[spelling][0].venue
            self._exact[spelling] = names.get(likeliest or "", self._exact[spelling])

    def __iter__(self) -> Iterator[Venue]:
        """Yield every venue, sorted by name."""
        return (self._venue(number) for number in range(len(self._column(TITLE))))

    def exact(self, spelling: str) -> Venue | None:
        """Return the venue of a right spelling, letter case included; of several, the likeliest."""
        number = self._exact.get(spelling)
        if number is None:
            # A tag often drops the last point of an abbreviation: [Nat. Commun 2021].
            number = self._exact.get(spelling + ".")
        if number is None and (" " in spelling or "." in spelling):
            number = self._titles.find(spelling)
        return None if number is None else self._venue(number)

    def candidates(self, spelling: str) -> tuple[Venue, ...]:
        """Return every venue that a right spelling may stand for, the likeliest first."""
        meant = [self.exact(spelling), *(self.exact(sense.venue or "") for sense in self.senses(spelling))]
        return tuple(dict.fromkeys(venue for venue in meant if venue))

    def folded(self, spelling: str) -> Venue | None:
        """Return the venue of a right spelling in any letter case; None if it may be two things or words."""
        if spelling in self._senses or (spelling.islower() and " " in spelling):
            return None
        if spelling[-1:] == "s" and spelling[:-1].isupper():
            return None
        number = self._folded.get(spelling.casefold())
        return None if number is None or self._is_only_listed(number) else self._venue(number)

    def misspelt(self, spelling: str) -> Venue | None:
        """Return the venue that a spelling known to be a slip stands for."""
        number = self._slips.get(spelling.casefold())
        return None if number is None else self._venue(number)

    def former(self, spelling: str) -> tuple[Venue, int] | None:
        """Return the venue that was once called so, and the last year of that name."""
        return self._former_names.get(spelling)

    def senses(self, spelling: str) -> tuple[Sense, ...]:
        """Return the venues an ambiguous spelling can stand for, two at least; empty without a doubt."""
        senses = tuple(sense for sense in self._senses.get(spelling, ()) if sense.field not in PLAIN)
        return senses if len(senses) > 1 else ()

    def is_word(self, spelling: str) -> bool:
        """Return whether a spelling is plain language too: DATE, Nature, TBD are tags beside a year only."""
        return any(sense.field in PLAIN for sense in self._senses.get(spelling, ()))

    def known(self, spelling: str) -> bool:
        """Return whether a spelling names something here, in whatever letter case."""
        folded = spelling.casefold()
        return (
            folded in self._folded
            or spelling in self._senses
            or self.exact(spelling) is not None
            or any(folded == name.casefold() for name in self._former_names)
        )

    def alike(self, spelling: str) -> tuple[str, ...]:
        """Return the spellings, one a venue, that differ in letter case, punctuation or a plural: "SoCC" of "Socc"."""
        names: dict[Venue | None, list[str]] = {}
        key = letters(spelling)
        if len(key) >= FEWEST_LETTERS:
            start = key[:_START].encode()
            for name, within in self._names:
                if start in within and letters(name) == key:
                    names.setdefault(self.exact(name), []).append(name)
        return tuple(nearest(spelling, forms) for forms in names.values())

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
            start = number * COLUMNS
            venue = self._parsed[number] = parse_venue(self._cells[start : start + COLUMNS])
        return venue

    def _column(self, index: int) -> list[str]:
        return self._cells[index::COLUMNS]

    @functools.cached_property
    def _titles(self) -> Titles:
        return Titles(self._column(TITLE))

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
        variants = enumerate(self._column(VARIANTS))
        return {slip.casefold(): number for number, slips in variants if slips for slip in slips.split("|")}

    @functools.cached_property
    def _former_names(self) -> dict[str, tuple[Venue, int]]:
        renamed = [self._venue(number) for number, former in enumerate(self._column(FORMER)) if former]
        return {name: (venue, year) for venue in renamed for name, year in venue.former}

    @functools.cached_property
    def _names(self) -> list[tuple[str, bytes]]:
        """Every spelling and title, with its letters and digits in lower case."""
        names = [*dict.fromkeys((*self._exact, *self._senses, *self._column(TITLE)))]
        return [*zip(names, squeezed(names), strict=True)]

    @functools.cached_property
    def _by_length(self) -> dict[int, list[str]]:
        names: dict[int, list[str]] = {}
        for name in self._exact:
            names.setdefault(len(name), []).append(name)
        return names

    def _is_distinctive(self, name: str) -> bool:
        if len(name) < DISTINCTIVE or name in self._senses or self._is_only_listed(self._exact[name]):
            return False
        return " " in name or sum(map(str.isupper, name)) > 1 or len(name) >= LONG_WORD

    def _is_only_listed(self, number: int) -> bool:
        return self._cells[number * COLUMNS + SOURCE] in _LISTED_ONLY


def respelling(venue: Venue, wrong: str) -> str:
    """Return the right spelling of a venue nearest to a wrong one: "IEEE TMC" for "ieee tmc"."""
    return nearest(wrong, (venue.name, *venue.accepted, venue.title))


@functools.cache
def registry() -> Registry:
    """Return the registry of the rulebook, read at the first call."""
    return Registry(data_text("venues.tsv"), data_text("ambiguous.tsv"))
