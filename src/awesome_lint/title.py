"""The title of an entry: where it begins, where it ends, and what a reader sees of it."""

import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from awesome_lint.atoms import Atom
from awesome_lint.cursor import DECORATION, Cursor
from awesome_lint.diagnostic import Span
from awesome_lint.names import are_names, names_and_year
from awesome_lint.patterns import lazy
from awesome_lint.plain_title import plain_end
from awesome_lint.tags import TAG_TEXT, YEAR, Tag, lead_tags, trimmed_edges

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.entry import Entry
    from awesome_lint.link import Link


class Part(NamedTuple):
    """A part of an entry: where it stands, markup around it left out, and what a reader sees of it."""

    span: Span
    text: str


class Reading(NamedTuple):
    """The beginning of an entry: title, the link that carries it, tags before it and inside its run, and its end."""

    title: Part
    link: "Link | None"
    tags: tuple[Tag, ...]
    end: int


_QUOTED = lazy(r"[\"“«《](?P<text>[^\"”»》\x00\x0b]{4,300})[\"”»》](?!\w)")
_QUOTE_AHEAD = lazy(r"[\x05-\x07]*\s?[:,]?[\x05-\x07]*\s{0,3}[\x05-\x07]*(?=[\"“«])")
_LINK_AHEAD = lazy(r"[\x05-\x07]*(?:\s{0,3}(?:[:：]|[-–—|](?=\s)))?[\x05-\x07]*\s{0,3}[\x05-\x07]*(?=\x01)")
_BLANK: Final = " \t\n\x05\x06\x07"
_ALONE = lazy(r"[\x05-\x07]*\s*(?:\Z|[\x0b\n\[(|,.;\x03\x04:]|[-–—]\s|\x01)")
_LEAD_IN_RUN = lazy(
    rf"\x0e?[\[(【](?P<tag>{TAG_TEXT})\s?\x0e?[\])】][\s:,-]{{0,3}}|(?P<glued>[A-Z][A-Za-z]{{1,11}}(?:19|20)\d\d)-(?=[A-Z])", re.I
)
_TAIL_OF_RUN = lazy(rf"[\s.,]{{0,3}}\x0e?[\[(（【](?P<tag>{TAG_TEXT}|(?-i:[A-Z])[^()\[\]]{{40,90}}?\s{YEAR})\s?\x0e?[\])）】(]\.?\Z|[.,?!]\s(?P<plain>{TAG_TEXT})\.?\Z", re.I)
_YEAR_BEHIND = lazy(r"[,.]?\s?\(?(?:19|20)\d\d[^()]{0,12}\)?[.,:]?\Z")
_TAIL_STARTS = lazy(r"[\[(（【]|[.,?!]\s")
_LONGEST_AUTHORS: Final = 400
_TRIMMED: Final = frozenset("\"“”«»《》,.:;，。：；\x0e")
_OPENERS: Final = frozenset("([（【「|·•-–—/")
_SYMBOLS: Final = frozenset({"So", "Sk", "Cf", "Mn", "Cn", "Zs"})


def read_title(entry: "Entry", head: Span) -> Reading:
    """Read the tags and the title at the beginning of `head`."""
    cursor = Cursor(entry, head)
    tags = lead_tags(cursor)
    here = cursor.skip()
    if not here:
        return Reading(Part(Span(head.start, head.start), ""), None, tuple(tags), head.start)
    if here in "[(" and cursor.outline[cursor.at + 1 : cursor.end].lstrip(_BLANK)[:1] == "\x01":
        cursor.at += 1  # `[[Title](url)]`
        here = cursor.skip()
    reading = _run(cursor) if here and here in "\x01\x04\x06\x07" else _quoted(cursor, cursor.at, None)
    if reading is None:
        reading = _plain(cursor)
    if not reading.title.text:
        reading = _first_link(cursor, head) or reading
    return reading._replace(tags=(*tags, *reading.tags))


def _first_link(cursor: Cursor, head: Span) -> Reading | None:
    """Read the first link that has words, where nothing before it is a title."""
    for link in cursor.links:
        if head.start <= link.span.start < head.end and link.text and any(map(str.isalnum, link.text)):
            return in_run(cursor.doc, link.text_span, link, link.span.end)
    return None


