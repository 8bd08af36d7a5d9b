"""Entries that own all that stands in a stretch of text: headings and summaries with what belongs to them below."""

from bisect import bisect_right
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Span
from awesome_lint.entries.aside import Asides
from awesome_lint.entries.atoms import is_label
from awesome_lint.entries.entry import Entry
from awesome_lint.markdown.structure import BOLD_LEVEL
from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.markdown.structure import Block
    from awesome_lint.section import Section

_FEWEST: Final = 3  # headings of one level that are entries, and sections that share a field
_FIELD = lazy(r"[\x05-\x07\s]*(?P<name>[^\x00-\x1f:：\[(]{1,30})(?:\([^()]{0,20}\))?[\x05-\x07]*\s?[:：]")
_BOLD = lazy(r"\x06+[^\x06\x03\n]+\x06+\s*\Z")
_WORDED = lazy(r"\w")
_LONGEST: Final = 200  # a link's text that is longer is neither a label nor a badge
_LONGEST_FIELD: Final = 30
_FIELDS: Final = 0.6  # so many items of such a section are fields


class Regions:
    """Finds the entry that owns a place; entries: those that own a region, in source order."""

    def __init__(self, entries: list[Entry]) -> None:
        self.entries = sorted(entries, key=lambda entry: entry.span)
        self._starts = [entry.span.start for entry in self.entries]

    def at(self, offset: int) -> Entry | None:
        """Return the entry in whose region an offset stands."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.entries[index].span.end:
            return None
        return self.entries[index]


def find_regions(doc: "Document", asides: Asides) -> Regions:
    """Return the entries that own regions; their contents below the head are added by those who find these."""
    return Regions([*_details(doc, asides), *_headings(doc, asides)])


def _details(doc: "Document", asides: Asides) -> list[Entry]:
    """Return the `<details>` whose summary holds a link: the summary is the head."""
    found: list[Entry] = []
    opened: list[tuple[int, Span | None]] = []
    summary = 0
    for tag in doc.html.tags:
        if tag.name == "details" and not tag.closing:
            opened.append((tag.span.start, None))
        elif tag.name == "summary":
            if not tag.closing:
                summary = tag.span.end
            elif opened and opened[-1][1] is None and summary:
                opened[-1] = (opened[-1][0], Span(summary, tag.span.start))
        elif tag.name == "details" and opened:
            start, head = opened.pop()
            if head and _names_something(doc, head) and start not in asides:
                found.append(Entry(doc, "html", Span(start, tag.span.end), [head], -300_000, []))
    return found


def _names_something(doc: "Document", head: Span) -> bool:
    links = [link for link in doc.links_in(*head) if not link.is_fragment]
    return bool(links) and any(map(str.isalnum, doc.plain(*links[0].text_span)))


class _Head(NamedTuple):
    """A heading, or a bold line of any length, that may be the title of what stands below it."""

    span: Span
    title: Span
    key: tuple[int, str]  # level and kind
    blocks: "list[Block]"


def _heads(doc: "Document") -> list[_Head]:
    """Return the headings and bold lines with the blocks below each, up to the next one."""
    places = {
        section.span.start: (section.span, section.title_span, (section.level, str(section.kind)))
        for section in doc.sections
    }
    for block in doc.structure.blocks:
        if block.kind != "paragraph" or block.item or block.content is None or block.span.start in places:
            continue
        if _BOLD.match(doc.outline, *block.content):
            places[block.span.start] = (block.span, block.content, (BOLD_LEVEL, "bold"))
    starts = sorted(places)
    found = []
    for start, end in zip(starts, [*starts[1:], len(doc.text)], strict=False):
        span, title, key = places[start]
        found.append(_Head(span, title, key, doc.blocks_in(span.end, end)))
    return found


def _headings(doc: "Document", asides: Asides) -> list[Entry]:
    """Return the headings and bold lines under which stand only labels and fields: `### Title`, `- Paper: …`."""
    heads = _heads(doc)
    shared = _shared_fields(doc, heads)
    begun: defaultdict[tuple[int, str], list[_Head]] = defaultdict(list)
    described: Counter[tuple[int, str]] = Counter()
    leaves: Counter[tuple[int, str]] = Counter()
    for head in heads:
        if head.blocks:
            leaves[head.key] += 1
            fields = _share_of_fields(doc, head.blocks, shared) if head.span.start not in asides else 0
            if fields:
                begun[head.key].append(head)
                described[head.key] += fields >= _FIELDS
    found = []
    for key, several in begun.items():
        # Where most headings are entries, one with a longer abstract below it is one, too.
        if described[key] >= _FEWEST and 2 * described[key] >= leaves[key]:
            for head in several:
                span = Span(head.span.start, head.blocks[-1].span.end)
                found.append(Entry(doc, "heading", span, [head.title], -400_000, []))
    starts = {entry.span.start for entry in found}
    for entry in found:
        entry.section = _section_around(doc, entry, starts)
    return found


def _section_around(doc: "Document", entry: Entry, starts: set[int]) -> "Section | None":
    """Return the section in which a heading that is an entry stands: the nearest heading that is not."""
    section = doc.section_at(entry.span.start)
    while section and section.span.start in starts:
        section = section.parent
    return section


def _shared_fields(doc: "Document", heads: list[_Head]) -> frozenset[str]:
    """Return the names of fields that begin items below several heads."""
    sections: defaultdict[str, set[int]] = defaultdict(set)
    for index, head in enumerate(heads):
        for block in head.blocks:
            if block.content is None:
                continue
            field = _FIELD.match(doc.outline, *block.content)
            name = field["name"] if field else _link_text(doc, block)
            if name:
                sections[name.strip().casefold()].add(index)
    return frozenset(name for name, found in sections.items() if len(found) >= _FEWEST)


def _share_of_fields(doc: "Document", blocks: "list[Block]", shared: frozenset[str]) -> float:
    """Return the share of labels and fields in blocks below a head, 0 where the first is none or none has a link."""
    worded = [block for block in blocks if block.content and _WORDED.search(doc.outline, *block.content)]
    if not worded or blocks[0].kind == "row" or not _is_label_or_field(doc, worded[0], shared):
        return 0
    if not any(doc.links_in(*block.span) for block in blocks):
        return 0
    return sum(1 for block in worded if _is_label_or_field(doc, block, shared)) / len(worded)


def _is_label_or_field(doc: "Document", block: "Block", shared: frozenset[str]) -> bool:
    assert block.content is not None
    field = _FIELD.match(doc.outline, *block.content)
    if field:
        name = field["name"].strip()
        return is_label(name) or name.casefold() in shared
    links = doc.links_in(*block.content)
    if not links or len(links[0].text) > _LONGEST:
        return False
    return is_label(doc.plain(*block.content)) or _link_text(doc, block).casefold() in shared


def _link_text(doc: "Document", block: "Block") -> str:
    """Return the short text of the one link that is all of a block, '' for another block."""
    assert block.content is not None
    if doc.outline[block.content.start : block.content.start + 2].lstrip("[(")[:1].isalnum():
        return ""  # as most do, and without a search
    links = doc.links_in(*block.content)
    if len(links) != 1 or _WORDED.search(doc.outline, links[0].span.end, block.content.end):
        return ""
    text = doc.plain(*block.content).strip()
    return text if len(text) <= _LONGEST_FIELD and links[0].text.strip() == text else ""
