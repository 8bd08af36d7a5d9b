"""The parts of an entry."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Span
from awesome_lint.entries.atoms import atoms, is_label
from awesome_lint.entries.common_heads import read_common
from awesome_lint.entries.people import are_names, leading_names, leading_people, may_lead
from awesome_lint.entries.tags import TAG_TEXT, TWO_DIGITS, Tag, trimmed_edges
from awesome_lint.entries.title import read_title
from awesome_lint.entries.title_text import Part, Reading, trimmed
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.entries.entry import Entry
    from awesome_lint.link import Link

__all__ = ["SEPARATOR", "Part", "Parts", "Tag", "line_parts"]

SEPARATOR: Final = lazy(
    r"\s*(?P<mark>--?-?>?|–|—|−|:|：|\||·|»|→|=>|,|，)(?=[\s\x00-\x10]|\Z)\s*|\s*(?P<wide>：|——)\s*"
)
# What may stand between a title and its separator: images, emoji and their names, badges, code, parentheses.
_BEFORE_SEPARATOR = lazy(
    r"(?:[ \x03\x04]|\x05+(?:[^\x00-\x1f]{0,20}\x05+)?|\x01\x03+\x02+|:[a-z][a-z0-9_+-]{1,30}:"
    r"|\([^()\x00-\x1f]{0,80}\)|[\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff])*+"
)
_BY = lazy(
    r"(?<![^\s.,;)(\x02\x05-\x07])[Bb]y\s{1,3}"
    r"(?P<who>[^\x00-\x10\n(]{2,120}?)(?=[\s.]{0,4}(?:[\[(\n\x00-\x10]|\Z)| [-–—|] |\.\s)"
)
# Between a title and the names after it: punctuation, a year in parentheses.
_BEFORE_NAMES = lazy(r"(?:[\s,.;:|\x05\x07-]|\([^()\x01]{0,30}\)|[^\w\x00-\x1f(\[])*")
_AFTER_NAMES = lazy(r"[\x01\x03\x04\x06\x07\x0b\n\[(]|\Z")
_BEFORE_BY: Final = frozenset(".,;:!?)]-–—|\x02\x05\x06\x07")
_LONGEST_LABEL: Final = 30
_LONGEST_CLAUSE: Final = 2000
_TAG_AFTER = lazy(
    r"[\s,.\x05]{0,3}(?P<wrap>\x0e?[\[(（【]?[\x05-\x07]{0,12}[\[(]?)"
    rf"(?P<tag>{TAG_TEXT})(?=\x0e?[\])）】\x05-\x07.,;\s\x01]|\Z)",
    re.I,
)
_LOOSE: Final = " \t\n.,;|"  # stands before a description and is none of it
# What may stand after a description: brackets and commas between labels, emoji and their names.
_NO_PROSE = lazy(r"(?::[a-z][a-z0-9_+-]{1,30}:|[^\w.!?。])*+\Z")


class Parts:
    """The parts of an entry.

    title: what is listed; title_link: the link that carries it. tags: those before the title.
    rest: all that stands after the title, in the entry's head.
    The others are found when first asked for.
    """

    def __init__(self, entry: "Entry", head: Span, reading: Reading) -> None:
        self.entry = entry
        self.head = head
        self.title = reading.title
        self.title_link: Link | None = reading.link
        self.tags: tuple[Tag, ...] = reading.tags
        self.rest = Span(reading.end, head.end)

    @cached_property
    def separator(self) -> Part | None:
        """What parts the title from the description, spaces included; its text is the bare mark ('-', ':')."""
        outline, start = self.entry.doc.outline, self.rest.start
        if outline.startswith(" - ", start) and outline[start + 3 : start + 4] > " ":
            return Part(Span(start, start + 3), "-")
        before = _BEFORE_SEPARATOR.match(outline, *self.rest)
        if before:
            start += len(before[0].rstrip(" "))
        match = SEPARATOR.match(outline, start, self.rest.end)
        if match is None or match.end() == self.rest.end:
            return None
        return Part(Span(*match.span()), match["mark"] or match["wide"])

    @cached_property
    def labels(self) -> "tuple[Link, ...]":
        """The links that name what they lead to (`[paper](…)`), not a listed thing; badges count."""
        links = self.entry.links
        if len(links) < 2 and self.title_link:
            return ()
        plain = self.entry.doc.plain
        return tuple(
            link
            for link in links
            if link is not self.title_link and (is_label(plain(*link.text_span)) or self._is_bracketed(link))
        )

    def _is_bracketed(self, link: "Link") -> bool:
        """Whether a link after the title stands in square brackets of its own, and is not a tag."""
        if link.span.start < self.rest.start or len(link.text) > _LONGEST_LABEL:
            return False
        text = link.text.strip("`*_ ")
        outer = self.entry.doc.outline[link.span.start - 1 : link.span.start] == "["
        return (outer or text[:1] == "[" or text[:2] == "\\[") and not TWO_DIGITS.search(text)

    @cached_property
    def description(self) -> Part | None:
        """From the first word after title and separator to the last character before trailing labels and badges."""
        separator = self.separator
        start = separator.span.end if separator else self.rest.start
        outline = self.entry.doc.outline
        text = outline[start : self.rest.end]
        if text.isprintable():  # nothing but prose
            bare = text.rstrip()
            if bare[:1].isalnum():
                return Part(Span(start, start + len(bare)), bare)
            lead = len(bare) - len(bare.lstrip(_LOOSE))
            return Part(Span(start + lead, start + len(bare)), bare[lead:]) if any(map(str.isalnum, bare)) else None
        start += len(text) - len(text.lstrip(_LOOSE))
        end = max(start, self._last_prose(start))
        if outline[end : end + 1] == ")" and outline.count("(", start, end) > outline.count(")", start, end):
            end += 1
        span = Span(start, end)
        text = self.entry.doc.plain(*span)
        return Part(span, text) if any(map(str.isalnum, text)) else None

    def _last_prose(self, start: int) -> int:
        """Return where the description ends that begins at `start`."""
        outline, end = self.entry.doc.outline, self.rest.end
        trailing = {link.span.start for link in self.labels}
        for atom in reversed(atoms(outline, start, end)):
            if atom.kind == "text":
                if not _NO_PROSE.match(outline, atom.start, atom.end):
                    text = outline[atom.start : atom.end].rstrip()
                    return atom.start + len(text.rstrip(" \t\n[(|") if atom.end < self.rest.end else text)
            elif atom.kind in ("strong", "emphasis"):
                if any(map(str.isalnum, outline[atom.start : atom.end])):
                    return atom.end
            elif atom.kind == "link" and atom.start not in trailing and outline[atom.start + 1] != "\x03":
                return atom.end
            end = atom.start
        return end

    @cached_property
    def authors(self) -> Part | None:
        """The clause that names the authors: `by …` with its `by`, a run in italics, or a list of names."""
        return next((clause for clause in self._clauses() if clause), None)

    def _clauses(self) -> Iterator[Part | None]:
        yield self.by
        for span in (self.rest, *self.entry.content[1:]):
            yield self._names_in(span)
        if self.title.span.start - self.head.start > 5:
            yield self._names_in(Span(self.head.start, self.title.span.start))

    @cached_property
    def by(self) -> Part | None:
        """The clause `by …`, if that is how the authors are named."""
        outline = self.entry.doc.outline
        if "by" not in outline[self.rest.start : self.rest.end].lower():
            return None
        stop = min(self.rest.end, self.rest.start + _LONGEST_CLAUSE)
        for match in _BY.finditer(outline, self.rest.start, stop):
            before = outline[self.rest.start : match.start()].rstrip()
            if before and before[-1] not in _BEFORE_BY:
                continue  # "inspired by"
            length = leading_people(match["who"])
            if length:
                span = Span(match.start(), match.start("who") + length)
                return Part(span, self.entry.doc.plain(*span))
        return None

    def _names_in(self, span: Span) -> Part | None:
        """Return the list of names in a span: its italics, or what its first words are."""
        doc = self.entry.doc
        outline = doc.outline
        if outline.find("\x07", *span) >= 0:
            for atom in atoms(outline, *span):
                if atom.kind == "emphasis":
                    inside = trimmed(outline, atom.start, atom.end)
                    text = doc.plain(*inside)
                    if are_names(text):
                        return Part(inside, text)
        lead = _BEFORE_NAMES.match(outline, *span)
        start = lead.end() if lead else span.start
        if not may_lead(outline, start, span.end):
            return None
        stop = _AFTER_NAMES.search(outline, start, min(span.end, start + _LONGEST_CLAUSE))
        end = stop.start() if stop else span.end
        length = leading_names(outline[start:end])
        return Part(Span(start, start + length), outline[start : start + length]) if length else None

    @cached_property
    def tags_after(self) -> tuple[Tag, ...]:
        """The tag that follows the title at once: `(2015)`, `, CVPR 2018`, `**[ECCV' 18]**`."""
        match = _TAG_AFTER.match(self.entry.doc.outline, *self.rest)
        if match is None or "et al" in match["tag"]:
            return ()
        span = trimmed_edges(self.entry.doc.outline, *match.span("tag"))
        wrap = match["wrap"].strip("\x05\x0e")
        form = "paren" if wrap[:1] in ("(", "（") else "bracket" if wrap[:1] in ("[", "【") else "plain"
        if "\x06" in wrap or "\x07" in wrap:
            form = "strong" if "\x06" in wrap else "emphasis"
        return (Tag(span, self.entry.doc.plain(*span), form),)  # type: ignore[arg-type]


def line_parts(entry: "Entry") -> Parts:
    """Find the parts of an entry that is written on a line."""
    head = entry.head
    return Parts(entry, head, read_common(entry, head) or read_title(entry, head))
