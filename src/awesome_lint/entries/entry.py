"""The entry: one listed thing."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from awesome_lint.diagnostic import Span
from awesome_lint.entries.parts import Parts, line_parts
from awesome_lint.entries.years import SectionYears, year_of
from awesome_lint.markdown.outline import NO_PROSE

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.entries.columns import Columns
    from awesome_lint.link import Link
    from awesome_lint.markdown.structure import Item, Table
    from awesome_lint.section import Section
    from awesome_lint.venues.tag import VenueTag

EntryKind = Literal["bullet", "ordered", "row", "paragraph", "heading", "quote", "html"]


class Entry:
    """One listed thing.

    span: the whole entry, sub-entries included; content: the spans of its own inline content, first the head.
    parent: the entry it is nested in; section: where it stands, and fold: where the `<details>` around it begins, -1
    without one; item: its list item; table, columns, cells: of a row.
    group: a number shared by the entries of one list, table or run of paragraphs.
    links: of its own content, in source order.
    """

    item: "Item | None" = None
    table: "Table | None" = None
    columns: "Columns | None" = None
    cells: Sequence[Span] = ()
    parent: "Entry | None" = None
    section: "Section | None" = None
    fold: int = -1
    section_years: SectionYears | None = None

    def __init__(
        self, doc: "Document", kind: EntryKind, span: Span, content: list[Span], group: int, links: "list[Link]"
    ) -> None:
        self.doc = doc
        self.kind: EntryKind = kind
        self.span = span
        self.content = content
        self.group = group
        self.links = links

    @property
    def head(self) -> Span:
        """The span of the first block of content: title, and mostly all of it."""
        return self.content[0]

    @property
    def line(self) -> int:
        """The line, from 1, on which the entry begins."""
        return self.doc.line_of(self.span.start)

    @property
    def marker(self) -> str:
        """The marker of its list item as written ('-', '3.'), else ''."""
        return self.item.marker if self.item else ""

    @cached_property
    def parts(self) -> Parts:
        """The parts, found when first asked for."""
        if self.kind != "row":
            return line_parts(self)
        from awesome_lint.entries.columns import row_parts

        return row_parts(self)

    @property
    def title(self) -> str:
        """What is listed, as a reader sees it."""
        return self.parts.title.text

    @cached_property
    def images(self) -> "list[Link]":
        """The images in its own content, in source order; badges are images."""
        return [image for span in self.content for image in self.doc.images_in(*span)]

    @cached_property
    def identities(self) -> frozenset[str]:
        """The identities of what the entry points at: its web links, badges left out."""
        return frozenset(link.identity for link in self.links if link.is_web)

    @cached_property
    def primary(self) -> "Link | None":
        """The link that stands for the entry: the title's, else the first to the web."""
        if self.parts.title_link:
            return self.parts.title_link
        return next((link for link in self.links if link.is_web), None)

    @cached_property
    def year(self) -> int | None:
        """The year of what is listed: a tag's, a column's, one after the title, else that of its section's heading."""
        return year_of(self)

    @property
    def venue_tags(self) -> "list[VenueTag]":
        """Its venue tags, such as `[NeurIPS'22]`, in source order."""
        return self.doc.venue_tags.of(self)

    @property
    def is_tagged(self) -> bool:
        """Whether it has a venue tag."""
        return bool(self.venue_tags)

    @property
    def said(self) -> str:
        """All that it says, as a reader sees it."""
        return "".join(self.doc.plain(*span) for span in self.content)

    @property
    def shown(self) -> str:
        """Its source without comments and what else is not shown, one space between words."""
        outline = self.doc.outline[slice(*self.span)]
        letters = zip(self.doc.raw(self.span), outline, strict=True)
        return " ".join("".join(" " if mark == NO_PROSE else letter for letter, mark in letters).split())

    def __repr__(self) -> str:
        return f"<Entry {self.kind} {self.title!r}>"
