"""Which years a venue's tag cannot have."""

from typing import TYPE_CHECKING, Final

from awesome_lint.named import NamedTuple

if TYPE_CHECKING:
    from awesome_lint.venues.tag import VenueTag
    from awesome_lint.venues.tags import VenueTags
    from awesome_lint.venues.venue import Venue

_ROLLING: Final = ("journal", "preprint")
_YOUNG: Final = 2015
_WORKSHOP_YEARS: Final = 8


class Impossible(NamedTuple):
    """Why a year is impossible; future: because it has not come yet."""

    message: str
    future: bool = False


def impossible(tag: "VenueTag", tags: "VenueTags", this_year: int) -> Impossible | None:
    """Return why a tag's year is impossible for every venue that the tag may mean, None where it is possible."""
    year = tag.edition
    if year is None or not tag.reading or tag.mention.month:
        return None
    if year > this_year + 1:
        return Impossible(f"{tag.text} {year} is yet to come", True)
    # A former name in a later year, and a name that may be mistyped, are for other rules to judge.
    if tag.reading.spelling in ("former", "slip", "swap") or not tag.whole:
        return None
    venues = tags.meaning(tag)
    reasons = [_reason(venue, tag.text, year) for venue in venues]
    return Impossible(reasons[0]) if reasons and all(reasons) else None


def _reason(venue: "Venue", name: str, year: int) -> str:
    """Return why a venue cannot have been held under a name in a year, '' where it can."""
    if name not in (venue.name, venue.title, *venue.accepted):
        return ""  # of a former name, whose years are others
    if venue.first_year and year < venue.first_year - _grace(venue) and venue.kind != "workshop":
        return f"there was no {name} {year}: the first was in {venue.first_year}"
    if venue.last_year and year > venue.last_year and year not in venue.held:
        return f"there was no {name} {year}: the last was in {venue.last_year}"
    if venue.kind in _ROLLING or not venue.held:
        return ""
    if min(venue.held) < year < max(venue.held) and year not in venue.held and year not in venue.inferred:
        before = max(other for other in venue.held if other < year)
        after = min(other for other in venue.held if other > year)
        return f"{name} was not held in {year}, but in {before} and {after}"
    return ""


def _grace(venue: "Venue") -> int:
    """Return how many years before its first edition a venue may have been a workshop of its name elsewhere."""
    return _WORKSHOP_YEARS if venue.first_year and venue.first_year >= _YOUNG else 0
