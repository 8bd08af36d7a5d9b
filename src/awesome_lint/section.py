"""Sections and the anchors of a page."""

from typing import TYPE_CHECKING, Literal

from awesome_lint.anchors import Slugger, slug
from awesome_lint.diagnostic import Span
from awesome_lint.markdown.seen import as_read
from awesome_lint.markdown.structure import BOLD_LEVEL, Heading
from awesome_lint.named import NamedTuple

if TYPE_CHECKING:
    from awesome_lint.document import Document

SectionKind = Literal["atx", "setext", "html", "bold"]
AnchorKind = Literal["heading", "html"]


class Anchor(NamedTuple):
    """A place of the page that a fragment can name; span: of the heading's title or of the HTML tag."""

    name: str
    span: Span
    kind: AnchorKind


# What a section is known by in another text of the file: its anchor, or where it has none its titles from above.
SectionName = tuple[str, ...]


class Section:
    """What stands under one heading.

    level: 1 to 6, 7 for a bold line. title: what a reader sees. span: of the heading's lines; title_span: of its
    title. anchor: the name by which a fragment reaches it, '' for a bold line, which has none.
    spaced_anchor: beside a badge or another image, that with a hyphen for the space between, '' elsewhere. GitHub is
    known to write it (`#awesome-x-`), and its documentation says that it does not: a link to either is left alone.
    end: where the section's own text ends, before the next heading of any kind.
    """

    __slots__ = ("anchor", "end", "index", "kind", "level", "parent", "spaced_anchor", "span", "title", "title_span")

    def __init__(self, heading: Heading, title: str, index: int, parent: "Section | None") -> None:
        self.level = heading.level
        self.kind: SectionKind = heading.kind
        self.title = title
        self.span = heading.span
        self.title_span = heading.title_span
        self.anchor = ""
        self.spaced_anchor = ""
        self.index = index
        self.parent = parent
        self.end = heading.span.end

    @property
    def name(self) -> SectionName:
        """What the section is known by, whatever stands above it."""
        if self.anchor:
            return (self.anchor,)
        return (*(self.parent.name if self.parent else ()), f"**{self.title}**")

    def __repr__(self) -> str:
        return f"<Section {'#' * self.level} {self.title!r}>"


def make_sections(doc: "Document", bold: list[Heading]) -> list[Section]:
    """Return the sections of a document in source order, anchors and parents set."""
    headings = sorted([*doc.structure.headings, *_html_headings(doc), *bold], key=lambda heading: heading.span)
    sections: list[Section] = []
    open_sections: list[Section] = []
    slugger = Slugger()
    for index, heading in enumerate(headings):
        if sections:
            sections[-1].end = heading.span.start
        while open_sections and open_sections[-1].level >= heading.level:
            open_sections.pop()
        title = doc.plain(*heading.title_span)
        section = Section(heading, title, index, open_sections[-1] if open_sections else None)
        if heading.level != BOLD_LEVEL:
            # A title's spaces all count, so that of `🚀 &nbsp; Start` two stay.
            read = as_read(doc.text, doc.outline, *heading.title_span)
            section.anchor = slugger.slug(read.strip())
            section.spaced_anchor = slug(read) if read != read.strip() else ""
        sections.append(section)
        open_sections.append(section)
    if sections:
        sections[-1].end = len(doc.text)
    return sections


def _html_headings(doc: "Document") -> list[Heading]:
    found = []
    opened = None
    for tag in doc.html.tags:
        if len(tag.name) == 2 and tag.name[0] == "h" and tag.name[1] in "123456":
            if not tag.closing:
                opened = tag
            elif opened is not None and opened.name == tag.name:
                span = Span(opened.span.start, tag.span.end)
                found.append(Heading(int(tag.name[1]), span, Span(opened.span.end, tag.span.start), "html"))
                opened = None
    return found


def page_anchors(doc: "Document") -> dict[str, Anchor]:
    """Return the anchors of the page by name; of two with one name the first, which is where a browser goes."""
    anchors: dict[str, Anchor] = {}
    for section in doc.sections:
        if section.anchor:
            anchors.setdefault(section.anchor, Anchor(section.anchor, section.title_span, "heading"))
    for tag in doc.html.tags:
        if not tag.closing:
            for name in (tag.attrs.get("id"), tag.attrs.get("name")):
                if name:
                    anchors.setdefault(name, Anchor(name, tag.span, "html"))
    for section in doc.sections:
        if section.spaced_anchor:
            anchors.setdefault(section.spaced_anchor, Anchor(section.spaced_anchor, section.title_span, "heading"))
    return anchors
