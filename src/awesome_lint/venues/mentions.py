"""Finding where a list may name a venue: a name with a year beside it, or one that brackets or emphasis close around.

A venue's place begins after markup, a bracket, or punctuation with a space, and never after a word: "our talk at
AAAI 2024" is prose. Years are looked for first, since few pieces of a text hold one.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy
from awesome_lint.venues.names import is_qualifier

if TYPE_CHECKING:
    from awesome_lint.document import Document

# The wrappers of what is not text in brackets.
CODE: Final = "`"
BADGE: Final = "!"
COLUMN: Final = "|"
PLAIN: Final = (" ", "\n", "\0", "")  # before what stands in plain text
# What a venue's name never runs across: markup, brackets, quotes, bullets, emoji.
_EDGE: Final = r"\x00-\x0d\x10\[\]()（）【】{}|\"“”«»<>*•·\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_STOPS: Final = frozenset('\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\x0c\r\x10[])（）【】{}|"“”«»<>*•·,;，。；：、')
_MONTH: Final = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?(?:\s\d{1,2}(?:st|nd|rd|th)?,?)?"
_PART: Final = r"\((?i:oral|poster|spotlight|workshop|findings|highlight)\)"
_QUOTES: Final = "'’‘"
# A year of four digits, or of two after an apostrophe; with a month after it on preprints.
_YEAR = lazy(
    rf"[{_QUOTES}12](?:(?<=2)0\d\d|(?<=1)9\d\d|(?<=[{_QUOTES}])[\s\xa0]?(?:20|19)?\d\d)"
    r"(?P<month>[./-](?:0?[1-9]|1[0-2]))?(?!\w|\.\d)"
)
# All up to the last place where a name can begin: markup, a bracket, punctuation with a space.
_TO_EDGE = lazy(rf".*(?:[{_EDGE}]|[，。；：、]|[.,;:!?_@]\s|\s@|\s[-–—/]\s)[\s\xa0]*", re.S)
_PART_AFTER = lazy(rf".*?(?P<part>{_PART})\Z", re.S)
_ORDINAL = lazy(r"\d{1,2}(?:st|nd|rd|th)\s|\d[A-Z]{2}")  # and 3DV
# Two bare digits are a year where brackets or emphasis close around them and a name, or after a name in capitals that
# punctuation sets off.
_SHORT = lazy(
    r"[0-9][0-9](?P<month>\.\d\d)?(?P<tail>(?:\s[A-Z][a-z]+){0,3})(?=[\]),.;\x05-\x07]|\s*(?:[\[(\x00\x01\x04\n]|\Z))"
)
_END_OF_SHORT: Final = r"(?<![\s'’‘-])(?P<sep>[\s-]?)(?<![\d.])\Z"
_INSIDE = lazy(
    rf".*[\[(\x05-\x07]\s?(?P<name>[A-Za-z][^{_EDGE},;:]{{1,40}}(?:{_PART})?){_END_OF_SHORT}",
    re.S,
)
_SET_OFF = lazy(
    r".*(?:[,.|]\s|[\x06\x07]\s?)(?P<name>[A-Za-z@]{0,8}[A-Z][A-Za-z&@]*[A-Z][A-Za-z&]*(?:\s[A-Z][a-z]+)?"
    rf"(?:{_PART})?){_END_OF_SHORT}",
    re.S,
)
_AFTER = lazy(
    rf"(?P<sep>[\s,–_-]{{1,2}})(?P<name>[^\W\d_][^{_EDGE},;:]{{1,50}}?)(?=\s*(?:[{_EDGE},;:.]|-[\x01\x06]|\s[-–—]\s|\Z))"
)
_FRESH = lazy(rf"(?:\A|[{_EDGE}]|[.,;:]\s)\s*\Z")
_NOTE = lazy(r"\s?\((?P<words>[^()\x00-\x1f]{2,40})\)")
_TAIL = lazy(rf"(?:[^{_EDGE},;:.]|[.:](?!\s))*")
_MONTH_AFTER = lazy(rf"[\s,/]{{0,2}}{_MONTH}\Z|[\s,/]+\d{{1,2}}(?:\s\w{{3,9}})?\Z")
_CODE_SPAN = lazy(r"\x04\x04\x04\x04\x04\x04+")
_BETWEEN: Final = " \xa0\n,:/_(){\x05\x06\x07.-"  # what may part a name from its year
_CLOSERS: Final = frozenset("])\x05\x06\x07")
_JOINTS: Final = frozenset("-./")
_WINDOW: Final = 110  # characters before a year in which its name begins
_LONGEST_CODE: Final = 60


class Mention(NamedTuple):
    """A text that may be a venue tag.

    start, end: where the name stands; text: what it says. year_start, year_end: where the year stands, with its
    apostrophe; -1 without one. number: the year. separator: what parts the two; the year comes first if `year_first`.
    month: whether a month stands beside the year. tail: what follows, up to the next edge. wrapper: the character
    before it all; of a name without a year, that after it, too.
    """

    start: int
    end: int
    text: str
    year_start: int = -1
    year_end: int = -1
    number: int | None = None
    separator: str = ""
    month: bool = False
    tail: str = ""
    wrapper: str = ""
    year_first: bool = False


def dated_mentions(text: str, start: int = 0, end: int | None = None) -> Iterator[Mention]:
    """Yield the names that stand beside a year in an outline or a plain text, in source order."""
    stop = len(text) if end is None else end
    done = start
    for match in _YEAR.finditer(text, start, stop):
        at, close = match.span()
        before = text[at - 1 : at]
        if before.isdigit() or (before in _JOINTS and text[at - 2 : at - 1].isdigit()):
            continue
        mention = _name_first(text, match, done, stop)
        if mention is None or "(" in mention.separator:  # "A Title (2018 arXiv)"
            mention = _year_first(text, match, done, stop) or mention
        if mention:
            done = max(close, mention.end)
            yield mention


def _name_first(text: str, match: "re.Match[str]", done: int, stop: int) -> Mention | None:
    at, close = match.span()
    place = _name_before(text, done, at)
    if place is None:
        return None
    start, end = place
    length, dated = _without_month(text[start:end])
    if not length:  # nothing but a month: the name stands before it
        place = _name_before(text, done, start)
        if place is None:
            return None
        start, end = place
        length = _without_month(text[start:end])[0]
    end = start + length
    month = match["month"]
    year_end = match.start("month") if month else close
    ends = close >= stop or (text[close] in _STOPS and text[close] != ",")
    tail = "" if ends else _tail(text, close, stop)
    number = full_year(text[at:year_end])
    dated = dated or month is not None
    return Mention(
        start, end, text[start:end], at, year_end, number, text[end:at], dated, tail, text[start - 1 : start]
    )


def _name_before(text: str, done: int, at: int) -> tuple[int, int] | None:
    """Return where the name stands that ends at `at`, less what parts it from what follows."""
    begin = max(done, at - 8)
    end = begin + len(text[begin:at].rstrip(_BETWEEN))
    last = text[end - 1 : end]
    part = _PART_AFTER.match(text, max(done, end - 14), end) if last == ")" else None
    if end == begin or not (last.isalnum() or part):
        return None
    window = max(done, at - _WINDOW)
    edge = _TO_EDGE.match(text, window, part.start("part") if part else end)
    start = edge.end() if edge else window
    if start >= end or not (text[start].isalpha() or _ORDINAL.match(text, start, end)):
        return None
    if edge is None and window > done and text[start - 1] not in _STOPS:
        return None  # it goes on before the window
    return start, end


@lru_cache(maxsize=4096)
def _without_month(name: str) -> tuple[int, bool]:
    """Return the length of a name without a month after it, and whether there is one."""
    match = _MONTH_AFTER.search(name)
    bare = (name[: match.start()] if match else name).rstrip(" ,-:./_\xa0")
    return len(bare), match is not None


def _tail(text: str, at: int, stop: int) -> str:
    note = _NOTE.match(text, at, stop) if "(" in text[at : at + 2] else None
    if note and is_qualifier(note["words"]):
        return note["words"]
    end = text.find(",", at, at + 2) + 1 or at
    match = _TAIL.match(text, end, stop)
    tail = match[0].rstrip(" .\x0e") if match else ""
    # After a comma stands the next part of the entry, or what the paper is there: "NeurIPS 2020, Spotlight".
    return tail if end == at or is_qualifier(tail) else ""


def _year_first(text: str, match: "re.Match[str]", done: int, stop: int) -> Mention | None:
    at, close = match.span()
    if match["month"] or not _FRESH.search(text, max(done, at - 3), at):
        return None
    after = _AFTER.match(text, close, stop)
    if after is None:
        return None
    start, end = after.span("name")
    number, wrapper = full_year(match[0]), text[at - 1 : at]
    return Mention(start, end, after["name"], at, close, number, after["sep"], wrapper=wrapper, year_first=True)


def short_mentions(text: str) -> Iterator[Mention]:
    """Yield the names with two bare digits: `[WWW 23]`, `, EMNLP 23,`."""
    for match in _SHORT.finditer(text):
        at = match.start()
        joint = text[at - 1 : at]
        if joint.isdigit() or joint in _JOINTS or joint in _QUOTES:
            continue
        closed = text[match.end() : match.end() + 1] in _CLOSERS
        window = max(0, at - 64)
        before = (_INSIDE.match(text, window, at) if closed else None) or _SET_OFF.match(text, window, at)
        if before is None:
            continue
        start, end = before.span("name")
        month, tail = match["month"] is not None, match["tail"].strip()
        number, wrapper = full_year(text[at : at + 2]), text[start - 1 : start]
        yield Mention(start, end, before["name"], at, at + 2, number, before["sep"], month, tail, wrapper)


def code_mentions(doc: "Document") -> Iterator[Mention]:
    """Yield the names with a year that are the whole of a code span."""
    text = doc.text
    for run in _CODE_SPAN.finditer(doc.outline):
        start, end = run.span()
        if end - start > _LONGEST_CODE:
            continue
        while text[start] in "` [(" and start < end:
            start += 1
        while text[end - 1] in "` ])" and end > start:
            end -= 1
        for mention in dated_mentions(text, start, end):
            if min(mention.start, mention.year_start) == start:
                yield mention._replace(wrapper=CODE)


@lru_cache(maxsize=1024)
def full_year(digits: str) -> int:
    """Return the year that two or four digits stand for, an apostrophe before them or not; 61 and above are 19YY."""
    number = int(digits.strip("'’‘ \xa0\n"))
    return number if number > 99 else number + (1900 if number > 60 else 2000)
