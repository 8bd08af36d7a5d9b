"""A label with its brackets on the other side of the link than in the rest of the list."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Fix
from awesome_lint.document import Document
from awesome_lint.entries.labels import SQUARE, rebracket
from awesome_lint.rule import Rule


class Check(Rule):
    """A label with its brackets on the other side of the link than in the rest of the list."""

    needs_list = True
    guard = "markup"
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        habit = doc.style.habits("label-brackets").get("square")
        for label in doc.labels if habit else ():
            assert habit is not None
            # Labels without brackets of their own often share a pair with others, and are not odd.
            if label.form in SQUARE and label.form != habit.value:
                edits = rebracket(label, habit.value)
                yield self.report(
                    doc,
                    label.link.span,
                    f"label written {label.form} where the list writes {habit.value} ({habit.grounds})",
                    fix=Fix(f"Write {habit.value}", edits) if edits else None,
                )
