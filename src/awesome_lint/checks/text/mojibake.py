"""Text that was read in the wrong encoding, such as `Ã©` for `é`."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.mojibake import repairs
from awesome_lint.rule import Rule


class Check(Rule):
    """Text that was read in the wrong encoding, such as `Ã©` for `é`."""

    severity = "error"
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for start, end, repaired in repairs(doc.outline):
            span = Span(start, end)
            yield self.report(
                doc,
                span,
                f"'{doc.raw(span)}' is '{repaired}' read in the wrong encoding",
                fix=replace(span, repaired, f"Write '{repaired}'"),
            )
