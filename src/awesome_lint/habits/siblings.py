"""Entries beside one another that could be sorted, and which of them stand out of an order."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from awesome_lint.habits.collation import Key
from awesome_lint.habits.order_keys import KeyOf, are_posted_in_order, may_stand, stand_as_lines
from awesome_lint.named import NamedTuple
from awesome_lint.subsequence import longest_ordered

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.entries.entry import Entry

SHARE_KEYED: Final = 0.9  # of the entries have the key by which they are sorted
_LEAN: Final = 0.1  # by so many of its entries a run is nearer to one order than to its reverse
_AFTER_LATIN: Final = "\u0250"
_FAR_SCRIPTS: Final = "\u0590"  # Hebrew, and all that follows it


class Misplaced(NamedTuple):
    """An entry out of order.

    by: the order that its run keeps. before, after: the entries between which it belongs, None at an end of the run.
    as_line: whether a program that sorts lines as they are leaves it where it stands.
    """

    entry: "Entry"
    by: str
    before: "Entry | None"
    after: "Entry | None"
    as_line: bool = False


def runs(doc: "Document") -> list[list["Entry"]]:
    """Return the runs of siblings that could be sorted: the entries of one section, at one depth."""
    groups: dict[tuple[int, int, int, int], list[Entry]] = {}
    for entry in doc.entries:
        section = entry.section.index if entry.section else -1
        parent = entry.parent.span.start if entry.parent else -1
        # Another bullet begins another list for Markdown, not for the reader.
        group = entry.group if entry.kind in ("row", "html") else 0
        # What nests entries may be a category, which is no entry.
        outer = entry.item.parent.span.start if entry.item and entry.item.parent else -1
        groups.setdefault((section, parent, group, outer), []).append(entry)
    return list(groups.values())


def _chain_around(keys: Sequence[Key], elders: list[int]) -> list[int]:
    """Return the indices of a longest ordered subsequence in which newcomers push no elder out."""
    firm = [elders[at] for at in longest_ordered([keys[index] for index in elders])]
    old, kept, at = set(elders), [], 0
    for index, key in enumerate(keys):
        if at < len(firm) and firm[at] == index:
            kept.append(index)
            at += 1
        elif index not in old and (not at or keys[firm[at - 1]] <= key) and (at == len(firm) or key <= keys[firm[at]]):
            kept.append(index)
    return [kept[at] for at in longest_ordered([keys[index] for index in kept])]


class Run:
    """A run of siblings under one order: the entries that have its key, and those of them that stand in order.

    elders: the titles of the entries that stood there before a change, which newcomers do not push out of order.
    keys: those of the entries, where they are known already.
    """

    def __init__(
        self,
        by: str,
        entries: "list[Entry]",
        key_of: KeyOf,
        elders: frozenset[str] = frozenset(),
        keys: "Sequence[Key | None] | None" = None,
    ) -> None:
        found = map(key_of, entries) if keys is None else keys
        keyed = [(entry, key) for entry, key in zip(entries, found, strict=True) if key is not None]
        self.by = by
        self.key_of = key_of
        self.entries = [entry for entry, _ in keyed]
        self.keys = [key for _, key in keyed]
        old = [index for index, entry in enumerate(self.entries) if entry.title in elders] if elders else []
        self.chain = _chain_around(self.keys, old) if old else longest_ordered(self.keys)

    @property
    def share(self) -> float:
        """How many of the entries stand in order."""
        return len(self.chain) / len(self.keys) if self.keys else 0.0

    def tells(self, whole: int, least: int) -> bool:
        """Whether the run says anything: enough entries have the key, few of them the same, and not in either order."""
        count = len(self.keys)
        needed = 3 if self.by != "name" else 0.7 * count
        if count < least or count < SHARE_KEYED * whole or len(set(self.keys)) < needed:
            return False
        return self.by == "name" or self.share - len(longest_ordered(self.keys[::-1])) / count >= _LEAN

    def misplaced(self, pinned: int) -> Iterator[Misplaced]:
        """Yield the entries out of order; the first `pinned` ones of the run may stand where they like."""
        kept = set(self.chain)
        chain_keys = [self.keys[index] for index in self.chain]
        for index, entry in enumerate(self.entries):
            if index in kept or index < pinned:
                continue
            near = self._three_around(index) if self.by == "name" else None
            if self.by == "name" and (_is_foreign(entry, near or ()) or (near and may_stand(near))):
                continue
            if self.by.startswith("year") and self._stands_by_posting(index):
                continue
            at = bisect_right(chain_keys, self.keys[index])
            before = self.entries[self.chain[at]] if at < len(self.chain) else None
            after = self.entries[self.chain[at - 1]] if at else None
            yield Misplaced(entry, self.by, before, after, near is not None and stand_as_lines(near))

    def _stands_by_posting(self, index: int) -> bool:
        """Whether an entry was posted between those in order beside it: a conference may be of the year after."""
        at = bisect_right(self.chain, index)
        places = [*self.chain[max(at - 1, 0) : at], index, *self.chain[at : at + 1]]
        return are_posted_in_order([self.entries[one] for one in places], self.by.endswith("descending"))

    def _three_around(self, index: int) -> "list[Entry] | None":
        """Return an entry and those in order between which it stands, None where these are not two."""
        at = bisect_right(self.chain, index)
        near = [self.entries[one] for one in (*self.chain[max(at - 1, 0) : at], *self.chain[at : at + 1])]
        if len(near) < 2:
            return None
        return [near[0], self.entries[index], near[1]] if at else [self.entries[index], *near]


def _is_foreign(entry: "Entry", near: "Sequence[Entry]") -> bool:
    """Whether a script has no order here: nobody sorts kanji by code point, or knows where Greek goes among Latin."""
    title = entry.title
    if title.isascii():
        return False
    if any(letter >= _FAR_SCRIPTS and letter.isalpha() for letter in title):
        return True
    return (
        _first_letter(title)
        >= _AFTER_LATIN
        > max((_first_letter(one.title) for one in near if one is not entry), default="")
    )


def _first_letter(title: str) -> str:
    return next(filter(str.isalpha, normalize("NFKD", title)), "")
