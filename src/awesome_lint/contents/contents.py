"""The table of contents: what it names, in whatever form it is written."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from awesome_lint.diagnostic import Span
from awesome_lint.patterns import lazy
from awesome_lint.places import Place, Places, leads_away, section_of

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.link import Link
    from awesome_lint.markdown.structure import Block, Item
    from awesome_lint.section import Section

ContentsForm = Literal["bullets", "ordered", "line", "table", "html"]
_FEWEST: Final = 3  # links that make contents
_GAP: Final = 3  # blocks without links that may stand between its parts: categories, `<details>`
_WORD: Final = lazy(r"[^\W\d_]{2,}")


class ContentsItem:
    """One link of the contents.

    place: where it leads, or was meant to (see places.py); target: the section there, None where there is none.
    level: its depth, from 0. parent: the link of the item around it. item: the list item whose first link it is.
    """

    __slots__ = ("item", "level", "link", "parent", "place", "target", "text")

    def __init__(self, link: "Link", text: str, item: "Item | None", parent: "ContentsItem | None") -> None:
        self.link = link
        self.text = text
        self.item = item
        self.parent = parent
        self.level: int = parent.level + 1 if parent else 0
        self.place: Place | None = None
        self.target: Section | None = None

    @property
    def is_broken(self) -> bool:
        """Whether its fragment is the name of no anchor, letter case aside."""
        return self.place is None or self.place.found not in ("name", "case")

    def __repr__(self) -> str:
        return f"<ContentsItem {self.level} {self.text!r} to {self.target!r}>"


class Contents:
    """The contents of a page: its links in source order, the span from its first block to its last, its form."""

    __slots__ = ("form", "items", "span")

    def __init__(self, items: list[ContentsItem], span: Span, form: ContentsForm) -> None:
        self.items = items
        self.span = span
        self.form: ContentsForm = form


def find_contents(doc: "Document") -> Contents | None:
    """Return the contents of a page: its longest run of blocks that hold nothing but links to its sections.

    Runs of the same form that stand with it before the first section belong to it.
    """
    if sum(1 for link in doc.links if link.is_fragment) < _FEWEST:
        return None
    places = Places(doc)
    runs = [run for run in _runs(doc) if _leads_to_sections(doc, places, _links_of(doc, run))]
    best = max(runs, key=lambda run: len(_links_of(doc, run)), default=[])
    if len(_links_of(doc, best)) < _FEWEST:
        return None
    targets = _targets(doc, places, best)
    top = [run for run in runs if run is best or _goes_with(doc, places, run, best, targets)]
    blocks = [block for run in top for block in run]
    start = blocks[0].item.marker_span.start if blocks[0].item else blocks[0].span.start
    return Contents(_items(doc, places, blocks), Span(start, blocks[-1].span.end), _form(best))


def _goes_with(doc: "Document", places: Places, run: "list[Block]", best: "list[Block]", targets: list[int]) -> bool:
    """Whether two runs are parts of one contents: the same form, and no section that the first names between them.

    targets: where the sections begin that `best` names, sorted.
    """
    start, end = run[0].span.start, best[0].span.start
    if start < end:
        targets = _targets(doc, places, run)
    else:
        start, end = end, start
    between = bisect_right(targets, end) - bisect_right(targets, start)
    return _form(run) == _form(best) and not between


def _targets(doc: "Document", places: Places, run: "list[Block]") -> list[int]:
    return sorted(one.target.span.start for one in _items(doc, places, run) if one.target)


def _runs(doc: "Document") -> Iterator[list["Block"]]:
    """Yield the runs of blocks of contents; a heading, a block of other links or several blocks end one."""
    blocks = doc.structure.blocks
    starts = [block.span.start for block in blocks]
    found = {bisect_right(starts, link.span.start) - 1 for link in doc.links if link.is_fragment}
    run: list[int] = []
    for number in sorted(number for number in found if number >= 0 and _is_contents(doc, blocks[number])):
        if run and not _is_gap(doc, blocks[run[-1] + 1 : number]):
            yield [blocks[one] for one in run]
            run = []
        run.append(number)
    if run:
        yield [blocks[one] for one in run]


def _is_gap(doc: "Document", between: "list[Block]") -> bool:
    """Whether blocks may stand between the parts of contents: categories, `<details>`."""
    return len(between) <= _GAP and not any(block.kind == "heading" or _links(doc, block) for block in between)


def _is_contents(doc: "Document", block: "Block") -> bool:
    """Whether a block holds links to places of this page and little else."""
    if block.kind in ("heading", "code", "rule"):
        return False
    links = _links(doc, block)
    if not links or not all(link.is_fragment for link in links):
        return False
    start = block.content.start if block.content else block.cells[0].start if block.cells else block.span.start
    before = doc.plain(start, links[0].span.start)
    if block.item and block.kind == "paragraph":
        return not _WORD.search(before) and links[0].span.end > block.span.start
    if block.kind in ("html", "row"):
        return True
    between = [doc.plain(one.span.end, two.span.start) for one, two in pairwise(links)]
    return len(links) >= _FEWEST and not any(_WORD.search(words) for words in (before, *between))


def _links(doc: "Document", block: "Block") -> "list[Link]":
    return doc.links_in(*(block.content or block.span))


def _links_of(doc: "Document", run: "list[Block]") -> "list[Link]":
    return [link for block in run for link in _links(doc, block)]


def _leads_to_sections(doc: "Document", places: Places, links: "list[Link]") -> bool:
    """Whether most links of a run lead to headings, rather than to anchors that entries have of their own."""
    count = 0
    for link in links:
        place = places.find(link)
        anchor = doc.anchors.get(place.name) if place else None
        count += bool(anchor and section_of(doc, anchor.name))
    return 2 * count >= len(links)


def _items(doc: "Document", places: Places, run: "list[Block]") -> list[ContentsItem]:
    made: dict[int, ContentsItem] = {}
    found = []
    for block in run:
        around = block.item.parent if block.item else None
        while around and id(around) not in made:
            around = around.parent
        parent = made[id(around)] if around else None
        for number, link in enumerate(_links(doc, block)):
            first = number == 0 and block.item is not None and id(block.item) not in made
            one = ContentsItem(link, doc.plain(*link.text_span), block.item if first else None, parent)
            if first:
                made[id(block.item)] = one
            _aim(doc, places, one)
            found.append(one)
    return found


def _aim(doc: "Document", places: Places, one: ContentsItem) -> None:
    """Find where an item leads; of several sections with one title, the one below the parent's is meant."""
    if leads_away(one.link):
        return
    one.place = places.find(one.link, one.parent.target if one.parent else None)
    if one.place:
        one.target = section_of(doc, one.place.name)


def _form(run: "list[Block]") -> ContentsForm:
    block = run[0]
    if block.item:
        return "bullets" if block.item.number is None else "ordered"
    return "table" if block.kind == "row" else "html" if block.kind == "html" else "line"
