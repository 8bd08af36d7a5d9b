"""A description that repeats the name of its entry and says nothing else."""

from collections.abc import Iterator

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_WORDS = lazy(r"[^\W_]+")


class Check(Rule):
    """A description that repeats the name of its entry and says nothing else."""

    needs_list = True

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for entry in doc.entries:
            parts = entry.parts
            if not parts.title_link or not parts.separator or not parts.description or entry.kind == "row":
                continue
            if abs(len(parts.description.text) - len(parts.title.text)) > 3:
                continue
            name = _WORDS.findall(parts.title.text.casefold())
            if name and _WORDS.findall(parts.description.text.casefold()) == name:
                yield self.report(
                    doc, parts.description.span, f"description repeats the name '{parts.title.text}'; say what it is"
                )
