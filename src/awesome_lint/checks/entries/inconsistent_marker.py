"""A bullet other than the one that the list uses."""

from collections import Counter
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
        odd = list(doc.style.odd("marker"))
        others = _no_entries(doc) if odd else Counter()
        for entry, vote, habit in odd:
            assert entry.item is not None
            if others[entry.item.siblings]:
                continue  # it stands in the contents, or among people: with another bullet it would leave their list
            span = entry.item.marker_span
            yield self.report(
                doc,
                span,
                f"bullet '{vote.value}' where the list uses '{habit.value}' ({habit.grounds})",
                fix=replace(span, habit.value, f"Use '{habit.value}'"),
            )


def _no_entries(doc: Document) -> Counter[int]:
    """Return, for each list of items, how many of them are not entries."""
    count = Counter(item.siblings for item in doc.structure.items)
    count.subtract(entry.item.siblings for entry in doc.entries if entry.item)
    return count
