"""Asterisks or a backtick that were meant as bold or code and are shown as they are."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Edit, Fix, Span
from awesome_lint.document import Document
from awesome_lint.markdown.structure import Block
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_PAIR = lazy(r"(?<![*\\\x0e])\*\*(?!\*)")

_HALF = lazy(r"(?<![^\n\x00])\*(?=\x07)")  # `**text.*` at the start of a line
_BACKTICK = lazy(r"(?<![`\x0e])`(?!`)")


class Check(Rule):
    """Asterisks or a backtick that were meant as bold or code and are shown as they are."""

    needs_list = True
    phase = "structure"
    fixes: ClassVar = ("unsafe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        if "`" in doc.outline:
            yield from self.backticks(doc)
        for match in _HALF.finditer(doc.outline) if "*" in doc.outline else ():
            yield self.report(doc, (match.start(), match.end() + 1), "'**' that is closed by one '*'")
        for marks in _by_line(doc):
            if len(marks) == 1 and _is_mark(doc, marks[0]):
                yield self.report(doc, (marks[0], marks[0] + 2), "'**' that opens or closes no bold")
            elif len(marks) == 2 and _has_blank_inside(doc, *marks):
                yield self.padded(doc, *marks)

    def backticks(self, doc: Document) -> Iterator[Diagnostic]:
        """Yield the backticks that stand alone, but for those that TeX writes for an opening quote."""
        by_block: dict[Block, list[int]] = {}
        for match in _BACKTICK.finditer(doc.outline):
            block = doc.block_at(match.start())
            if block and block.content:
                by_block.setdefault(block, []).append(match.start())
        for block, marks in by_block.items():
            after = doc.outline[marks[0] : block.content.end if block.content else 0]
            if len(marks) == 1 and "'" not in after and "’" not in after:
                yield self.report(doc, (marks[0], marks[0] + 1), "'`' that opens or closes no code")

    def padded(self, doc: Document, first: int, second: int) -> Diagnostic:
        """Return the finding for a bold text with spaces beside its marks."""
        inner = doc.text[first + 2 : second]
        lead, tail = len(inner) - len(inner.lstrip()), len(inner) - len(inner.rstrip())
        edits = [Edit(Span(first + 2, first + 2 + lead), ""), Edit(Span(second - tail, second), "")]
        return self.report(
            doc,
            (first, second + 2),
            "a space inside the asterisks keeps this from being bold",
            fix=Fix("Remove the space", tuple(edit for edit in edits if edit.span.start < edit.span.end), "unsafe"),
        )


def _by_line(doc: Document) -> Iterator[list[int]]:
    """Yield the places of double asterisks, those of one line or cell together."""
    outline = doc.outline
    line: list[int] = []
    for match in _PAIR.finditer(outline) if "**" in outline else ():
        at = match.start()
        block = doc.block_at(at)
        if block is None or block.kind in ("code", "html"):
            continue
        if line and (outline.find("\n", line[-1], at) >= 0 or outline.find("\0", line[-1], at) >= 0):
            yield line
            line = []
        line.append(at)
    if line:
        yield line


def _is_mark(doc: Document, at: int) -> bool:
    """Whether a lone mark stands at the edge of words, and is not a sign after a name (`Ada Lovelace**, …`)."""
    before, after = doc.outline[at - 1 : at], doc.outline[at + 2 : at + 3]
    opens = not before.strip(" (\0\n") and after.isalnum()
    closes = before.isalnum() and not after.isalnum() and after not in ",;"
    return opens or closes


def _has_blank_inside(doc: Document, first: int, second: int) -> bool:
    inner = doc.outline[first + 2 : second]
    beside = doc.outline[first - 1 : first] + doc.outline[second + 2 : second + 3]
    return inner != inner.strip() and bool(inner.strip()) and not any(one.isalnum() for one in beside)
