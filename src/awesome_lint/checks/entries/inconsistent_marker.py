"""A bullet other than the one that the list uses."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, replace
from awesome_lint.document import Document
from awesome_lint.rule import Rule


class Check(Rule):
    """A bullet other than the one that the list uses."""

    needs_list = True
    phase = "layout"
    guard = "layout"
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for entry, vote, habit in doc.style.odd("marker"):
            assert entry.item is not None
            span = entry.item.marker_span
            yield self.report(
                doc,
                span,
                f"bullet '{vote.value}' where the list uses '{habit.value}' ({habit.grounds})",
                fix=replace(span, habit.value, f"Use '{habit.value}'"),
            )
