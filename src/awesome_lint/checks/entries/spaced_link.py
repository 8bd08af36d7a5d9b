"""A space between the two halves of a link."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.rule import Rule


class Check(Rule):
    """A space between the two halves of a link."""

    severity = "error"  # a warning where more than one reading remains
    phase = "structure"
    guard = "markup"
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for loose in doc.loose_markup:
            if loose.kind == "spaced":
                yield self.report(doc, loose.span, loose.flaw, fix=loose.fix, severity=loose.severity)
