"""What an ambiguous tag means: told by its link, else by the field of the list's other venues."""

from collections import Counter
from typing import TYPE_CHECKING, Final

from awesome_lint.venues.evidence import evidence
from awesome_lint.venues.registry import registry

if TYPE_CHECKING:
    from awesome_lint.venues.tag import VenueTag
    from awesome_lint.venues.tags import VenueTags
    from awesome_lint.venues.venue import Sense, Venue

_VOTES: Final = 3  # venues of a field that make it the list's
_AHEAD: Final = 3  # so many times more than of another field in question


def senses(tag: "VenueTag") -> "tuple[Sense, ...]":
    """Return the meanings of a tag's name, venues without a row among them; empty where there is but one.

    There is but one where the tag names who holds the venue, as in ACM SIGAPP SAC.
    """
    if tag.reading is None or tag.reading.spelling != "right":
        return ()
    found = registry().senses(tag.text)
    return found if {sense.venue for sense in found if sense.venue} <= {venue.name for venue in tag.venues} else ()


def narrowed(tag: "VenueTag", tags: "VenueTags") -> "tuple[Venue, ...]":
    """Return the venues that a tag may mean; empty where a meaning without a row cannot be ruled out."""
    found = senses(tag)
    if not found:
        return tag.venues
    proven = {name for link in tag.entry.links if (proof := evidence(link.url)) for name in proof.venues}
    by_link = tuple(venue for venue in tag.venues if venue.name in proven)
    if by_link and len(by_link) < len(tag.venues):
        return by_link
    venues = tuple(venue for venue in tag.venues if _can_be_of(venue, tag.edition))
    names = {venue.name for venue in venues}
    found = tuple(sense for sense in found if not sense.venue or sense.venue in names)
    if len(found) < 2:
        return venues
    named = tuple(venue for venue in venues if venue.name in tags.sure)
    if len(named) == 1:
        return named
    votes = sorted(((tags.fields[sense.field], sense) for sense in found), key=_votes, reverse=True)
    most, likeliest = votes[0]
    others = max(count for count, sense in votes[1:])
    if most >= _VOTES and most >= _AHEAD * others:
        return tuple(venue for venue in venues if venue.name == likeliest.venue)
    return venues if all(sense.venue for sense in found) else ()


def _can_be_of(venue: "Venue", year: int | None) -> bool:
    """Whether a venue bore its name in a year."""
    return year is None or not (
        (venue.first_year and year < venue.first_year) or (venue.last_year and year > venue.last_year)
    )


def _votes(vote: "tuple[int, Sense]") -> int:
    return vote[0]


def sure_names(tags: "VenueTags") -> frozenset[str]:
    """Return the venues that the list names beyond doubt, by another spelling: ESEC/FSE beside FSE."""
    return frozenset(tag.venues[0].name for tag in tags.all if len(tag.venues) == 1 and not senses(tag))


def field_votes(tags: "VenueTags") -> Counter[str]:
    """Return how many tags there are of each field, those without a doubt counted."""
    return Counter(tag.venues[0].field for tag in tags.all if len(tag.venues) == 1 and not senses(tag))
