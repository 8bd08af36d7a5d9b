"""Several blank lines in a row, or none after a heading."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_BLANK = lazy(r"\n(?:[ \t]*\r?\n){2,}")
_BLANK_CR = lazy(r"\r(?:[ \t]*\r){2,}")


class Check(Rule):
    """Several blank lines in a row, or none after a heading."""

    severity = "info"
    phase = "layout"
    guard = "layout"
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        source = doc.source
        for match in (_BLANK if "\n" in doc.text else _BLANK_CR).finditer(doc.text):
            start = match.start() + 1  # behind the end of the line before
            if match.end() == len(doc.text) or self._inside(doc, start, match.end()):
                continue
            second = source.line_starts[source.line_at(start) + 1]
            spare = Span(second, match.end())
            yield self.report(doc, spare, "several blank lines in a row", fix=replace(spare, "", "Leave one"))
        for section in doc.sections:
            if section.kind not in ("atx", "setext"):
                continue
            below = source.line_at(section.span.end) + 1
            if below < len(source.line_starts) and source.line_text(below).strip():
                at = Span(source.line_starts[below], source.line_starts[below])
                block = doc.block_at(section.span.start)
                if block is None or block.item or block.quoted:
                    continue
                yield self.report(doc, section.span, "no blank line after a heading", fix=replace(at, "\n", "Add one"))

    def _inside(self, doc: Document, start: int, end: int) -> bool:
        """Whether blank lines stand inside a list or a block of code, where they may mean something."""
        block = doc.block_at(start)
        if block and block.span.start < start and end < block.span.end:
            return True
        return doc.is_inside_list(start, end)
