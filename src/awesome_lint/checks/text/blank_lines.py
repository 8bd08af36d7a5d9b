"""Several blank lines in a row, or none after a heading."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule
from awesome_lint.section import Section

_BLANK = lazy(r"\n(?:[ \t]*\r?\n){2,}")
_BLANK_CR = lazy(r"\r(?:[ \t]*\r){2,}")


_LEAST = 10
_SHARE = 0.9  # of the headings that have a blank line, in a list that puts one there


class Check(Rule):
    """Several blank lines in a row, or none after a heading."""

    severity = "info"
    phase = "layout"
    guard = "layout"
    gathers: ClassVar = 10  # so many are how the file is written
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        source = doc.source
        for match in (_BLANK if "\n" in doc.text else _BLANK_CR).finditer(doc.text):
            start = match.start() + 1  # after the end of the line before
            if match.end() == len(doc.text) or self._inside(doc, start, match.end()):
                continue
            second = source.line_starts[source.line_at(start) + 1]
            spare = Span(second, match.end())
            yield self.report(doc, spare, "several blank lines in a row", fix=replace(spare, "", "Leave one"))
        headings = [section for section in doc.sections if section.kind in ("atx", "setext")]
        close = [section for section in headings if _is_close(doc, section)]
        if len(headings) < _LEAST or len(headings) - len(close) < _SHARE * len(headings):
            return
        for section in close:
            start = source.line_starts[source.line_at(section.span.end) + 1]
            fix = replace(Span(start, start), "\n", "Add one")
            yield self.report(doc, section.span, "no blank line after a heading, as the list has", fix=fix)

    def _inside(self, doc: Document, start: int, end: int) -> bool:
        """Whether blank lines stand inside a list or a block of code, where they may mean something."""
        block = doc.block_at(start)
        if block and block.span.start < start and end < block.span.end:
            return True
        return doc.structure.is_inside_list(start, end)


def _is_close(doc: Document, section: Section) -> bool:
    """Whether a heading, outside items and quotes, has text right below it."""
    below = doc.source.line_at(section.span.end) + 1
    if below >= len(doc.source.line_starts) or not doc.source.line_text(below).strip():
        return False
    block = doc.block_at(section.span.start)
    return block is not None and not block.item and not block.quoted
