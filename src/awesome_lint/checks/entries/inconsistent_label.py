"""A label such as `[paper](…)` in another spelling than in the rest of the list."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, replace
from awesome_lint.document import Document
from awesome_lint.entries.labels import labels, majority
from awesome_lint.rule import Rule


class Check(Rule):
    """A label such as `[paper](…)` in another spelling than in the rest of the list."""

    needs_list = True
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        found = labels(doc)
        least, share, _ = doc.style.settings
        spelt: dict[str, Counter[str]] = {}
        for label in found:
            spelt.setdefault(label.word.casefold(), Counter())[label.word] += 1
        for label in found:
            habit = majority(spelt[label.word.casefold()], least, share)
            if habit and habit[0] != label.word:
                yield self.report(
                    doc,
                    label.span,
                    f"label '{label.word}' where the list writes '{habit[0]}' ({habit[1]} of {habit[2]} do)",
                    fix=replace(label.span, habit[0], f"Write '{habit[0]}'"),
                )
