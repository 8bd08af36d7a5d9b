"""A label such as `[paper](…)` in another spelling than in the rest of the list."""

from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from awesome_lint import rulebook
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
            if habit and habit.value != label.word and not _names(label.word) - _names(habit.value):
                yield self.report(
                    doc,
                    label.span,
                    f"label '{label.word}' where the list writes '{habit.value}' ({habit.grounds})",
                    fix=replace(label.span, habit.value, f"Write '{habit.value}'"),
                )


def _names(label: str) -> frozenset[str]:
    """Return the words of a label that are names in their right spelling: no habit makes `PyTorch` wrong."""
    return frozenset(label.split()) & _known()


@cache
def _known() -> frozenset[str]:
    return frozenset(line.partition("\t")[0] for line in rulebook.data_text("names.tsv").splitlines())
