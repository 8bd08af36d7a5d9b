"""The order of a list: by which key its sections are sorted, and which entries stand out of it."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from awesome_lint.habits.collation import COLLATIONS, Collation, Key, name_key, what_tells
from awesome_lint.habits.order_keys import BY_OTHERS, KeyOf, may_stand, stand_as_lines
from awesome_lint.named import NamedTuple
from awesome_lint.subsequence import longest_ordered

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.entries.entry import Entry

FEWEST: Final = 8  # so many entries of a section show an order by themselves
FEWEST_OF_MANY: Final = 5  # so many are enough where the list's sections agree
SHARE: Final = 0.8  # of the entries stand in order
SHARE_ALONE: Final = 0.9  # of them where the list's sections do not agree
_SHARE_BY_VENUE: Final = 0.95  # a few venues stand in some order by chance
_HOPELESS: Final = 0.6  # a run so far from sorted is not sorted under another collation either
AGREEMENT: Final = 0.6  # of the sections keep one order
_SHARE_KEYED: Final = 0.9  # of the entries have the key by which they are sorted
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


class _Run:
    """A run of siblings under one order: the entries that have its key, and those of them that stand in order.

    elders: the titles of the entries that stood there before a change, which newcomers do not push out of order.
    """

    def __init__(self, by: str, entries: "list[Entry]", key_of: KeyOf, elders: frozenset[str] = frozenset()) -> None:
        keyed = [(entry, key) for entry in entries if (key := key_of(entry)) is not None]
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
        if count < least or count < _SHARE_KEYED * whole or len(set(self.keys)) < needed:
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
            at = bisect_right(chain_keys, self.keys[index])
            before = self.entries[self.chain[at]] if at < len(self.chain) else None
            after = self.entries[self.chain[at - 1]] if at else None
            yield Misplaced(entry, self.by, before, after, near is not None and stand_as_lines(near))

    def _three_around(self, index: int) -> "list[Entry] | None":
        """Return an entry and those in order between which it stands, None where these are not two."""
        at = bisect_right(self.chain, index)
        near = [self.entries[one] for one in (*self.chain[max(at - 1, 0) : at], *self.chain[at : at + 1])]
        if len(near) < 2:
            return None
        return [near[0], self.entries[index], near[1]] if at else [self.entries[index], *near]


def _is_foreign(entry: "Entry", near: "Sequence[Entry]") -> bool:
    """Whether a script has no order here: nobody sorts kanji by their code points, nor knows where Greek is in Latin."""
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


def _by_name(entries: "list[Entry]", articles: bool | None, tried: list[Collation]) -> _Run:
    """Return the run under the collation that it keeps best, which is then the first to be tried for the next."""
    best: _Run | None = None
    with_articles, with_numbers = what_tells([entry.title for entry in entries])
    compared = set()
    for collation in list(tried):
        if articles is not None and collation.articles != articles:
            continue
        # What no name has makes no difference, and the keys take most of the time.
        telling = (collation.marks, collation.articles or not with_articles, collation.numbers or not with_numbers)
        if telling not in compared:
            compared.add(telling)
            run = _Run("name", entries, lambda entry, c=collation: name_key(entry.title, c) if entry.title else None)  # type: ignore[misc]
            if best is None or run.share > best.share:
                best = run
                tried.remove(collation)
                tried.insert(0, collation)
        assert best is not None
        if best.share == 1 or (best.share < _HOPELESS and collation.marks != "skip"):
            break
    assert best is not None
    return best


def misplaced(doc: "Document", articles: bool | None, pinned: int, by: str = "") -> Iterator[Misplaced]:
    """Yield the entries that stand out of the order of their section, the fewest that have to move.

    articles: whether a leading article counts in names, None to learn it. by: the order to hold the list to; ''
    learns each section's own.
    """
    polled = _polled(doc.voters, articles, by)
    votes = _votes(polled)
    agreed = {name for name, count in votes.items() if name and count >= max(3, AGREEMENT * votes.total())}

    def held(entries: "list[Entry]", tried: list[_Run]) -> _Run | None:
        kept = [run for run in tried if run.by in agreed or by]
        return _best(kept, len(entries), FEWEST_OF_MANY, SHARE) or _best(tried, len(entries), FEWEST + 2, SHARE_ALONE)

    found = [held(entries, tried) for entries, tried in polled]
    if doc.voters is not doc:
        before = {_place(entries): (entries, run) for (entries, _), run in zip(polled, found, strict=True)}
        found = [
            _with_newcomers(entries, *before[_place(entries)]) if _place(entries) in before else held(entries, tried)
            for entries, tried in _polled(doc, articles, by)
        ]
    places = [place for run in found if run for place in run.misplaced(pinned)]
    # A program sorts the whole of a list; what only happens to stand so in a few places was put there by hand.
    sorted_by_lines = 2 * sum(place.as_line for place in places) > len(places)
    yield from (place for place in places if not (sorted_by_lines and place.as_line))


def _place(entries: "list[Entry]") -> tuple[object, ...]:
    """Return what a run is known by in another text of the file."""
    first = entries[0]
    return (first.section and first.section.name, first.parent and first.parent.title, first.kind)


def _with_newcomers(entries: "list[Entry]", old: "list[Entry]", run: _Run | None) -> _Run | None:
    """Return a run under the order that it kept before the change, None where it kept none."""
    return run and _Run(run.by, entries, run.key_of, frozenset(entry.title for entry in old))


def votes(doc: "Document", articles: bool | None = None) -> Counter[str]:
    """Return how many sections keep each order; those that keep none count under ''."""
    return _votes(_polled(doc, articles, ""))


def _polled(doc: "Document", articles: bool | None, by: str) -> "list[tuple[list[Entry], list[_Run]]]":
    collations = list(COLLATIONS)
    return [
        (entries, _tried(entries, articles, by, collations)) for entries in runs(doc) if len(entries) >= FEWEST_OF_MANY
    ]


def _votes(polled: "list[tuple[list[Entry], list[_Run]]]") -> Counter[str]:
    votes: Counter[str] = Counter()
    for entries, tried in polled:
        best = _best(tried, len(entries), FEWEST_OF_MANY, SHARE)
        votes[best.by if best else ""] += 1
    return votes


def _tried(entries: "list[Entry]", articles: bool | None, by: str, collations: list[Collation]) -> list[_Run]:
    tried = [_by_name(entries, articles, collations)] if by in ("", "name") else []
    if tried and tried[0].share == 1 and tried[0].tells(len(entries), FEWEST_OF_MANY):
        return tried
    others = (
        _Run(name, entries, key_of)
        for name, key_of in BY_OTHERS.items()
        if by in ("", name) and _most_have(entries, key_of)
    )
    return tried + [run for run in others if by or run.by != "venue" or run.share >= _SHARE_BY_VENUE]


def _most_have(entries: "list[Entry]", key_of: KeyOf) -> bool:
    """Whether few of the entries lack a key; asks no more of them than it needs to."""
    lacking = (1 for entry in entries if key_of(entry) is None)
    return all(len(entries) - count >= _SHARE_KEYED * len(entries) for count in accumulate(lacking))


def _best(tried: list[_Run], whole: int, least: int, share: float) -> _Run | None:
    held = [run for run in tried if run.share >= share and run.tells(whole, least)]
    finest = next((run for run in held if run.by.startswith("date") and run.share >= SHARE_ALONE), None)
    return finest or max(held, key=lambda run: run.share, default=None)
