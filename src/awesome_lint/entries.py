"""Which parts of a document are entries."""

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from awesome_lint.atoms import is_label
from awesome_lint.diagnostic import Span
from awesome_lint.entry import Entry, EntryKind
from awesome_lint.structure import Block, Item

if TYPE_CHECKING:
    from awesome_lint.document import Document

_FEWEST_FOR_A_LIST: Final = 5
_FEWEST_PARAGRAPHS: Final = 3  # one paragraph with a link is an introduction; several of one shape are entries
_NO_ENTRY_SECTIONS = re.compile(
    r"(?:table of )?contents?\b|toc\b|index\Z|contribut|licen[cs]e|how to|acknowledg|star history|citation|cite|目录|贡献|许可", re.I
)
_BACK_TO_TOP = re.compile(r"\W*(?:back to (?:the )?top|\[?top\]?|返回顶部|回到顶部|go to top|⬆️?|🔝)\W*\Z", re.I)
# A paragraph that is an entry begins with its title as a link or in bold, or a tag, and not with a sentence.
_PARAGRAPH_HEAD = re.compile(r"[^\w\x00-\x10\[(]*(?:\x06*\x07*[\x01\x06\[]|\x04|\()")
_LABEL_TAIL = re.compile(r"[\])\s.|,/·]*\Z")


def find_entries(doc: "Document") -> list[Entry]:
    """Return the entries of a document in source order."""
    found = [*_item_entries(doc), *_row_entries(doc), *_paragraph_entries(doc), *_html_entries(doc)]
    found.sort(key=lambda entry: entry.span)
    for entry in found:
        entry.section = doc.section_at(entry.span.start)
        for span in entry.content:
            for link in doc.links_in(*span):
                if link.kind != "definition":
                    link.entry = entry
                    entry.links.append(link)
    return found


def is_list(doc: "Document") -> bool:
    """Whether a document is a list: at least 5 entries with a link, which make up half of its blocks."""
    linked = [entry for entry in doc.entries if entry.links]
    if len(linked) < _FEWEST_FOR_A_LIST:
        return False
    owned = sum(max(1, len(entry.content)) for entry in doc.entries)
    others = sum(1 for block in doc.structure.blocks if block.kind in ("paragraph", "code") and not block.item)
    paragraphs = sum(1 for entry in doc.entries if entry.kind in ("paragraph", "quote"))
    return owned >= others - paragraphs


def _item_entries(doc: "Document") -> list[Entry]:
    entries: dict[int, Entry] = {}
    found = []
    for item in doc.structure.items:
        kind: EntryKind = "bullet" if item.number is None else "ordered"
        parent = _entry_around(item, entries)
        content = [block.content for block in item.blocks if block.content and block.kind != "row"]
        if not content or _is_contents(doc, item) or _is_aside(doc, item):
            continue
        own = [link for span in content for link in doc.links_in(*span)]
        if _is_category(doc, item, content, bool(own)):
            continue
        if parent is not None and not _stands_alone(doc, item, content[0]):
            parent.content.extend(content)
            entries[id(item)] = parent
            continue
        entry = Entry(doc, kind, item.span, content, item.siblings)
        entry.item, entry.parent = item, parent
        entries[id(item)] = entry
        found.append(entry)
    for entry in found:
        entry.content.sort()
    return found


def _entry_around(item: Item, entries: dict[int, Entry]) -> Entry | None:
    around = item.parent
    while around is not None:
        if id(around) in entries:
            return entries[id(around)]
        around = around.parent
    return None


def _is_contents(doc: "Document", item: Item) -> bool:
    """Whether an item, its children left out, does nothing but lead to places of this page."""
    links = [link for block in item.blocks if block.content for link in doc.links_in(*block.content)]
    return bool(links) and all(link.is_fragment for link in links)


def _is_aside(doc: "Document", item: Item) -> bool:
    """Whether an item stands in a section that lists nothing, or leads back to the top."""
    section = doc.section_at(item.span.start)
    if section and _NO_ENTRY_SECTIONS.match(section.title.strip(" :#-*")):
        return True
    first = item.blocks[0].content if item.blocks else None
    return bool(first and _BACK_TO_TOP.match(doc.plain(*first)))


def _is_category(doc: "Document", item: Item, content: list[Span], linked: bool) -> bool:
    """Whether an item is a heading over the items nested in it: no link of its own, and children with links."""
    if linked or not item.children:
        return False
    below = [child for child in item.children if any(b.content and doc.links_in(*b.content) for b in child.blocks)]
    text = doc.plain(*content[0])
    return 2 * len(below) >= len(item.children) and len(text) <= 60 and not re.search(r"\b(?:19|20)\d\d\b|[\x27’]\d\d\b", text)


