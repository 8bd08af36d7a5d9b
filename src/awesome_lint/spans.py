"""A set of spans, for questions of where something stands."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from awesome_lint.diagnostic import Span


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
