"""Spaces at the end of a line that mean nothing."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.crowd import CROWD
from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.markdown import outline as marks
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_BLANKS = lazy(r"[ \t]+(?=[\r\n]|\Z)")
_ENDS = (" \n", "\t\n", " \r", "\t\r")


class Check(Rule):
    """Spaces at the end of a line that mean nothing."""

    phase = "layout"
    guard = "layout"
    gathers: ClassVar = CROWD
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        if not any(end in doc.text for end in _ENDS) and not doc.text.endswith((" ", "\t")):
            return
        for match in _BLANKS.finditer(doc.text):
            if doc.outline[match.end() : match.end() + 1] == marks.BREAK:
                continue  # two spaces that break the line on the page
            block = doc.block_at(match.start())
            if block and block.kind in ("code", "html"):
                continue
            if doc.text[match.start() - 1 : match.end() + 1 : len(match[0]) + 1] == "\r\n":
                continue  # without it two line ends would be one
            if doc.text[match.start() - 1 : match.start()] == "\\":
                continue  # without it the backslash would break the line
            span = Span(*match.span())
            yield self.report(
                doc, span, "white space at the end of the line", fix=replace(span, "", "Remove the white space")
            )
