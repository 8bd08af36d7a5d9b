"""Which parts of a document are entries."""

from typing import TYPE_CHECKING, Final

from awesome_lint.entries.aside import Asides
from awesome_lint.entries.entry import Entry
from awesome_lint.entries.folds import Folds
from awesome_lint.entries.html_entries import html_entries
from awesome_lint.entries.items import item_entries
from awesome_lint.entries.paragraphs import paragraph_entries
from awesome_lint.entries.regions import find_regions
from awesome_lint.entries.rows import row_entries
from awesome_lint.entries.years import SectionYears

if TYPE_CHECKING:
    from awesome_lint.document import Document

_FEWEST_FOR_A_LIST: Final = 5


def find_entries(doc: "Document") -> list[Entry]:
    """Return the entries of a document in source order."""
    asides = Asides(doc)
    regions = find_regions(doc, asides)
    found = [
        *item_entries(doc, asides, regions),
        *row_entries(doc, asides, regions),
        *paragraph_entries(doc, asides, regions),
        *html_entries(doc, asides, regions),
        *regions.entries,
    ]
    found.sort(key=_start)
    _own(doc, found)
    return found


def _start(entry: Entry) -> int:
    return entry.span.start


def _own(doc: "Document", entries: list[Entry]) -> None:
    """Give each entry its section and fold, and the links of its content their entry; entries are in source order."""
    sections, years, folds = doc.sections, SectionYears(doc), Folds(doc)
    index = -1
    for entry in entries:
        start = entry.span.start
        while index + 1 < len(sections) and sections[index + 1].span.start <= start:
            index += 1
        if entry.kind != "heading":
            entry.section = sections[index] if index >= 0 else None
        if folds:
            entry.fold = folds.at(start)
        if len(entry.content) > 1 and entry.kind != "html":
            entry.content.sort()
        if not entry.links:
            links = [link for span in entry.content for link in doc.links_in(*span) if link.kind != "definition"]
            entry.links = links
        entry.section_years = years
        for link in entry.links:
            link.entry = entry


def is_list(doc: "Document") -> bool:
    """Whether a document is a list: at least 5 entries with a link, which make up half of its blocks."""
    linked = [entry for entry in doc.entries if entry.links]
    if len(linked) < _FEWEST_FOR_A_LIST:
        return False
    owned = sum(max(1, len(entry.content)) for entry in doc.entries)
    others = sum(1 for block in doc.structure.blocks if block.kind in ("paragraph", "code") and not block.item)
    paragraphs = sum(1 for entry in doc.entries if entry.kind in ("paragraph", "quote"))
    return owned >= others - paragraphs
