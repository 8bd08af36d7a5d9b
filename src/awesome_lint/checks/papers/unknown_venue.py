"""A name in the place of a venue that is not a known one."""

from collections.abc import Iterator

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.rule import Rule
from awesome_lint.venues.registry import registry
from awesome_lint.venues.spelling import near_miss
from awesome_lint.venues.tag import VenueTag

_SHOWN = 3  # of the names that it may be a form of


class Check(Rule):
    """A name in the place of a venue that is not a known one."""

    severity = "info"
    needs_list = True

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        first: dict[str, VenueTag] = {}
        for tag in doc.venue_tags:
            if tag.reading is None and not registry().is_word(tag.text):
                first.setdefault(tag.text, tag)
        for name, tag in first.items():
            if near_miss(tag) is not None:
                continue
            meant = " or ".join(f"'{one}'" for one in registry().alike(name)[:_SHOWN])
            yield self.report(
                doc,
                tag.venue_span,
                f"'{name}' is not a known venue; did you mean {meant}?" if meant else f"'{name}' is not a known venue",
                help=None if meant else "If it is one, a row in rules/data/venues.tsv makes it known.",
            )
