"""Where a title ends that nothing sets off: before a link, authors, a venue, or a description."""

import re
from typing import Final, Literal

from awesome_lint.atoms import atom_at, is_label
from awesome_lint.cursor import Cursor
from awesome_lint.patterns import lazy
from awesome_lint.tags import TAG_TEXT, YEAR

Reason = Literal["link", "break", "separator", "html", "end"]

_LONGEST: Final = 1000  # no title is as long; what has no end by then has none
_CANDIDATE = lazy(r"[\x01\x03-\x07\x0b.?!,;。，；：(（\[【]|\s(?=[-–—−|·•→=]|[Bb]y\s)")
_SEPARATOR = lazy(r"\s(?:-{1,3}|–|—|−|\||·|•|→|=>)(?=[\s\x00-\x10]|\Z)")
_BY = lazy(r"\s[Bb]y\s{1,3}(?:[A-Z][\w.'’-]{0,30}\s){1,4}(?:et\s|and\s|&\s)")
_IN_BRACKETS = lazy(r"\x0e?[(（\[【]([^()（）\[\]【】\x01\x0b]{0,80})\x0e?[)）\]】]")
_TAG = lazy(rf"[\x05-\x07\s]*(?:{TAG_TEXT}|[@＠].{{2,60}}|to appear\b.{{0,30}}|accepted\b.{{0,40}}|preprint|under review|oral|spotlight|poster)[\x05-\x07\s]*\Z", re.I)
# The long name of a venue, or what else ends with a year or has one before a comma: `ICDE 2022, best demo award`.
_LONG_TAG = lazy(rf"(?!Spring|Summer|Fall|Autumn|Winter)[A-Z][^\x00-\x1f]{{0,100}}?[\s,\x27’](?:{YEAR}|\d\d)(?:,[^\x00-\x1f]{{0,60}})?\s?\Z")
_OPEN_YEAR = lazy(rf"\({YEAR}\b")
_MARKUP = lazy(r"[\x05-\x07]")
_WORD_OF_VENUE = r"(?:[A-Z][\w@&/+’'-]{0,30}|on|of|and|for|in|the|&)"
_VENUE = lazy(
    rf"[.,;?!]\s{{1,3}}(?:[Ii]n:?\s)?[\x05-\x07]*(?:{_WORD_OF_VENUE}(?:[ .]{{1,2}}{_WORD_OF_VENUE}){{0,8}}[\x05-\x07]*[,.\s-]{{0,3}}\(?(?:{YEAR}|[\x27’‘]\s?\d\d)\b|{YEAR}\b)"
)
_SENTENCE = lazy(r"\.\s{1,3}(?=[\x05-\x07]*[A-Z\"“]|\Z)|\.\Z")
_NAMES = lazy(r"[?!]\s{1,3}(?=[A-Z][\w.'’-]{0,30}(?:\s[A-Z][\w.'’-]{0,30}){0,3}(?:,\s[A-Z]|\sand\s[A-Z]|\set al))")
_ABBREVIATION = lazy(r"(?:\b(?:vs|al|e\.g|i\.e|St|Dr|No|Vol|Ed|Jr|Mr|Ms|Inc|Prof|[A-Z])|\d)\Z")
_QUOTE_BEHIND = lazy(r"[\x05-\x07]*\s?:[\x05-\x07]*\s{0,3}[\x05-\x07]*[\"“]")
_IN_HTML = lazy(r"([^\x00-\x1f]{2,60})\x05")
_ET_AL = lazy(r",\s(?:[A-Z][\w.'’-]{0,30}\s){1,4}et al")
_CELL_EDGES: Final = ("<td", "</t", "<th", "<li", "</l")


def plain_end(cursor: Cursor) -> tuple[int, Reason]:
    """Return where the title ends that begins at the cursor, and what ends it."""
    outline, start = cursor.outline, cursor.at
    stop = min(cursor.end, start + _LONGEST)
    at = start
    while match := _CANDIDATE.search(outline, at, stop):
        at = match.start()
        here = outline[at]
        if here == "\x01":
            return at, "link"
        if here in "\x03\x0b":
            return at, "break"
        if here in "\x04\x05\x06\x07":
            atom = atom_at(outline, at, cursor.end)
            assert atom is not None
            reason = _at_markup(cursor, at, atom.end)
            if reason:
                return at, reason
            at = atom.end
            continue
        reason = _at_character(outline, start, at, cursor.end)
        if reason:
            return at + (here in "?!"), reason
        at += 1
    return stop, "end"


def _at_markup(cursor: Cursor, at: int, end: int) -> Reason | None:
    """Tell whether code, emphasis or HTML at `at` ends the title: it stands behind punctuation, or before its end."""
    outline = cursor.outline
    if outline[at] == "\x05":
        if cursor.doc.text[at : at + 3].lower() in _CELL_EDGES:
            return "break"
        if _QUOTE_BEHIND.match(outline, end, cursor.end):
            return "html"
        inside = _IN_HTML.match(outline, end, cursor.end)
        if inside and at > cursor.at + 1 and _is_tag(inside[1]):
            return "end"
    before = outline[max(cursor.at, at - 3) : at].rstrip()
    if not before or at == cursor.at:
        return None
    behind = outline[end : min(end + 2, cursor.end)].lstrip()
    closed = outline[at] != "\x05" and behind[:1] in ("", ".", ",", "[", "(", "\x01", "|")
    return "end" if before[-1] in ".,:;?!-–—|([（【" or closed else None


def _at_character(outline: str, start: int, at: int, end: int) -> Reason | None:
    """Tell whether the character at `at` ends the title."""
    here = outline[at]
    if at - start < 2:
        return None
    if here.isspace():
        if _SEPARATOR.match(outline, at, end):
            return "separator"
        return "end" if _BY.match(outline, at, end) or (outline[at - 1] in ".,;?!…)]\"”" and outline[at + 1] in "bB") else None
    if here in "(（[【":
        match = _IN_BRACKETS.match(outline, at, end)
        inside = match[1] if match else ""
        label = here in "[【" and bool(inside.strip()) and is_label(inside)
        if match is None:
            return "end" if _OPEN_YEAR.match(outline, at, end) else None
        return "end" if label or _is_run(inside) or _is_tag(inside) else None
    if here in "。；":
        return "end"
    if here == "：":
        return "separator"
    if here in "，;" or at - start < 8:
        return None
    if here == "." and _SENTENCE.match(outline, at, end):
        return None if _ABBREVIATION.search(outline, max(start, at - 8), at) else "end"
    if here == "," and _ET_AL.match(outline, at, end):
        return "end"
    if _VENUE.match(outline, at, end) and not _ABBREVIATION.search(outline, max(start, at - 8), at):
        return "end"
    return "end" if here in "?!" and _NAMES.match(outline, at, end) else None


def _is_tag(inside: str) -> bool:
    """Whether what stands in brackets behind a title is no part of it: a venue with its year, a note, a place."""
    inside = _MARKUP.sub("", inside)
    return _TAG.match(inside) is not None or _LONG_TAG.match(inside) is not None


def _is_run(inside: str) -> bool:
    """Whether brackets hold nothing but one bold or italic run, as `(**ECCV**)` does."""
    return len(inside) > 4 and inside[0] in "\x06\x07" and inside[-1] in "\x06\x07"
