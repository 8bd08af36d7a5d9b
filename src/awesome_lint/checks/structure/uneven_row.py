"""A row of a table with more or fewer cells than its header."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Related, Severity, Span
from awesome_lint.document import Document
from awesome_lint.markdown.place import row_cells
from awesome_lint.markdown.structure import Block, Table
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_FEW = 0.25  # share of a table's rows that are slips; a table that has more of them is written so
# A line of dashes below another line of one paragraph: meant as a table, which it is not, since the two do not agree.
_DASHES = lazy(r"\n[\x00 ]*\|?[ ]*:?-{2,}:?[ ]*\|[-:| ]*(?=\n|\r|\x00|\Z)")


class Check(Rule):
    """A row of a table with more or fewer cells than its header."""

    other_levels: ClassVar = ("error", "info")

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for table in doc.tables:
            for row in table.rows:
                if "|" not in doc.raw(row.span) and len(table.header) > 1:
                    yield self.report(
                        doc, row.span, "no blank line between this and the table above, which takes it in"
                    )
            uneven = [(row, count) for row in table.rows if 1 < (count := _count(doc, row)) != len(table.header)]
            if len(uneven) <= max(1, _FEW * len(table.rows)) and len(table.header) > 1:
                for row, count in uneven:
                    yield self.uneven(doc, table, row, count)
        if "--" in doc.outline:
            yield from self.broken(doc)

    def uneven(self, doc: Document, table: Table, row: Block, count: int) -> Diagnostic:
        columns = len(table.header)
        severity: Severity = "warning"
        message = f"{count} cells in a table of {columns} columns, so that the page leaves out the last"
        if count > columns and not any(map(doc.raw, _cells(doc, row)[columns:])):
            severity, message = "info", f"{count} cells in a table of {columns} columns; the last hold nothing"
        if count < columns:
            severity, message = "info", f"{count} cells in a table of {columns} columns; the last stay empty"
        header = Span(table.span.start, table.header[-1].end)
        related = [Related(doc.path, header, "the header")]
        return self.report(doc, row.span, message, severity=severity, related=related)

    def broken(self, doc: Document) -> Iterator[Diagnostic]:
        """Yield the tables that the page shows as text."""
        for match in _DASHES.finditer(doc.outline):
            block = doc.block_at(match.start())
            line = doc.source.line_at(match.start())
            if block is None or block.kind != "paragraph":
                continue
            above, dashes = len(row_cells(doc.source, line)), len(row_cells(doc.source, line + 1))
            if above > 1 and above != dashes:
                span = Span(doc.source.line_starts[line], doc.source.line_ends[line + 1])
                message = f"no table, since the header has {above} cells and the line below it {dashes}"
                yield self.report(doc, span, message, severity="error")


def _cells(doc: Document, row: Block) -> list[tuple[int, int]]:
    return row_cells(doc.source, doc.source.line_at(row.span.start))


def _count(doc: Document, row: Block) -> int:
    return len(_cells(doc, row))
