"""The habits of one list: for each point of form what its entries do, with the votes.

A rule that asks for a habit learns what the list itself does, or None where it does not agree with itself. Entries
vote in shapes (what the part stands beside), so that like is compared with like. A section that keeps to a form of
its own is not odd.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Final

from awesome_lint.habits.ballots import BALLOTS
from awesome_lint.habits.vote import Habit, StyleSettings, Vote

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.entries.entry import Entry
    from awesome_lint.section import SectionName

_SECTION_VOTES: Final = 4  # so many entries of a section
_SECTION_SHARE: Final = 0.75  # agreeing so far make a way of its own
_WITHOUT_SECTIONS: Final = frozenset({"marker"})  # the page shows every bullet alike: no section means one of its own


class Style:
    """The habits of a document.

    voters: the document whose entries vote; another than `doc` where only changes are linted, since newcomers do not
    vote.
    """

    def __init__(self, doc: "Document", voters: "Document", settings: StyleSettings) -> None:
        self.doc = doc
        self.voters = voters
        self.settings = settings
        self._polls: dict[str, _Poll] = {}
        self._own_polls: dict[str, _Poll] = {}
        self._habits: dict[str, dict[str, Habit]] = {}

    def poll(self, point: str) -> "_Poll":
        """Return the votes at a point of form, counted when first asked for."""
        if point not in self._polls:
            self._polls[point] = _Poll(point, self.voters.entries, self.settings)
        return self._polls[point]

    def odd(self, point: str) -> Iterator[tuple["Entry", Vote, Habit]]:
        """Yield the entries that depart from a habit, with their vote and the habit, in source order."""
        poll = self.poll(point)
        if not poll.habits or (poll.unanimous and self.voters is self.doc):
            return
        votes = poll.votes if self.voters is self.doc else _votes(point, self.doc.entries)
        for entry, vote in votes:
            habit = poll.habits.get(vote.shape)
            if habit and habit.value != vote.value and not self.is_sections_way(point, entry, vote):
                yield entry, vote, habit

    def is_sections_way(self, point: str, entry: "Entry", vote: Vote) -> bool:
        """Whether an entry's section keeps to the entry's form; a section that is new answers for itself."""
        poll = self.poll(point)
        if self.voters is not self.doc and _section(entry) not in self._old_sections:
            if point not in self._own_polls:
                self._own_polls[point] = _Poll(point, self.doc.entries, self.settings)
            poll = self._own_polls[point]
        return poll.is_sections_way(entry, vote)

    @cached_property
    def _old_sections(self) -> "frozenset[SectionName | None]":
        return frozenset(_section(entry) for entry in self.voters.entries)

    def habits(self, point: str) -> dict[str, Habit]:
        """Return the habits at a point of form, by shape, whether entries or links vote there."""
        if point not in self._habits:
            counts = self.counts(point)
            habits = {shape: self.settings.habit(point, shape, counts[shape]) for shape in counts}
            self._habits[point] = {shape: habit for shape, habit in habits.items() if habit}
        return self._habits[point]

    def counts(self, point: str) -> dict[str, Counter[str]]:
        """Return the votes at a point of form: {shape: how many have each value}."""
        from awesome_lint.habits.points import TALLIES

        return TALLIES[point](self.voters) if point in TALLIES else self.poll(point).counts

    def is_kept_everywhere(self, habit: Habit) -> bool:
        """Whether no section has a way of its own where the list has a habit."""
        poll = self.poll(habit.point)
        return not any(
            vote.shape == habit.shape and vote.value != habit.value and poll.is_sections_way(entry, vote)
            for entry, vote in poll.votes
        )


def _votes(point: str, entries: "list[Entry]") -> "list[tuple[Entry, Vote]]":
    ballot = BALLOTS[point]
    return [(entry, vote) for entry in entries if (vote := ballot(entry)) is not None]


class _Poll:
    """The votes of all entries at one point of form."""

    def __init__(self, point: str, entries: "list[Entry]", settings: StyleSettings) -> None:
        self.point = point
        self.settings = settings
        self.votes = _votes(point, entries)
        self.counts: dict[str, Counter[str]] = {}
        for (shape, value), count in Counter(vote for _, vote in self.votes).items():
            self.counts.setdefault(shape, Counter())[value] = count

    @cached_property
    def habits(self) -> dict[str, Habit]:
        """The habits that hold, by shape."""
        found = {}
        for shape in self.counts:
            habit = self.settings.habit(self.point, shape, self.counts[shape])
            if habit:
                found[shape] = habit
        return found

    @property
    def unanimous(self) -> bool:
        """Whether all votes agree with the habits that hold."""
        return all(habit.total and habit.votes == habit.total for habit in self.habits.values())

    @cached_property
    def _by_section(self) -> "dict[tuple[SectionName | None, str], Counter[str]]":
        votes = Counter((_section(entry), *vote) for entry, vote in self.votes)
        counts: dict[tuple[SectionName | None, str], Counter[str]] = defaultdict(Counter)
        for (section, shape, value), count in votes.items():
            counts[section, shape][value] = count
        return counts

    def is_sections_way(self, entry: "Entry", vote: Vote) -> bool:
        """Whether the entry's section keeps to the entry's form, so that the entry is not odd in it."""
        if self.point in _WITHOUT_SECTIONS or self.settings.pin(self.point, vote.shape) is not None:
            return False
        counts = self._by_section.get((_section(entry), vote.shape))
        return counts is not None and is_way(counts, vote.value)


def is_way(counts: Counter[str], value: str) -> bool:
    """Whether the votes of a section make a value its own way."""
    return counts[value] >= _SECTION_VOTES and counts[value] >= _SECTION_SHARE * counts.total()


def _section(entry: "Entry") -> "SectionName | None":
    return entry.section.name if entry.section else None
