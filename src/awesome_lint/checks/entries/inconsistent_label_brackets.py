"""A label with its brackets on the other side of the link than in the rest of the list."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Fix
from awesome_lint.document import Document
from awesome_lint.entries.labels import SQUARE, labels, majority, rebracket
from awesome_lint.rule import Rule


class Check(Rule):
    """A label with its brackets on the other side of the link than in the rest of the list."""

    needs_list = True
    guard = "markup"
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        # Labels without brackets of their own often share a pair with others: they neither vote nor are odd.
        found = [label for label in labels(doc) if label.form in SQUARE]
        least, share, _ = doc.style.settings
        habit = majority(Counter(label.form for label in found), least, share)
        for label in found if habit else ():
            assert habit is not None
            if label.form != habit[0]:
                edits = rebracket(label, habit[0])
                yield self.report(
                    doc,
                    label.link.span,
                    f"label written {label.form} where the list writes {habit[0]} ({habit[1]} of {habit[2]} do)",
                    fix=Fix(f"Write {habit[0]}", edits) if edits else None,
                )
