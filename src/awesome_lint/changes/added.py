"""The lines that a change brought."""

from collections.abc import Mapping

from awesome_lint.source import Source


class AddedLines:
    """Which lines of files their former texts have not; looked for once for each text.

    former: the former texts, by the present paths of their files.
    """

    def __init__(self, former: Mapping[str, Source]) -> None:
        self._former = former
        self._last: dict[str, tuple[Source, frozenset[int]]] = {}  # a text is held, so that none takes its place

    def of(self, source: Source) -> frozenset[int] | None:
        """Return the numbers, from 0, of the lines that are new in a file; None where there is no former text."""
        path = source.path
        if path not in self._former:
            return None
        if path not in self._last or self._last[path][0] is not source:
            self._last[path] = source, added_lines(self._former[path], source)
        return self._last[path][1]


def added_lines(former: Source, source: Source) -> frozenset[int]:
    """Return the numbers, from 0, of the lines that a text has and the former one has not."""
    from difflib import SequenceMatcher

    old, new = ([one.line_text(at) for at in range(len(one.line_starts))] for one in (former, source))
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    added: set[int] = set()
    for what, _, _, start, end in SequenceMatcher(None, old, new).get_opcodes():
        if what in ("insert", "replace"):
            added.update(range(head + start, head + end))
    return frozenset(added)
