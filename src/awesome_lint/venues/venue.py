"""One venue, one meaning of an ambiguous spelling: the rows of rules/data/venues.tsv and ambiguous.tsv."""

from collections.abc import Sequence

from awesome_lint.named import NamedTuple

# The columns of venues.tsv that are read apart from the rest of their row, and how many there are.
NAME, TITLE, ACCEPTED, VARIANTS, FORMER, SOURCE = 0, 1, 4, 5, 6, 11
COLUMNS = 12
# The fields in ambiguous.tsv of what is not a venue: plain language, and names of other things.
PLAIN = ("word", "other")


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

    venue: name of the venue's row, or None for a venue without one and for what is not a venue.
    field: field of research, or one of `PLAIN`.
    """

    venue: str | None
    meaning: str
    field: str


def parse_senses(text: str) -> dict[str, tuple[Sense, ...]]:
    """Return {spelling: meanings} of the text of ambiguous.tsv."""
    senses: dict[str, tuple[Sense, ...]] = {}
    for row in text.splitlines()[1:]:
        spelling, venue, meaning, field = row.split("\t")
        senses[spelling] = (*senses.get(spelling, ()), Sense(venue or None, meaning, field))
    return senses


def parse_venue(cells: Sequence[str]) -> Venue:
    """Return the venue of the cells of one row of venues.tsv."""
    name, title, kind, field, accepted, variants, former, first, last, period, years, _ = cells
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
