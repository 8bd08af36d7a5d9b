"""The title of an entry: where it begins, and what carries it."""

from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Span
from awesome_lint.entries.atoms import Atom
from awesome_lint.entries.cursor import Cursor
from awesome_lint.entries.people import names_and_year
from awesome_lint.entries.plain_title import plain_end
from awesome_lint.entries.tags import is_tag_text, lead_tags
from awesome_lint.entries.title_text import (
    BLANK,
    QUOTED,
    Part,
    Reading,
    first_quote,
    in_run,
    is_cited,
    trimmed,
    unwrapped,
)
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.entries.entry import Entry
    from awesome_lint.link import Link

_QUOTE_AHEAD = lazy(r"[\x05-\x07]*\s?[:,]?[\x05-\x07]*\s{0,3}[\x05-\x07]*(?=[\"“«])")
_LINK_AHEAD = lazy(r"[\x05-\x07]*(?:\s{0,3}(?:[:：]|[-–—|](?=\s)))?[\x05-\x07]*\s{0,3}[\x05-\x07]*(?=\x01)")
_ALONE = lazy(r"[\x05-\x07]*\s{0,3}(?:\Z|[\x0b\n\[(|,.;\x03\x04:]|[-–—]\s|\x01)")
_BETWEEN_SEVERAL: Final = frozenset({",", "/", "|", "and", "&", "、", "·"})
_RUNS: Final = "\x01\x04\x06\x07"
_WORDS_OF_A_LEAD_IN: Final = 3
_COLONS: Final = (":", "：")


def read_title(entry: "Entry", head: Span) -> Reading:
    """Read the tags and the title at the beginning of `head`."""
    cursor = Cursor(entry, head)
    tags = lead_tags(cursor)
    here = cursor.skip()
    if not here:
        return Reading(Part(Span(head.start, head.start), ""), None, tuple(tags), head.start)
    if here in "[(" and cursor.outline[cursor.at + 1 : cursor.end].lstrip(BLANK)[:1] == "\x01":
        cursor.at += 1  # `[[Title](url)]`
        here = cursor.skip()
    reading = _run(cursor) if here and here in _RUNS else _quoted(cursor, cursor.at)
    if reading is None:
        reading = _plain(cursor)
    if not reading.title.text:
        reading = _first_link(cursor, head) or reading
    return Reading(reading.title, reading.link, (*tags, *reading.tags), reading.end) if tags else reading


def _first_link(cursor: Cursor, head: Span) -> Reading | None:
    """Read the first link that has words, where nothing before it is a title."""
    for link in cursor.links:
        if head.start <= link.span.start < head.end and any(map(str.isalnum, link.text)):
            return in_run(cursor.doc, link.text_span, link, link.span.end)
    return None


def _run(cursor: Cursor) -> Reading | None:
    """Read a title that is a link, or set in bold, italics or code."""
    atom = cursor.atom()
    link = cursor.link_of(atom) if atom else None
    if atom is None or (link is None and atom.kind == "link"):
        cursor.at = atom.end if atom else cursor.at
        return None
    if link:
        return _linked(cursor, atom, link)
    after = _quote_after(cursor, atom.end)
    if after is None and _sets_off(cursor, atom):
        after = _link_after(cursor, atom.end)
    return after or in_run(cursor.doc, Span(atom.start, atom.end), None, atom.end)


def _linked(cursor: Cursor, atom: Atom, link: "Link") -> Reading | None:
    """Read a title that is a link; a label before a title is passed over."""
    if link.kind in ("bare", "autolink"):
        return Reading(Part(link.url_span, link.url), link, (), atom.end)
    if cursor.is_label(link) and _followed_by_title(cursor, atom):
        cursor.at = atom.end + (cursor.outline[atom.end] == ",")
        cursor.skip()
        return _quoted(cursor, cursor.at)
    return in_run(cursor.doc, link.text_span, link, atom.end)


