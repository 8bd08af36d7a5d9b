"""A label such as `[paper](…)` in another spelling or with other brackets than in the rest of the list."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Fix, replace
from awesome_lint.document import Document
from awesome_lint.labels import SQUARE, Label, labels, majority, rebracket
from awesome_lint.rule import Rule


class Check(Rule):
    """A label such as `[paper](…)` in another spelling or with other brackets than in the rest of the list."""

    needs_list = True
    guard = "markup"
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        found = labels(doc)
        least, share, _ = doc.style.settings
        yield from self._spellings(doc, found, least, share)
        # Labels without brackets of their own often share a pair with others: they neither vote nor are odd.
        bracketed = [label for label in found if label.form in SQUARE]
        forms = majority(Counter(label.form for label in bracketed), least, share)
        for label in bracketed if forms else ():
            assert forms is not None
            if label.form != forms[0]:
                edits = rebracket(label, forms[0])
                yield self.report(
                    doc,
                    label.link.span,
                    f"label written {label.form} where the list writes {forms[0]} ({forms[1]} of {forms[2]} do)",
                    fix=Fix(f"Write {forms[0]}", edits) if edits else None,
                )

    def _spellings(self, doc: Document, found: list[Label], least: int, share: float) -> Iterator[Diagnostic]:
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