def _run(cursor: Cursor) -> Reading | None:
    """Read a title that is a link, or set in bold, italics or code."""
    atom = cursor.atom()
    if atom is None:
        return None
    link = cursor.link_of(atom)
    if link is None and atom.kind == "link":
        cursor.at = atom.end
        return None
    if link is None:
        ahead = _quote_behind(cursor, atom.end)
        if ahead is None and _sets_off(cursor, atom):
            ahead = _link_behind(cursor, atom.end)
        if ahead:
            return ahead
        return in_run(cursor.doc, Span(atom.start, atom.end), None, atom.end)
    if link.text_span.start == link.text_span.end or link.kind == "autolink":
        return Reading(Part(link.url_span, link.url), link, (), atom.end)
    if cursor.is_label(link) and _followed_by_title(cursor, atom):
        cursor.at = atom.end + (cursor.outline[atom.end] == ",")
        cursor.skip()
        return _quoted(cursor, cursor.at, None)
    return in_run(cursor.doc, link.text_span, link, atom.end)


def _sets_off(cursor: Cursor, atom: Atom) -> bool:
    """Whether a colon or a dash ends a run or follows it."""
    behind = cursor.outline[atom.end : atom.end + 3].lstrip(_BLANK)[:1]
    return behind in (":", "：", "-", "–", "—", "|") or cursor.outline[atom.start : atom.end].rstrip(_BLANK)[-1:] in (":", "：")


def _followed_by_title(cursor: Cursor, atom: Atom) -> bool:
    """Whether a label stands before a title: `[Paper](url) Attention Is All You Need`."""
    behind = cursor.outline[atom.end : atom.end + 3]
    word = behind.lstrip(", \x06\x07")[:1]
    return word.isupper() and cursor.title_follows(atom.end, 3)


def _quote_behind(cursor: Cursor, at: int) -> Reading | None:
    """Read the quoted title behind a name: `**Name**: "Long title"`."""
    ahead = _QUOTE_AHEAD.match(cursor.outline, at, cursor.end)
    return _quoted(cursor, ahead.end(), None) if ahead else None


def _link_behind(cursor: Cursor, at: int) -> Reading | None:
    """Read the linked title behind a name, where nothing else is there: `Name - [Long title](url)`."""
    ahead = _LINK_AHEAD.match(cursor.outline, at, cursor.end)
    link = cursor.link(ahead.end()) if ahead else None
    if link is None or link.kind == "bare" or not link.text or cursor.is_label(link):
        return None
    behind = cursor.outline[link.span.end : link.span.end + 4].lstrip(_BLANK)
    if not _ALONE.match(cursor.outline, link.span.end, cursor.end) and not behind[:1].isalpha():
        return None
    others = [other for other in cursor.links if other.span.start > link.span.start and other.span.end <= cursor.end]
    between = cursor.outline[link.span.end : others[0].span.start].strip(_BLANK) if others else ""
    if others and between in (",", "/", "|", "and", "&", "、", "·") and not cursor.is_label(others[0]):
        return None  # one of several
    return in_run(cursor.doc, link.text_span, link, link.span.end)


def _quoted(cursor: Cursor, at: int, link: "Link | None") -> Reading | None:
    match = _QUOTED.match(cursor.outline, at, cursor.end)
    if match is None:
        return None
    inside = link or cursor.link(match.start("text"))
    return in_run(cursor.doc, Span(*match.span("text")), inside, match.end())


def _plain(cursor: Cursor) -> Reading:
    """Read a title that nothing sets off."""
    start = cursor.at = cursor.at + names_and_year(cursor.outline, cursor.at, cursor.end)
    end, reason = plain_end(cursor)
    ahead = _quote_behind(cursor, end) if reason == "html" else None
    if reason == "separator" or (reason == "link" and cursor.outline[start:end].rstrip(_BLANK)[-1:] in (":", "：")):
        ahead = _link_behind(cursor, end)
    quote = _first_quote(cursor.outline, start, cursor.end) if ahead is None else -1
    if quote > start and _is_cited(cursor.outline[start:quote]):
        ahead = _quoted(cursor, quote, None)
    if ahead:
        return ahead
    span = _unwrapped(cursor.outline, trimmed(cursor.outline, start, end))
    return Reading(Part(span, cursor.doc.plain(*span)), None, (), end)


