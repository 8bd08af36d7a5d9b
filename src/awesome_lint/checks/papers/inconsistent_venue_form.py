"""A venue tag that combines name and year differently from the rest of the list."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.rule import Rule
from awesome_lint.venues.forms import odd_tags, reform


class Check(Rule):
    """A venue tag that combines name and year differently from the rest of the list."""

    needs_list = True
    fixes: ClassVar = ("safe", "unsafe")

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for tag, habit in odd_tags(doc):
            wanted, fix = reform(tag, habit.value)
            yield self.report(
                doc,
                tag.span,
                f"venue tag '{doc.plain(*tag.span)}' where the list would write '{wanted}' ({habit.grounds})",
                fix=fix,
            )
