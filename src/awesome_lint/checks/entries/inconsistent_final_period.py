"""A description that ends otherwise than those of the list."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.rule import Rule


class Check(Rule):
    """A description that ends otherwise than those of the list."""

    needs_list = True
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for entry, vote, habit in doc.style.odd("final-period"):
            description = entry.parts.description
            assert description is not None
            end = description.span.end
            if vote.value == "none":
                message = f"no '{habit.value}' at the end of the description, where the list writes one"
                span, text, title = Span(end - 1, end), doc.text[end - 1] + habit.value, f"Add '{habit.value}'"
            elif habit.value == "none":
                message = f"'{vote.value}' at the end of the description, where the list writes none"
                span, text, title = Span(end - 1, end), "", f"Remove '{vote.value}'"
            else:
                message = f"'{vote.value}' at the end of the description, where the list writes '{habit.value}'"
                span, text, title = Span(end - 1, end), habit.value, f"Write '{habit.value}'"
            yield self.report(doc, span, f"{message} ({habit.grounds})", fix=replace(span, text, title))
