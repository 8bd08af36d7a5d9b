"""A year that does not match the arXiv id of the same entry."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.rule import Rule
from awesome_lint.venues.proof import Posted, posted
from awesome_lint.venues.tag import VenueTag

_REVISED = 2  # so many years after the first version, an arXiv tag is not a revision's
_FORGOTTEN = 5  # so many years after its preprint, hardly a paper reaches a conference


class Check(Rule):
    """A year that does not match the arXiv id of the same entry."""

    other_levels: ClassVar = ("info",)
    needs_list = True

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        tags = doc.venue_tags
        for entry in tags.entries if tags.awake else ():
            dated = [tag for tag in tags.of(entry) if tag.reading and tag.year and tag.in_head]
            # Of two years, one may be the preprint's and the other the paper's.
            preprint = posted(entry) if len({tag.year for tag in dated}) == 1 else None
            if preprint:
                yield from self.compare(doc, dated[0], preprint)

    def compare(self, doc: Document, tag: VenueTag, preprint: Posted) -> Iterator[Diagnostic]:
        """Yield the finding where a tag's year and the year of an arXiv id do not go together."""
        assert tag.year is not None
        assert tag.year_span is not None
        said = f"the tag says {tag.text} {tag.year}, but the arXiv id is from"
        if tag.venues[0].name != "arXiv":
            if tag.venues[0].kind == "conference" and tag.year >= preprint.year + _FORGOTTEN:
                yield self.report(doc, tag.year_span, f"{said} {preprint.year}; is the link right?", severity="info")
            return
        # What is held back for a check may be submitted in December, and numbered at any day of January.
        if tag.year == preprint.year - 1 and preprint.month == 1:
            if not preprint.early:
                yield self.report(doc, tag.year_span, f"{said} January {preprint.year}", severity="info")
        # A month beside the year shows that the list goes by revisions.
        elif tag.year < preprint.year or (tag.year >= preprint.year + _REVISED and not tag.mention.month):
            yield self.report(doc, tag.year_span, f"{said} {preprint.year}; the year or the link is wrong")
