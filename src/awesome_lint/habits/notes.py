"""The line below a heading that says what the section holds, as many lists have one in each section."""

from typing import TYPE_CHECKING, Final, Literal

from awesome_lint.diagnostic import Span
from awesome_lint.markdown import outline as marks
from awesome_lint.markdown.structure import BOLD_LEVEL
from awesome_lint.named import NamedTuple

if TYPE_CHECKING:
    from awesome_lint.document import Document

_FEWEST_WORDS: Final = 3
_NAMES: Final[dict[str, Literal["italic", "bold"]]] = {marks.EMPHASIS: "italic", marks.STRONG: "bold"}


class Note(NamedTuple):
    """The line below a heading.

    span: of its words, without the marks of emphasis. emphasis: in which all of it stands.
    end: '.', 'none' where it ends with a letter, '' where it ends otherwise.
    """

    span: Span
    emphasis: Literal["italic", "bold", "plain"]
    end: str


def section_notes(doc: "Document") -> list[Note]:
    """Return the lines that stand between a heading and what its section lists, in source order."""
    found = []
    for section in doc.sections:
        blocks = doc.blocks_in(section.span.end, section.end) if section.level < BOLD_LEVEL else []
        if len(blocks) < 2 or blocks[0].kind != "paragraph" or blocks[0].item or not blocks[0].content:
            continue
        note = _note(doc, blocks[0].content) if blocks[1].item or blocks[1].kind == "row" else None
        if note:
            found.append(note)
    return found


def _note(doc: "Document", content: Span) -> Note | None:
    outline = doc.outline
    start, end = content
    while end > start and outline[end - 1] in " \0":
        end -= 1
    if "\n" in outline[start:end] or len(outline[start:end].split()) < _FEWEST_WORDS:
        return None
    mark = outline[start]
    emphasis: Literal["italic", "bold", "plain"] = "plain"
    if mark in _NAMES and outline[end - 1] == mark:
        width = end - start - len(outline[start:end].lstrip(mark))
        if outline.count(mark, start, end) <= 2 * width:  # one run of emphasis, and no more of it within
            emphasis = _NAMES[mark]
            start, end = start + width, end - width
    last = outline[end - 1]
    ending = "." if last == "." else "none" if last.isalpha() else ""
    return Note(Span(start, end), emphasis, ending)
