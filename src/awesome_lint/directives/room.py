"""Where on a page there is room for a comment."""

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, Literal

from awesome_lint.diagnostic import Span
from awesome_lint.directives.definitions import lines_of_definitions
from awesome_lint.markdown import outline as marks
from awesome_lint.markdown.html_tags import VERBATIM

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.markdown.structure import Block

Way = Literal["line", "next-line", "file"]  # at the line's end, on a line of its own above it, at the top of the file

_UNBROKEN: Final = (marks.CODE * 2, marks.LINK_CLOSE * 2)


class Room:
    """The places for comments in one document."""

    def __init__(self, doc: "Document") -> None:
        self.doc = doc
        at = doc.source.line_at
        self._blocks = {
            line: block
            for block in doc.structure.blocks
            for line in range(at(block.span.start), at(block.span.end) + 1)
        }
        self._closed = _merged([*(tag.span for tag in doc.html.tags), *_verbatim(doc)])
        self._definitions = lines_of_definitions(doc)
        self._titles = {doc.source.line_at(section.title_span.start) for section in doc.sections}

    def first_line(self, line: int) -> int:
        """Return the line, from 0, to which a directive for a line speaks: the first one of a definition of several."""
        return self._definitions.get(line, range(line, line + 1)).start

    def ways(self, line: int) -> list[Way]:
        """Return the ways in which a line, from 0, may be given a directive, the best first; some may yet fail."""
        source = self.doc.source
        text = source.line_text(line)
        block = self._blocks.get(line)
        if not text.strip() or (block is None and line < self.top()):
            return ["file"]
        if block is None:  # a link definition, or text that the outline has not placed
            return ["next-line", "file"]
        begins = source.line_at(block.span.start) == line
        own_line: list[Way] = ["next-line"] if self._takes_line(block, begins, line) else []
        if block.kind in ("code", "rule"):
            return [*own_line, "file"]
        # A comment in a title would be a part of its anchor on some sites.
        if block.kind == "heading" or (line in self._titles and block.kind == "paragraph"):
            return [*own_line, "file"]
        at_end: list[Way] = [] if self._is_closed(self.end_of(line)) else ["line"]
        return [*at_end, *own_line, "file"]

    def _takes_line(self, block: "Block", begins: bool, line: int) -> bool:
        """Whether a line of its own for a comment may part nothing: no list, no table, no paragraph."""
        if block.kind == "html":
            return not self._is_closed(self.doc.source.line_starts[line])
        return begins and block.kind != "row" and (block.item is None or block.item.blocks[0] is not block)

    def end_of(self, line: int) -> int:
        """Return where a comment at the end of a line goes: before a hard break, in a row into the last cell shown."""
        source, outline = self.doc.source, self.doc.outline
        start, at = source.line_starts[line], source.line_ends[line]
        block = self._blocks.get(line)
        if block is not None and block.cells and block.table is not None:
            return block.cells[min(len(block.cells), len(block.table.header)) - 1].end
        while at > start and self.doc.text[at - 1] in " \t":
            at -= 1
        return at - (at > start and self.doc.text[at - 1] == "\\" and outline[at - 1] == marks.BREAK)

    def top(self) -> int:
        """Return the first line after the front matter."""
        for token in self.doc.tokens[:1]:
            if token.type == "front_matter" and token.map:
                return token.map[1]
        return 0

    def _is_closed(self, offset: int) -> bool:
        """Whether an offset stands inside a tag, a link's address or code, or in what is shown as it is written."""
        around = self.doc.outline[max(0, offset - 1) : offset + 1]
        if around in _UNBROKEN:
            return True
        index = bisect_right(self._closed, Span(offset, -1)) - 1
        return index >= 0 and self._closed[index].start < offset < self._closed[index].end


def _verbatim(doc: "Document") -> list[Span]:
    found = []
    opened = None
    for tag in doc.html.tags:
        if tag.name in VERBATIM:
            if not tag.closing:
                opened = opened or tag
            elif opened is not None and opened.name == tag.name:
                found.append(Span(opened.span.start, tag.span.end))
                opened = None
    if opened is not None:
        found.append(Span(opened.span.start, len(doc.text) + 1))
    return found


def _merged(spans: list[Span]) -> list[Span]:
    """Return spans without those that lie in others, in order."""
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return kept
