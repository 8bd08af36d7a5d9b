"""A misspelt venue."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.rule import Rule
from awesome_lint.venues.spelling import near_miss, rewrite, right_spelling
from awesome_lint.venues.tag import VenueTag
from awesome_lint.venues.tags import VenueTags


class Check(Rule):
    """A misspelt venue."""

    severity = "error"
    other_levels: ClassVar = ("warning",)
    needs_list = True
    fixes: ClassVar = ("safe", "unsafe")

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        tags = doc.venue_tags
        for tag in tags:
            if tag.reading is None:
                yield from self.guess(doc, tag)
            elif tag.reading.spelling in ("slip", "swap"):
                yield self.slip(doc, tag, tags)

    def slip(self, doc: Document, tag: VenueTag, tags: VenueTags) -> Diagnostic:
        """Return the finding for a known slip, or for two letters of the list's own spelling swapped."""
        right = right_spelling(tag, tags)
        return self.report(
            doc,
            tag.venue_span,
            f"misspelt venue '{tag.text}'; did you mean '{right}'?",
            help=f"The list writes '{right}' elsewhere." if tags.spellings[right] else None,
            fix=rewrite(tag, right),
        )

    def guess(self, doc: Document, tag: VenueTag) -> Iterator[Diagnostic]:
        """Yield the finding for a long name that is one slip from a venue's."""
        near = near_miss(tag)
        if near:
            yield self.report(
                doc,
                tag.venue_span,
                f"'{tag.text}' is not a known venue; did you mean '{near[1]}'?",
                fix=rewrite(tag, near[1], "unsafe"),
                severity="warning",
            )
