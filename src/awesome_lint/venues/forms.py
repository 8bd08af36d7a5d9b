"""How a list puts the name and the year of its venue tags together, and the edits that make one form of another."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Edit, Fix, Span
from awesome_lint.habits.vote import Habit, Vote
from awesome_lint.patterns import lazy
from awesome_lint.venues.mentions import BADGE
from awesome_lint.venues.spelling import right_spelling

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.entries.entry import Entry
    from awesome_lint.venues.tag import VenueTag

POINT: Final = "venue-form"
_FORM = lazy(r"(?:V(?P<between>\D*?)(?P<year>'?\s?(?:YY){1,2})|(?P<first>'?(?:YY){1,2})(?P<join>\D+)V)\Z")
_ODD_SEPARATORS: Final = frozenset("(.)")  # what parts a sentence from a year
_WITH_COMMA: Final = frozenset({"V, YYYY", "V, 'YY"})
_CITING: Final = ("In ", "in ", "Proc", "proc")  # how a citation names a venue, in a form that is not the list's
_BLANKS = lazy(r"\s+")


def ballot(entry: "Entry") -> Vote | None:
    """Return how an entry's first whole tag is put together; tags with a month and those in columns vote apart."""
    tag = next((tag for tag in entry.doc.venue_tags.of(entry) if _votes(tag)), None)
    return Vote(_shape(tag), form(tag)) if tag else None


def _votes(tag: "VenueTag") -> bool:
    """Whether a tag has a form that a list can make its own: name and year with nothing else between them."""
    if tag.year is None or not tag.whole or tag.mention.wrapper == BADGE:
        return False
    if _ODD_SEPARATORS & set(tag.mention.separator) or "version" in tag.qualifiers:
        return False
    return not tag.mention.text.startswith(_CITING) and not _has_subtitle(tag)


def _has_subtitle(tag: "VenueTag") -> bool:
    """Whether a tag in brackets goes on after a colon, as the name of proceedings does: "[Sensors 2022: Systems]"."""
    return tag.mention.wrapper in ("[", "(") and tag.entry.doc.text.startswith(": ", tag.span.end)


def _has_slipped(tag: "VenueTag") -> bool:
    """Whether a period parts name and year as in "ICML. 2020", which in a list that puts a comma there is a slip."""
    return tag.year is not None and tag.whole and tag.mention.separator == ". " and not tag.mention.year_first


def _shape(tag: "VenueTag") -> str:
    if tag.mention.month:
        return "with-month"
    return "in-column" if tag.entry.columns else "beside-title"


def form(tag: "VenueTag") -> str:
    """Return the form of a tag, any space as one: "V'YY", "V YYYY", "YYYY-V"."""
    return _BLANKS.sub(" ", tag.form)


def odd_tags(doc: "Document") -> "Iterator[tuple[VenueTag, Habit]]":
    """Yield the tags that are put together in another way than the list's habit, with the habit."""
    if not doc.venue_tags.awake:
        return
    poll = doc.style.poll(POINT)
    for entry in doc.venue_tags.entries if poll.habits else ():
        own = [tag for tag in doc.venue_tags.of(entry) if tag.reading and not tag.mention.month]
        tags = [tag for tag in own if _votes(tag)] or [tag for tag in own[:1] if _has_slipped(tag)]
        for tag in tags:
            vote = Vote(_shape(tag), form(tag))
            habit = poll.habits.get(vote.shape)
            if (
                habit is None
                or habit.value == vote.value
                or (_has_slipped(tag) and habit.value not in _WITH_COMMA)
                or tag.mention.wrapper != tags[0].mention.wrapper
            ):
                continue
            if not doc.style.is_sections_way(POINT, entry, vote) and not tag.is_title:
                yield tag, habit


def reform(tag: "VenueTag", wanted: str) -> tuple[str, Fix | None]:
    """Return a tag in another form with its venue spelt right, and the fix; the form itself where it has more parts."""
    match = _FORM.match(wanted)
    mention = tag.mention
    if match is None or tag.year is None:
        return wanted, None
    digits = match["year"] or match["first"]
    year = digits.replace("YYYY", str(tag.year)).replace("YY", f"{tag.year % 100:02d}")
    before, after = (year + match["join"], "") if match["first"] else ("", match["between"] + year)
    name, respelt = _spelt(tag)
    shown = before + name + after
    if bool(match["first"]) != mention.year_first:
        if not tag.is_prose:
            return shown, None
        edits = [Edit(tag.span, shown)]
    elif mention.year_first:
        edits = [Edit(Span(mention.year_start, mention.start), before), *respelt]
    else:
        edits = [*respelt, Edit(Span(mention.end, mention.year_end), after)]
    return shown, Fix(f"Write '{shown}'", tuple(edits), "safe" if tag.is_prose else "unsafe")


def _spelt(tag: "VenueTag") -> tuple[str, list[Edit]]:
    """Return a tag's name with its venue spelt right, and the edit that does it, if any."""
    mention, reading, doc = tag.mention, tag.reading, tag.entry.doc
    name = doc.plain(mention.start, mention.end)
    if reading is None or reading.spelling not in ("case", "slip", "swap"):
        return name, []
    right = right_spelling(tag, doc.venue_tags)
    return name.replace(tag.text, right, 1), [Edit(tag.venue_span, right)]
