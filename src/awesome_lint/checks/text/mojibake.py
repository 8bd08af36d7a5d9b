"""Text that was read in the wrong encoding, such as `Ã©` for `é`."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.mojibake import repairs
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_MARK_INSIDE = lazy(r"[*_]+\w")


def _parts_emphasis(doc: Document, span: Span) -> bool:
    """Whether a mark of emphasis stands between the run and a letter; were the run a letter, it might no longer be read as one."""
    around = doc.text[max(span.start - 4, 0) : span.start][::-1], doc.text[span.end : span.end + 4]
    return any(_MARK_INSIDE.match(side) for side in around)


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
                fix=None if _parts_emphasis(doc, span) else replace(span, repaired, f"Write '{repaired}'"),
            )
