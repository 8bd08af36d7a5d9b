"""One paper under two titles, one title under two venues, or one link under a label of two entries."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from awesome_lint.diagnostic import Diagnostic, Related
from awesome_lint.document import Document
from awesome_lint.duplicates import Twin, twins_of_papers
from awesome_lint.entries.entry import Entry
from awesome_lint.repeated_items import RepeatedItem
from awesome_lint.rule import Rule
from awesome_lint.venues.proof import contradiction
from awesome_lint.venues.years import impossible

if TYPE_CHECKING:
    from awesome_lint.venues.tag import VenueTag


class Check(Rule):
    """One paper under two titles, one title under two venues, or one link under a label of two entries."""

    needs_list = True
    reads_listings = True

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        several = Counter((id(twin.first), twin.entry.title) for twin in doc.twins if twin.kind == "two titles")
        for twin in doc.twins:
            if twin.kind == "two titles":
                alike = several.pop((id(twin.first), twin.entry.title), 0)
                if alike == 1:
                    yield self.twin(twin)
                elif alike:  # several entries say the same, so that the first is the odd one
                    yield self.twin(twin._replace(entry=twin.first, first=twin.entry))
            elif twin.kind == "link" and twin.alike:
                yield from self.venues(twin)
        for repeated in doc.repeated_items:
            if repeated.kind == "label":
                yield self.label(doc, repeated)

    def check_files(self, docs: Sequence[Document]) -> Iterator[Diagnostic]:
        if len(docs) > 1:
            for twin in twins_of_papers(docs):
                if twin.kind == "two titles" and twin.entry.doc is not twin.first.doc:
                    yield self.twin(twin)

    def venues(self, twin: Twin) -> Iterator[Diagnostic]:
        """Yield the finding for a paper that two sections list under different venues or years."""
        here, there = _only_tag(twin.entry), _only_tag(twin.first)
        if here is None or there is None:
            return
        same_venue = not {venue.name for venue in here.venues}.isdisjoint(venue.name for venue in there.venues)
        if same_venue and (here.year is None or there.year is None or here.year == there.year):
            return
        doc = twin.entry.doc
        if _is_refuted(here) or _is_refuted(there):
            return  # it is clear which of the two is wrong, and another rule says so
        yield self.report(
            doc,
            here.span,
            f"'{twin.entry.title}' is tagged {doc.raw(here.span)} here and {doc.raw(there.span)} on line {twin.first.line}",
            related=[Related(doc.path, there.span, "tagged otherwise here")],
        )

    def twin(self, twin: Twin) -> Diagnostic:
        """Return the finding for a pair."""
        entry, first = twin.entry, twin.first
        assert entry.primary is not None
        where = f"on line {first.line}" if entry.doc is first.doc else f"in {first.doc.path}, line {first.line}"
        return self.report(
            entry.doc,
            entry.primary.span,
            f"'{entry.title}' has the same link as '{first.title}' {where}; one of the two is wrong",
            related=[Related(first.doc.path, first.parts.title.span, "the other entry")],
        )

    def label(self, doc: Document, repeated: RepeatedItem) -> Diagnostic:
        """Return the finding for a label that two entries have."""
        link, first = repeated.link, repeated.first_link
        assert link.entry is not None
        assert first.entry is not None
        return self.report(
            doc,
            link.span,
            f"'{repeated.text}' of '{link.entry.title}' has the same link as that of '{first.entry.title}' "
            f"on line {doc.line_of(first.span.start)}; one of the two is wrong",
            related=[Related(doc.path, first.span, "the other one")],
        )


def _is_refuted(tag: "VenueTag") -> bool:
    """Whether a tag's link, or the calendar, shows that it is wrong."""
    doc = tag.entry.doc
    found = contradiction(tag.entry, doc.venue_tags)
    return (found is not None and not found.is_stale) or impossible(tag, doc.venue_tags, doc.today.year) is not None


def _only_tag(entry: Entry) -> "VenueTag | None":
    """Return an entry's tag, if it has one, and one that is known."""
    tags = entry.venue_tags
    return tags[0] if len(tags) == 1 and tags[0].venues and tags[0].whole and not tags[0].qualifiers else None
