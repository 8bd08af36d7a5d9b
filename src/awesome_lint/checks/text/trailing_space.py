"""Spaces at the end of a line that mean nothing."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.crowd import CROWD
from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.markdown import outline as marks
from awesome_lint.patterns import places
from awesome_lint.rule import Rule

_ENDS = (" \n", "\t\n", " \r", "\t\r")


class Check(Rule):
    """Spaces at the end of a line that mean nothing."""

    phase = "layout"
    guard = "layout"
    gathers: ClassVar = CROWD
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        text = doc.text
        for span in _runs(text):
            if doc.outline[span.end : span.end + 1] == marks.BREAK:
                continue  # two spaces that break the line on the page
            block = doc.block_at(span.start)
            if block and block.kind in ("code", "html"):
                continue
            before = text[span.start - 1 : span.start]
            if before == "\r" and text[span.end : span.end + 1] == "\n":
                continue  # without it two line ends would be one
            if before == "\\":
                continue  # without it the backslash would break the line
            yield self.report(
                doc, span, "white space at the end of the line", fix=replace(span, "", "Remove the white space")
            )


def _runs(text: str) -> Iterator[Span]:
    """Yield the runs of spaces and tabs that end a line."""
    last = [len(text) - 1] if text.endswith((" ", "\t")) else []
    for at in places(text, _ENDS) + last:
        start = at
        while start and text[start - 1] in " \t":
            start -= 1
        yield Span(start, at + 1)
