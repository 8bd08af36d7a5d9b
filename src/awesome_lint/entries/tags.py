"""Tags: what stands beside a title and says where or when, such as `[NeurIPS'22]` or `(CVPR 2020)`."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from awesome_lint.diagnostic import Span
from awesome_lint.entries.atoms import Atom, is_label
from awesome_lint.entries.cursor import Cursor
from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.link import Link

TagForm = Literal["bracket", "paren", "code", "strong", "emphasis", "link", "dash", "date", "plain", "badge"]

YEAR: Final = r"(?:19|20)\d\d"
_TWO_DIGITS: Final = r"[\x27’‘]\s?\d\d"
_NUMBERS: Final = r"(?:[./-]\d{1,2}){0,2}"
# A name with its year, or a date. A term ("Spring 2019") is not one: it belongs to the name of a course.
TAG_TEXT: Final = (
    r"(?!(?:spring|summer|fall|autumn|winter)\b)"
    rf"(?:[A-Za-z][\w&@/ .:+-]{{0,40}}?[\s,\x27’‘-]{{0,3}}(?:{YEAR}|{_TWO_DIGITS})\b{_NUMBERS}"
    r"(?:,?\s[A-Za-z-]{2,15}){0,3}"
    rf"|{YEAR}{_NUMBERS}(?:[\s,-]{{1,2}}[A-Za-z][\w&@/ .-]{{0,30}})?"
    rf"|\d\d[./-]{YEAR})"
)
TWO_DIGITS: Final = lazy(r"\d\d")  # without which nothing is a tag
_WHOLE = lazy(rf"[\[(（【]?\s?{TAG_TEXT}\s?[\])）】]?\Z", re.I)
_IN_TEXT = lazy(
    r"\x0e?\[(?P<bracket>[^\[\]\n\x00-\x05\x0b]{1,60})\x0e?\](?![(\[])"
    r"|[【［](?P<wide>[^\[\]【】\n\x00-\x05\x0b]{1,60})[】］]"
    r"|\((?P<paren>[^()\n\x00-\x05\x0b]{2,40})\)(?=[\s\x00-\x10])"
    rf"|(?P<dash>{YEAR}(?:\.\d{{1,2}})?-[A-Z][\w&/ .]{{1,20}}|{YEAR}\.\d{{1,2}}|[A-Z][A-Za-z]{{1,11}}{YEAR})-"
    r"(?=[\x01\w\"“])"
    rf"|(?P<plain>[A-Za-z][\w&@-]{{1,14}}\s{YEAR}(?:\.\d{{1,2}})?)(?=,\s[\x06\x07]*[A-Z])"
    rf"|(?P<date>{YEAR}(?:[-./]\d\d?){{0,2}}(?:,?\s[A-Z][a-z]{{2,8}})?)(?=\s{{0,3}}[-:|,–—]?[\s\x01\x06])"
)
_EDGE: Final = "\x06\x07\x08\x0e \n"
_WORDS_OF_A_TAG: Final = 4
_AFTER: Final = lazy(r"[\x05-\x07]*\s{0,3}(?:[-–—|:,，：](?=[\s\x01\x05-\x07]|\Z))?")
_TITLE_NEXT = lazy(r"[\x05-\x07]*\s?(?:,\s?|[-–—:|]\s?(?=[\x05-\x07]*[\x01\"“]))?[\x05-\x07]*[\w\x01\"“]")
_LINKS_IN_BRACKETS = lazy(r"\x0e?\[(\x01[^\x01\x02]*\x02+)(?:,\s?\x01[^\x01\x02]*\x02+)*\x0e?\]")


class Tag(NamedTuple):
    """A tag: the span and text inside its wrapper, the wrapper's form, and the link that carries it, if any."""

    span: Span
    text: str
    form: TagForm
    link: "Link | None" = None


@lru_cache(1000)  # a list has few tags, and has them often
def is_tag_text(text: str) -> bool:
    """Whether a text is a name with its year, or a date: "NeurIPS'22", "(CVPR 2020 Oral)", "2023-08"."""
    return len(text) <= 62 and any(map(str.isdigit, text)) and _WHOLE.match(text) is not None


