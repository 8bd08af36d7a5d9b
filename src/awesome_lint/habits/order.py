"""The order of a list: by which key its sections are sorted, and which entries stand out of it."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from awesome_lint.habits.collation import COLLATIONS, Collation, Key, name_key, what_tells
from awesome_lint.habits.order_keys import BY_OTHERS, KeyOf
from awesome_lint.habits.siblings import SHARE_KEYED, Misplaced, Run, runs

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


def _by_name(entries: "list[Entry]", articles: bool | None, tried: list[Collation]) -> Run:
    """Return the run under the collation that it keeps best, which is then the first to be tried for the next."""
    best: Run | None = None
    with_articles, with_numbers = what_tells([entry.title for entry in entries])
    compared = set()
    for collation in list(tried):
        if articles is not None and collation.articles != articles:
            continue
        # What no name has makes no difference, and the keys take most of the time.
        telling = (collation.marks, collation.articles or not with_articles, collation.numbers or not with_numbers)
        if telling not in compared:
            compared.add(telling)
            run = Run("name", entries, lambda entry, c=collation: name_key(entry.title, c) if entry.title else None)  # type: ignore[misc]
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

    def held(entries: "list[Entry]", tried: list[Run]) -> Run | None:
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
    outer = first.item.parent if first.item and first.parent is None else None
    category = outer.blocks[0].content if outer and outer.blocks else None
    return (
        first.section and first.section.name,
        first.parent and first.parent.title,
        category and first.doc.plain(*category),
        first.kind,
    )


def _with_newcomers(entries: "list[Entry]", old: "list[Entry]", run: Run | None) -> Run | None:
    """Return a run under the order that it kept before the change, None where it kept none."""
    return run and Run(run.by, entries, run.key_of, frozenset(entry.title for entry in old))


def votes(doc: "Document", articles: bool | None = None) -> Counter[str]:
    """Return how many sections keep each order; those that keep none count under ''."""
    return _votes(_polled(doc, articles, ""))


def _polled(doc: "Document", articles: bool | None, by: str) -> "list[tuple[list[Entry], list[Run]]]":
    collations = list(COLLATIONS)
    return [
        (entries, _tried(entries, articles, by, collations)) for entries in runs(doc) if len(entries) >= FEWEST_OF_MANY
    ]


def _votes(polled: "list[tuple[list[Entry], list[Run]]]") -> Counter[str]:
    votes: Counter[str] = Counter()
    for entries, tried in polled:
        best = _best(tried, len(entries), FEWEST_OF_MANY, SHARE)
        votes[best.by if best else ""] += 1
    return votes


def _tried(entries: "list[Entry]", articles: bool | None, by: str, collations: list[Collation]) -> list[Run]:
    tried = [_by_name(entries, articles, collations)] if by in ("", "name") else []
    if tried and tried[0].share == 1 and tried[0].tells(len(entries), FEWEST_OF_MANY):
        return tried
    others = (
        Run(name, entries, key_of, keys=keys)
        for name, key_of in BY_OTHERS.items()
        if by in ("", name) and (keys := _keys(entries, key_of))
    )
    return tried + [run for run in others if by or run.by != "venue" or run.share >= _SHARE_BY_VENUE]


def _keys(entries: "list[Entry]", key_of: KeyOf) -> list[Key | None]:
    """Return the keys of entries, none as soon as too many of them have none to be sorted by it."""
    keys: list[Key | None] = []
    having = len(entries)
    for entry in entries:
        keys.append(key_of(entry))
        having -= keys[-1] is None
        if having < SHARE_KEYED * len(entries):
            return []
    return keys


def _best(tried: list[Run], whole: int, least: int, share: float) -> Run | None:
    held = [run for run in tried if run.share >= share and run.tells(whole, least)]
    finest = next((run for run in held if run.by.startswith("date") and run.share >= SHARE_ALONE), None)
    return finest or max(held, key=lambda run: run.share, default=None)
