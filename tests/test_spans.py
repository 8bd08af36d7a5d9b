"""Sets of spans."""

from hypothesis import given
from hypothesis import strategies as st

from awesome_lint.diagnostic import Span
from awesome_lint.spans import SpanSet


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 6)).map(lambda one: Span(one[0], one[0] + one[1]))),
    st.integers(0, 36),
    st.integers(0, 5),
)
def test_span_set(spans: list[Span], start: int, length: int) -> None:
    span = Span(start, start + length)
    kept = SpanSet(spans)
    filled = [one for one in spans if one.end > one.start]
    if length and len(filled) == len(spans):
        shared = [one for one in spans if one.start < span.end and span.start < one.end]
        assert kept.overlaps(span) == bool(shared)
    wide = kept.widened(span)
    assert wide.start <= span.start
    assert wide.end >= span.end
    for one in spans:
        if one.start <= span.end and span.start <= one.end:
            assert wide.start <= one.start
            assert one.end <= wide.end
    if any(one.start <= span.start and span.end <= one.end for one in spans):
        assert kept.holds(span)
