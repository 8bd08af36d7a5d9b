"""A label such as `[paper](…)` in another spelling than in the rest of the list."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, replace
from awesome_lint.document import Document
from awesome_lint.rule import Rule


class Check(Rule):
    """A label such as `[paper](…)` in another spelling than in the rest of the list."""

    needs_list = True
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        habits = doc.style.habits("label")
        for label in doc.labels if habits else ():
            habit = habits.get(label.word.casefold())
            if habit and habit.value != label.word:
                yield self.report(
                    doc,
                    label.span,
                    f"label '{label.word}' where the list writes '{habit.value}' ({habit.grounds})",
                    fix=replace(label.span, habit.value, f"Write '{habit.value}'"),
                )
