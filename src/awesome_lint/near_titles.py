"""Titles that are one, or one but for a slip, found without comparing each with all."""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from typing import TYPE_CHECKING, Final

from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.entries.entry import Entry

_WORDS = lazy(r"[^\W_]+")
_SHORTEST: Final = 28  # letters: a slip in a shorter title may make it another's
_END: Final = 10  # letters of a title's either end, of which one slip leaves one end whole
_FEW: Final = 6  # titles of one end to compare with: what more begin with says nothing
_SHORT_WORD: Final = 5  # letters of a word in which any other letter makes another word: 'II', 'GAN', 'text'
_SLIPS: Final = 1  # letters added, dropped, replaced or swapped in the one word that differs


class NearTitles:
    """The titles seen so far, by their ends; a title is compared with those that share an end of it."""

    def __init__(self) -> None:
        self._blocks: dict[tuple[str, str], list[tuple[str, Entry, Hashable]]] = defaultdict(list)

    def seen(self, title: str, entry: "Entry", place: Hashable) -> "Iterator[tuple[Entry, Hashable]]":
        """Yield the earlier entries whose titles are the same or a slip away, with their places, and remember this one.

        title: its letters and digits. To be exhausted, or the entry is not remembered.
        """
        if len(title) < _SHORTEST:
            return
        for end in ((title[:_END], ""), ("", title[-_END:])):
            block = self._blocks[end]
            for one, other, its in block:
                if one == title or (_may_be_slip(one, title) and is_slip(entry.title, other.title)):
                    yield other, its
            if len(block) < _FEW:
                block.append((title, entry, place))


def _may_be_slip(one: str, two: str) -> bool:
    """Whether two titles are as long, and a half of them is the same: cheap to tell, and most are not."""
    half = len(two) // 2 - _SLIPS
    return abs(len(one) - len(two)) <= _SLIPS and (one[:half] == two[:half] or one[-half:] == two[-half:])


def is_slip(one: str, two: str) -> bool:
    """Whether two titles are word for word the same but for a slip in one long word."""
    here, there = _WORDS.findall(one.casefold()), _WORDS.findall(two.casefold())
    if len(here) != len(there):
        return False
    unlike = [pair for pair in zip(here, there, strict=True) if pair[0] != pair[1]]
    if len(unlike) != 1:
        return False
    first, second = unlike[0]
    if min(len(first), len(second)) <= _SHORT_WORD or first[0] != second[0] or not (first + second).isalpha():
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(first, second, score_cutoff=_SLIPS) <= _SLIPS