def _stands_alone(doc: "Document", item: Item, head: Span) -> bool:
    """Whether an item nested in an entry lists something of its own, rather than say more of its parent."""
    links = doc.links_in(*head)
    if not links:
        return bool(re.match(r"\W*\[[^\]\n]{2,40}(?:\d\d)\]\s*\w", doc.outline[head.start : head.end]))
    first = links[0]
    before = doc.plain(head.start, first.span.start)
    if re.search(r"\w", before) and not re.match(r"\W*\[?[^\]]{2,40}\d\d\]?\W", before):
        # Text before the link: a title of its own, if the links behind it are labels and it is more than a lead-in.
        return is_label(doc.plain(*first.text_span)) and len(before.split()) >= 4 and not before.rstrip("( [").endswith(":")
    return not is_label(doc.plain(*first.text_span))


def _row_entries(doc: "Document") -> list[Entry]:
    found = []
    for number, table in enumerate(doc.tables):
        linked = sum(1 for row in table.rows if doc.links_in(*row.span))
        if len(table.rows) < 2 or 2 * linked < len(table.rows) or _is_grid(doc, table.rows):
            continue
        for row in table.rows:
            cells = [cell for cell in row.cells if cell.end > cell.start]
            links = doc.links_in(*row.span)
            if not cells or (links and all(link.is_fragment for link in links)) or not _has_words(doc, cells):
                continue
            entry = Entry(doc, "row", row.span, cells, -1 - number)
            entry.table, entry.cells = table, row.cells
            entry.parent = None
            found.append(entry)
    return found


def _has_words(doc: "Document", cells: list[Span]) -> bool:
    return any(re.search(r"\w", doc.plain(*cell)) for cell in cells)


def _is_grid(doc: "Document", rows: list[Block]) -> bool:
    """Whether a table is a menu of places on this page, or a wall of pictures."""
    links = [link for row in rows for link in doc.links_in(*row.span)]
    return sum(1 for link in links if link.is_fragment) * 2 > len(links)


def _paragraph_entries(doc: "Document") -> list[Entry]:
    """Return the paragraphs outside lists that are entries: those of a shape that several of one section share."""
    groups: dict[tuple[int, bool], list[Block]] = {}
    headings = {section.span.start for section in doc.sections}
    for block in doc.structure.blocks:
        if block.kind != "paragraph" or block.item or block.content is None or block.span.start in headings:
            continue
        section = doc.section_at(block.span.start)
        if _looks_listed(doc, block) and not (section and _NO_ENTRY_SECTIONS.match(section.title.strip(" :#-*"))):
            groups.setdefault((section.index if section else -1, block.quoted > 0), []).append(block)
    counts = Counter({key: len(blocks) for key, blocks in groups.items()})
    total = sum(counts.values())
    found = []
    for (section_index, quoted), blocks in groups.items():
        if total < _FEWEST_FOR_A_LIST or (len(blocks) < _FEWEST_PARAGRAPHS and total < 4 * _FEWEST_FOR_A_LIST):
            continue
        kind: EntryKind = "quote" if quoted else "paragraph"
        for block in blocks:
            assert block.content is not None
            found.append(Entry(doc, kind, block.span, [block.content], -100_000 - section_index))
    return found


def _looks_listed(doc: "Document", block: Block) -> bool:
    """Whether a paragraph has the look of an entry: a title that is linked or bold, or links that are labels."""
    assert block.content is not None
    start, end = block.content
    links = [link for link in doc.links_in(start, end) if not link.is_fragment]
    if not links or (links[0].kind == "bare" and len(links) == 1):
        return False
    if _BACK_TO_TOP.match(doc.plain(start, end)) or not re.search(r"\w", doc.plain(start, end)):
        return False
    outline = doc.outline
    if all(is_label(doc.plain(*link.text_span)) for link in links):
        return len(doc.plain(start, links[0].span.start).split()) >= 3 and bool(
            _LABEL_TAIL.match(outline, links[-1].span.end, end) or "\x0b" in outline[start:end]
        )
    if not _PARAGRAPH_HEAD.match(outline, start, end):
        return False
    first = links[0]
    if re.search(r"\w{3}.*\w{3}", doc.plain(start, first.span.start)) and outline[start] not in "\x06[(\x04\x07":
        return False
    behind = outline[first.span.end : end].lstrip("\x06\x07* ")
    return not behind or not (behind[0].isalnum() and behind[0].islower())


def _html_entries(doc: "Document") -> list[Entry]:
    """Return the list items and table rows of HTML blocks that hold a link."""
    found: list[Entry] = []
    opened: list[tuple[str, int]] = []
    group = -200_000
    for tag in doc.html.tags:
        if tag.name in ("ul", "ol", "table") and not tag.closing:
            group -= 1
        if tag.name not in ("li", "tr"):
            continue
        if not tag.closing:
            opened.append((tag.name, tag.span.end))
        elif opened and opened[-1][0] == tag.name:
            start = opened.pop()[1]
            links = [link for link in doc.links_in(start, tag.span.start) if not link.is_fragment]
            if links and re.search(r"\w", doc.plain(start, tag.span.start)) and len(links) <= 12:
                span = Span(start, tag.span.start)
                found.append(Entry(doc, "html", span, [span], group))
    return found
