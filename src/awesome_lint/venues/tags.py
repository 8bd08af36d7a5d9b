"""Venue tags: the places of a list that name where and when a paper appeared, in whatever form it writes them."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Final

from awesome_lint.patterns import lazy
from awesome_lint.venues.mentions import COLUMN, PLAIN, Mention
from awesome_lint.venues.names import NameReader, is_qualifier
from awesome_lint.venues.registry import registry
from awesome_lint.venues.scan import find_mentions
from awesome_lint.venues.tag import VenueTag

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.entries.entry import Entry
    from awesome_lint.venues.venue import Venue

_FEWEST: Final = 5  # entries with a tag that make the tags a custom of the list
_SHARE: Final = 0.1  # of its entries
_MANY: Final = 20  # tags that do so whatever the share
_UNKNOWN_SHARE: Final = 0.3  # of the tags: in places where so many stand, an unknown name is a venue too
_LONGEST_NAME: Final = 60
_MOST_WORDS: Final = 6
_NO_VENUE = lazy(
    r"(?:spring|summer|fall|autumn|winter|CVE|issue|version|v|updated?|since|before|released?|n/?a|tbd|none|unknown"
    r"|blog(?:post)?s?|books?|website|github|thesis|course|talk|slides)\b|(?:ACM|IEEE|PMLR|Springer|Elsevier|MDPI)\Z",
    re.I,
)
_ACRONYM = lazy(r"[A-Z][A-Za-z&-]*[A-Z][A-Za-z]{0,3}")


class VenueTags:
    """The venue tags of a document, in source order.

    awake: whether tags are a custom of the list; if not, only those are kept that can be nothing else.
    whole: all that might be one, as the registry alone reads them. wrappers: where those that it knows stand.
    dated: ids of the entries with a name beside a year, be it a venue's or not.
    """

    def __init__(self, doc: "Document") -> None:
        self.doc = doc
        self.awake = False
        self.all: list[VenueTag] = []
        self.whole: list[VenueTag] = []
        self.wrappers: Counter[str] = Counter()
        self.dated: frozenset[int] = frozenset()
        found = find_mentions(doc, self._is_whole_name)
        if found:
            self._read(found)

    @property
    def voters(self) -> "VenueTags":
        """The tags whose spellings and places decide; others than these where only changes are linted."""
        return self if self.doc.voters is self.doc else self.doc.voters.venue_tags

    @cached_property
    def reader(self) -> NameReader:
        """Reads the names by the registry, which is loaded when the first name is read."""
        return NameReader(registry())

    def _is_whole_name(self, text: str) -> bool:
        """Whether a text is a venue's name, perhaps with a word that says which part of it, and nothing more."""
        reading = self.reader.read(text)
        return reading is not None and is_qualifier(reading.qualifiers)

    def __iter__(self) -> Iterator[VenueTag]:
        return iter(self.all)

    @property
    def entries(self) -> "list[Entry]":
        """The entries that have a tag, in source order."""
        return [tags[0].entry for tags in self._by_entry.values()]

    def of(self, entry: "Entry") -> list[VenueTag]:
        """Return the tags of an entry."""
        return self._by_entry.get(id(entry), [])

    @cached_property
    def _by_entry(self) -> dict[int, list[VenueTag]]:
        found: dict[int, list[VenueTag]] = {}
        for tag in self.all:
            found.setdefault(id(tag.entry), []).append(tag)
        return found

    @cached_property
    def spellings(self) -> Counter[str]:
        """How often the list writes each venue, by its own spelling."""
        return Counter(tag.text for tag in self.voters if tag.reading and tag.whole)

    @cached_property
    def fields(self) -> Counter[str]:
        """How many tags there are of each field of research."""
        from awesome_lint.venues.senses import field_votes

        return field_votes(self.voters)

    @cached_property
    def sure(self) -> frozenset[str]:
        """The names of the venues that are meant beyond doubt."""
        from awesome_lint.venues.senses import sure_names

        return sure_names(self)

    def meaning(self, tag: VenueTag) -> "tuple[Venue, ...]":
        """Return what a tag may mean where its links and the list's other venues have had their say."""
        from awesome_lint.venues.senses import narrowed

        return narrowed(tag, self)

    def _read(self, found: "list[tuple[Entry, Mention]]") -> None:
        read = self.reader.read
        self.dated = frozenset(
            id(entry) for entry, mention in found if mention.number and mention.start < mention.year_start
        )
        tags = [VenueTag(entry, mention, read(mention.text)) for entry, mention in found]
        if any(mention.number is None for _, mention in found):
            tags = [tag for tag in tags if tag.year or tag.mention.wrapper == COLUMN or not tag.is_title]
        known = [tag for tag in tags if tag.reading]
        self.whole = [tag for tag in tags if tag.whole]
        self.wrappers = Counter(tag.mention.wrapper for tag in known)
        self.awake = self._are_custom(known) if self.voters is self else self.voters.awake
        if not self.awake:
            self.all = [tag for tag in known if self._is_certain(tag)]
            return
        self.all = known if len(known) == len(tags) else list(self._settled(tags))

    def _are_custom(self, known: list[VenueTag]) -> bool:
        tagged = {id(tag.entry) for tag in known if tag.whole}
        return len(tagged) >= min(max(_FEWEST, _SHARE * len(self.doc.entries)), _MANY)

    def _settled(self, tags: list[VenueTag]) -> Iterator[VenueTag]:
        """Yield the tags, those the registry does not know read by the list's own spellings or left out."""
        from awesome_lint.venues.own import OwnSpellings

        own, wrappers = OwnSpellings(self.voters.whole), self.voters.wrappers
        for tag in tags:
            reading = tag.reading or own.read(tag.mention.text)
            if reading is not tag.reading:
                yield VenueTag(tag.entry, tag.mention, reading)
            elif reading or (wrappers[tag.mention.wrapper] >= _UNKNOWN_SHARE * wrappers.total() and _can_be_venue(tag)):
                yield tag

    def _is_certain(self, tag: VenueTag) -> bool:
        """Whether a tag is one wherever it stands."""
        return (
            tag.reading is not None
            and tag.reading.spelling == "right"
            and tag.year is not None
            and len(tag.venues) == 1
            and bool(tag.venues[0].held)
            and not self.reader.registry.is_word(tag.text)
        )


def _can_be_venue(tag: VenueTag) -> bool:
    """Whether a name that is not known can be a venue's: short, and in plain text an acronym beside its year."""
    name, mention = tag.mention.text, tag.mention
    if not tag.whole or "(" in mention.separator or not name[0].isupper() or len(name) > _LONGEST_NAME:
        return False
    if (tag.year is None and mention.wrapper != COLUMN) or _NO_VENUE.match(name) or tag.is_title:
        return False
    if mention.wrapper in PLAIN:
        return _ACRONYM.fullmatch(name) is not None
    return len(name.split()) <= _MOST_WORDS
