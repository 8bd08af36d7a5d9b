"""Reading the name in a venue tag: which venue it means, what is said of the paper's place there, what is mistyped."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Literal

from awesome_lint.markdown.outline import ESCAPE
from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.venues.registry import Registry
    from awesome_lint.venues.venue import Venue

Spelling = Literal["right", "former", "case", "slip", "swap"]

_QUALIFIER: Final = (
    r"findings|work-?shops?|tutorials?|orals?|spotlights?|highlights?|posters?|demos?|companion|industry|industrial"
    r"|short|long|main|tiny|tracks?|best|outstanding|distinguished|papers?|awards?|student|notable|top|honou?rable"
    r"|mentions?|candidates?|finalists?|nominees?|runner|up|datasets?|benchmarks?|d\s?&\s?b|competitions?|challenges?"
    r"|blog(?:post)?s?|doctoral|phd|symposium|late[- ]?breaking|extended|abstracts?|proceedings|conference|accepted"
    r"|to appear|under review|preprint|version|technical|research|srw|w|ws|full|regular|talks?|invited|keynote"
    r"|supplement(?:ary|al)?|letters?|cup|special|issue|part|vol\.?|and|the|of|on|for"
)
_ONLY_QUALIFIERS = lazy(rf"\W*(?:(?:{_QUALIFIER})\b\W*|\d+(?:st|nd|rd|th)?%?\W*)*\Z", re.I)
_LAST_QUALIFIER = lazy(rf"[\s,:_/({{-]+(?:{_QUALIFIER})[)}}\s]*\Z", re.I)
_LEAD_IN = lazy(
    r"(?:(?:accepted|published|presented|submitted|appears?|appeared|to appear)\s)?(?:by|to|at|in|@)\s+"
    r"(?:the\s)?(?:ACM\s|IEEE\s)?(?=\S)"
    r"|(?:the\s)?(?:proc(?:eedings|\.)?|findings|workshops?|tutorials?|demos?)"
    r"(?:\s(?:of|at|in|@))?(?:\s(?:the|ACM|IEEE))*\s(?=\S)"
    r"|(?:accepted|published|presented|paper|conference|best paper)[\s:,-]+(?=\S)"
    r"|(?:\d+(?:st|nd|rd|th)[\s-]+)?annual\s|\d+(?:st|nd|rd|th)[\s-]+",
    re.I,
)
_PUBLISHED = lazy(r"(?:the )?(?P<by>(?:(?:ACM|IEEE|USENIX|IFIP|SIAM|SIG[A-Z]{2,8})[/\s-]+)+)(?P<name>\S+)")
_ACRONYM = lazy(r"[A-Za-z]*[A-Z][A-Za-z]*[A-Z]\w*")
_GLUED = lazy(r"(?P<name>[A-Za-z]*[A-Z][A-Za-z-]*?)(?P<mark>[-_ ]?(?:[Ww]orkshops?|W|w)|[Dd]atasets?|o|s)\Z")
_HUMP = lazy(r"(?<=[a-z])(?=[A-Z])")
_NOTE = lazy(r"\s?\([^()]{2,30}\)\Z")
_WORD = lazy(r"[^\s/+&,_:(){}@-]+(?:&[A-Z]\b)?")
_LONGEST_PARTED: Final = 6  # words; what is longer is a sentence that names a venue, not a tag
_LONGEST_NAME: Final = 110


class Reading(NamedTuple):
    """What a name in a tag means.

    start, end: where the venue's own name stands in the text read. spelling: `right`; `former` for a name of old;
    `case` and `slip` for a wrong one, `swap` for one with two letters of the list's own spelling swapped.
    venues: all that it may stand for, the likeliest first. qualifiers: the words around the name ("Workshop",
    "Findings", "FL@FM"), '' without any. own: how the list itself spells it, where that is the ground.
    """

    start: int
    end: int
    spelling: Spelling
    venues: "tuple[Venue, ...]"
    qualifiers: str
    own: str = ""


def is_qualifier(text: str) -> bool:
    """Whether a text says nothing but in which part of a venue a paper stands: " Oral", "(Best Paper)"."""
    return _ONLY_QUALIFIERS.match(text) is not None


class NameReader:
    """Reads names, each once, by the registry."""

    def __init__(self, registry: "Registry") -> None:
        self.registry = registry
        self._read: dict[str, Reading | None] = {}

    def read(self, text: str) -> Reading | None:
        """Return what a name means, None for what names no venue that is known."""
        if text not in self._read:
            self._read[text] = self._make(text) if len(text) <= _LONGEST_NAME else None
        return self._read[text]

    def _escaped(self, text: str) -> Reading | None:
        """Read a name with a backslash in it: S\\&P."""
        bare = text.replace(ESCAPE, "")
        reading = self.read(bare)
        whole = reading and (reading.start, reading.end) == (0, len(bare))
        return reading._replace(end=len(text)) if reading and whole else None

    def _make(self, text: str) -> Reading | None:
        if ESCAPE in text:
            return self._escaped(text)
        spans = name_spans(text)
        for look_up in (self._right, self._wrong):
            for start, end in spans:
                found = look_up(text[start:end])
                if found:
                    return Reading(start, end, *found, around(text, start, end))
        return (
            self._published(text, spans)
            or self._parted(text, spans[-1][0])
            or self._glued(text)
            or self._run_together(text)
        )

    def _published(self, text: str, spans: list[tuple[int, int]]) -> Reading | None:
        """Read ACM SIGAPP SAC and IEEE IGARSS: an acronym after who holds it, as the title of its venue says."""
        for start, end in spans:
            match = _PUBLISHED.fullmatch(text, start, end)
            if match is None or not _ACRONYM.fullmatch(match["name"]):
                continue
            holders = set(_WORD.findall(match["by"]))
            venues = self.registry.candidates(match["name"])
            held = tuple(venue for venue in venues if holders & set(_WORD.findall(venue.title)))
            if held:
                return Reading(match.start("name"), end, "right", held, around(text, match.start("name"), end))
        return None

    def _parted(self, text: str, start: int) -> Reading | None:
        for begin, end in _words(text, start if start < len(text) else 0):
            found = self._right(text[begin:end])
            if found and found[1][0].held and not self.registry.is_word(text[begin:end]):
                return Reading(begin, end, *found, around(text, begin, end))
        return None

    def _right(self, name: str) -> "tuple[Spelling, tuple[Venue, ...]] | None":
        venues = self.registry.candidates(name)
        if venues:
            return "right", venues
        former = self.registry.former(name)
        return ("former", (former[0],)) if former else None

    def _wrong(self, name: str) -> "tuple[Spelling, tuple[Venue, ...]] | None":
        venue = self.registry.folded(name)
        if venue:
            return "case", (venue,)
        venue = self.registry.misspelt(name)
        return ("slip", (venue,)) if venue else None

    def _glued(self, text: str) -> Reading | None:
        """Read NIPSw, CVPRo, ICMLs."""
        match = _GLUED.match(text)
        found = match and self._right(match["name"])
        return Reading(0, match.end("name"), *found, match["mark"].strip("-_ ")) if match and found else None

    def _run_together(self, text: str) -> Reading | None:
        """Read NatureMachineIntelligence."""
        spaced = _HUMP.sub(" ", text)
        found = self._right(spaced) if spaced.count(" ") > text.count(" ") else None
        return Reading(0, len(text), *found, "") if found else None


def around(text: str, start: int, end: int) -> str:
    return f"{text[:start]} {text[end:]}".strip(" ,-_:/@()")


def name_spans(text: str) -> list[tuple[int, int]]:
    """Return where the venue's own name may stand in a text, the likeliest first."""
    spans = [(0, len(text))]
    start, end = 0, len(text)
    while match := _LEAD_IN.match(text, start):
        start = match.end()
        spans.append((start, end))
    at = text.rfind("@", start)
    if at >= 0:
        start = at + 1 + (text[at + 1 : at + 2] == " ")
        spans.append((start, end))
    note = _NOTE.search(text, start)
    if note and note.start() > start:
        end = note.start()
        spans.append((start, end))
    while (match := _LAST_QUALIFIER.search(text, start, end)) and match.start() > start:
        end = match.start()
        spans.append((start, end))
    return spans


def _words(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the acronyms in a text that may be a venue among words that qualify it: `ICLR Tiny`, `FM-IJCAI`."""
    words = [match.span() for match in _WORD.finditer(text, start)]
    if len(words) > _LONGEST_PARTED:
        return
    if " " not in text[start:]:
        words.insert(0, words.pop() if words else (0, 0))
    for span in words:
        around = text[start : span[0]] + " " + text[span[1] :]
        if _ACRONYM.fullmatch(text, *span) and all(map(_qualifies, _WORD.findall(around))):
            yield span


def _qualifies(word: str) -> bool:
    """Whether a word beside a venue's name can name a part of it: a known one, a number, or one with a capital."""
    return word[0].isupper() or word[0].isdigit() or not word.islower() or is_qualifier(word)
