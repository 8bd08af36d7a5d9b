"""A list item or table row that shows nothing."""

from collections.abc import Iterator
from itertools import pairwise

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.markdown.structure import Block, Item
from awesome_lint.rule import Rule

_HABIT = 5  # so many items without content part groups of entries, as the list's way


class Check(Rule):
    """A list item or table row that shows nothing."""

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        empty = [item for item in doc.structure.items if not item.blocks and not item.children]
        for item in empty if len(empty) < _HABIT else ():
            yield self.report(doc, item.marker_span, f"nothing follows the marker '{item.marker}'")
        for item in doc.structure.items:
            if _shows_nothing(doc, item):
                yield self.report(doc, item.span, "the link of this entry has no text, so that nobody sees it")
        blank = [row for table in doc.tables for row in table.rows if len(row.cells) > 1 and not _filled(row)]
        apart = {row.span for table in doc.tables for row, after in pairwise(table.rows) if _filled(after) == [0]}
        for row in blank if len(blank) < _HABIT else ():
            if row.span not in apart:
                yield self.report(doc, row.span, "all cells of this row are empty")


def _filled(row: Block) -> list[int]:
    """Which cells of a row hold something; of one that names the group of rows below it, the first alone."""
    return [number for number, (start, end) in enumerate(row.cells) if end > start]


def _shows_nothing(doc: Document, item: Item) -> bool:
    """Whether an item holds links without text and nothing else."""
    content = item.blocks[0].content if item.blocks else None
    if content is None or not doc.outline.startswith("\x01\x02", content.start) or item.children:
        return False
    contents = [block.content for block in item.blocks]
    if any(one is None or doc.outline[slice(*one)].strip("\x01\x02 \n") for one in contents):
        return False
    links = [link for one in contents if one for link in doc.links_in(*one)]
    return all(link.kind in ("inline", "reference") for link in links)