def _first_quote(outline: str, start: int, end: int) -> int:
    """Return where the first quotation mark stands, -1 where there is none."""
    straight, curly = outline.find('"', start, end), outline.find("“", start, end)
    return min(straight, curly) if straight >= 0 and curly >= 0 else max(straight, curly)


def _is_cited(before: str) -> bool:
    """Whether the text before a quotation mark is that of a citation or a name: `Lee, A., et al. "…"`, `Name: "…"`."""
    before = before.rstrip(_BLANK)
    if len(before) > _LONGEST_AUTHORS or before[-1:] not in (".", ",", ":"):
        return False
    return before[-1] == ":" or are_names(_YEAR_BEHIND.sub("", before))


def in_run(doc: "Document", span: Span, link: "Link | None", end: int) -> Reading:
    """Return the title inside a run or the text of a link: without the tags, quotes and citation around it."""
    outline = doc.outline
    start, stop = trimmed_edges(outline, *span)
    decoration = DECORATION.match(outline, start, stop)
    if decoration and decoration.end() < stop:
        start = decoration.end()
    tags = []
    start += names_and_year(outline, start, stop)
    text = outline[start:stop]
    lead = _LEAD_IN_RUN.match(outline, start, stop) if any(map(str.isdigit, text)) else None
    if lead and stop - lead.end() > 3:
        place = Span(*lead.span("tag" if lead["tag"] else "glued"))
        tags.append(Tag(place, doc.plain(*place), "bracket" if lead["tag"] else "dash"))
        start = lead.end()
    quote = _first_quote(outline, start, stop)
    quoted = _QUOTED.match(outline, quote, stop) if quote >= 0 else None
    if quoted and (quote == start or _is_cited(outline[start:quote])):
        start, stop = quoted.span("text")
    else:
        stop = _before_tail(outline, start, stop)
    trim = trimmed(outline, start, stop)
    return Reading(Part(trim, doc.plain(*trim)), link, tuple(tags), end)


def _before_tail(outline: str, start: int, stop: int) -> int:
    """Return where a title ends inside its run: before a tag that closes the run."""
    window = max(start + 3, stop - 120)
    if not any(map(str.isdigit, outline[window:stop])):
        return stop
    for place in _TAIL_STARTS.finditer(outline, window, stop):
        match = _TAIL_OF_RUN.match(outline, place.start(), stop)
        if match:
            return place.start()
    return stop


def trimmed(outline: str, start: int, end: int) -> Span:
    """Return a span without blanks, markup, quotation marks, emoji, and closing punctuation at its edges."""
    while start < end and (outline[start] in _TRIMMED or _is_blank(outline[start])):
        start += 1
    while end > start:
        last = outline[end - 1]
        if last == ":" and (name := _shortcode(outline, start, end)):
            end = name
        elif last in _TRIMMED or last in _OPENERS or _is_blank(last):
            end -= 1
        else:
            break
    return Span(start, end)


def _unwrapped(outline: str, span: Span) -> Span:
    """Return the inside of a span that is one pair of brackets, as a link that was not closed leaves it."""
    start, end = span
    if end - start > 2 and outline[start] in "[(" and outline.find("])"["[(".index(outline[start])], start, end) == end - 1:
        return Span(start + 1, end - 1)
    return span


def _is_blank(character: str) -> bool:
    """Whether a character is a blank, markup or an emoji; code, entities and URLs are none."""
    if character <= " ":
        return character not in "\x04\x0f\x10"
    return character > "\u2000" and unicodedata.category(character) in _SYMBOLS


def _shortcode(outline: str, start: int, end: int) -> int:
    """Return where the emoji's name begins that ends at `end`, 0 if none does."""
    at = outline.rfind(":", max(start, end - 32), end - 1)
    name = outline[at + 1 : end - 1]
    return at if at > start and name and name.replace("_", "").replace("-", "").replace("+", "").isalnum() and name.islower() else 0
