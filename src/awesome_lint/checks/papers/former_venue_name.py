"""A former name of a venue, for a year in which it had a new one."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.rule import Rule
from awesome_lint.venues.registry import registry
from awesome_lint.venues.spelling import rewrite


class Check(Rule):
    """A former name of a venue, for a year in which it had a new one."""

    default = False
    needs_list = True
    fixes: ClassVar = ("safe", "unsafe")

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for tag in doc.venue_tags:
            former = registry().former(tag.text) if tag.reading and tag.reading.spelling == "former" else None
            if former and tag.year and tag.year > former[1]:
                venue, last = former
                yield self.report(
                    doc,
                    tag.venue_span,
                    f"'{tag.text}' has been called '{venue.name}' since {last + 1}",
                    fix=rewrite(tag, venue.name),
                )
