"""Gathering what may be a venue tag from all places of a list, each with the entry it stands in."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Span
from awesome_lint.patterns import lazy
from awesome_lint.venues.lone import lone_mentions
from awesome_lint.venues.mentions import (
    BADGE,
    COLUMN,
    Mention,
    code_mentions,
    dated_mentions,
    short_mentions,
)

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.entries.entry import Entry

# Venues of which a list of papers names one, even where it gives no years.
_COMMON = lazy(
    r"NeurIPS|ICML|ICLR|CVPR|ICCV|ECCV|AAAI|IJCAI|ACL|EMNLP|ICRA|IROS|KDD|WWW|SIGMOD|VLDB|OSDI|SOSP|NSDI|SIGCOMM|MobiCom"
    r"|ASPLOS|ISCA|ICSE|CCS|NDSS|ICASSP|TPAMI|arXiv|Arxiv|arxiv"
)
# One of these stands in every list that the pattern above is for; to look for them is much cheaper.
_SIGNS: Final = (
    "rXiv",
    "rxiv",
    "CVPR",
    "NeurIPS",
    "ICML",
    "ICLR",
    "SIGMOD",
    "VLDB",
    "OSDI",
    "MobiCom",
    "ICSE",
    "NDSS",
    "ICRA",
)
_ACRONYM = lazy(r"[A-Z]\w*[A-Z]|[Xx]iv")
_SHIELD = lazy(r"https?://(?:img\.)?shields\.io/badge/([^?#)/]{4,80})")
_RUN = lazy(r"(?:[^\x00-\x1f:]|:(?![a-z_]{2,30}:))*")  # up to markup or the name of an emoji
_YEAR = lazy(r"(?<!\d)20[0-3]\d(?!\d)")
_FEWEST: Final = 5
_FEWEST_YEARS: Final = 2
_OFTEN: Final = 6
_SEVERAL: Final = 3


def find_mentions(doc: "Document", knows: Callable[[str], bool]) -> "list[tuple[Entry, Mention]]":
    """Return what may be a venue tag, with its entry, in source order; empty where nothing looks like a venue.

    knows: tells whether a name is a venue's; it is not asked where nothing looks like one.
    """
    outline = doc.outline
    found = [*dated_mentions(outline), *short_mentions(outline), *code_mentions(doc), *_badges(doc)]
    likely = len(list(islice((mention for mention in found if _ACRONYM.search(mention.text)), _FEWEST)))
    named = _names_venues(doc.voters.outline) or _is_by_years(doc.voters)
    cells = _cells(doc) if doc.tables else []
    if not likely and not named and not cells:
        return []
    owners = _Owners(doc)
    owned = list(owners.own(found))
    owned += owners.own(_in_cells(outline, cells, {mention.start for mention in found}) if cells else ())
    if named and 2 * len(owned) < len(doc.entries) + _FEWEST:
        owned += owners.own(lone_mentions(outline, knows, doc.voters.outline))
    return sorted(owned, key=_start)


def _names_venues(outline: str) -> bool:
    """Whether a text names several of the commonest venues, and often."""
    if not any(sign in outline for sign in _SIGNS):
        return False
    names: Counter[str] = Counter()
    for match in _COMMON.finditer(outline):  # a list of papers shows it in its first lines
        names[match[0]] += 1
        if len(names) >= _SEVERAL and names.total() >= _OFTEN:
            return True
    return False


def _is_by_years(doc: "Document") -> bool:
    """Whether headings give the years, so that the venues below them need none."""
    return sum(1 for section in doc.sections if _YEAR.search(section.title)) >= _FEWEST_YEARS


def _start(owned: "tuple[Entry, Mention]") -> int:
    return owned[1].start


class _Owners:
    """The entries by the places of their content."""

    def __init__(self, doc: "Document") -> None:
        spans = [(span, entry) for entry in doc.entries for span in entry.content]
        spans.sort(key=lambda pair: pair[0])
        self._starts = [span.start for span, _ in spans]
        self._spans = spans
        self._seen: set[int] = set()

    def own(self, found: Iterable[Mention]) -> "Iterator[tuple[Entry, Mention]]":
        """Yield each mention that stands in an entry, with it; of two at one place the first."""
        seen, starts, spans = self._seen, self._starts, self._spans
        for mention in found:
            start = mention.start
            index = bisect_right(starts, start) - 1
            if index >= 0 and start < spans[index][0].end and start not in seen:
                seen.add(start)
                yield spans[index][1], mention


def _cells(doc: "Document") -> list[Span]:
    """Return the cells in the columns of venues."""
    found = []
    for entry in doc.entries:
        index = entry.columns.names.get("venue") if entry.columns else None
        if index is not None and index < len(entry.cells):
            found.append(entry.cells[index])
    return found


def _in_cells(outline: str, cells: list[Span], seen: set[int]) -> Iterator[Mention]:
    """Yield what stands in cells that hold no year."""
    for cell in cells:
        start, end = _bare(outline, *cell)
        if start < end and not any(at in seen for at in range(start, end)):
            yield Mention(start, end, outline[start:end], wrapper=COLUMN)


def _bare(outline: str, start: int, end: int) -> Span:
    """Return the first run of prose in a cell, without brackets, emoji and spaces at its edges."""
    while start < end and not outline[start].isalnum():
        start += 1
    run = _RUN.match(outline, start, end)
    end = run.end() if run else start
    while end > start and not (outline[end - 1].isalnum() or outline[end - 1] in ".)"):
        end -= 1
    if outline[end - 1 : end] == ")" and outline.find("(", start, end) < 0:
        end -= 1
    return Span(start, end)


def _badges(doc: "Document") -> Iterator[Mention]:
    """Yield the badges that show a venue with its year."""
    for image in doc.images:
        shield = _SHIELD.match(image.url) if "/badge/" in image.url else None
        shown = _shown(shield[1]) if shield else image.text
        if any(map(str.isdigit, shown)) and len(shown) <= 60:
            for mention in dated_mentions(shown):
                if mention.start == 0 or mention.year_first:
                    start, end = image.span
                    yield mention._replace(start=start, end=end, year_start=start, year_end=end, wrapper=BADGE)
                    break


def _shown(badge: str) -> str:
    """Return what a badge shows, of the piece of its address that says so: `NeurIPS-2023-blue`."""
    from urllib.parse import unquote

    label = unquote(badge).replace("--", "\0").rpartition("-")[0]
    return label.replace("-", " ").replace("\0", "-").replace("_", " ")