def lead_tags(cursor: Cursor) -> list[Tag]:
    """Read the tags before a title, and leave the cursor after them."""
    tags: list[Tag] = []
    while here := cursor.skip():
        tag = _linked_in_brackets(cursor) if here in "[\x0e" else None
        if tag is None and here in "\x01\x04\x06\x07":
            tag = _run_tag(cursor)
        elif tag is None:
            tag = _text_tag(cursor)
        if tag is None:
            break
        tags.append(tag)
        after = _AFTER.match(cursor.outline, cursor.at, cursor.end)
        cursor.at = after.end() if after else cursor.at
    return tags


def _linked_in_brackets(cursor: Cursor) -> Tag | None:
    """Read `[[NeurIPS'22](url)]` before a title."""
    match = _LINKS_IN_BRACKETS.match(cursor.outline, cursor.at, cursor.end)
    link = cursor.link(match.start(1)) if match else None
    if match is None or link is None or not cursor.title_follows(match.end()):
        return None
    cursor.at = match.end()
    return Tag(link.text_span, cursor.doc.plain(*link.text_span), "link", link)


def _text_tag(cursor: Cursor) -> Tag | None:
    match = _IN_TEXT.match(cursor.outline, cursor.at, cursor.end)
    if match is None or not match.lastgroup:
        return None
    span = trimmed_edges(cursor.outline, *match.span(match.lastgroup))
    text = cursor.doc.plain(*span)
    if not text or not cursor.title_follows(match.end(), 1 if is_tag_text(text) else 2):
        return None
    cursor.at = match.end()
    return Tag(span, text, "bracket" if match.lastgroup == "wide" else match.lastgroup)  # type: ignore[arg-type]


def _run_tag(cursor: Cursor) -> Tag | None:
    """Read a bold, italic, code or linked run that is a tag."""
    atom = cursor.atom()
    if atom is None or atom.end - atom.start > 800:  # a link's address counts
        return None
    text = cursor.doc.plain(atom.start, atom.end)
    bracketed = text[:1] + text[-1:] in ("[]", "()", "【】") and len(text) <= 62
    code = atom.kind == "code" and len(text) <= 40
    dated = is_tag_text(text)
    if not (code or bracketed or dated) or not cursor.title_follows(atom.end, 1 if dated else 2):
        return None
    link = cursor.link_of(atom)
    if (link or not bracketed) and not _is_beside_title(cursor, atom.end, text):
        return None
    cursor.at = atom.end
    return Tag(_inside(cursor, atom, link), text.strip("[]()【】 "), _form(atom, link), link)


def _is_beside_title(cursor: Cursor, end: int, text: str) -> bool:
    """Whether a dated run is a tag and no title: it is short, and a title follows at once.

    In `[Foo 2015](url) - what it is` and `[Foo 2015](url) (PDF)` it is a title.
    """
    if is_label(text.strip("[]() ")):
        return True
    return len(text.split()) <= _WORDS_OF_A_TAG and _TITLE_NEXT.match(cursor.outline, end, cursor.end) is not None


def _form(atom: Atom, link: "Link | None") -> TagForm:
    if link:
        return "link"
    return "strong" if atom.kind == "strong" else "emphasis" if atom.kind == "emphasis" else "code"


def _inside(cursor: Cursor, atom: Atom, link: "Link | None") -> Span:
    """Return the span of a run's text, without its markup and brackets."""
    start, end = link.text_span if link else Span(atom.start, atom.end)
    text = cursor.doc.text if atom.kind == "code" else cursor.outline
    strip = "`[]()【】 " if atom.kind == "code" else "[]()【】\x04" + _EDGE
    while start < end and text[start] in strip:
        start += 1
    while end > start and text[end - 1] in strip:
        end -= 1
    return Span(start, end)


def trimmed_edges(outline: str, start: int, end: int) -> Span:
    """Return a span without markup and spaces at its edges."""
    while start < end and outline[start] in _EDGE:
        start += 1
    while end > start and outline[end - 1] in _EDGE:
        end -= 1
    return Span(start, end)
