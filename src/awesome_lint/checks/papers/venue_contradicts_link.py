"""A venue tag whose link proves another venue or year."""

from collections.abc import Iterator

from awesome_lint.diagnostic import Diagnostic, Related
from awesome_lint.document import Document
from awesome_lint.rule import Rule
from awesome_lint.venues.proof import Contradiction, contradiction


class Check(Rule):
    """A venue tag whose link proves another venue or year."""

    needs_list = True

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for entry in doc.venue_tags.entries:
            found = contradiction(entry, doc.venue_tags)
            if found:
                yield self.contradicted(doc, found)

    def contradicted(self, doc: Document, found: Contradiction) -> Diagnostic:
        """Return the finding for a tag and a link."""
        tag, link, proof, other_venue = found
        proven = f"{proof.venues[0]} {proof.year}" if proof.year else proof.venues[0]
        preprint = tag.venues[0].kind == "preprint"
        return self.report(
            doc,
            tag.span,
            f"tag says {tag.text}{f' {tag.year}' if tag.year else ''}, its link is of {proven} ({proof.where})",
            help="The paper seems to have been published since." if preprint and other_venue else None,
            related=[Related(doc.path, link.url_span, f"'{proof.where}' is of {proven}")],
            severity="info" if preprint and other_venue else None,
        )
