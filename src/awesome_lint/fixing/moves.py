"""Edits that take out and move whole lines, right also where the last line has no line end."""

from awesome_lint.diagnostic import Edit, Span
from awesome_lint.document import Document
from awesome_lint.entries.entry import Entry
from awesome_lint.markdown.structure import Item

_ENDS = ("\n", "\r")


def lines_of(doc: Document, entry: Entry | Item) -> Span:
    """Return the whole lines of an entry or item, its children's included, and the blank ones that part it from the next."""
    source = doc.source
    first = source.line_at(entry.span.start)
    last = source.line_at(max(entry.span.start, entry.span.end - 1)) + 1
    blank = last
    while blank < len(source.line_starts) - 1 and not source.line_text(blank).strip():
        blank += 1
    if (
        entry.marker
        and blank < len(source.line_starts)
        and source.line_text(blank).lstrip(" \t>").startswith(entry.marker)
    ):
        last = blank
    end = source.line_starts[last] if last < len(source.line_starts) else len(doc.text)
    return Span(source.line_starts[first], end)


def without(doc: Document, lines: Span) -> Edit:
    """Return the edit that takes whole lines out; with the last line goes the line end before it."""
    text = doc.text
    if lines.end == len(text) and not text.endswith(_ENDS) and lines.start:
        before = doc.source.line_ends[doc.source.line_at(lines.start) - 1]
        return Edit(Span(before, lines.end), "")
    return Edit(lines, "")


def moved(doc: Document, lines: Span, at: int) -> tuple[Edit, Edit]:
    """Return the edits that move whole lines to another place, the start of a line or the end of the text."""
    text = doc.text[lines.start : lines.end]
    if not text.endswith(_ENDS):
        text += "\n"
    if at == len(doc.text) and not doc.text.endswith(_ENDS):
        text = "\n" + text.rstrip("\r\n")
    return without(doc, lines), Edit(Span(at, at), text)
