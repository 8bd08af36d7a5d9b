"""Where a title ends that nothing sets off: before a link, authors, a venue, or a description."""

import re
from typing import Final, Literal

from awesome_lint.entries.atoms import atom_at, is_label
from awesome_lint.entries.cursor import Cursor
from awesome_lint.entries.tags import TAG_TEXT, YEAR
from awesome_lint.patterns import lazy

Reason = Literal["link", "break", "separator", "html", "end"]

_LONGEST: Final = 1000  # no title is as long; what has no end by then has none
_SHORTEST: Final = 8  # a full stop or a comma before so many characters ends an abbreviation
# All that `\s` means, as characters: a pattern that begins with one set is searched for much faster.
_SPACES: Final = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_CANDIDATE = lazy(rf"[\x01\x03-\x07.?!,;。，；：(（\[【{_SPACES}](?:(?<=[\S\x0b])|(?=[-–—−|·•→=]|[Bb]y\s))")
_SEPARATOR = lazy(r"\s(?:-{1,3}|–|—|−|\||·|•|→|=>)(?=[\s\x00-\x10]|\Z)")
_BY = lazy(r"\s[Bb]y\s{1,3}(?:[A-Z][\w.'’-]{0,30}\s){1,4}(?:et\s|and\s|&\s)")
_IN_BRACKETS = lazy(r"\x0e?[(（\[【]([^()（）\[\]【】\x01\x0b]{0,80})\x0e?[)）\]】]")
_TAG = lazy(
    rf"\s?(?:{TAG_TEXT}|[@＠].{{2,60}}|to appear\b.{{0,30}}|accepted\b.{{0,40}}"
    r"|preprint|under review|oral|spotlight|poster)\s?\Z",
    re.I,
)
# The long name of a venue with its year, or a year with more after a comma: `ICDE 2022, best demo award`.
_LONG_TAG = lazy(
    r"(?!Spring|Summer|Fall|Autumn|Winter)[A-Z][^\x00-\x1f]{0,100}?"
    rf"(?:[\s,]{YEAR}|[\x27’]\d\d|(?<=[A-Z]{{3}})\s\d\d)(?:,[^\x00-\x1f]{{0,60}})?\s?\Z"
)
_OPEN_YEAR = lazy(rf"\({YEAR}\b")
_MARKUP = lazy(r"[\x05-\x07]")
_WORD_OF_VENUE: Final = r"(?:[A-Z][\w@&/+’'-]{0,30}|on|of|and|for|in|the|&)"
_VENUE = lazy(
    rf"[.,;?!]\s{{1,3}}(?:[Ii]n:?\s)?[\x05-\x07]*(?:{_WORD_OF_VENUE}(?:[ .]{{1,2}}{_WORD_OF_VENUE}){{0,8}}"
    rf"[\x05-\x07]*[,.\s-]{{0,3}}\(?(?:{YEAR}|[\x27’‘]\s?\d\d)\b|{YEAR}\b)"
)
_SENTENCE = lazy(r"\.\s{1,3}(?=[\x05-\x07]*(?:[A-Z\"“]|(?:ar|bio|med)[Xx]iv)|\Z)|\.\Z")
_PEOPLE = r"[A-Z][\w.'’-]{0,30}(?:\s[A-Z][\w.'’-]{0,30}){0,3}"
_NAMES = lazy(rf"[?!]\s{{1,3}}(?={_PEOPLE}(?:,\s[A-Z]|\sand\s[A-Z]|\set al))")
_ET_AL = lazy(rf",\s{_PEOPLE}\set al")
_ABBREVIATION = lazy(r"(?:\b(?:vs|al|e\.g|i\.e|St|Dr|No|Vol|Ed|Jr|Mr|Ms|Inc|Prof|[A-Z])|\d)\Z")
_QUOTE_AFTER = lazy(r"[\x05-\x07]*\s?:[\x05-\x07]*\s{0,3}[\x05-\x07]*[\"“]")
_IN_HTML = lazy(r"([^\x00-\x1f]{2,60})\x05")
_CELL_EDGES: Final = ("<td", "</t", "<th", "<li", "</l")


