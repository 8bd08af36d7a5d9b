"""What entries vote at a point of form, and the habit that votes make."""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from awesome_lint.named import NamedTuple

if TYPE_CHECKING:
    from awesome_lint.entries.entry import Entry


class Vote(NamedTuple):
    """What one entry does at a point of form: the shape it votes in, and the form it has."""

    shape: str
    value: str


class Habit(NamedTuple):
    """What a list does at a point of form.

    votes: how many entries of the shape have the value, out of `total`; both 0 where a setting says so.
    """

    point: str
    shape: str
    value: str
    votes: int
    total: int

    @property
    def grounds(self) -> str:
        """Say why it is a habit: "58 of 59 do", or "set by style"."""
        return f"{self.votes} of {self.total} do" if self.total else "set by style"


class StyleSettings(NamedTuple):
    """The `[style]` settings.

    min_votes, min_share: from how many votes, and what share of them, a habit holds.
    pinned: {point: value, or {shape: value}} that override the votes.
    """

    min_votes: int = 10
    min_share: float = 0.9
    pinned: Mapping[str, str | Mapping[str, str]] = MappingProxyType({})

    def pin(self, point: str, shape: str) -> str | None:
        """Return the value that is set for a shape of a point, None where the votes decide."""
        value = self.pinned.get(point)
        return value if value is None or isinstance(value, str) else value.get(shape)

    def habit(self, point: str, shape: str, counts: Counter[str]) -> Habit | None:
        """Return the habit that the votes of a shape make, or a setting; None where they do not agree."""
        pin = self.pin(point, shape)
        return self.voted(point, shape, counts) if pin is None else Habit(point, shape, pin, 0, 0)

    def voted(self, point: str, shape: str, counts: Counter[str]) -> Habit | None:
        """Return the habit that the votes of a shape make, whatever is set; None where they do not agree."""
        total = counts.total()
        if total < self.min_votes:
            return None
        value = max(counts, key=counts.__getitem__)  # `most_common` imports heapq
        votes = counts[value]
        return Habit(point, shape, value, votes, total) if votes >= self.min_share * total else None


@cache
def vote(shape: str, value: str) -> Vote:
    """Return a vote; the few that there are exist once."""
    return Vote(shape, value)


Ballot = Callable[["Entry"], Vote | None]
