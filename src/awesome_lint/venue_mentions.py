"""Finding where a list may name a venue: a name with a year beside it, or one that brackets or emphasis close around.

A venue's place begins behind markup, a bracket, or punctuation with a blank, and never behind a word: "our talk at
AAAI 2024" is prose. Years are looked for first, since few pieces of a text hold one.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from awesome_lint.diagnostic import Span
from awesome_lint.patterns import lazy
from awesome_lint.venue_names import is_qualifier

if TYPE_CHECKING:
    from awesome_lint.document import Document

# What a venue's name never runs across: markup, brackets, quotes, bullets, emoji.
_EDGE: Final = r"\x00-\x0d\x10\[\]()（）【】{}|\"“”«»<>*•·\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_STOPS: Final = frozenset('\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\x0c\r\x10[])（）【】{}|"“”«»<>*•·,;')
_MONTH: Final = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?(?:\s\d{1,2}(?:st|nd|rd|th)?,?)?"
_PART: Final = r"\((?i:oral|poster|spotlight|workshop|findings|highlight)\)"
_QUOTES: Final = "'’‘"
# A year of four digits, or of two behind an apostrophe; with a month behind it on preprints.
_YEAR = lazy(
    rf"[{_QUOTES}12](?:(?<=2)0\d\d|(?<=1)9\d\d|(?<=[{_QUOTES}])[\s\xa0]?(?:20|19)?\d\d)"
    r"(?P<month>[./-](?:0?[1-9]|1[0-2]))?(?!\w|\.\d)"
)
_BEFORE = lazy(
    rf"(?:.*(?:[{_EDGE}]|[.,;:!?_@，。；：]\s|\s[-–—/]\s))?\s*(?!{_MONTH}\s*\Z)"
    rf"(?P<name>(?:\d{{1,2}}(?:st|nd|rd|th)\s)?[^\W\d_][^{_EDGE}]*?(?:{_PART})?)"
    rf"(?P<sep>[\s\xa0,:/_(){{\x05-\x07.-]{{0,4}}(?:{_MONTH}\s?)?)\Z",
    re.S,
)
# Two bare digits are a year where brackets or emphasis close around them and a name, or behind a name in capitals that
# punctuation sets off.
_SHORT = lazy(
    r"[0-9][0-9](?P<month>\.\d\d)?(?P<tail>(?:\s[A-Z][a-z]+){0,3})(?=[\]),.;\x05-\x07]|\s*(?:[\[(\x00\x01\x04\n]|\Z))"
)
_BEFORE_SHORT = lazy(
    rf"(?:.*[\[(\x05-\x07]\s?(?P<inside>[A-Za-z][^{_EDGE},;:]{{1,40}}(?:{_PART})?)"
    rf"|.*(?:[,.|]\s|[\x06\x07]\s?)(?P<behind>[A-Za-z@]{{0,8}}[A-Z][A-Za-z&@]*[A-Z][A-Za-z&]*(?:\s[A-Z][a-z]+)?(?:{_PART})?))"
    r"(?<![\s'’‘-])(?P<sep>[\s-]?)(?<![\d.])\Z",
    re.S,
)
_AFTER = lazy(
    rf"(?P<sep>[\s,–_-]{{1,2}})(?P<name>[^\W\d_][^{_EDGE},;:]{{1,50}}?)(?=\s*(?:[{_EDGE},;:.]|-[\x01\x06]|\s[-–—]\s|\Z))"
)
_FRESH = lazy(rf"(?:\A|[{_EDGE}]|[.,;:]\s)\s*\Z")
_NOTE = lazy(r"\s?\((?P<words>[^()\x00-\x1f]{2,40})\)")
_TAIL = lazy(rf"(?:[^{_EDGE},;:.]|[.:](?!\s))*")
_MONTH_BEHIND = lazy(rf"[\s,/]{{0,2}}{_MONTH}\Z|[\s,/]+\d{{1,2}}(?:\s\w{{3,9}})?\Z")
_LETTER = lazy("[a-z]")
# A name without a year: it has a second capital, so that no label is one.
_ALONE = lazy(
    r"[\[(\x01\x05-\x07（【](?P<name>(?:[Aa]rxiv|[A-Za-z][\w&@/+-]{0,20}[A-Z][\w&@/+-]{0,20})"
    r"(?:[ -][A-Z][\w&-]{0,20}){0,3}(?:\s?\([A-Za-z ]{3,12}\))?)(?=\s?[\])\x02\x05-\x07）】])"
)
_WORDS = lazy(r"[\[(\x01\x05-\x07（【](?P<name>[A-Z][a-z]+(?: [A-Za-z&]+){0,6})(?=\s?[\])\x02\x05-\x07）】])")
_CODE = lazy(r"\x04\x04\x04\x04\x04\x04+")
_BETWEEN: Final = " \xa0\n,:/_(){\x05\x06\x07.-"  # what may part a name from its year
_CLOSERS: Final = frozenset("])\x05\x06\x07")
_FEWEST: Final = 5  # names that make brackets a place for venues
_WINDOW: Final = 110  # characters before a year in which its name begins
_LONGEST_CODE: Final = 60


class Mention(NamedTuple):
    """A text that may be a venue tag.

    name: where the name stands; text: what it says. year: where the year stands, with its apostrophe; None without
    one. number: the year. separator: what parts the two; the year comes first if `year_first`.
    month: whether a month stands beside the year. tail: what follows, up to the next edge. wrapper: the character
    before it all; of a name without a year, that behind it, too.
    """

    name: Span
    text: str
    year: Span | None
    number: int | None
    separator: str
    month: bool
    tail: str
    wrapper: str
    year_first: bool = False


def dated_mentions(text: str, start: int = 0, end: int | None = None) -> Iterator[Mention]:
    """Yield the names that stand beside a year in an outline or a plain text, in source order."""
    stop = len(text) if end is None else end
    done = start
    for match in _YEAR.finditer(text, start, stop):
        at, close = match.span()
        before = text[at - 1 : at]
        if before.isdigit() or (before in ("-", ".", "/") and text[at - 2 : at - 1].isdigit()):
            continue
        mention = _name_first(text, match, done, stop)
        if mention is None or "(" in mention.separator:  # "A Title (2018 arXiv)"
            mention = _year_first(text, match, done, stop) or mention
        if mention:
            done = max(close, mention.name.end)
            yield mention


def _name_first(text: str, match: "re.Match[str]", done: int, stop: int) -> Mention | None:
    at, close = match.span()
    if not text[max(done, at - 6) : at].rstrip(_BETWEEN)[-1:].isalnum():
        return None
    window = max(done, at - _WINDOW)
    before = _BEFORE.match(text, window, at)
    if before is None:
        return None
    start = before.start("name")
    if start == window > done and text[start - 1] not in _STOPS:
        return None  # it goes on before the window
    length, dated = _without_month(before["name"])
    if not length:
        return None
    month = match["month"]
    dated = dated or _LETTER.search(before["sep"]) is not None
    tail = "" if close >= stop or text[close] in _STOPS else _tail(text, close, stop)
    end = start + length
    return Mention(
        Span(start, end),
        text[start:end],
        Span(at, match.start("month") if month else close),
        full_year(match[0][: -len(month)] if month else match[0]),
        text[end:at],
        dated or month is not None,
        tail,
        text[start - 1 : start],
    )


@lru_cache(maxsize=4096)
def _without_month(name: str) -> tuple[int, bool]:
    """Return the length of a name without a month behind it, and whether there is one."""
    match = _MONTH_BEHIND.search(name)
    bare = (name[: match.start()] if match else name).rstrip(" ,-:./_\xa0")
    return len(bare), match is not None


def _tail(text: str, at: int, stop: int) -> str:
    note = _NOTE.match(text, at, stop) if "(" in text[at : at + 2] else None
    if note and is_qualifier(note["words"]):
        return note["words"]
    match = _TAIL.match(text, at, stop)
    return match[0].rstrip(" .") if match else ""


def _year_first(text: str, match: "re.Match[str]", done: int, stop: int) -> Mention | None:
    at, close = match.span()
    if match["month"] or not _FRESH.search(text, max(done, at - 3), at):
        return None
    after = _AFTER.match(text, close, stop)
    if after is None:
        return None
    name, year = Span(*after.span("name")), Span(at, close)
    return Mention(name, after["name"], year, full_year(match[0]), after["sep"], False, "", text[at - 1 : at], True)


def short_mentions(text: str) -> Iterator[Mention]:
    """Yield the names with two bare digits: `[WWW 23]`, `, EMNLP 23,`."""
    for match in _SHORT.finditer(text):
        at = match.start()
        before = None if text[at - 1 : at].isdigit() else _BEFORE_SHORT.match(text, max(0, at - 64), at)
        if before is None:
            continue
        group = "inside" if before["inside"] else "behind"
        if group == "inside" and text[match.end() : match.end() + 1] not in _CLOSERS:
            continue
        month = match["month"] is not None
        start = before.start(group)
        wrapper = text[start - 1 : start]
        number = full_year(match[0][:2])
        name = Span(*before.span(group))
        tail = match["tail"].strip()
        yield Mention(name, before[group], Span(at, at + 2), number, before["sep"], month, tail, wrapper)


def lone_mentions(text: str, knows: Callable[[str], bool]) -> Iterator[Mention]:
    """Yield the names without a year in brackets or emphasis that mostly hold venues.

    knows: tells whether a name is a venue's. Names in capitals show which brackets those are; names in words are
    taken from them, too.
    """
    known, total = Counter[str](), Counter[str]()
    found = []
    for match in _ALONE.finditer(text):
        name, end = match["name"], match.end("name")
        wrapper = match[0][0] + text[end : end + 1]
        total[wrapper] += 1
        if knows(name):
            known[wrapper] += 1
            found.append((Span(end - len(name), end), name, wrapper))
    places = {wrapper for wrapper, count in known.items() if count >= max(_FEWEST, total[wrapper] / 2)}
    for match in _WORDS.finditer(text) if places else ():
        name, end = match["name"], match.end("name")
        wrapper = match[0][0] + text[end : end + 1]
        if wrapper in places and knows(name):
            found.append((Span(end - len(name), end), name, wrapper))
    for span, name, wrapper in found:
        if wrapper in places:
            yield Mention(span, name, None, None, "", False, "", wrapper)


def code_mentions(doc: "Document") -> Iterator[Mention]:
    """Yield the names with a year that are the whole of a code span."""
    text = doc.text
    for run in _CODE.finditer(doc.outline):
        start, end = run.span()
        if end - start > _LONGEST_CODE:
            continue
        while text[start] in "` " and start < end:
            start += 1
        while text[end - 1] in "` " and end > start:
            end -= 1
        for mention in dated_mentions(text, start, end):
            if min(mention.name.start, mention.year.start if mention.year else end) == start:
                yield mention._replace(wrapper="`")


def full_year(digits: str) -> int:
    """Return the year that two or four digits stand for, an apostrophe before them or not; 61 and above are 19YY."""
    number = int(digits.strip("'’‘ \xa0\n"))
    return number if number > 99 else number + (1900 if number > 60 else 2000)
