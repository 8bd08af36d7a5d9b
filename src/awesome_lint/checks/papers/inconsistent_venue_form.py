"""A venue tag that puts name and year together in another way than the list does."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.rule import Rule
from awesome_lint.venues.forms import odd_tags, reform


class Check(Rule):
    """A venue tag that puts name and year together in another way than the list does."""

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
