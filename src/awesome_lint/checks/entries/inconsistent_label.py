"""A label such as `[paper](…)` that the rest of the list spells differently."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from awesome_lint import rulebook
from awesome_lint.diagnostic import Diagnostic, replace
from awesome_lint.document import Document
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_DIGITS = lazy(r"\d+")
_BETWEEN = lazy(r"[\s_-]+")


class Check(Rule):
    """A label such as `[paper](…)` that the rest of the list spells differently."""

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
        yield from self._numbered(doc)

    def _numbered(self, doc: Document) -> Iterator[Diagnostic]:
        """Yield the labels with a number that are put together differently from those of the list, as `paper2019`."""
        counts: dict[str, Counter[str]] = {}
        for label in doc.voters.labels:
            if not label.word.isalpha() and "0" in (form := _DIGITS.sub("0", label.word)):
                counts.setdefault(_BETWEEN.sub("", form).casefold(), Counter())[form] += 1
        habits = {shape: doc.style.settings.voted("label", shape, forms) for shape, forms in counts.items()}
        for label in doc.labels if any(habits.values()) else ():
            form = _DIGITS.sub("0", label.word)
            habit = habits.get(_BETWEEN.sub("", form).casefold())
            if habit and habit.value != form and habit.value.count("0") == form.count("0") == 1:
                number = _DIGITS.findall(label.word)[0]
                right = habit.value.replace("0", number)
                yield self.report(
                    doc,
                    label.span,
                    f"label '{label.word}' where the list writes '{right}' ({habit.grounds})",
                    fix=replace(label.span, right, f"Write '{right}'"),
                )


def _names(label: str) -> frozenset[str]:
    """Return the words of a label that are names in their right spelling: no habit makes `PyTorch` wrong."""
    return frozenset(label.split()) & _known()


@cache
def _known() -> frozenset[str]:
    return frozenset(line.partition("\t")[0] for line in rulebook.data_text("names.tsv").splitlines())
