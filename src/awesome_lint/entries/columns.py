"""The parts of an entry that is a row of a table, found by the words of the table's header."""

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Span
from awesome_lint.entries.atoms import is_label
from awesome_lint.entries.parts import Part, Parts, line_parts
from awesome_lint.entries.title import read_title
from awesome_lint.entries.title_text import Reading
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.entries.entry import Entry
    from awesome_lint.markdown.structure import Table

# What a column holds, by the words of its header; the first that matches counts.
_COLUMNS: Final = (
    (
        "title",
        lazy(
            r"titles?|papers?(?: (?:title|name))?|publications? title|论文(?:标题|名称|题目)?|标题|题目"
            r"|제목|タイトル",
            re.I,
        ),
    ),
    (
        "venue",
        lazy(
            r"venues?|conf\.?|conferences?|journals?|publications?|publishers?|published(?: in| at)?|pub\.?|where"
            r"|会议|期刊|出处|来源",
            re.I,
        ),
    ),
    ("year", lazy(r"years?(?:/month)?|dates?|time|released?|published on|年份|时间|日期|年", re.I)),
    ("authors", lazy(r"authors?(?:/team)?|作者|著者", re.I)),
    (
        "description",
        lazy(
            r"descriptions?|summary|introduction|notes?|about|tl;?dr|abstract|comments?|说明|描述|简介|介绍|备注|説明",
            re.I,
        ),
    ),
    (
        "links",
        lazy(
            r"links?|urls?|codes?|github|pdf|website|web|materials?|resources?|demo|homepage|arxiv|source|代码|链接",
            re.I,
        ),
    ),
    (
        "name",
        lazy(
            r"names?|models?|methods?|projects?|tools?|library|libraries|datasets?|benchmarks?|repo(?:sitory)?"
            r"|framework|course|app|software|service|名称|名字|モデル|名前",
            re.I,
        ),
    ),
)
_SAMPLE: Final = 20  # so many rows show what a column holds
_WORDS = lazy(r"[^\W\d_]{2,}")
_WIDE_GAP = lazy(r"(?<=\S)[ \xa0]{2,}(?=[A-Z])")
_LETTERS_ONLY = lazy(r"(?:[^\W\d_]|[\s·【】「」《》'-]){1,40}\Z")


class Columns:
    """What the columns of a table hold.

    names: {what: index of the column}; title: the index of the column of titles; other: of the names beside them,
    where the table has both.
    """

    __slots__ = ("names", "other", "title")

    def __init__(self, doc: "Document", table: "Table") -> None:
        self.names = header_words(doc, table)
        self.title = _title_column(doc, table, self.names)
        name = self.names.get("name", -1)
        self.other = name if name != self.title else -1


def header_words(doc: "Document", table: "Table") -> dict[str, int]:
    """Return {what a column holds: its index} for a table; a header that says nothing is left out."""
    found: dict[str, int] = {}
    for index, cell in enumerate(table.header):
        words = doc.plain(*cell).strip("*_ :")
        for what, pattern in _COLUMNS:
            match = pattern.match(words)
            if match and (match.end() == len(words) or not words[match.end()].isalnum()):
                found.setdefault(what, index)
                break
    return found


def _title_column(doc: "Document", table: "Table", names: dict[str, int]) -> int:
    """Return the index of the column that holds the titles: by its header, else the first that holds links or words."""
    for what in ("title", "name"):
        if what in names and not _holds_several(doc, table, names[what]):
            return names[what]
    best, best_score = 0, -1.0
    taken = {index for what, index in names.items() if what in ("venue", "year", "authors", "links", "description")}
    for index in range(len(table.header)):
        if index in taken or _holds_several(doc, table, index):
            continue
        cells = [row.cells[index] for row in table.rows[:_SAMPLE] if index < len(row.cells)]
        named = sum(1 for cell in cells for link in doc.links_in(*cell)[:1] if not is_label(doc.plain(*link.text_span)))
        wordy = sum(1 for cell in cells if _WORDS.search(doc.plain(*cell)))
        score = 2.0 * named + wordy - 0.1 * index
        if score > best_score:
            best, best_score = index, score
    return best


def _holds_several(doc: "Document", table: "Table", index: int) -> bool:
    """Whether most cells of a column that is not the first list several things."""
    cells = [row.cells[index] for row in table.rows[:_SAMPLE] if index < len(row.cells)]
    several = sum(
        1 for cell in cells if sum(1 for link in doc.links_in(*cell) if not is_label(doc.plain(*link.text_span))) > 1
    )
    return index > 0 and 2 * several > len(cells)


class RowParts(Parts):
    """The parts of a row: authors and description have cells of their own."""

    @cached_property
    def separator(self) -> Part | None:
        """None: cells part a title from the rest."""
        return None

    @cached_property
    def authors(self) -> Part | None:
        """The cell of the authors, or a clause in the title's cell."""
        return self._cell("authors") or self.by

    @cached_property
    def description(self) -> Part | None:
        """The cell of the description."""
        return self._cell("description")

    def _cell(self, what: str) -> Part | None:
        entry = self.entry
        index = entry.columns.names.get(what) if entry.columns else None
        if index is None or index >= len(entry.cells):
            return None
        text = entry.doc.plain(*entry.cells[index])
        return Part(entry.cells[index], text) if text else None


def row_parts(entry: "Entry") -> Parts:
    """Find the parts of a table's row."""
    columns, cells, doc = entry.columns, entry.cells, entry.doc
    if columns is None:  # a row of an HTML table
        return line_parts(entry)
    cell = cells[columns.title] if columns.title < len(cells) else cells[0]
    reading = read_title(entry, cell)
    others = [index for index in (columns.other, *range(len(cells))) if 0 <= index < len(cells)]
    while others and not _names_something(reading):
        cell = cells[others.pop(0)]
        reading = read_title(entry, cell)
    return RowParts(entry, cell, _whole_cell(doc, cell, reading))


def _names_something(reading: Reading) -> bool:
    """Whether a title says what is listed: it has a letter, and is not a label."""
    title = reading.title.text
    return any(map(str.isalpha, title)) and not (reading.link and is_label(title))


def _whole_cell(doc: "Document", cell: Span, reading: Reading) -> Reading:
    """Return a title with the words around its link that nothing sets off, and without what a wide gap sets off."""
    start, end = reading.title.span
    outline = doc.outline
    gap = _WIDE_GAP.search(outline, start, end)
    if gap:
        span = Span(start, gap.start())
        return reading._replace(title=Part(span, doc.plain(*span)), end=gap.start())
    if "\x0b" in outline[cell.start : cell.end] or outline[cell.start : cell.end].count("\x01") != 1:
        return reading
    at = outline.index("\x01", cell.start)
    close = outline.rindex("\x02", at, cell.end) + 1
    before, after = outline[cell.start : at], outline[close : cell.end]
    around = [text for text in (before, after) if text.strip()]
    if any(len(text.split()) > 2 for text in around):
        return reading
    link = next((link for link in doc.links_in(*cell)), None)
    if not around or link is None or is_label(doc.plain(*link.text_span)) or not all(map(_LETTERS_ONLY.match, around)):
        return reading
    return reading._replace(title=Part(cell, doc.plain(*cell)), link=link, end=cell.end)
