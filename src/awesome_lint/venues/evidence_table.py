"""The rows of rules/data/url_evidence.tsv, each kind read when an address first needs it."""

import functools
from collections.abc import Iterator

from awesome_lint.named import NamedTuple
from awesome_lint.rulebook import data_text

# What a key of kind `path` may hold, and how many digits stand for it; a volume has any number.
_PLACES = {"{YYYY}": 4, "{YY}": 2, "{N}": -1}
_TWO_DIGIT_CENTURY = 60
_COLUMNS = 6


class Evidence(NamedTuple):
    """What one address tells.

    venues: names of every venue that fits, the proper one first; a workshop comes with its host.
    year: year of the edition or volume, None where the address tells none.
    years: every year that a tag may rightly give; empty where year is None.
    strength: `strong` may carry a finding; `weak` is recollection or rule of thumb, fit for support only.
    kind: where it stands, such as acm, usenix, path. `file-name` is a venue and year in the name of a PDF, as
        some author chose it: it speaks of the year of the venue it names, never against another venue.
    where: the piece of the address that tells.
    """

    venues: tuple[str, ...]
    year: int | None
    years: tuple[int, ...]
    strength: str
    kind: str
    where: str


class Fact(NamedTuple):
    """One row: the venues that fit a key, the years it speaks of, and how sure it is.

    rule: "2021"; "2020|2021", either; "+1986", added to the address's number; "", that number; "*", none.
    """

    venues: tuple[str, ...]
    rule: str
    strength: str

    def years(self, number: int | None) -> tuple[int, ...]:
        """Return the years that fit; `number` is the year or volume in the address."""
        if self.rule == "*":
            return ()
        parts = self.rule.split("|") if self.rule else ["+0"]
        return tuple(int(part) + ((number or 0) if part[0] == "+" else 0) for part in parts)


class Path(NamedTuple):
    """How some addresses of one host begin: `before`, `digits` digits (-1 any number, 0 none), `after`."""

    before: str
    digits: int
    after: str
    fact: Fact


@functools.cache
def _text() -> str:
    return "\n" + data_text("url_evidence.tsv")


@functools.cache
def _cells(kind: str) -> dict[str, tuple[str, str, str]]:
    """Return {key: venues, rule and strength, as written} for one kind; the table is sorted, so they stand together."""
    mark, text = f"\n{kind}\t", _text()
    last = text.rfind(mark)
    block = text[text.find(mark) + 1 : text.find("\n", last + 1)] if last >= 0 else ""
    cells = block.replace("\n", "\t").split("\t")
    return dict(zip(cells[1::_COLUMNS], zip(*(cells[at::_COLUMNS] for at in (2, 3, 4)), strict=True), strict=True))


def row_of(kind: str, key: str) -> Fact | None:
    """Return the row of a kind with a key, None without one."""
    cells = _cells(kind).get(key)
    return _fact(cells) if cells else None


def facts(kind: str) -> Iterator[tuple[str, Fact]]:
    """Yield each key of a kind with its fact; nothing for a kind the table lacks."""
    return ((key, _fact(cells)) for key, cells in _cells(kind).items())


def _fact(cells: tuple[str, str, str]) -> Fact:
    venues, rule, strength = cells
    return Fact(tuple(venues.split("|")), rule, strength)


@functools.cache
def _hosts() -> dict[str, list[Path]]:
    hosts: dict[str, list[Path]] = {}
    for key, found in facts("path"):
        host, _, path = key.partition("/")
        place = next((mark for mark in _PLACES if mark in path), "")
        before, _, after = path.partition(place) if place else (path, "", "")
        hosts.setdefault(host, []).append(Path(before, _PLACES.get(place, 0), after, found))
    return hosts


def paths(host: str) -> list[Path]:
    """Return how the addresses of one host begin, "www." left off."""
    return _hosts().get(host, [])


def told(row: Fact, kind: str, where: str, number: int | None = None) -> Evidence:
    """Return what a row tells of an address; `number` is the year or volume that stands in it."""
    years = row.years(number)
    return Evidence(row.venues, years[0] if years else None, years, row.strength, kind, where)


def leading_letters(text: str) -> str:
    """Return the small letters that begin a text."""
    return text[: len(text) - len(text.lstrip("abcdefghijklmnopqrstuvwxyz"))]


def leading_digits(text: str) -> str:
    """Return the digits that begin a text."""
    return text[: len(text) - len(text.lstrip("0123456789"))]


def full_year(digits: str) -> int:
    """Return 1998 for "98", 2014 for "14" and "2014"."""
    number = int(digits)
    return number if len(digits) > 2 else number + (1900 if number > _TWO_DIGIT_CENTURY else 2000)
