"""Reading the head of an entry from left to right."""

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Span
from awesome_lint.entries.atoms import Atom, atom_at, is_label
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.entries.entry import Entry
    from awesome_lint.link import Link

# What stands before a title or a tag and says nothing: spaces, breaks, HTML tags, images, badges, emoji, bullets of
# its own, a checkbox, an emoji's name, the item's own number.
DECORATION: Final = lazy(
    r"(?:[\x00\x03\x05\x08\x0b\n\t ]"
    r"|:[a-z][a-z0-9_+-]{1,30}:"
    r"|[^\w\x00-\x1f\[\](){}<>\"'“”‘’«»‹›「『《〈【（［`@#$/\\.~:+-]"
    r"|\x01[\x01\x05 \n]*\x03[\x03\x05 \n]*\x02+"
    r"|\[[ xX]\](?!\()"
    r"|\d{1,4}[.)）](?=[\s\x03-\x07])"
    r"|\([^\w()\x00-\x1f]{1,3}\)"
    r"|:)*"
)
_ENTITY: Final = lazy(r"\x0f+")
_BLANK_ENTITIES: Final = lazy(r"(?:&(?:nbsp|ensp|emsp|thinsp|rlm|lrm|zwj|zwnj|#160|#xa0);)+\Z", re.I)
# A letter and more, or one of those that are words by themselves.
_WORD: Final = lazy(r"[^\W\d_](?:[^\W\d_]+|(?<=[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]))")
_LINK_AHEAD: Final = lazy(r"[\])}\s.,:|*\x05-\x07-]{0,20}\x01")
_TITLE_WINDOW: Final = 200  # so far after a tag the words of a title are looked for


class Cursor:
    """A place in an entry's head.

    at: the offset where reading goes on; end: where the head ends.
    """

    __slots__ = ("_starts", "at", "doc", "end", "links", "outline")

    def __init__(self, entry: "Entry", head: Span) -> None:
        self.doc = entry.doc
        self.outline = entry.doc.outline
        self.links = entry.links
        self.at, self.end = head
        self._starts: list[int] | None = None

    def skip(self) -> str:
        """Go past what says nothing; return the character of the outline at the cursor, '' at the end."""
        outline, end = self.outline, self.end
        while True:
            match = DECORATION.match(outline, self.at, end)
            self.at = match.end() if match else self.at
            if self.at >= end:
                return ""
            here = outline[self.at]
            if here == "\x0f":
                entity = _ENTITY.match(outline, self.at, end)
                assert entity is not None
                if not _BLANK_ENTITIES.match(self.doc.text[self.at : entity.end()]):
                    return here
                self.at = entity.end()
            elif here == "\x02":  # the end of a link that began before
                self.at += 1
            else:
                return here

    def atom(self) -> Atom | None:
        """Return the atom at the cursor."""
        return atom_at(self.outline, self.at, self.end)

    def link(self, start: int) -> "Link | None":
        """Return the entry's link that begins at an offset."""
        if self._starts is None:
            self._starts = [link.span.start for link in self.links]
        index = bisect_left(self._starts, start)
        return self.links[index] if index < len(self._starts) and self._starts[index] == start else None

    def link_of(self, atom: Atom) -> "Link | None":
        """Return the link of a link atom, or of a bold or italic one that is nothing but a link."""
        if atom.kind == "link":
            return self.link(atom.start)
        start = self.outline.find("\x01", atom.start, atom.end)
        link = self.link(start) if start >= 0 else None
        if link is None or link.span.end > atom.end:
            return None
        around = self.outline[atom.start : start] + self.outline[link.span.end : atom.end]
        return link if not any(character.isalnum() for character in around) else None

    def is_label(self, link: "Link") -> bool:
        """Whether a link names what it leads to."""
        return is_label(self.doc.plain(*link.text_span))

    def title_follows(self, at: int, words: int = 2) -> bool:
        """Whether words that can be a title follow: a tag is never all there is."""
        outline = self.outline
        ahead = _LINK_AHEAD.match(outline, at, self.end)
        if ahead:
            link = self.link(ahead.end() - 1)
            return link is not None and bool(link.text) and not self.is_label(link)
        end = min(self.end, at + _TITLE_WINDOW)
        for mark in "\x01\x0b":
            stop = outline.find(mark, at, end)
            end = stop if stop >= 0 else end
        for _ in range(words):
            word = _WORD.search(outline, at, end)
            if word is None:
                return False
            at = word.end()
        return True
