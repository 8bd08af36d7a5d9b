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
        beside = _entries_less_others(doc) if odd else Counter()
        for entry, vote, habit in odd:
            assert entry.item is not None
            if beside[entry.item.siblings] < 0:
                continue  # it stands in the contents, which have a bullet of their own
            span = entry.item.marker_span
            yield self.report(
                doc,
                span,
                f"bullet '{vote.value}' where the list uses '{habit.value}' ({habit.grounds})",
                fix=replace(span, habit.value, f"Use '{habit.value}'"),
            )


def _entries_less_others(doc: Document) -> Counter[int]:
    """Return, for each list of items, how many more of them are entries than are not."""
    count = Counter(2 * [entry.item.siblings for entry in doc.entries if entry.item])
    count.subtract(Counter(item.siblings for item in doc.structure.items))
    return count
