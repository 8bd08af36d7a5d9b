"""A list's own spellings of venues, by which slips are told that are too near to other names to be told in general."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from awesome_lint.venues.names import Reading, around, name_spans

if TYPE_CHECKING:
    from awesome_lint.venues.tag import VenueTag
    from awesome_lint.venues.venue import Venue

_OFTEN: Final = 4  # so often a list must write a name before another can be a slip of it
_RARER: Final = 4  # so many times rarer the slip must be
_SHORTEST: Final = 4  # of a name in which two letters can be swapped by mistake


class OwnSpellings:
    """The spellings that a list uses often, and the names that are one slip from them."""

    def __init__(self, tags: "Iterable[VenueTag]") -> None:
        counts: Counter[str] = Counter()
        self._unknown: Counter[str] = Counter()
        venues: dict[str, tuple[Venue, ...]] = {}
        for tag in tags:
            if tag.reading and tag.reading.spelling in ("right", "former"):
                counts[tag.text] += 1
                venues.setdefault(tag.text, tag.venues)
            elif tag.reading is None:
                self._unknown[tag.text] += 1
        self._counts = counts
        self._venues = venues
        self._folded: dict[str, str] = {}
        self._swapped: dict[str, str] = {}
        for name, count in counts.most_common():
            if count < _OFTEN:
                break
            folded = name.casefold()
            self._folded.setdefault(folded, name)
            for at in range(len(folded) - 1 if len(folded) >= _SHORTEST else 0):
                swapped = folded[:at] + folded[at + 1] + folded[at] + folded[at + 2 :]
                self._swapped.setdefault(swapped, name)

    def read(self, text: str) -> Reading | None:
        """Return what a name means that the registry does not know, None where the list's spellings do not tell."""
        for start, end in name_spans(text):
            folded = text[start:end].casefold()
            own = self._folded.get(folded)
            if own:
                return Reading(start, end, "case", self._venues[own], around(text, start, end), own)
            own = self._swapped.get(folded)
            if own and self._counts[own] >= _RARER * self._unknown[text]:
                return Reading(start, end, "swap", self._venues[own], around(text, start, end), own)
        return None
