"""A quotation mark without its partner."""

from collections.abc import Iterator

from awesome_lint.diagnostic import Diagnostic, Span
from awesome_lint.document import Document
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_STRAIGHT = lazy(r'(?<![\d\\])"')
_CURLY = lazy("[“”]")


class Check(Rule):
    """A quotation mark without its partner."""

    severity = "info"
    needs_list = True

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        outline = doc.outline
        if '"' not in outline and "“" not in outline and "”" not in outline:
            return
        for entry in doc.entries:
            for start, end in entry.content:
                if outline.count('"', start, end) == 1 or outline.count("“", start, end) != outline.count(
                    "”", start, end
                ):
                    yield from self._alone(doc, start, end)

    def _alone(self, doc: Document, start: int, end: int) -> Iterator[Diagnostic]:
        for pattern in (_STRAIGHT, _CURLY):
            marks = [match.start() for match in pattern.finditer(doc.outline, start, end)]
            if len(marks) == 1:
                at = marks[0]
                yield self.report(doc, Span(at, at + 1), f"'{doc.outline[at]}' without its partner")
