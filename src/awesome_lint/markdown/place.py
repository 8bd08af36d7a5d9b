"""Where the content of an inline block stands in the source.

markdown-it-py hands a block's content over with the indentation, the quote marks and the table's pipes taken away. It
is a suffix of each of its source lines, or a cell of a row, so that looking for it from the right place is exact.
"""

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from awesome_lint.patterns import lazy
from awesome_lint.source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token

# A `|` that ends a cell; one with a backslash before it is the cell's own.
_PIPE = lazy(r"(?<!\\)\|")
_BEFORE_ROW = lazy(r"[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*\Z")


class Anchor:
    """A monotone map from offsets of a block's content to offsets of the source.

    starts, places: for each piece of the content that is contiguous in the source, its offset in the content and its
        place in the source.
    """

    __slots__ = ("places", "starts")

    def __init__(self, starts: list[int], places: list[int]) -> None:
        self.starts = starts
        self.places = places

    def at(self, offset: int) -> int:
        """Return the place of the character at an offset of the content."""
        if len(self.starts) == 1:
            return self.places[0] + offset
        piece = bisect_right(self.starts, offset) - 1
        return self.places[piece] + offset - self.starts[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source span of content[start:end], which may cross pieces."""
        if len(self.starts) == 1:
            return self.places[0] + start, self.places[0] + end
        first = self.at(start)
        return first, self.at(end - 1) + 1 if end > start else first


def anchor_lines(source: Source, first_line: int, content: str, skip: int = 0) -> Anchor | None:
    """Anchor the content of a paragraph or heading that begins on a line (from 0).

    skip: characters of the first line before which the content cannot begin (an ATX heading's marks).
    Returns None where a line of the content is not found in its source line.
    """
    starts, places = [], []
    offset = 0
    for number, line in enumerate(content.split("\n"), first_line):
        if number >= len(source.line_starts):
            return None
        text = source.line_text(number)
        at = text.find(line, skip) if skip else text.rfind(line)
        lead = 0
        if at < 0 and number == first_line and not skip:
            begins = _written_line(source, number, line)
            return anchor_lines(source, begins, content) if begins > number else None
        if at < 0:  # a tab of the indentation stands in the content as spaces
            bare = line.lstrip(" ")
            lead = len(line) - len(bare)
            at = text.rfind(bare)
            if at < 0:
                return None
        starts.append(offset + lead if offset else 0)
        places.append(source.line_starts[number] + at)
        offset += len(line) + 1
        skip = 0
    return Anchor(starts, places)


def _written_line(source: Source, number: int, line: str) -> int:
    """Return the line on which content that begins with `line` is written, if only such spaces stand above it.

    What is white space to the parser and no blank to Markdown, a no-break space say, makes a line of a paragraph, and
    is left out of its content.
    """
    last = len(source.line_starts) - 1
    while number < last and source.line_text(number).rstrip(" \t")[-1:].isspace():
        number += 1
        if line in source.line_text(number):
            break
    return number


def row_cells(source: Source, line: int) -> list[tuple[int, int]]:
    """Return the source spans of the cells of a table's row, spaces around them taken off."""
    text, base = source.line_text(line), source.line_starts[line]
    cuts = [match.start() for match in _PIPE.finditer(text)]
    edges = [-1, *cuts, len(text)]
    cells = [(a + 1, b) for a, b in pairwise(edges)]
    if len(cells) > 1 and _BEFORE_ROW.match(text[: cells[0][1]]):
        del cells[0]
    if len(cells) > 1 and not text[cells[-1][0] :].strip():
        del cells[-1]
    spans = []
    for start, end in cells:
        raw = text[start:end]
        first = base + start + len(raw) - len(raw.lstrip())
        spans.append((first, first + len(raw.strip())))
    return spans


def anchor_cell(source: Source, span: tuple[int, int], content: str) -> Anchor | None:
    """Anchor the content of a cell, in which `\\|` stands as `|`; None where the two do not agree."""
    start, end = span
    raw = source.text[start:end]
    if raw == content:
        return Anchor([0], [start])
    if raw.replace("\\|", "|") != content:
        at = raw.rfind(content)  # the first cell of a row without a leading pipe, inside a quote or an item
        return Anchor([0], [start + at]) if at >= 0 and content else None
    starts, places, offset = [0], [start], 0
    for piece in raw.split("\\|")[:-1]:
        offset += len(piece)
        starts.append(offset)
        places.append(start + offset + len(starts) - 1)
        offset += 1  # the pipe
    return Anchor(starts, places)


def heading_marks(token: "Token", source: Source, line: int) -> int:
    """Return the column after an ATX heading's marks, 0 for a setext heading."""
    if not token.markup.startswith("#"):
        return 0
    return source.line_text(line).index("#") + len(token.markup)
