"""Edits to the lines of the contents, in the form that they have."""

from typing import TYPE_CHECKING, Final

from awesome_lint.anchors import GITHUB_PAGE_IDS, fragment_name
from awesome_lint.diagnostic import Edit, Span

if TYPE_CHECKING:
    from awesome_lint.contents.contents import Contents, ContentsItem
    from awesome_lint.document import Document
    from awesome_lint.section import Section

_SHARE: Final = 0.8  # of the links whose text is the title, for a new line to be written so


def inserted(
    doc: "Document",
    contents: "Contents",
    section: "Section",
    before: "ContentsItem | None",
    after: "ContentsItem | None",
) -> tuple[Edit, ...]:
    """Return the edit that adds a line for a section, like its neighbour's; () where the form is not a plain one.

    before, after: the items of the neighbouring sections of its level.
    """
    model = before or after
    if model is None or section.anchor in GITHUB_PAGE_IDS or not _writes_titles(contents):
        return ()
    line = _line(doc, model)
    if line is None:
        return ()
    link, text = model.link, doc.text
    label = doc.raw(link.text_span)
    if model.text not in label:
        return ()
    title = section.title.replace("[", "\\[").replace("]", "\\]")
    new = (
        text[line.start : link.text_span.start]
        + label.replace(model.text, title, 1)
        + text[link.text_span.end : link.url_span.start]
        + f"{link.url.partition('#')[0]}#{section.anchor}"
        + text[link.url_span.end : line.end].rstrip()
    )
    assert model.item is not None
    if before:
        end = model.item.span.end
        return (Edit(Span(end, end), "\n" + new),)
    return (Edit(Span(line.start, line.start), new + "\n"),)


def moved(doc: "Document", item: "ContentsItem", after: "ContentsItem | None") -> tuple[Edit, ...]:
    """Return the edits that move an item, with what is nested in it, after another; () where they cannot."""
    if after is None or after.item is None or item.item is None:
        return ()
    if after.item.siblings != item.item.siblings or item.item.number is not None:
        return ()
    line = _line(doc, item)
    if line is None:
        return ()
    first, last = doc.source.line_at(line.start), doc.source.line_at(item.item.span.end)
    if last + 1 >= len(doc.source.line_starts):
        return ()
    lines = Span(line.start, doc.source.line_starts[last + 1])
    end = after.item.span.end
    if lines.start <= end <= lines.end or first == 0:
        return ()
    if not _is_sound(doc, Span(min(lines.start, after.item.span.start), max(lines.end, end))):
        return ()
    return (Edit(lines, ""), Edit(Span(end, end), "\n" + doc.text[lines.start : item.item.span.end]))


def _is_sound(doc: "Document", span: Span) -> bool:
    """Whether all links of a part of the contents lead somewhere as they are written: first things first."""
    return all(fragment_name(link.url) in doc.anchors for link in doc.links_in(*span))


def _writes_titles(contents: "Contents") -> bool:
    """Whether the texts of the contents are the titles of the sections."""
    aimed = [item for item in contents.items if item.target]
    same = [item for item in aimed if item.target and item.text == item.target.title]
    return len(same) >= _SHARE * len(aimed)


def _line(doc: "Document", item: "ContentsItem") -> Span | None:
    """Return the line of an item that holds its marker, its link and nothing else; None where it holds more."""
    made = item.item
    if made is None or made.number is not None or item.link.kind != "inline" or not made.blocks:
        return None
    source, content = doc.source, made.blocks[0].content
    number = source.line_at(item.link.span.start)
    line = Span(source.line_starts[number], source.line_ends[number])
    if content is None or content.end > line.end or source.line_at(made.marker_span.start) != number:
        return None
    around = doc.text[content.start : item.link.span.start] + doc.text[item.link.span.end : line.end]
    return None if any(character.isalnum() for character in around) else line
