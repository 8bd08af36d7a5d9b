"""An entry that its section, or the list, already has."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal

from awesome_lint.diagnostic import Diagnostic, Fix, Related
from awesome_lint.document import Document
from awesome_lint.duplicates import Twin, folded, twins
from awesome_lint.entries.entry import Entry
from awesome_lint.rule import Rule


class Check(Rule):
    """An entry that its section, or the list, already has."""

    needs_list = True
    reads_listings = True
    phase = "structure"
    fixes: ClassVar = ("unsafe",)

    scope: Literal["section", "list"] = "section"
    allow: tuple[str, ...] = ()

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for twin in doc.twins:
            if self.counts(twin):
                yield self.twin(twin)

    def check_files(self, docs: Sequence[Document]) -> Iterator[Diagnostic]:
        if self.scope == "list" and len(docs) > 1:
            for twin in twins(docs):
                if twin.entry.doc is not twin.first.doc and self.counts(twin):
                    yield self.twin(twin)

    def counts(self, twin: Twin) -> bool:
        """Whether a pair is a mistake under the options."""
        allowed = {folded(one) for one in self.allow}
        if folded(twin.entry.title) in allowed or (twin.entry.primary and folded(twin.entry.primary.url) in allowed):
            return False
        return twin.kind in ("copy", "title") or (self.scope == "list" and twin.alike)

    def twin(self, twin: Twin) -> Diagnostic:
        """Return the finding for a pair."""
        entry, first = twin.entry, twin.first
        two_links = twin.kind == "title" and entry.primary and first.primary
        under = ", under another link" if two_links else ""
        where = f"on line {first.line}" if entry.doc is first.doc else f"in {first.doc.path}, line {first.line}"
        return self.report(
            entry.doc,
            entry.parts.title.span,
            f"'{entry.title}' is already listed {where}{under}",
            related=[Related(first.doc.path, first.parts.title.span, "first listed here")],
            fix=_removal(entry, first),
        )


def _removal(entry: Entry, first: Entry) -> Fix | None:
    """Return the fix that removes an exact copy, whole lines; None where the two differ in anything."""
    doc = entry.doc
    if doc.raw(entry.span) != first.doc.raw(first.span) or entry.kind == "html":
        return None
    from awesome_lint.fixing.moves import lines_of, without

    return Fix("Remove the copy", (without(doc, lines_of(doc, entry)),), "unsafe")