def _sets_off(cursor: Cursor, atom: Atom) -> bool:
    """Whether a colon or a dash ends a run or follows it."""
    after = cursor.outline[atom.end : atom.end + 3].lstrip(BLANK)[:1]
    last = cursor.outline[atom.start : atom.end].rstrip(BLANK)[-1:]
    return last in _COLONS or after in (*_COLONS, "-", "–", "—", "|")


def _followed_by_title(cursor: Cursor, atom: Atom) -> bool:
    """Whether a label stands before a title: `[Paper](url) Attention Is All You Need`."""
    word = cursor.outline[atom.end : atom.end + 3].lstrip(", \x06\x07")[:1]
    return word.isupper() and cursor.title_follows(atom.end, 3)


def _quote_after(cursor: Cursor, at: int) -> Reading | None:
    """Read the quoted title after a name: `**Name**: "Long title"`."""
    ahead = _QUOTE_AHEAD.match(cursor.outline, at, cursor.end)
    return _quoted(cursor, ahead.end()) if ahead else None


def _link_after(cursor: Cursor, at: int) -> Reading | None:
    """Read the linked title after a name, where nothing else is there: `Name - [Long title](url)`."""
    ahead = _LINK_AHEAD.match(cursor.outline, at, cursor.end)
    link = cursor.link(ahead.end()) if ahead else None
    if link is None or link.kind == "bare" or not link.text or cursor.is_label(link):
        return None
    rest = cursor.outline[link.span.end : link.span.end + 4].lstrip(BLANK)
    if not _ALONE.match(cursor.outline, link.span.end, cursor.end) and not rest[:1].isalpha():
        return None
    after = next((other for other in cursor.links if link.span.end <= other.span.start < cursor.end), None)
    if after and not cursor.is_label(after):
        between = cursor.outline[link.span.end : after.span.start].strip(BLANK)
        if between in _BETWEEN_SEVERAL:
            return None  # one of several
    return in_run(cursor.doc, link.text_span, link, link.span.end)


def _quoted(cursor: Cursor, at: int) -> Reading | None:
    """Read a title in quotation marks."""
    match = QUOTED.match(cursor.outline, at, cursor.end)
    if match is None:
        return None
    end = match.end()
    while end < cursor.end and cursor.outline[end] in "\x06\x07":  # the run that the quotes stand in
        end += 1
    return in_run(cursor.doc, Span(*match.span("text")), cursor.link(match.start("text")), end)


def _leads_in(cursor: Cursor, at: int) -> bool:
    """Whether a text only leads in to the link at `at`: `Blog: [Title](url)`, `From [Title](url)`."""
    before = cursor.outline[cursor.at : at].rstrip(BLANK)
    if before[-1:] in _COLONS:
        return True
    link = cursor.link(at)
    if link is None or link.text[:1] in ("[", "(", "\\", "`") or is_tag_text(link.text):
        return False  # a label or a tag after a short title
    return before[-1:].isalnum() and len(before.split()) <= _WORDS_OF_A_LEAD_IN


def _plain(cursor: Cursor) -> Reading:
    """Read a title that nothing sets off."""
    outline = cursor.outline
    start = cursor.at = cursor.at + names_and_year(outline, cursor.at, cursor.end)
    end, reason = plain_end(cursor)
    ahead = None
    if reason == "html":
        ahead = _quote_after(cursor, end)
    elif reason == "separator" or (reason == "link" and _leads_in(cursor, end)):
        ahead = _link_after(cursor, end)
    quote = first_quote(outline, start, cursor.end) if ahead is None else -1
    if quote > start and is_cited(outline[start:quote]):
        ahead = _quoted(cursor, quote)
    if ahead:
        return ahead
    opened = outline.find("(", start + 2, end) if reason == "link" else -1
    if opened >= 0 and outline.find(")", opened, end) < 0:
        end = opened  # `Title (see [this](url))`
    span = unwrapped(outline, trimmed(outline, start, end))
    return Reading(Part(span, cursor.doc.plain(*span)), None, (), end)
