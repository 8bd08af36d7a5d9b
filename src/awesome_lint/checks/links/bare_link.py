"""A bare URL where the list writes links with a text."""

from collections.abc import Iterator

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.rule import Rule

_HABIT = 0.1  # share of a list's links: it writes bare URLs on purpose


class Check(Rule):
    """A bare URL where the list writes links with a text."""

    severity = "info"
    needs_list = True

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        bare = [link for entry in doc.entries for link in entry.links if link.kind in ("bare", "autolink")]
        if not bare or len(bare) > _HABIT * len(doc.links):
            return
        broken = [loose.span for loose in doc.loose_markup]
        for link in bare:
            if "@" not in link.url and not any(start <= link.span.start < end for start, end in broken):
                yield self.report(doc, link.span, f"bare URL {link.url}; the list writes [text](url)")
