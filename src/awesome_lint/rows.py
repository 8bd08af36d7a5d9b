"""The parts of an entry that is a row of a table, found by the words of the table's header."""

import re
from typing import TYPE_CHECKING, Final

from awesome_lint.atoms import is_label
from awesome_lint.diagnostic import Span
from awesome_lint.entry import Part, Parts

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.entry import Entry
    from awesome_lint.structure import Table

# What a column holds, by the words of its header; the first that matches counts.
_COLUMNS: Final = (
    ("title", re.compile(r"titles?|papers?|papers? title|papers? name|论文(?:标题|名称)?|标题|题目|名称", re.I)),
    ("venue", re.compile(r"venues?|conf\.?|conferences?|journals?|publications?|published(?: in| at)?|pub\.?|会议|期刊|出处|来源|where", re.I)),
    ("year", re.compile(r"years?|dates?|time|published on|年份|时间|日期|year/month", re.I)),
    ("authors", re.compile(r"authors?|authors/team|作者", re.I)),
    ("description", re.compile(r"descriptions?|summary|introduction|notes?|about|tl;?dr|abstract|说明|描述|简介|介绍|备注", re.I)),
    ("links", re.compile(r"links?|urls?|codes?|github|pdf|project|projects|website|web|materials?|resources?|demo|homepage|arxiv|source|代码|链接", re.I)),
    ("name", re.compile(r"names?|models?|methods?|projects?|tools?|library|libraries|datasets?|benchmarks?|resource|repo(?:sitory)?|framework|course|app|software|service", re.I)),
)


def columns(doc: "Document", table: "Table") -> dict[str, int]:
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


def title_column(doc: "Document", table: "Table", names: dict[str, int]) -> int:
    """Return the index of the column that holds the titles: by its header, else the first that holds links or words."""
    for what in ("title", "name"):
        if what in names:
            return names[what]
    best, best_score = 0, -1.0
    taken = {index for what, index in names.items() if what in ("venue", "year", "authors", "links", "description")}
    for index in range(len(table.header)):
        if index in taken:
            continue
        cells = [row.cells[index] for row in table.rows[:20] if index < len(row.cells)]
        named = sum(1 for cell in cells for link in doc.links_in(*cell)[:1] if not is_label(doc.plain(*link.text_span)))
        wordy = sum(1 for cell in cells if len(re.findall(r"[^\W\d_]{2,}", doc.plain(*cell))) >= 1)
        score = 2.0 * named + wordy - 0.1 * index
        if score > best_score:
            best, best_score = index, score
    return best


def row_parts(entry: "Entry") -> Parts:
    """Find the parts of a table's row."""
    doc, table, cells = entry.doc, entry.table, entry.cells
    assert table is not None
    names = columns(doc, table)
    at = title_column(doc, table, names)
    cell = cells[at] if at < len(cells) else cells[0]
    links = [link for link in doc.links_in(*cell) if not link.is_fragment]
    title_link = next((link for link in links if not is_label(doc.plain(*link.text_span))), None)
    if title_link is None and len(links) == 1 and not doc.plain(cell.start, links[0].span.start):
        title_link = links[0]
    if title_link:
        title = Part(title_link.text_span, doc.plain(*title_link.text_span))
    else:
        cut = re.search("[\x0b\x01]", doc.outline[cell.start : cell.end])
        span = Span(cell.start, cell.start + cut.start() if cut else cell.end)
        title = Part(span, doc.plain(*span).rstrip(" [(,.;"))
    return Parts(
        title,
        title_link,
        (),
        None,
        _cell(doc, cells, names.get("authors")),
        _cell(doc, cells, names.get("description")),
        tuple(link for link in entry.links if link is not title_link and is_label(doc.plain(*link.text_span))),
        (),
        Span(cell.end, entry.span.end),
    )


def _cell(doc: "Document", cells: list[Span], index: int | None) -> Part | None:
    if index is None or index >= len(cells):
        return None
    text = doc.plain(*cells[index])
    return Part(cells[index], text) if text else None
