"""A year in which the venue cannot have been held."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.rule import Rule
from awesome_lint.venues.years import impossible


class Check(Rule):
    """A year in which the venue cannot have been held."""

    other_levels: ClassVar = ("error",)
    needs_list = True

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for tag in doc.venue_tags:
            why = impossible(tag, doc.venue_tags, doc.today.year) if tag.edition else None
            if why:
                yield self.report(doc, tag.year_span or tag.span, why.message, severity="error" if why.future else None)
