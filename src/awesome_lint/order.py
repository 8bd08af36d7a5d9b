"""The order of a list: by which key its sections are sorted, and which entries stand out of it."""

import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, Literal

from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.entries.entry import Entry

FEWEST: Final = 8  # so many entries of a section show an order by themselves
FEWEST_OF_MANY: Final = 5  # so many are enough where the list's sections agree
SHARE: Final = 0.8  # of the entries stand in order
SHARE_ALONE: Final = 0.9  # of them where the list's sections do not agree
_HOPELESS: Final = 0.6  # a run so far from sorted is not sorted under another collation either
AGREEMENT: Final = 0.6  # of the sections keep one order
_NUMBER = lazy(r"(\d+)")
_ARTICLE = lazy(r"(?:the|an?) +(?=\w)")
_ARTICLED = lazy(r"[\W_]*(?:t[\W_]*h[\W_]*e|a(?:[\W_]*n)?)[\W_]+\w")  # whatever of the punctuation is passed over
_PUNCTUATION = lazy(r"[^\w\s]+|_")
_SYMBOLS = lazy(r"[^\w\s!-~]+")

Key = tuple[object, ...]
KeyOf = Callable[["Entry"], Key | None]


class Misplaced(NamedTuple):
    """An entry out of order.

    by: the order that its run keeps. before, behind: the entries between which it belongs, None at an end of the run.
    """

    entry: "Entry"
    by: str
    before: "Entry | None"
    behind: "Entry | None"


class Collation(NamedTuple):
    """A way to compare names.

    marks: whether punctuation counts ('go-x' before 'goa'), parts words, or is passed over. articles: whether a
    leading 'The', 'A' or 'An' counts. numbers: whether '10' stands behind '9'.
    """

    marks: Literal["count", "part", "skip"]
    articles: bool
    numbers: bool


# What people and sorting programs do; a section is held to the one that it keeps best.
COLLATIONS: Final = tuple(
    Collation(marks, articles, numbers)
    for marks in ("skip", "count", "part")
    for articles in (True, False)
    for numbers in (True, False)
)


def name_key(title: str, collation: Collation) -> Key:
    """Return the key by which a name is sorted: letter case, accents, markup and emoji aside."""
    plain = title.lower()
    if not title.isascii() and collation.marks != "count":  # programs that count marks count accents, too
        plain = "".join(c for c in unicodedata.normalize("NFKD", title).casefold() if not unicodedata.combining(c))
        plain = _SYMBOLS.sub("", plain)
    if collation.marks == "count":
        plain = plain.lstrip("\"'`*_@.#([{ ")
    else:
        plain = _PUNCTUATION.sub("" if collation.marks == "skip" else " ", plain)
    plain = " ".join(plain.split())
    if not collation.articles and (article := _ARTICLE.match(plain)):
        plain = plain[article.end() :]
    if not collation.numbers or not _NUMBER.search(plain):
        return ((1, 0, plain),)
    # Digits sort before letters.
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in _NUMBER.split(plain) if part)


def runs(doc: "Document") -> list[list["Entry"]]:
    """Return the runs of siblings that could be sorted: the entries of one section, at one depth."""
    groups: dict[tuple[int, int, int], list[Entry]] = {}
    for entry in doc.entries:
        section = entry.section.index if entry.section else -1
        parent = entry.parent.span.start if entry.parent else -1
        # Another bullet begins another list for Markdown, not for the reader.
        group = entry.group if entry.kind in ("row", "html") else 0
        groups.setdefault((section, parent, group), []).append(entry)
    return list(groups.values())


def longest_ordered(keys: Sequence[Key]) -> list[int]:
    """Return the indices of a longest subsequence that does not descend."""
    tails: list[Key] = []
    ends: list[int] = []
    before = [-1] * len(keys)
    for index, key in enumerate(keys):
        at = bisect_right(tails, key)
        before[index] = ends[at - 1] if at else -1
        tails[at : at + 1], ends[at : at + 1] = [key], [index]
    chain = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(index)
        index = before[index]
    return chain[::-1]


class _Run:
    """A run of siblings under one order: the entries that have its key, and those of them that stand in order."""

    def __init__(self, by: str, entries: "list[Entry]", key_of: KeyOf) -> None:
        keyed = [(entry, key) for entry in entries if (key := key_of(entry)) is not None]
        self.by = by
        self.entries = [entry for entry, _ in keyed]
        self.keys = [key for _, key in keyed]
        self.chain = longest_ordered(self.keys)

    @property
    def share(self) -> float:
        """How many of the entries stand in order."""
        return len(self.chain) / len(self.keys) if self.keys else 0.0

    def tells(self, whole: int, least: int) -> bool:
        """Whether the run says anything: enough entries have the key, and few of them the same."""
        count = len(self.keys)
        needed = 3 if self.by != "name" else 0.7 * count
        return count >= least and count >= 0.9 * whole and len(set(self.keys)) >= needed

    def misplaced(self, pinned: int) -> Iterator[Misplaced]:
        """Yield the entries out of order; the first `pinned` ones of the run may stand where they like."""
        kept = set(self.chain)
        chain_keys = [self.keys[index] for index in self.chain]
        for index, entry in enumerate(self.entries):
            if index in kept or index < pinned:
                continue
            at = bisect_right(chain_keys, self.keys[index])
            before = self.entries[self.chain[at]] if at < len(self.chain) else None
            behind = self.entries[self.chain[at - 1]] if at else None
            yield Misplaced(entry, self.by, before, behind)


_BY_YEAR: Final[dict[str, KeyOf]] = {
    "year": lambda entry: None if entry.year is None else (entry.year,),
    "year descending": lambda entry: None if entry.year is None else (-entry.year,),
}


# In which forms a name can be compared, by whether it is ASCII.
_FORMS: Final[dict[bool, tuple[Callable[[str], str], ...]]] = {
    True: (str.lower,),
    False: (str.lower, lambda title: unicodedata.normalize("NFKD", title).casefold()),
}


def _by_name(entries: "list[Entry]", articles: bool | None, tried: list[Collation]) -> _Run:
    """Return the run under the collation that it keeps best, which is then the first to be tried for the next."""
    best: _Run | None = None
    names = [form(entry.title) for entry in entries for form in _FORMS[entry.title.isascii()]]
    with_articles, with_numbers = any(map(_ARTICLED.match, names)), any(map(_NUMBER.search, names))
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
    polled = _polled(doc, articles, by)
    votes = _votes(polled)
    agreed = {name for name, count in votes.items() if name and count >= max(3, AGREEMENT * votes.total())}
    for entries, tried in polled:
        kept = [run for run in tried if run.by in agreed or by]
        run = _best(kept, len(entries), FEWEST_OF_MANY, SHARE) or _best(tried, len(entries), FEWEST + 2, SHARE_ALONE)
        if run:
            yield from run.misplaced(pinned)


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
    return tried + [_Run(name, entries, key_of) for name, key_of in _BY_YEAR.items() if by in ("", name)]


def _best(tried: list[_Run], whole: int, least: int, share: float) -> _Run | None:
    held = [run for run in tried if run.tells(whole, least) and run.share >= share]
    return max(held, key=lambda run: run.share, default=None)
