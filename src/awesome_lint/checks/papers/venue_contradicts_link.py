"""A venue tag whose link proves another venue or year."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Related
from awesome_lint.document import Document
from awesome_lint.rule import Rule
from awesome_lint.venues.proof import Contradiction, contradiction


class Check(Rule):
    """A venue tag whose link proves another venue or year."""

    other_levels: ClassVar = ("info",)
    needs_list = True

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for entry in doc.venue_tags.entries:
            found = contradiction(entry, doc.venue_tags)
            if found:
                yield self.contradicted(doc, found)

    def contradicted(self, doc: Document, found: Contradiction) -> Diagnostic:
        """Return the finding for a tag and a link."""
        tag, where, proven = found.tag, found.proof.where, found.proven
        said = f"{tag.text} {tag.edition}" if tag.edition else tag.text
        return self.report(
            doc,
            tag.span,
            f"the tag says {said}, but the link is to {proven} ({where})",
            help="The paper seems to have been published since." if found.is_stale else None,
            related=[Related(doc.path, found.link.url_span, f"'{where}' belongs to {proven}")],
            severity="info" if found.is_stale else None,
        )
