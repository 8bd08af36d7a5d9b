"""Another mark between title and description than the list uses."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, replace
from awesome_lint.document import Document
from awesome_lint.rule import Rule


class Check(Rule):
    """Another mark between title and description than the list uses."""

    needs_list = True
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for entry, vote, habit in doc.style.odd("separator"):
            separator = entry.parts.separator
            assert separator is not None
            title = f"Write '{habit.value}'"
            is_prose = min(doc.outline[slice(*separator.span)]) >= " "  # no line break, no tag
            yield self.report(
                doc,
                separator.span,
                f"separator '{vote.value}' where the list writes '{habit.value}' ({habit.grounds})",
                fix=replace(separator.span, habit.value, title) if is_prose else None,
            )
