"""List items that are no entries and stand twice: labels below entries, news, contents."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from awesome_lint.duplicates import folded
from awesome_lint.entries.aside import leads_back
from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy
from awesome_lint.research import are_of_research

if TYPE_CHECKING:
    from awesome_lint.diagnostic import Span
    from awesome_lint.document import Document
    from awesome_lint.entries.entry import Entry
    from awesome_lint.link import Link
    from awesome_lint.markdown.structure import Item

# Where things share a page for good reasons, and labels of what they share.
_CODE: Final = (
    *("github:", "github.com", "gist.github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "sourceforge.net"),
    *("hf:", "huggingface.co"),
)
_SHARED: Final = frozenset(
    """
    code codes source implementation implementations reference library repository repo git github gitlab example
    examples data dataset datasets corpus benchmark benchmarks leaderboard model models weights checkpoint checkpoints
    docs doc documentation manual wiki website websites site web homepage home page project demo demos blog post news
    license licence forum chat discord slack community author authors
    """.split()
)
_WORDS = lazy(r"[^\W_]+")
_AFTER_HOST: Final = "/:?#"  # what an identity has that names more than a host
_ENDING: Final = 8  # letters at the end of an address that nearly all forms of it share
_USUAL: Final = 3  # below so many entries, a link's text is a label of the list's own


class _Place(NamedTuple):
    """An item that is no entry, its own text, and its first link to the web."""

    item: "Item"
    content: "Span"
    link: "Link"


class RepeatedItem(NamedTuple):
    """Two items of one text and one link, the later one first.

    kind: `copy`: in one list; `label`: below two entries, which cannot both have what it leads to.
    """

    item: "Item"
    first: "Item"
    link: "Link"
    first_link: "Link"
    text: str
    kind: Literal["copy", "label"]


def repeated_items(doc: "Document") -> list[RepeatedItem]:
    """Return the list items that are no entries and stand twice in a list, or below two entries of a section."""
    return list(_Repeats(doc).find())


class _Repeats:
    def __init__(self, doc: "Document") -> None:
        self.doc = doc
        entries = {id(entry.item) for entry in doc.entries}
        self.places: list[_Place] = []
        for item in doc.structure.items:
            content = item.blocks[0].content if item.blocks else None
            if content is not None and id(item) not in entries:
                link = next((link for link in doc.links_in(*content) if link.is_web), None)
                if link is not None:
                    self.places.append(_Place(item, content, link))

    def find(self) -> Iterator[RepeatedItem]:
        for places in self.of_one_link():
            lists: defaultdict[tuple[int, str], list[_Place]] = defaultdict(list)
            for place in places:
                lists[place.item.siblings, self.text(place)].append(place)
            for same in lists.values():
                if len(same) == 2 and not leads_back(self.doc, same[0].content):
                    yield self.repeat("copy", *same)
            # What more than two items lead to is something that they share.
            if len(places) == 2 and len(lists) == 2 and self.contradict(*places):
                yield self.repeat("label", *places)

    def of_one_link(self) -> Iterator[list[_Place]]:
        """Yield the places whose links lead to one thing, two or more at a time."""
        by_ending: defaultdict[str, list[_Place]] = defaultdict(list)
        for place in self.places:
            by_ending[place.link.url.rstrip("/")[-_ENDING:]].append(place)
        for places in by_ending.values():
            if len(places) > 1:
                by_identity: defaultdict[str, list[_Place]] = defaultdict(list)
                for place in places:
                    by_identity[place.link.identity].append(place)
                yield from (same for same in by_identity.values() if len(same) > 1)

    def text(self, place: _Place) -> str:
        return folded(self.doc.plain(*place.content))

    def repeat(self, kind: Literal["copy", "label"], first: _Place, last: _Place) -> RepeatedItem:
        text = last.link.text if kind == "label" else self.doc.plain(*last.content)
        return RepeatedItem(last.item, first.item, last.link, first.link, text.strip("[]() "), kind)

    def contradict(self, one: _Place, two: _Place) -> bool:
        """Whether a label below two entries of one section can be right for one of them only."""
        entry, other = one.link.entry, two.link.entry
        return (
            entry is not None
            and other is not None
            and entry is not other
            and entry.section is other.section
            and self.text(one) == self.text(two)
            and _is_of_one(one)
            and _label(one) in self.usual_labels
            and not self.are_akin(entry, other)
            and not are_of_research(entry, other)  # papers share slides, videos and posts
            and _are_unlike(entry.title, other.title)
        )

    @cached_property
    def usual_labels(self) -> frozenset[str]:
        """The link texts that begin items below several entries."""
        below: defaultdict[str, set[int]] = defaultdict(set)
        for place in self.places:
            if place.link.entry is not None and place.link.span.start - place.content.start <= 2:
                below[_label(place)].add(id(place.link.entry))
        return frozenset(label for label, entries in below.items() if len(entries) >= _USUAL)

    @cached_property
    def first_of(self) -> dict[int, int]:
        """By an entry's id, that of the first entry about the same thing."""
        firsts: dict[int, int] = {}
        for twin in self.doc.twins:
            firsts[id(twin.entry)] = firsts.get(id(twin.first), id(twin.first))
        return firsts

    def are_akin(self, one: "Entry", two: "Entry") -> bool:
        """Whether one of two entries is nested in the other, or they, or those around them, are about one thing."""
        around, others = _with_parents(one), _with_parents(two)
        if any(one is entry for entry in others) or any(two is entry for entry in around):
            return True
        first_of = self.first_of
        return any(
            here is not there and first_of.get(id(here), id(here)) == first_of.get(id(there), id(there))
            for here in around
            for there in others
        )


def _with_parents(entry: "Entry") -> "list[Entry]":
    found = [entry]
    while entry.parent is not None:
        entry = entry.parent
        found.append(entry)
    return found


def _label(place: _Place) -> str:
    return place.link.text.strip("[]()*_: ").casefold()


def _is_of_one(place: _Place) -> bool:
    """Whether neither a label nor the address says that it leads to what things share."""
    identity = place.link.identity
    return (
        any(mark in identity for mark in _AFTER_HOST)
        and not identity.startswith(_CODE)
        and _SHARED.isdisjoint(_WORDS.findall(_label(place)))
    )


def _are_unlike(one: str, two: str) -> bool:
    """Whether neither of two names is in the other, and they share no more than half of their words."""
    here, there = folded(one), folded(two)
    if here in there or there in here:
        return False
    words, others = set(_WORDS.findall(one.casefold())), set(_WORDS.findall(two.casefold()))
    return 2 * len(words & others) <= min(len(words), len(others))
