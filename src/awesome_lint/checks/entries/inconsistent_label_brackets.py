"""A label without the brackets that the list gives them, or with them on the other side of the link."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Fix
from awesome_lint.document import Document
from awesome_lint.entries.labels import SQUARE, Label, rebracket
from awesome_lint.habits.style import is_way
from awesome_lint.rule import Rule


class Check(Rule):
    """A label without the brackets that the list gives them, or with them on the other side of the link."""

    needs_list = True
    guard = "markup"
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        habit = doc.style.habits("label-brackets").get("square")
        if habit is None or habit.value not in SQUARE:
            return
        labels = [*(label for label in doc.labels if label.form in SQUARE), *doc.bare_labels]
        by_section: dict[int, Counter[str]] = {}
        for label in labels:
            by_section.setdefault(_section(label), Counter())[label.form] += 1
        for label in labels:
            own_way = habit.total > 0 and is_way(by_section[_section(label)], label.form)
            if label.form != habit.value and not own_way:
                edits = rebracket(label, habit.value)
                yield self.report(
                    doc,
                    label.link.span,
                    f"label written {label.form} where the list writes {habit.value} ({habit.grounds})",
                    fix=Fix(f"Write {habit.value}", edits) if edits else None,
                )


def _section(label: Label) -> int:
    section = label.link.entry.section if label.link.entry else None
    return section.index if section else -1
