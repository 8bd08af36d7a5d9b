"""An acronym that several venues share, where nothing tells which is meant."""

from collections.abc import Iterator

from awesome_lint.diagnostic import Diagnostic, Related
from awesome_lint.document import Document
from awesome_lint.rule import Rule
from awesome_lint.venues.senses import senses
from awesome_lint.venues.tag import VenueTag


class Check(Rule):
    """An acronym that several venues share, where nothing tells which is meant."""

    severity = "info"
    needs_list = True

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        tags = doc.venue_tags
        doubtful: dict[str, list[VenueTag]] = {}
        for tag in tags if tags.awake else ():
            if senses(tag) and len(tags.meaning(tag)) != 1:
                doubtful.setdefault(tag.text, []).append(tag)
        for name, (first, *rest) in doubtful.items():
            *others, last = dict.fromkeys(sense.venue or sense.meaning for sense in senses(first))
            yield self.report(
                doc,
                first.venue_span,
                f"'{name}' can be {', '.join(others)} or {last}",
                related=[Related(doc.path, tag.venue_span, f"'{name}' here, too") for tag in rest[:9]],
            )
