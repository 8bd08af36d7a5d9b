"""Lines that were meant as items of a list and are not, since the marker or the space after it is missing."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Literal

from awesome_lint.diagnostic import Edit, Span
from awesome_lint.entries.lone_lines import lone_lines
from awesome_lint.markdown import outline as marks
from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.markdown.structure import Item

# A marker that a link follows at once, at the start of a line of prose, or bold words where it is not an asterisk.
_GLUED: Final = lazy(
    r"[\n\x00\x0b](?P<marker>[-*+](?!\x06)|[-+](?=\x06)|\d{1,3}[.)])"
    r"(?=\x01|\x06+(?:[^\W\d_]|\x01)|\[[^\[\]\x00-\x1f]*\]\()"
)
_LINE: Final = lazy(r"[\n\x0b]\s*\x00*(?=\x01)")
_LINE_END: Final = lazy(rf"\n|{marks.BREAK}+")
_SEPARATOR: Final = lazy(r"\s*(?P<mark>[-–—:|.,(]+)?\s*(?P<word>\w)?")
_FEWEST: Final = 3  # lines that run together and each begin with a link; two may be a sentence


class LostMarker(NamedTuple):
    """Lines that lost their markers.

    span: of their first link, or of the lines where several run together. marker: as it stands, or as the list around
    writes it. edits: what makes them items.
    kind: `glued` only the space after the marker is missing; `lost` one line among items; `run` lines that
    the page shows as one paragraph; `lone` a line with the form of the entries.
    """

    span: Span
    kind: Literal["glued", "lost", "run", "lone"]
    marker: str
    edits: tuple[Edit, ...]


def lost_markers(doc: "Document") -> list[LostMarker]:
    """Return the lines that lost their markers, in source order."""
    found = sorted([*_glued(doc), *_swallowed(doc), *_between(doc), *_runs(doc)])
    marker = _usual_marker(doc.voters)
    known = {edit.span.start for lost in found for edit in lost.edits}
    lone = (span for span in lone_lines(doc, marker) if span.start not in known) if marker else ()
    return sorted([*found, *(LostMarker(span, "lone", marker, (_put(span.start, f"{marker} "),)) for span in lone)])


def _glued(doc: "Document") -> Iterator[LostMarker]:
    """Yield lines such as `-[text](url)`."""
    for match in _GLUED.finditer("\n" + doc.outline):
        start, end = match.start("marker") - 1, match.end() - 1
        yield LostMarker(Span(start, end), "glued", match["marker"], (_put(end, " "),))


def _swallowed(doc: "Document") -> Iterator[LostMarker]:
    """Yield the lines of an item that stand where a marker would, and begin with a link as the item does."""
    outline, source = doc.outline, doc.source
    for item in doc.structure.items:
        head = item.blocks[0].content if item.blocks else None
        if (
            head is None
            or item.number is not None
            or outline.find("\n", *head) < 0
            or not _begins_listed(doc, head.start)
        ):
            continue
        column = item.marker_span.start - source.line_starts[source.line_at(item.marker_span.start)]
        for match in _LINE.finditer(outline, *head):
            start = match.end()
            if start - source.line_starts[source.line_at(start)] == column and _alike(doc, head.start, start):
                yield _lost(doc, start, item)


def _between(doc: "Document") -> Iterator[LostMarker]:
    """Yield the paragraphs of one line between two lists that begin with a link as the items do."""
    blocks = doc.structure.blocks
    for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if block.kind != "paragraph" or block.item or block.content is None or not before.item or not after.item:
            continue
        other, item = _outermost(before.item), after.item
        if item.parent or item.number is not None or other.marker != item.marker or not other.blocks:
            continue
        head = other.blocks[0].content
        if head and _begins_listed(doc, head.start) and _alike(doc, head.start, block.content.start):
            yield _lost(doc, block.content.start, item)


def _runs(doc: "Document") -> Iterator[LostMarker]:
    """Yield the paragraphs whose lines each begin with a link, in a list whose entries are bullets."""
    outline = doc.outline
    marker: str | None = None
    for block in doc.structure.blocks:
        if (
            block.kind != "paragraph"
            or block.item
            or block.content is None
            or not outline.startswith(marks.LINK_OPEN, block.content.start)
        ):
            continue
        breaks = outline.count("\n", *block.content)
        if breaks + 1 < _FEWEST:
            continue
        starts = [block.content.start, *(match.end() for match in _LINE.finditer(outline, *block.content))]
        marker = _usual_marker(doc.voters) if marker is None else marker
        section = doc.section_at(block.span.start)
        if not marker or section is None or section.level < 2 or len(starts) != _lines(outline, block.content):
            continue
        if all(_begins_listed(doc, start) for start in starts):
            edits = tuple(_put(start, f"{marker} ") for start in starts)
            yield LostMarker(block.content, "run", marker, edits)


def _lines(outline: str, content: Span) -> int:
    return len(_LINE_END.findall(outline, *content)) + 1


def _usual_marker(doc: "Document") -> str:
    """Return the marker of nearly all entries, '' where they are written otherwise."""
    count = Counter(entry.item.marker if entry.item and entry.item.number is None else "" for entry in doc.entries)
    entries = [entry for entry in doc.entries if entry.kind != "paragraph"]
    marker = max(count, key=lambda one: count[one]) if count else ""
    return marker if count[marker] >= 0.8 * len(entries) else ""


def _lost(doc: "Document", start: int, item: "Item") -> LostMarker:
    return LostMarker(_link_at(doc, start), "lost", item.marker, (_put(start, f"{item.marker} "),))


def _put(at: int, text: str) -> Edit:
    return Edit(Span(at, at), text)


def _outermost(item: "Item") -> "Item":
    while item.parent:
        item = item.parent
    return item


def _begins_listed(doc: "Document", start: int) -> bool:
    """Whether a link with words begins at a place: a badge lists nothing."""
    return doc.outline.startswith(marks.LINK_OPEN, start) and bool(doc.plain(*_link_at(doc, start)))


def _alike(doc: "Document", first: int, second: int) -> bool:
    """Whether links begin at two places, and what follows them is alike: the same separator, or none."""
    if not _begins_listed(doc, second):
        return False
    shapes = []
    for at in (first, second):
        match = _SEPARATOR.match(doc.outline, _link_at(doc, at).end)
        shapes.append((match["mark"], bool(match["word"])) if match else None)
    return shapes[0] == shapes[1]


def _link_at(doc: "Document", at: int) -> Span:
    links = doc.links_in(at, at + 1)
    return links[0].span if links else Span(at, at)
