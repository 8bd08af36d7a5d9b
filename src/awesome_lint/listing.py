"""What a file lists: so much of a document as rules that compare files need, and little enough to send about."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from awesome_lint.diagnostic import Span
from awesome_lint.entries.title_text import Part
from awesome_lint.named import NamedTuple
from awesome_lint.source import Source

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.entries.entry import Entry


class ListedLink(NamedTuple):
    """The link that stands for an entry; as Link has it."""

    url: str
    text: str
    span: Span
    identity: str
    is_web: bool
    is_fragment: bool


class ListedParts(NamedTuple):
    """The parts that files are compared by."""

    title: Part
    description: Part | None


class Row(NamedTuple):
    """An entry as it is sent; section: a number, -1 above the first heading; the rest as Entry has it."""

    kind: str
    span: Span
    section: int
    fold: int
    year: int | None
    marker: str
    parts: ListedParts
    link: ListedLink | None
    shown: str
    said: str
    is_tagged: bool


class ListedEntry:
    """One listed thing; each attribute as Entry has it."""

    def __init__(self, doc: "Listing", row: Row, sections: dict[int, object]) -> None:
        self.doc = doc
        self.kind = row.kind
        self.span = row.span
        self.section = sections.setdefault(row.section, object()) if row.section >= 0 else None
        self.fold = row.fold
        self.year = row.year
        self.marker = row.marker
        self.parts = row.parts
        self.title = row.parts.title.text
        self.primary = row.link
        self.shown = row.shown
        self.said = row.said
        self.is_tagged = row.is_tagged

    @property
    def line(self) -> int:
        """The line, from 1, on which the entry begins."""
        return self.doc.source.line_at(self.span.start) + 1


class Listing:
    """A document as other files see it: path, text, whether it is a list, and its entries."""

    def __init__(self, source: Source, is_list: bool, rows: Sequence[Row]) -> None:
        self.source = source
        self.path = source.path
        self.text = source.text
        self.voters = self  # changes are linted in one process
        self.is_list = is_list
        sections: dict[int, object] = {}
        self.entries = [ListedEntry(self, row, sections) for row in rows]

    def raw(self, span: tuple[int, int]) -> str:
        """Return the source text of a span."""
        return self.text[span[0] : span[1]]


def rows_of(doc: "Document") -> list[Row]:
    """Return the entries of a document as they are sent."""
    return [_row(entry) for entry in doc.entries]


def _row(entry: "Entry") -> Row:
    link = entry.primary
    return Row(
        entry.kind,
        entry.span,
        entry.section.index if entry.section else -1,
        entry.fold,
        entry.year,
        entry.marker,
        ListedParts(entry.parts.title, entry.parts.description),
        ListedLink(link.url, link.text, link.span, link.identity, link.is_web, link.is_fragment) if link else None,
        entry.shown if entry.kind in ("row", "html") else "",
        "" if entry.parts.description else entry.said,
        entry.is_tagged,
    )
