"""What a reader takes for the title inside a run: without the tags, quotes, citations and decoration around it."""

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Span
from awesome_lint.entries.cursor import DECORATION
from awesome_lint.entries.people import are_names, names_and_year
from awesome_lint.entries.tags import TAG_TEXT, YEAR, Tag, trimmed_edges
from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.link import Link


class Part(NamedTuple):
    """A part of an entry: where it stands, markup around it left out, and what a reader sees of it."""

    span: Span
    text: str


class Reading(NamedTuple):
    """The beginning of an entry: title, the link that carries it, the tags before it, and where it ends."""

    title: Part
    link: "Link | None"
    tags: tuple[Tag, ...]
    end: int


QUOTED = lazy(r"[\"“«《](?P<text>[^\"”»》\x00\x0b]{4,300})[\"”»》](?!\w)")
BLANK: Final = " \t\n\x05\x06\x07"
_LEAD = lazy(
    rf"\x0e?[\[(【](?P<tag>{TAG_TEXT})\s?\x0e?[\])】][\s:,-]{{0,3}}"
    r"|(?P<glued>(?-i:[A-Z])[A-Za-z]{1,11}(?:19|20)\d\d)-(?=[A-Za-z])",
    re.I,
)
_LONG_VENUE: Final = rf"(?-i:[A-Z])[^()\[\]]{{40,90}}?\s{YEAR}"
_TAIL = lazy(
    rf"[\s.,]{{0,3}}\x0e?[\[(（【](?:{TAG_TEXT}|{_LONG_VENUE})\s?\x0e?[\])）】(]\.?\Z"
    rf"|[.,?!]\s(?:{TAG_TEXT})(?:[\s(][^.\x00-\x1f]{{0,80}})?\.?\Z",
    re.I,
)
_TAIL_STARTS = lazy(r"[\[(（【]|[.,?!]\s")
_LONGEST_TAIL: Final = 120
_YEAR_AFTER = lazy(r"[,.]?\s?\(?(?:19|20)\d\d[^()]{0,12}\)?[.,:]?\Z")
_LONGEST_AUTHORS: Final = 400
_TRIMMED: Final = frozenset('"“”«»《》,.:;，。：；\x0e')
_LED_BY: Final = _TRIMMED - {"."}  # `.NET`
_OPENERS: Final = frozenset("([（【「|·•-–—/")
_SYMBOLS: Final = frozenset({"So", "Sk", "Cf", "Mn", "Cn", "Zs"})
_PAIRS: Final = {"[": "]", "(": ")"}


def in_run(doc: "Document", span: Span, link: "Link | None", end: int) -> Reading:
    """Return the title inside a run or the text of a link; `end` is where the run ends."""
    outline = doc.outline
    start, stop = trimmed_edges(outline, *span)
    decoration = DECORATION.match(outline, start, stop)
    if decoration and decoration.end() < stop:
        start = decoration.end()
    start += names_and_year(outline, start, stop)
    tags = []
    lead = _LEAD.match(outline, start, stop) if any(map(str.isdigit, outline[start:stop])) else None
    if lead and stop - lead.end() > 3:
        place = Span(*lead.span("tag" if lead["tag"] else "glued"))
        tags.append(Tag(place, doc.plain(*place), "bracket" if lead["tag"] else "dash"))
        start = lead.end()
    quote = first_quote(outline, start, stop)
    quoted = QUOTED.match(outline, quote, stop) if quote >= 0 else None
    if quoted and (quote == start or is_cited(outline[start:quote])):
        start, stop = quoted.span("text")
    else:
        stop = _before_tail(outline, start, stop)
    trim = unwrapped(outline, trimmed(outline, start, stop))
    return Reading(Part(trim, doc.plain(*trim)), link, tuple(tags), end)


def _before_tail(outline: str, start: int, stop: int) -> int:
    """Return where a title ends inside its run: before a tag that closes the run."""
    window = max(start + 3, stop - _LONGEST_TAIL)
    if not any(map(str.isdigit, outline[window:stop])):
        return stop
    for place in _TAIL_STARTS.finditer(outline, window, stop):
        if _TAIL.match(outline, place.start(), stop):
            return place.start()
    return stop


def first_quote(outline: str, start: int, end: int) -> int:
    """Return where the first quotation mark stands, -1 where there is none."""
    straight, curly = outline.find('"', start, end), outline.find("“", start, end)
    return min(straight, curly) if straight >= 0 and curly >= 0 else max(straight, curly)


def is_cited(before: str) -> bool:
    """Whether the text before a quotation mark is that of a citation or a name: `Lee, A., et al. "…"`, `Name: "…"`."""
    before = before.rstrip(BLANK)
    if len(before) > _LONGEST_AUTHORS or before[-1:] not in (".", ",", ":"):
        return False
    return before[-1] == ":" or are_names(_YEAR_AFTER.sub("", before))


def trimmed(outline: str, start: int, end: int) -> Span:
    """Return a span without spaces, markup, quotation marks, emoji, and closing punctuation at its edges."""
    while start < end and (outline[start] in _LED_BY or _says_nothing(outline[start])):
        start += 1
    while end > start:
        last = outline[end - 1]
        name = _shortcode(outline, start, end) if last == ":" else 0
        if name:
            end = name
        elif last in _TRIMMED or last in _OPENERS or _says_nothing(last):
            end -= 1
        else:
            break
    return Span(start, end)


def unwrapped(outline: str, span: Span) -> Span:
    """Return the inside of a span that is one pair of brackets, as a link that was not closed leaves it."""
    start, end = span
    close = _PAIRS.get(outline[start : start + 1])
    return Span(start + 1, end - 1) if close and outline.find(close, start, end) == end - 1 > start + 1 else span


def _says_nothing(character: str) -> bool:
    """Whether a character is a space, markup or an emoji; code, entities and URLs are none."""
    if character <= " ":
        return character not in "\x04\x0f\x10"
    return character > "\u2000" and unicodedata.category(character) in _SYMBOLS


def _shortcode(outline: str, start: int, end: int) -> int:
    """Return where the emoji's name begins that ends at `end`, 0 if none does."""
    at = outline.rfind(":", max(start, end - 32), end - 1)
    name = outline[at + 1 : end - 1]
    bare = name.replace("_", "").replace("-", "").replace("+", "")
    return at if at > start and name.islower() and bare.isalnum() else 0
