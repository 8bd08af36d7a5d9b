"""A venue in a letter case that is not its own."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Edit, Fix, Related, Safety
from awesome_lint.document import Document
from awesome_lint.rule import Rule
from awesome_lint.venues.mentions import BADGE
from awesome_lint.venues.spelling import Miswritten, minorities, miscased, rewrite

_SHOWN = 9  # of the other places


class Check(Rule):
    """A venue in a letter case that is not its own."""

    needs_list = True
    fixes: ClassVar = ("safe", "unsafe")

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        tags = doc.venue_tags
        least, share = doc.style.settings[:2]
        for name in (*miscased(tags), *minorities(tags, least, share)):
            if len(name.tags) > 1 and len(name.tags) > name.others:
                yield self.habit(doc, name)
                continue
            for tag in name.tags:
                yield self.report(
                    doc,
                    tag.venue_span,
                    f"venue '{name.wrong}' is written '{name.right}'",
                    help=f"The list writes '{name.right}' elsewhere." if name.others else None,
                    fix=rewrite(tag, name.right),
                )

    def habit(self, doc: Document, name: Miswritten) -> Diagnostic:
        """Return the one finding for a name that the list writes wrong more often than right."""
        first, *rest = name.tags
        written = [tag for tag in name.tags if tag.mention.wrapper != BADGE]
        edits = tuple(Edit(tag.venue_span, name.right) for tag in written)
        safety: Safety = "safe" if all(tag.is_prose for tag in written) else "unsafe"
        return self.report(
            doc,
            first.venue_span,
            f"venue '{name.wrong}' is written '{name.right}'; the list has it wrong in {len(name.tags)} places",
            fix=Fix(f"Write '{name.right}' everywhere", edits, safety) if edits else None,
            related=[Related(doc.path, tag.venue_span, f"'{name.wrong}' here, too") for tag in rest[:_SHOWN]],
        )
