"""Where a fragment leads, and where one that leads nowhere was meant to lead."""

from typing import TYPE_CHECKING, Final, Literal

from awesome_lint.anchors import BROWSER_IDS, GITHUB_PAGE_IDS, fragment_name
from awesome_lint.named import NamedTuple

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.link import Link
    from awesome_lint.section import Section

# How a place was found: the fragment is its name; but for letter case; but for what a slug leaves out or puts
# between words; the link's text is its title; it looks alike.
Found = Literal["name", "case", "slug", "text", "near"]
_MOST_GUESSES: Final = 200  # each looks at all anchors; a page with more broken links has other troubles
_NOTHING: Final = "\0\x05 \t\r\n"  # of the outline: block syntax, HTML tags, spaces
_SHORTEST: Final = 6  # letters of what names a title by a part of it


class Place(NamedTuple):
    """An anchor of the page, and how it was found."""

    name: str
    found: Found


class Places:
    """The anchors of one page, ready to be looked up."""

    def __init__(self, doc: "Document") -> None:
        self.doc = doc
        self.anchors = doc.anchors
        self._lower: dict[str, str] = {}
        self._folded: dict[str, list[str]] = {}
        self._titles: dict[str, list[Section]] = {}
        self._guesses = 0

    def find(self, link: "Link", around: "Section | None" = None) -> Place | None:
        """Return where a fragment leads or was most likely meant to lead, None where nothing is like it.

        around: of several sections with the link's text for a title, the one below this is meant.
        """
        name = fragment_name(link.url)
        if name in self.anchors:
            return Place(name, "name")
        self._index()
        if name.lower() in self._lower:
            return Place(self._lower[name.lower()], "case")
        text = self.doc.plain(*link.text_span)
        folded = self._folded.get(_letters(name), [])
        if len(folded) == 1 and _letters(name) == fold(name) and not _is_reserved(folded[0]):
            return Place(folded[0], "slug")
        titled = [section for section in self._titles.get(fold(text), ()) if not _is_reserved(section.anchor)]
        if len(titled) > 1 and around:
            titled = [section for section in titled if is_below(section, around)] or titled
        if len(titled) == 1:
            return Place(titled[0].anchor, "text")
        self._guesses += 1
        return self._near(name, text) if self._guesses <= _MOST_GUESSES else None

    def _index(self) -> None:
        if self._lower:
            return
        for name in self.anchors:
            self._lower.setdefault(name.lower(), name)
            self._folded.setdefault(_letters(name), []).append(name)
        for section in self.doc.sections:
            if section.anchor:
                self._titles.setdefault(fold(section.title), []).append(section)
        self._titles.pop("", None)
        self._folded.pop("", None)

    def _near(self, name: str, text: str) -> Place | None:
        """Return the one anchor that is like the fragment, or whose title begins or ends with the link's text."""
        likely = self._misspelt(name.lower()) or self._partly(_letters(name), self._folded)
        if likely is None:
            likely = self._partly(
                fold(text), {title: [one.anchor for one in found] for title, found in self._titles.items()}
            )
        return Place(likely, "near") if likely and not _is_reserved(likely) else None

    def _partly(self, words: str, known: dict[str, list[str]]) -> str | None:
        if len(words) < _SHORTEST:
            return None
        found = [
            names
            for key, names in known.items()
            if key.startswith(words)
            or key.endswith(words)
            or (len(key) >= _SHORTEST and (words.startswith(key) or words.endswith(key)))
        ]
        return found[0][0] if len(found) == 1 and len(found[0]) == 1 else None

    def _misspelt(self, name: str) -> str | None:
        """Return the one anchor that a few letters, and no digit, tell from a name."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        most = min(3, len(name) // 4)
        alike = process.extract(name, list(self._lower), scorer=OSA.distance, score_cutoff=most, limit=2)
        if not alike or (len(alike) > 1 and alike[0][1] == alike[1][1]) or _digits(alike[0][0]) != _digits(name):
            return None
        return self._lower[alike[0][0]]


def leads_away(link: "Link") -> bool:
    """Whether a fragment needs no anchor of the page: the browser, a source view or a footnote has the place."""
    name = fragment_name(link.url)
    return name in BROWSER_IDS or (name[:1] == "L" and name[1:2].isdigit()) or name.startswith(("fn-", "fnref-", "fn:"))


def section_of(doc: "Document", name: str) -> "Section | None":
    """Return the section to which an anchor belongs, None for one that stands among the entries of a section.

    It is a heading's own, or an HTML anchor in the heading, right above or right below it.
    """
    anchor = doc.anchors[name]
    section = doc.section_at(anchor.span.start)
    if section and anchor.span.start < section.span.end:
        return section
    block = doc.block_at(anchor.span.start)
    if block and block.item:
        return None
    number = section.index + 1 if section else 0
    below = doc.sections[number] if number < len(doc.sections) else None
    if below and not doc.outline[anchor.span.end : below.span.start].strip(_NOTHING):
        return below
    if section and not doc.outline[section.span.end : anchor.span.start].strip(_NOTHING):
        return section
    return None


def is_below(section: "Section", around: "Section") -> bool:
    """Whether a section is part of another."""
    parent = section.parent
    while parent and parent is not around:
        parent = parent.parent
    return parent is around


def fold(text: str) -> str:
    """Return what two spellings of one title share: letters and digits, lower case, and the signs of C++ and C#."""
    return "".join([character for character in text.lower() if character.isalnum() or character in "+#"])


def _letters(name: str) -> str:
    return "".join([character for character in name.lower() if character.isalnum()])


def _digits(name: str) -> str:
    return "".join([character for character in name if character.isdigit()])


def _is_reserved(name: str) -> bool:
    return name in GITHUB_PAGE_IDS
