"""How a list should spell its venues: the right form of a wrong name, and the wrong names it writes."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Edit, Fix, Safety
from awesome_lint.named import NamedTuple
from awesome_lint.venues.mentions import BADGE
from awesome_lint.venues.registry import registry, respelling

if TYPE_CHECKING:
    from awesome_lint.venues.tag import VenueTag
    from awesome_lint.venues.tags import VenueTags
    from awesome_lint.venues.venue import Venue

_TITLE_BLANKS: Final = 3


class Miswritten(NamedTuple):
    """A wrong spelling that a list writes: its tags, how it should be written, and how often the list does so."""

    wrong: str
    right: str
    tags: "list[VenueTag]"
    others: int


def right_spelling(tag: "VenueTag", tags: "VenueTags") -> str:
    """Return how a tag's venue should be written: as the list itself does, else as the registry does."""
    reading = tag.reading
    assert reading is not None
    if reading.own:
        return reading.own
    folded, venue = tag.text.casefold(), reading.venues[0]
    own = Counter(other.text for other in tags.voters if _is_right(other, venue) and other.text.casefold() == folded)
    return max(own, key=own.__getitem__) if own else respelling(venue, tag.text)


def _is_right(tag: "VenueTag", venue: "Venue") -> bool:
    return tag.reading is not None and tag.reading.spelling == "right" and tag.venues[0] is venue


def miscased(tags: "VenueTags") -> Iterator[Miswritten]:
    """Yield the names in a wrong letter case, in source order of their first use.

    A full title is left alone: citations write it as a sentence.
    """
    found: dict[str, list[VenueTag]] = {}
    for tag in tags:
        if tag.reading and tag.reading.spelling == "case" and tag.text.count(" ") < _TITLE_BLANKS:
            found.setdefault(tag.text, []).append(tag)
    for wrong, wrongly in found.items():
        right = right_spelling(wrongly[0], tags)
        if right != wrong:
            yield Miswritten(wrong, right, wrongly, tags.spellings[right])


def minorities(tags: "VenueTags", least: int, share: float) -> Iterator[Miswritten]:
    """Yield the right spellings that differ by letter case from the one to which the list keeps."""
    votes = _forms(tags.voters)
    for folded, here in (_forms(tags) if tags.voters is not tags else votes).items():
        counts = votes.get(folded, Counter())
        if len(counts | here) < 2 or counts.total() < least:
            continue
        right = max(counts, key=counts.__getitem__)
        count = counts[right]
        for name in here if count >= share * counts.total() else ():
            if name != right:
                yield Miswritten(name, right, [tag for tag in tags if tag.text == name], count)


def _forms(tags: "VenueTags") -> dict[str, Counter[str]]:
    """Return how often each right spelling of one venue is written, by the letters that they share."""
    forms: dict[str, Counter[str]] = {}
    for tag in tags:
        if tag.reading and tag.reading.spelling == "right" and len(tag.venues) == 1:
            forms.setdefault(tag.text.casefold(), Counter())[tag.text] += 1
    return forms


def near_miss(tag: "VenueTag") -> "tuple[Venue, str] | None":
    """Return the venue that a long name is one slip from, and the right spelling; a guess."""
    venue = registry().near(tag.text) if tag.reading is None and tag.whole else None
    return (venue, respelling(venue, tag.text)) if venue else None


def rewrite(tag: "VenueTag", right: str, safety: Safety = "safe") -> Fix | None:
    """Return the fix that writes a tag's venue right; None for a badge, whose address would have to change."""
    if tag.mention.wrapper == BADGE:
        return None
    return Fix(f"Write '{right}'", (Edit(tag.venue_span, right),), safety if tag.is_prose else "unsafe")
