"""Lines that have the form of the list's entries, and stand as a paragraph or at the end of one."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Span
from awesome_lint.entries.aside import Asides
from awesome_lint.entries.atoms import is_label
from awesome_lint.markdown import outline as marks
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.markdown.structure import Item

_SEPARATOR: Final = lazy(r"[ \x06\x07]*(?P<mark>[-–—:|.,]+)\s+(?=[\w\x01-\x07\"'(\[])")
_LINE: Final = lazy(r"[^\s\x00\x0b][^\n\x0b]*")
_TAIL: Final = lazy(r"[\]\s)\x00]*+\Z")
_FEWEST: Final = 10  # entries whose form counts
_SHARE: Final = 0.5  # of them have the form
_FEW: Final = 3  # lines without a marker; more are a way to write
_LINES: Final = 2  # of a paragraph; those of more are found as a run
_WORDS_OF_A_TITLE: Final = 3
_COLUMNS: Final = 80  # to look back for the end of the line before
_BLANKS: Final = f" \t\n{marks.NO_PROSE}{marks.BREAK}"
_ENDS: Final = ("]", ")", ".", "!", "?", marks.LINK_CLOSE)


def lone_lines(doc: "Document", marker: str) -> Iterator[Span]:
    """Yield the lines without a marker that have the form of the entries, in a list of entries that have `marker`."""
    lines = [(line, form) for line in (*_paragraphs(doc), *_continued(doc)) if (form := _form(doc, line))]
    forms = _entry_forms(doc, marker) if lines else None
    if not forms or forms.total() < _FEWEST:
        return
    found = [line for line, form in lines if forms[form] >= _SHARE * forms.total()]
    if len(found) <= _FEW:
        yield from found


def _entry_forms(doc: "Document", marker: str) -> Counter[str]:
    return Counter(_form(doc, entry.head) for entry in doc.voters.entries if entry.marker == marker)


def _form(doc: "Document", line: Span) -> str:
    """Return the form of a line: what follows a linked title, or the brackets of the labels that end it; else ''."""
    links = [link for link in doc.links_in(*line) if not link.is_fragment]
    if not links:
        return ""
    first, last = links[0], links[-1]
    text = doc.plain(*first.text_span)
    if first.span.start == line.start and text and not is_label(text):
        match = _SEPARATOR.match(doc.outline, first.span.end, line.end)
        return f"linked {match['mark']}" if match and first.is_web else ""
    words = doc.plain(line.start, first.span.start).split()
    texts = [doc.plain(*link.text_span) for link in links]
    if len(words) < _WORDS_OF_A_TITLE or not all(text.strip("[]() ") and is_label(text) for text in texts):
        return ""
    bracket = doc.outline[first.span.start - 1], texts[0][:1]
    if "[" not in bracket or texts[-1].strip("[]").casefold() == "here":
        return ""  # a sentence may end with "[here]"
    if not _TAIL.match(doc.outline, last.span.end, line.end):
        return ""
    return f"labelled {bracket.index('[')}"


def _paragraphs(doc: "Document") -> Iterator[Span]:
    """Yield the lines of the paragraphs of one or two lines that stand in no list."""
    asides = Asides(doc)
    headings = {section.span.start for section in doc.sections}
    for block in doc.structure.blocks:
        content = block.content
        if block.kind != "paragraph" or block.item or block.quoted or content is None or block.span.start in headings:
            continue
        lines = [Span(*match.span()) for match in _LINE.finditer(doc.outline, *content)]
        section = doc.section_at(content.start) if len(lines) <= _LINES else None
        if section and section.level > 1 and content.start not in asides:
            yield from lines


def _continued(doc: "Document") -> Iterator[Span]:
    """Yield the lines of items that stand where a marker would, after a line that is complete."""
    for item in doc.structure.items:
        for block in item.blocks:
            if block.kind == "paragraph" and block.content and doc.outline.find("\n", *block.content) >= 0:
                yield from _fallen(doc, item, block.content)


def _fallen(doc: "Document", item: "Item", content: Span) -> Iterator[Span]:
    columns = {_column(doc, item.marker_span.start)}
    while item.parent:
        item = item.parent
        columns.add(_column(doc, item.marker_span.start))
    for match in _LINE.finditer(doc.outline, doc.outline.find("\n", *content), content.end):
        before = doc.outline[max(content.start, match.start() - _COLUMNS) : match.start()].rstrip(_BLANKS)
        if _column(doc, match.start()) in columns and before.endswith(_ENDS):
            yield Span(*match.span())


def _column(doc: "Document", offset: int) -> int:
    return offset - doc.source.line_starts[doc.source.line_at(offset)]
