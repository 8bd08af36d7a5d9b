"""The entry: one listed thing, and its parts."""

import re
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from awesome_lint.diagnostic import Span

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.link import Link
    from awesome_lint.section import Section
    from awesome_lint.structure import Item, Table

_YEAR = re.compile(r"\b(?:19|20)\d\d\b|(?<=[\x27’‘])\d\d\b|\b(?<=[A-Za-z] )[012]\d\b")
EntryKind = Literal["bullet", "ordered", "row", "paragraph", "heading", "quote", "html"]
TagForm = Literal["bracket", "paren", "code", "strong", "emphasis", "link", "dash", "date"]


class Part(NamedTuple):
    """A part of an entry: where it stands, markup around it left out, and what a reader sees of it."""

    span: Span
    text: str


class Tag(NamedTuple):
    """A tag before or behind the title: `[NeurIPS'22]`, `(CVPR 2020)`, `` `ICML 2021` ``.

    span: of the text inside the wrapper; form: the wrapper; link: the link that carries it, if any.
    """

    span: Span
    text: str
    form: TagForm
    link: "Link | None" = None


class Parts(NamedTuple):
    """The parts of an entry, in source order.

    title: what is listed; title_link: the link that carries it. tags: those before the title.
    separator: what parts the title from the description, blanks included; its text is the bare mark ('-', ':').
    authors: the clause that names them, its `by` included. description: from the first word to the last character
    before trailing labels and badges. labels: links that name what they lead to (`[paper](…)`), not a listed thing.
    notes: what stands in parentheses about the entry's state, such as (To Appear).
    rest: all that stands behind the title.
    """

    title: Part
    title_link: "Link | None"
    tags: tuple[Tag, ...]
    separator: Part | None
    authors: Part | None
    description: Part | None
    labels: "tuple[Link, ...]"
    notes: tuple[Part, ...]
    rest: Span


class Entry:
    """One listed thing.

    span: the whole entry, sub-entries included; content: the spans of its own inline content, first the head.
    parent: the entry it is nested in; section: where it stands; item: its list item; table, cells: of a row.
    group: a number shared by the entries of one list, table or run of paragraphs.
    links, images: of its own content, in source order.
    """

    def __init__(self, doc: "Document", kind: EntryKind, span: Span, content: list[Span], group: int) -> None:
        self.doc = doc
        self.kind: EntryKind = kind
        self.span = span
        self.content = content
        self.group = group
        self.item: Item | None = None
        self.table: Table | None = None
        self.cells: list[Span] = []
        self.parent: Entry | None = None
        self.section: Section | None = None
        self.links: list[Link] = []

    @property
    def head(self) -> Span:
        """The span of the first block of content: title, and mostly all of it."""
        return self.content[0]

    @cached_property
    def parts(self) -> Parts:
        """The parts, found when first asked for."""
        if self.kind == "row":
            from awesome_lint.rows import row_parts

            return row_parts(self)
        from awesome_lint.parts import line_parts

        return line_parts(self)

    @property
    def line(self) -> int:
        """The line, from 1, on which the entry begins."""
        return self.doc.line_of(self.span.start)

    @cached_property
    def year(self) -> int | None:
        """The year that a tag before the title gives, else one behind the title; None where nobody says."""
        for text in (*(tag.text for tag in self.parts.tags), self.doc.plain(*self.parts.rest)):
            match = _YEAR.search(text)
            if match:
                return int(match[0]) if len(match[0]) == 4 else 2000 + int(match[0][-2:])
        return None

    @property
    def title(self) -> str:
        """What is listed, as a reader sees it."""
        return self.parts.title.text

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

    def __repr__(self) -> str:
        return f"<Entry {self.kind} {self.title!r}>"
