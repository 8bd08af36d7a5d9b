"""Things by their places, for questions of where something stands."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING, Generic, TypeVar

from awesome_lint.diagnostic import Span

if TYPE_CHECKING:
    from typing import Protocol

    class _Placed(Protocol):
        @property
        def span(self) -> Span: ...


Thing = TypeVar("Thing", bound="_Placed")


class InOrder(Generic[Thing]):
    """Things in source order, found by where they begin."""

    __slots__ = ("_starts", "_things")

    def __init__(self, things: list[Thing]) -> None:
        self._things = things
        self._starts = [thing.span.start for thing in things]

    def beginning_in(self, start: int, end: int) -> list[Thing]:
        """Return the things that begin in [start, end)."""
        return self._things[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def last_before(self, offset: int) -> Thing | None:
        """Return the last thing that begins at an offset or before it, None where there is none."""
        index = bisect_right(self._starts, offset) - 1
        return self._things[index] if index >= 0 else None


class SpanSet:
    """Spans, those that overlap made one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def widened(self, span: Span) -> Span:
        """Return the span with all of the set that overlaps or touches it."""
        first = bisect_left(self._ends, span.start)
        stop = bisect_right(self._starts, span.end)
        if first >= stop:
            return span
        return Span(min(span.start, self._starts[first]), max(span.end, self._ends[stop - 1]))

    def overlaps(self, span: Span) -> bool:
        """Whether the span shares a character with the set."""
        first = bisect_right(self._ends, span.start)
        return first < len(self._starts) and self._starts[first] < span.end

    def holds(self, span: Span) -> bool:
        """Whether the span lies inside one of the set; an empty one may stand at its edge."""
        first = bisect_left(self._ends, span.end)
        return first < len(self._starts) and self._starts[first] <= span.start
