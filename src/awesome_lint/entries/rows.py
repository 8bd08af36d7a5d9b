"""The rows of tables that are entries."""

from typing import TYPE_CHECKING, Final

from awesome_lint.entries.aside import Asides
from awesome_lint.entries.entry import Entry

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.entries.regions import Regions
    from awesome_lint.markdown.structure import Table

_FEWEST_ROWS: Final = 2  # unless the header says that the rows are entries


def row_entries(doc: "Document", asides: Asides, regions: "Regions") -> list[Entry]:
    """Return the rows that are entries, in source order."""
    if not doc.tables:
        return []
    from awesome_lint.entries.columns import Columns

    found = []
    for number, table in enumerate(doc.tables):
        if table.span.start in asides or not _lists_things(doc, table):
            continue
        columns = Columns(doc, table)
        for row in table.rows:
            cells = [cell for cell in row.cells if cell.end > cell.start]
            region = regions.at(row.span.start)
            if region:
                region.content.extend(cells)
                continue
            links = doc.links_in(*row.span)
            if not cells or (links and all(link.is_fragment for link in links)):
                continue
            if not any(map(str.isalnum, doc.plain(*row.span))):
                continue
            entry = Entry(doc, "row", row.span, cells, -1 - number, links)
            entry.table, entry.columns, entry.cells = table, columns, row.cells
            found.append(entry)
    return found


def _lists_things(doc: "Document", table: "Table") -> bool:
    """Whether the rows of a table list things: most have a link that leads off the page, or the header says so."""
    linked = [row for row in table.rows if any(not link.is_fragment for link in doc.links_in(*row.span))]
    if not table.rows or 2 * len(linked) < len(table.rows):
        return False
    if len(table.rows) < _FEWEST_ROWS:
        from awesome_lint.entries.columns import header_words

        names = header_words(doc, table)
        return ("title" in names or "name" in names) and len(names) >= 2
    return True
