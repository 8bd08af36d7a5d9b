"""An authors' clause that begins differently from the others of the list."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.rule import Rule


class Check(Rule):
    """An authors' clause that begins differently from the others of the list."""

    needs_list = True
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for entry, vote, habit in doc.style.odd("authors"):
            clause = entry.parts.by
            assert clause is not None
            span = Span(clause.span.start, clause.span.start + len(vote.value))
            yield self.report(
                doc,
                span,
                f"'{vote.value}' before the authors, where the list writes '{habit.value}' ({habit.grounds})",
                fix=replace(span, habit.value, f"Write '{habit.value}'"),
            )
