"""The list items that are entries."""

from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Span
from awesome_lint.entries.aside import Asides, leads_back
from awesome_lint.entries.atoms import is_label
from awesome_lint.entries.entry import Entry, EntryKind
from awesome_lint.markdown.structure import Item
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.entries.regions import Regions
    from awesome_lint.link import Link

_TAG_AHEAD = lazy(r"\W{0,4}\[[^\]\n]{2,40}\d\d\]\s*\w")
_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)|[\x27’]\s?\d\d(?!\d)")
_IN_BRACKETS = lazy(r"[\[(][^\[\]()]{0,80}\d\d[^\[\]()]{0,40}[\])]")
_WORD = lazy(r"[^\W\d_]{2,}")
_REPEATED: Final = 3  # a link text under so many parents is a label of the list's own
_LONGEST_HEAD: Final = 400
_LONGEST_FIELD: Final = 40
_WORDS_OF_A_TITLE: Final = 3  # so many say what is listed where no link does
_SENTENCES: Final = 25  # and text of more is not a title
_LEAD_IN: Final = 4  # text of so many words before a label is a title of its own


class _Items:
    """Sorts the items of a document into entries, what belongs to them, and what is neither."""

    def __init__(self, doc: "Document", asides: Asides, regions: "Regions") -> None:
        self.doc = doc
        self.asides = asides
        self.regions = regions
        self.owner: dict[int, Entry] = {}  # of an item, by its id
        self.label_share: dict[int, bool] = {}  # of an item's children, by its id
        self.own_labels = _own_labels(doc)
        self.bare: list[Entry] = []  # those without a link

    def run(self) -> list[Entry]:
        found = []
        for item in self.doc.structure.items:
            content = [block.content for block in item.blocks if block.content and block.kind != "row"]
            entry = self.settle(item, content) if content else None
            if entry:
                found.append(entry)
        dropped = {id(entry) for entry in self.bare if not self.is_bare_entry(entry)}
        return [entry for entry in found if id(entry) not in dropped] if dropped else found

    def settle(self, item: Item, content: list[Span]) -> Entry | None:
        """Make an entry of an item, or give its content to the entry around it, or neither."""
        region = self.regions.at(item.span.start) if self.regions.entries else None
        if region:
            region.content.extend(content)
            return None
        links = self.links_in(content)
        parent = self.around(item) if item.parent else None
        if self.lists_nothing(item, content[0], links) or (parent is None and self.is_loose_field(content[0], links)):
            return None
        if parent is not None and not self.stands_alone(item, content[0], links):
            parent.content.extend(content)
            parent.links.extend(links)
            self.owner[id(item)] = parent
            return None
        kind: EntryKind = "bullet" if item.number is None else "ordered"
        entry = Entry(self.doc, kind, item.span, content, item.siblings, links)
        entry.item, entry.parent = item, parent
        self.owner[id(item)] = entry
        if not links:
            self.bare.append(entry)
        return entry

    def lists_nothing(self, item: Item, head: Span, links: "list[Link]") -> bool:
        """Whether an item leads to places of this page, stands in an aside, or leads in to those nested in it."""
        if links and links[0].is_fragment and all(link.is_fragment for link in links):
            return True
        if item.span.start in self.asides or leads_back(self.doc, head):
            return True
        return not links and bool(item.children) and self.is_category(item)

    def is_loose_field(self, head: Span, links: "list[Link]") -> bool:
        """Whether an item is a field of what stands above its list: `Code: https://…`."""
        if not links or links[0].kind != "bare" or links[0].span.start - head.start > _LONGEST_FIELD:
            return False
        before = self.doc.plain(head.start, links[0].span.start).rstrip(" ")
        return before[-1:] in (":", "：") and is_label(before[:-1])

    def links_in(self, content: list[Span]) -> "list[Link]":
        if len(content) == 1:
            return self.doc.links_in(*content[0])
        return [link for span in content for link in self.doc.links_in(*span)]

    def around(self, item: Item) -> Entry | None:
        """Return the entry that an item is nested in."""
        outer = item.parent
        while outer is not None:
            if id(outer) in self.owner:
                return self.owner[id(outer)]
            outer = outer.parent
        return None

    def is_category(self, item: Item) -> bool:
        """Whether an item without a link leads in to those nested in it, which have titles of their own."""
        named = item.blocks[0].content is not None and self.has_title(item.blocks[0].content)
        own = 0
        for child in item.children:
            content = [block.content for block in child.blocks if block.content and block.kind != "row"]
            links = self.doc.links_in(*content[0]) if content else []
            if links and not self.is_label(links[0]):
                own += not named or self.stands_alone(child, content[0], links)
        return 2 * own >= len(item.children)

    def stands_alone(self, item: Item, head: Span, links: "list[Link]") -> bool:
        """Whether an item nested in an entry lists something of its own, rather than say more of its parent."""
        first = links[0] if links and links[0].span.start < head.end else None
        if first is None:
            return bool(_TAG_AHEAD.match(self.doc.outline, *head))
        before = self.doc.plain(head.start, first.span.start)
        label = self.is_label(first)
        if not any(map(str.isalnum, before)) or _TAG_AHEAD.match(before + "x"):
            return not (label or (first.span.end >= head.end - 2 and self.among_labels(item)))
        # Text before the link is a title of its own if the links after it are labels and it is more than a lead-in.
        words = len(before.split())
        return label and _LEAD_IN <= words <= _SENTENCES and not before.rstrip("( [").endswith((":", "："))

    def among_labels(self, item: Item) -> bool:
        """Whether most of the linked items beside a nested one are labels."""
        parent = item.parent
        if parent is None:
            return False
        if id(parent) not in self.label_share:
            firsts = [
                link
                for child in parent.children
                if child.blocks and child.blocks[0].content
                for link in self.doc.links_in(*child.blocks[0].content)[:1]
            ]
            self.label_share[id(parent)] = 2 * sum(map(self.is_label, firsts)) >= len(firsts)
        return self.label_share[id(parent)]

    def is_label(self, link: "Link") -> bool:
        text = self.doc.plain(*link.text_span)
        return is_label(text) or text.strip("[]() ").casefold() in self.own_labels

    @cached_property
    def linked_lists(self) -> frozenset[int]:
        """The lists most of whose entries have a link."""
        score: Counter[int] = Counter()
        for entry in {id(entry): entry for entry in self.owner.values()}.values():
            score[entry.group] += 1 if entry.links else -1
        return frozenset(group for group, votes in score.items() if votes >= 0)

    def is_bare_entry(self, entry: Entry) -> bool:
        """Whether an item without a link lists something: its neighbours have one, or it has a year and a title."""
        if entry.links or entry.group in self.linked_lists:  # it may have got links from nested items
            return True
        return self.has_title(entry.head)

    def has_title(self, head: Span) -> bool:
        """Whether a text without a link has a year and the words of a title."""
        text = self.doc.plain(head.start, min(head.end, head.start + _LONGEST_HEAD))
        return bool(_YEAR.search(text)) and len(_WORD.findall(_IN_BRACKETS.sub("", text))) >= _WORDS_OF_A_TITLE


def _own_labels(doc: "Document") -> frozenset[str]:
    """Return the link texts that begin nested items under several parents: the list's own labels."""
    parents: defaultdict[str, set[int]] = defaultdict(set)
    for item in doc.structure.items:
        if item.parent is None or not item.blocks or item.blocks[0].content is None:
            continue
        content = item.blocks[0].content
        for link in doc.links_in(*content)[:1]:
            if link.span.start - content.start <= 2 and len(link.text) <= 40:
                parents[link.text.strip("[]()*_ ").casefold()].add(id(item.parent))
    return frozenset(text for text, found in parents.items() if len(found) >= _REPEATED)


def item_entries(doc: "Document", asides: Asides, regions: "Regions") -> list[Entry]:
    """Return the entries among the list items, in source order."""
    return _Items(doc, asides, regions).run()
