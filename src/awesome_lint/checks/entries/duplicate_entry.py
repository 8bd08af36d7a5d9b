"""An entry that its section, or the list, already has."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from typing import ClassVar, Final, Literal

from awesome_lint.diagnostic import Diagnostic, Fix, Related
from awesome_lint.document import Document
from awesome_lint.duplicates import Twin, folded, twins
from awesome_lint.entries.entry import Entry
from awesome_lint.link import Link
from awesome_lint.markdown.structure import Item
from awesome_lint.markdown.swallowed import coming_headings
from awesome_lint.repeated_items import RepeatedItem
from awesome_lint.rule import Rule

_LONGEST: Final = 60  # letters of an item that a message repeats


class Check(Rule):
    """An entry that its section, or the list, already has."""

    needs_list = True
    reads_listings = True
    phase = "structure"
    fixes: ClassVar = ("unsafe",)

    scope: Literal["section", "list"] = "section"
    allow: tuple[str, ...] = ()

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        pairs = [twin for twin in doc.twins if self.counts(twin)]
        coming = [heading.at for heading in coming_headings(doc)] if pairs and self.scope == "section" else []
        for twin in pairs:
            # Two entries stand in two sections when what stands between them is a heading.
            if bisect(coming, twin.entry.span.start) == bisect(coming, twin.first.span.start):
                yield self.twin(twin)
        for repeated in doc.repeated_items:
            if repeated.kind == "copy" and not self.allows(repeated.text, repeated.link):
                yield self.item(doc, repeated)

    def check_files(self, docs: Sequence[Document]) -> Iterator[Diagnostic]:
        if self.scope == "list" and len(docs) > 1:
            for twin in twins(docs):
                if twin.entry.doc is not twin.first.doc and self.counts(twin):
                    yield self.twin(twin)

    def counts(self, twin: Twin) -> bool:
        """Whether a pair is a mistake under the options."""
        if self.allows(twin.entry.title, twin.entry.primary):
            return False
        return twin.kind in ("copy", "title") or (self.scope == "list" and twin.alike)

    def allows(self, title: str, link: Link | None) -> bool:
        """Whether the options let a title or its link stand twice."""
        allowed = {folded(one) for one in self.allow}
        return folded(title) in allowed or (link is not None and folded(link.url) in allowed)

    def twin(self, twin: Twin) -> Diagnostic:
        """Return the finding for a pair."""
        entry, first = twin.entry, twin.first
        two_links = twin.kind == "title" and entry.primary and first.primary
        is_exact = entry.doc.raw(entry.span) == first.doc.raw(first.span) and entry.kind != "html"
        under = ", under another link" if two_links else ""
        where = f"on line {first.line}" if entry.doc is first.doc else f"in {first.doc.path}, line {first.line}"
        return self.report(
            entry.doc,
            entry.parts.title.span,
            f"'{entry.title}' is already listed {where}{under}",
            related=[Related(first.doc.path, first.parts.title.span, "first listed here")],
            fix=_removal(entry.doc, entry) if is_exact else None,
        )

    def item(self, doc: Document, repeated: RepeatedItem) -> Diagnostic:
        """Return the finding for a list item that is no entry."""
        first = repeated.first
        text = repeated.text if len(repeated.text) <= _LONGEST else repeated.text[: _LONGEST - 1].rstrip() + "…"
        is_exact = doc.raw(repeated.item.span) == doc.raw(first.span)
        return self.report(
            doc,
            repeated.link.span,
            f"'{text}' stands in this list already, on line {doc.line_of(first.span.start)}",
            related=[Related(doc.path, repeated.first_link.span, "first stands here")],
            fix=_removal(doc, repeated.item) if is_exact else None,
        )


def _removal(doc: Document, copy: Entry | Item) -> Fix:
    """Return the fix that removes an exact copy, whole lines."""
    from awesome_lint.fixing.moves import lines_of, without

    return Fix("Remove the copy", (without(doc, lines_of(doc, copy)),), "unsafe")
