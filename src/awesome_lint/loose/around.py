"""A bare URL with brackets before it: what stands around it, up to the ends of its line or cell."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from awesome_lint.loose.brackets import narrow, open_before, opener
from awesome_lint.markdown.addresses import trim_bare_url
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.link import Link

_TAIL: Final = lazy(r"[^\s\x00-\x1f<>]*")
_LINE: Final = lazy(r"[\n\x00]")
_REACH: Final = 400  # characters on either side that can belong to the link
_BOX: Final = " xX"  # what stands in the brackets of a task
_LONGEST_NUMBER: Final = 3  # digits of a citation's number; four are a year


class Around:
    """A URL, and what stands around it.

    outline: narrowed (see brackets.py), the brackets that a bare URL runs across laid open.
    at, end: of the URL, cut where a bracket closes that it did not open. after: the character after it.
    begin, stop: of its line or cell, as far as a link can reach.
    """

    __slots__ = ("after", "at", "begin", "doc", "end", "outline", "stop")

    def __init__(self, doc: "Document", outline: str, link: "Link") -> None:
        self.doc = doc
        self.outline = outline
        self.at = link.span.start
        low, high = max(0, self.at - _REACH), self.at + _REACH
        breaks = [match.end() for match in _LINE.finditer(outline, low, self.at)]
        self.begin = breaks[-1] if breaks else low
        after = _LINE.search(outline, self.at, high)
        self.stop = after.start() if after else min(high, len(outline))
        tail = _TAIL.match(outline, self.at + len(_own(link.url)))
        url = _own(doc.text[self.at : tail.end() if tail else link.span.end])
        self.end = self.at + len(url)
        if outline[self.end : self.end + 1] not in (")", "]"):
            self.end = self.at + len(trim_bare_url(url))  # before a bracket, punctuation is the URL's own
        self.after = outline[self.end : self.end + 1]

    def label(self, closer: int) -> tuple[int, str]:
        """Return where the text that outline[closer] closes begins, and the text; -1 where there is none.

        A link in it makes it none, since links do not nest.
        """
        start = opener(self.outline, closer, self.begin)
        if start < 0 or "\x01" in self.outline[start:closer]:
            return -1, ""
        return start, self.doc.text[start + 1 : closer]

    def linkable(self, closer: int) -> tuple[int, str]:
        """Return what `label` does, but nothing for the number of a citation, a footnote or the box of a task."""
        start, label = self.label(closer)
        bare = label.strip()
        is_number = bare.isdigit() and len(bare) <= _LONGEST_NUMBER
        if not bare or is_number or bare in _BOX or bare[0] == "^" or self.doc.text[closer - 1] == "\\":
            return -1, ""
        return start, label

    def is_open(self, at: int, opening: str) -> bool:
        """Whether a bracket opened before a place on this line is still open there."""
        return open_before(self.outline, at, self.begin, opening) >= 0

    def is_at_start(self, start: int) -> bool:
        """Whether nothing but spaces and a marker stands on the line before a place."""
        return not self.outline[self.begin : start].strip(" -*+")

    @property
    def names_a_link(self) -> bool:
        """Whether the bracket after the URL makes it the text of another link."""
        return self.doc.text.startswith("(", self.end + 1)


def bracketed_urls(doc: "Document") -> Iterator[Around]:
    """Yield the bare URLs with a bracket before them."""
    text = doc.text
    bare = [link for link in doc.links if link.kind == "bare" and text[link.span.start - 1 : link.span.start] in "[]()"]
    if bare:
        outline = _laid_open(doc, bare)
        for link in bare:
            yield Around(doc, outline, link)


def _laid_open(doc: "Document", bare: "list[Link]") -> str:
    outline = narrow(doc.outline)
    pieces: list[str] = []
    at = 0
    for link in bare:
        end = link.span.start + len(_own(link.url))
        if at <= end < link.span.end:
            pieces += outline[at:end], doc.text[end : link.span.end]
            at = link.span.end
    return "".join([*pieces, outline[at:]])


def _own(url: str) -> str:
    """Return the URL up to a bracket that closes what it did not open."""
    opened: list[str] = []
    for at, character in enumerate(url):
        if character in "([":
            opened.append(character)
        elif character in ")]" and (not opened or opened.pop() != ("(" if character == ")" else "[")):
            return url[:at]
    return url