def plain_end(cursor: Cursor) -> tuple[int, Reason]:
    """Return where the title ends that begins at the cursor, and what ends it."""
    outline, start = cursor.outline, cursor.at
    stop = min(cursor.end, start + _LONGEST)
    at = start
    while match := _CANDIDATE.search(outline, at, stop):
        at = match.start()
        here = outline[at]
        if here in "\x01\x03\x0b":
            return at, "link" if here == "\x01" else "break"
        if here in "\x04\x05\x06\x07":
            atom = atom_at(outline, at, cursor.end)
            assert atom is not None
            reason = _at_markup(cursor, at, atom.end)
            if reason:
                return at, reason
            at = atom.end
            continue
        reason = _at_character(outline, start, at, cursor.end) if at - start >= 2 else None
        if reason:
            return at + (here in "?!"), reason
        at += 1
    return stop, "end"


def _at_markup(cursor: Cursor, at: int, end: int) -> Reason | None:
    """Tell whether code, emphasis or HTML at `at` ends the title: it stands after punctuation, or before its end."""
    outline = cursor.outline
    if outline[at] == "\x05":
        if cursor.doc.text[at : at + 3].lower() in _CELL_EDGES:
            return "break"
        if _QUOTE_AFTER.match(outline, end, cursor.end):
            return "html"
        inside = _IN_HTML.match(outline, end, cursor.end)
        if inside and at > cursor.at + 1 and is_aside(inside[1]):
            return "end"
    before = outline[max(cursor.at, at - 3) : at].rstrip()
    if not before or at == cursor.at:
        return None
    after = outline[end : min(end + 2, cursor.end)].lstrip()
    closed = outline[at] != "\x05" and after[:1] in ("", ".", ",", "[", "(", "\x01", "|")
    return "end" if before[-1] in ".,:;?!-–—|([（【" or closed else None


def _at_character(outline: str, start: int, at: int, end: int) -> Reason | None:
    """Tell whether the character at `at` ends the title."""
    here = outline[at]
    if here.isspace():
        return _at_blank(outline, at, end)
    if here in "(（[【":
        return "end" if _sets_off(outline, at, end) else None
    if here in "。；：":
        return "separator" if here == "：" else "end"
    if here in "，;" or at - start < _SHORTEST or _ABBREVIATION.search(outline, max(start, at - 8), at):
        return None
    return "end" if _ends_sentence(outline, here, at, end) else None


def _at_blank(outline: str, at: int, end: int) -> Reason | None:
    """Tell whether a dash or a clause of authors follows the space at `at`."""
    if _SEPARATOR.match(outline, at, end):
        return "separator"
    by = outline[at + 1] in "bB" and (outline[at - 1] in '.,;?!…)]"”' or _BY.match(outline, at, end))
    return "end" if by else None


def _sets_off(outline: str, at: int, end: int) -> bool:
    """Whether the bracket at `at` holds a tag, a note or a label, and no part of the title."""
    match = _IN_BRACKETS.match(outline, at, end)
    if match is None:
        return _OPEN_YEAR.match(outline, at, end) is not None
    inside = match[1]
    if outline[at] in "[【" and inside.strip() and is_label(inside):
        return True
    run = len(inside) > 4 and inside[0] in "\x06\x07" and inside[-1] in "\x06\x07"  # `(**ECCV**)`
    return run or is_aside(inside)


def is_aside(inside: str) -> bool:
    """Whether what stands in brackets after a title does not belong to it: a venue with its year, a note, a place."""
    inside = _MARKUP.sub("", inside)
    return _TAG.match(inside) is not None or _LONG_TAG.match(inside) is not None


def _ends_sentence(outline: str, here: str, at: int, end: int) -> bool:
    """Whether a period, a comma or another stop is followed by a sentence, a venue or authors."""
    if here == "." and _SENTENCE.match(outline, at, end):
        return True
    if _VENUE.match(outline, at, end):
        return True
    return (_ET_AL if here == "," else _NAMES).match(outline, at, end) is not None
