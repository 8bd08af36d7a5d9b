"""The entries of HTML: list items, rows of tables, and lines that breaks part."""

from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Span
from awesome_lint.entries.aside import Asides
from awesome_lint.entries.entry import Entry
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.entries.regions import Regions
    from awesome_lint.link import Link
    from awesome_lint.markdown.html_tags import Tag

_MOST_LINKS: Final = 12  # a row or item with more is a menu
_FEWEST_LINES: Final = 2
_LINE = lazy(r"[^\x0b]+")
# What stands before the title of a line: spaces, entities, emoji and their names, images.
_BEFORE_TITLE = lazy(r"(?::[a-z][a-z0-9_]{1,30}:|[^\w\x01\x02\x04])*+\x01")
_GROUP: Final = -200_000


def html_entries(doc: "Document", asides: Asides, regions: "Regions") -> list[Entry]:
    """Return the entries that HTML blocks hold outside regions, in source order."""
    if not doc.html.tags:
        return []
    found = [*_elements(doc), *_lines(doc)]
    return [entry for entry in found if regions.at(entry.span.start) is None and entry.span.start not in asides]


def _elements(doc: "Document") -> list[Entry]:
    """Return the list items and the rows that hold a link."""
    found: list[Entry] = []
    opened: list[Tag] = []
    group = _GROUP
    cell = 0
    cells: list[Span] = []
    for tag in doc.html.tags:
        if tag.name in ("ul", "ol", "table"):
            group -= not tag.closing
            if not tag.closing and opened and opened[-1].name == "li":
                _add(doc, found, Span(opened.pop().span.end, tag.span.start), [], group + 1)  # its own text ends here
        elif tag.name in ("td", "th"):
            if tag.closing and cell:
                cells.append(Span(cell, tag.span.start))
            cell = 0 if tag.closing else tag.span.end
        elif tag.name in ("li", "tr"):
            if not tag.closing:
                opened.append(tag)
                cells = []
            elif opened and opened[-1].name == tag.name:
                _add(doc, found, Span(opened.pop().span.end, tag.span.start), cells, group)
                cells = []
    return found


def _add(doc: "Document", found: list[Entry], span: Span, cells: list[Span], group: int) -> None:
    """Add an entry for an element that names something and is not a menu."""
    links = _web_links(doc, span)
    if not links or len(links) > _MOST_LINKS or not any(map(str.isalnum, doc.plain(*span))):
        return
    entry = Entry(doc, "html", span, _content(doc, span, cells), group, [])
    entry.cells = cells
    found.append(entry)


def _content(doc: "Document", span: Span, cells: list[Span]) -> list[Span]:
    """Return the content of an element: of a row its cells that hold words, first the one with the title."""
    worded = [cell for cell in cells if any(map(str.isalpha, doc.plain(*cell)))]
    return worded or [span]


def _web_links(doc: "Document", span: Span) -> "list[Link]":
    return [link for link in doc.links_in(*span) if not link.is_fragment]


def _lines(doc: "Document") -> list[Entry]:
    """Return the lines of HTML blocks that begin with a link, where breaks part several."""
    found = []
    for number, block in enumerate(doc.structure.blocks):
        if block.kind != "html" or doc.outline.find("\x0b", *block.span) < 0:
            continue
        lines = [Span(*match.span()) for match in _LINE.finditer(doc.outline, *block.span)]
        titled = [line for line in lines if _is_titled(doc, line)]
        described = sum(1 for line in titled if len(doc.plain(doc.links_in(*line)[0].span.end, line.end).split()) > 1)
        if len(titled) < _FEWEST_LINES or 2 * described < len(titled):
            continue  # links alone are a menu
        if 2 * len(titled) < sum(1 for line in lines if doc.plain(*line)):
            continue
        for line in titled:
            start, end = line
            while doc.outline[start] in " \t\n\r\x05\x00":
                start += 1
            while doc.outline[end - 1] in " \t\n\r\x05\x00":
                end -= 1
            found.append(Entry(doc, "html", Span(start, end), [Span(start, end)], -500_000 - number, []))
    return found


def _is_titled(doc: "Document", line: Span) -> bool:
    """Whether a line begins with a link that has words."""
    match = _BEFORE_TITLE.match(doc.outline, *line)
    links = doc.links_in(match.end() - 1, line.end) if match else []
    return bool(links) and not links[0].is_fragment and any(map(str.isalnum, doc.plain(*links[0].text_span)))
