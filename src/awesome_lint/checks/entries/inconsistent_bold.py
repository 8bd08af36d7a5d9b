"""A linked title that is not bold in a list whose titles are."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar, Final

from awesome_lint.diagnostic import Diagnostic, Edit, Fix, Span
from awesome_lint.document import Document
from awesome_lint.entries.entry import Entry
from awesome_lint.habits.style import is_way
from awesome_lint.markdown.outline import STRONG
from awesome_lint.rule import Rule

_SHARE: Final = 0.98  # of the titles; where fewer are bold, bold marks what the list recommends


class Check(Rule):
    """A linked title that is not bold in a list whose titles are."""

    needs_list = True
    phase = "structure"
    fixes: ClassVar = ("unsafe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        least = doc.style.settings.min_votes
        if doc.outline.count(STRONG) < least or sum(map(_is_bold, doc.voters.entries)) < least:
            return  # as most lists do
        counts = _counts(doc.voters.entries)
        odd = [entry for entry in doc.entries if not _is_bold(entry) and _has_title(entry)]
        by_section = _counts(doc.entries, sections=True) if odd else {}
        for entry in odd:
            total, bold = counts[_shape(entry)].total(), counts[_shape(entry)]["bold"]
            if total < least or bold < _SHARE * total:
                continue
            if is_way(by_section[_shape(entry, section=True)], "plain"):
                continue
            span = entry.parts.title.span
            edits = (Edit(Span(span.start, span.start), "**"), Edit(Span(span.end, span.end), "**"))
            yield self.report(
                doc,
                span,
                f"title that is not bold, where the titles of the list are ({bold} of {total} are)",
                fix=Fix("Make it bold", edits, "unsafe"),
            )


def _counts(entries: list[Entry], sections: bool = False) -> dict[tuple[object, ...], Counter[str]]:
    """Count the bold and plain titles by the shape of their entries, and by section where that is asked for."""
    counts: dict[tuple[object, ...], Counter[str]] = {}
    for entry in entries:
        if _has_title(entry):
            counts.setdefault(_shape(entry, sections), Counter())["bold" if _is_bold(entry) else "plain"] += 1
    return counts


def _shape(entry: Entry, section: bool = False) -> tuple[object, ...]:
    """Return what titles are compared by: kind of entry, depth, and the section where that counts."""
    shape = (entry.kind, entry.item.depth if entry.item else 0)
    return (*shape, entry.section.index if entry.section else -1) if section else shape


def _has_title(entry: Entry) -> bool:
    return entry.kind != "heading" and entry.parts.title_link is not None and len(entry.title) > 1


def _is_bold(entry: Entry) -> bool:
    """Whether bold begins at or before the title of an entry: a tag before it may be what is bold."""
    head, title = entry.head, entry.parts.title.span
    start = entry.cells[0].start if entry.cells else head.start
    return STRONG in entry.doc.outline[min(start, title.start) : title.end + 2]
