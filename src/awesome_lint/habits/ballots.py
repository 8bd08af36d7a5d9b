"""How an entry votes at each point of form."""

from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Span
from awesome_lint.habits.vote import Ballot, Vote, vote
from awesome_lint.markdown import outline as marks
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.entries.entry import Entry

_BLANKS = lazy(r"[\s\x00]+")
_UNPARTED = lazy(r"[\x06\x07]*(?P<gap> +[-–—:]{0,2}|(?=[A-Z][a-z]* ))(?P<word>[^\W\d_]\w*)")
_SHORTCODES = lazy(r":[a-z][a-z0-9_+-]*:|\W+")
_SENTENCES = lazy(r"[.!?]\s+[A-Z]")
_ABBREVIATED = lazy(r"\b(?:etc|e\.g|i\.e|Inc|Ltd|Co|Corp|al|Jr|Sr|vs|[^\W\d_])\.\Z")
_LONGEST_ABBREVIATION: Final = 6  # with its period and the character before it
_REMARK = lazy(r"[.!?…)\]]\s*\([^()]*\)\Z|[.!?…]\)\Z")  # a sentence of its own in parentheses, or cut off in them
_NUMBER = lazy(r" (?!(?:19|20)\d\d\Z)[A-Za-z+]*[\d./]*\d\Z")
_FEWEST_WORDS: Final = 4
_PERIODS: Final = ".。"
_LINE_BREAKS: Final = ("", "\n", marks.BREAK, marks.NO_PROSE)


def _marker(entry: "Entry") -> Vote | None:
    """The bullet, by depth: many lists alternate it."""
    if entry.kind != "bullet" or entry.item is None:
        return None
    return vote(f"depth-{entry.item.depth}", entry.item.marker)


def _separator(entry: "Entry") -> Vote | None:
    """What parts a linked title from its description, spaces included."""
    parts = entry.parts
    if not parts.title_link or not parts.separator or not parts.description or parts.separator.text in ",，":
        return None
    span = parts.separator.span
    if entry.doc.outline[span.end : span.end + 1] in _LINE_BREAKS:
        return None
    # How many spaces there are, and of which kind, is for the text rules to say.
    return vote("linked-title", _BLANKS.sub(" ", entry.doc.outline[span.start : span.end]))


def _separated(entry: "Entry") -> Vote | None:
    """Whether anything parts a linked title from the words after it."""
    parts = entry.parts
    if not parts.title_link or not parts.description or entry.kind == "row":
        return None
    if parts.separator:
        return None if parts.separator.text in ",，" else vote("linked-title", "yes")
    return vote("linked-title", "no") if missing_separator(entry) else None


def missing_separator(entry: "Entry") -> tuple[Span, Span] | None:
    """Return (the gap between a linked title and the words after it, the first of them), None where both are apart.

    The gap holds spaces, or a mark that lacks the space after it, or nothing.
    """
    link = entry.parts.title_link
    if link is None or not link.is_web:
        return None
    if _SHORTCODES.sub("", entry.doc.plain(entry.head.start, link.span.start)):
        return None  # something is said before the link, so that what follows goes on with it
    match = _UNPARTED.match(entry.doc.outline, link.span.end, entry.head.end)
    return (Span(*match.span("gap")), Span(*match.span("word"))) if match else None


def _final_period(entry: "Entry") -> Vote | None:
    """Whether a description ends with a period; other punctuation says nothing."""
    parts = entry.parts
    if not parts.title_link or not parts.description or not parts.separator or entry.kind == "row":
        return None
    end = parts.description.span.end
    last = entry.doc.outline[end - 1]
    if last in _PERIODS:
        if _ABBREVIATED.search(parts.description.text[-_LONGEST_ABBREVIATION:]):
            return None
    elif not last.isalnum() or last.isdigit() or _SENTENCES.search(parts.description.text):
        return None
    shape = "at-end" if _is_at_end(entry, end) else "before-links"
    return vote(shape, last if last in _PERIODS else "none")


def _is_at_end(entry: "Entry", end: int) -> bool:
    """Whether an entry ends where its description does; a comment after it does not show on the page."""
    return end >= entry.head.end - 1 or not entry.doc.outline[end : entry.head.end].strip(f" {marks.NO_PROSE}")


def lacks_period(entry: "Entry") -> bool | None:
    """Whether a description with an end that has no vote lacks a period, None where nothing can be said.

    Such ends are a parenthesis, a number, and the last of several sentences: in a list that writes periods they have
    one too, and in one that writes none they tell nothing.
    """
    parts = entry.parts
    if not parts.title_link or not parts.description or not parts.separator or entry.kind == "row":
        return None
    text, (start, end) = parts.description.text, parts.description.span
    outline = entry.doc.outline
    ends = outline[end - 1] in _PERIODS
    last = outline[end - 2] if ends else outline[end - 1]
    # Most ends are a word's, and the end of the one sentence there is.
    special = last == ")" or (last.isdigit() and (ends or _NUMBER.search(outline, start, end)))
    if not special and not ((ends or last.isalpha()) and _SENTENCES.search(text)):
        return None
    if not _is_at_end(entry, end) or _REMARK.search(text) or len(text.split()) < _FEWEST_WORDS:
        return None
    return not ends


def _capital(entry: "Entry") -> Vote | None:
    """The case of a description's first letter, where it has one."""
    parts = entry.parts
    if not parts.title_link or not parts.separator or not parts.description or entry.kind == "row":
        return None
    first = entry.doc.outline[parts.description.span.start]
    if not first.isalpha() or first.lower() == first.upper():
        return None
    return vote("after-separator", "upper" if first.isupper() else "lower")


def _authors(entry: "Entry") -> Vote | None:
    """How the clause of authors begins."""
    clause = entry.parts.by
    if not clause:
        return None
    return vote("clause", clause.text[:2])


def _venue_form(entry: "Entry") -> Vote | None:
    """How the entry's venue tag puts name and year together."""
    from awesome_lint.venues.forms import ballot

    return ballot(entry)


BALLOTS: Final[dict[str, Ballot]] = {
    "marker": _marker,
    "separator": _separator,
    "separated": _separated,
    "final-period": _final_period,
    "capital": _capital,
    "authors": _authors,
    "venue-form": _venue_form,
}
