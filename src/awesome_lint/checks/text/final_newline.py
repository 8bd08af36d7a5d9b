"""A file that does not end with one line end."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.rule import Rule


class Check(Rule):
    """A file that does not end with one line end."""

    severity = "info"
    phase = "layout"
    guard = "layout"
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        text = doc.text
        bare = text.rstrip("\r\n")
        block = doc.block_at(len(bare))
        if not bare or (block and block.kind in ("code", "html")):
            return
        end = Span(len(text), len(text))
        if bare == text:
            yield self.report(doc, end, "no line end at the end of the file", fix=replace(end, "\n", "Add one"))
        elif doc.source.line_at(len(text)) - doc.source.line_at(len(bare)) > 1:
            first = doc.source.line_starts[doc.source.line_at(len(bare)) + 1]
            spare = Span(first, len(text))
            yield self.report(doc, spare, "blank lines at the end of the file", fix=replace(spare, "", "Remove them"))
