"""The algebra of edits: which fixes go together in one pass, and the text that they make.

A fix is applied whole or not at all. Edits of two fixes never overlap; the same edit in both is made once.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from awesome_lint.diagnostic import Diagnostic, Edit, Fix, Span, sort_key
from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy

_LONE_FEED = lazy(r"(?<!\r)\n")


class InvalidFixError(ValueError):
    """A fix that no text can take: its spans lie outside, overlap, or part a CRLF. A bug of its rule."""

    def __init__(self, found: Diagnostic, reason: str) -> None:
        super().__init__(reason)
        self.found = found


class Applied(NamedTuple):
    """One pass.

    text: the new text. edits: what was done to the old one, in order, without overlaps.
    applied: the findings whose fixes were made, in order of place; skipped: those left for another pass.
    """

    text: str
    edits: list[Edit]
    applied: list[Diagnostic]
    skipped: list[Diagnostic]


def apply(text: str, newline: str, found: Iterable[Diagnostic]) -> Applied:
    """Apply the fixes of findings, as many as go together; of two in conflict, the one that begins first.

    newline: the file's line end, written for each line feed of an edit. Findings without a fix are left out;
    a fix that would change nothing is skipped. Raises InvalidFixError.
    """
    claims = _Claims()
    applied, skipped = [], []
    for one, edits in sorted(_ready(text, newline, found), key=_order):
        if any(text[edit.span.start : edit.span.end] != edit.text for edit in edits) and claims.take(edits):
            applied.append(one)
        else:
            skipped.append(one)
    return Applied(_join(text, claims.edits), claims.edits, applied, skipped)


def written(fix: Fix, newline: str) -> list[Edit]:
    """Return a fix's edits in order of place, each once, with the file's line ends."""
    edits = fix.edits
    if newline != "\n":
        # A rule may move lines as they stand in the text, whose ends are right already.
        edits = tuple(Edit(span, _LONE_FEED.sub(newline, new)) for span, new in edits)
    return list(edits) if len(edits) == 1 else sorted(dict.fromkeys(edits))


class Shift:
    """The map from offsets of the old text to those of the new one."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        """`edits`: in order, without overlaps, as `apply` returns them."""
        self._starts = [edit.span.start for edit in edits]
        self._spans: list[Span] = []  # of each edit's text, in the new text
        self._ends = [edit.span.end for edit in edits]
        moved = 0
        for span, new in edits:
            start = span.start + moved
            self._spans.append(Span(start, start + len(new)))
            moved += len(new) - (span.end - span.start)

    @property
    def spans(self) -> list[Span]:
        """Where each edit's text stands in the new text."""
        return self._spans

    def offset(self, old: int) -> int:
        """Return where the character at `old` went; the end of the edit where it was replaced.

        What stands at the place of an insertion moves after it.
        """
        last = bisect_right(self._starts, old) - 1
        if last < 0:
            return old
        return self._spans[last].end + max(0, old - self._ends[last])

    def span(self, old: Span) -> Span:
        """Return where a stretch went, with the edits that it touches."""
        first = bisect_left(self._ends, old.start)
        touches = first < len(self._starts) and self._starts[first] <= old.start
        return Span(self._spans[first].start if touches else self.offset(old.start), self.offset(old.end))


class _Claims:
    """The edits taken so far, in order."""

    def __init__(self) -> None:
        self.edits: list[Edit] = []

    def take(self, edits: list[Edit]) -> bool:
        """Take all edits, or none when one of them is in conflict with an edit taken before."""
        fresh = []
        for edit in edits:
            at = bisect_left(self.edits, edit)
            if at < len(self.edits) and self.edits[at] == edit:
                continue
            if not self._free(edit.span, at):
                return False
            fresh.append((at, edit))
        # From the end, so that the places found stay right; most often they are the end, and cost nothing.
        for at, edit in reversed(fresh):
            self.edits.insert(at, edit)
        return True

    def _free(self, span: Span, at: int) -> bool:
        before = self.edits[at - 1].span if at else None
        after = self.edits[at].span if at < len(self.edits) else None
        return not (before and _clash(before, span)) and not (after and _clash(span, after))


def _clash(first: Span, second: Span) -> bool:
    """Whether two edits, of which `first` begins no later, cannot both be made.

    Replacements may touch. An insertion at the edge of a replacement, or at another one's place, waits: which
    comes first would be chance.
    """
    touch = first.start == first.end or second.start == second.end
    return second.start < first.end or (touch and second.start == first.end)


def _ready(text: str, newline: str, found: Iterable[Diagnostic]) -> list[tuple[Diagnostic, list[Edit]]]:
    ready = []
    for one in found:
        if one.fix is not None and one.fix.edits:
            edits = written(one.fix, newline)
            _validate(text, one, edits)
            ready.append((one, edits))
    return ready


def _order(ready: tuple[Diagnostic, list[Edit]]) -> tuple[object, ...]:
    found, edits = ready
    # The place and the rule decide; the rest is there so that two findings never tie.
    return edits[0].span.start, found.rule, edits, sort_key(found), found.fix


def _validate(text: str, found: Diagnostic, edits: list[Edit]) -> None:
    end = inserted = -1
    for edit in edits:
        start, stop = edit.span
        if not 0 <= start <= stop <= len(text):
            raise InvalidFixError(found, f"its fix edits [{start}, {stop}) of a text of {len(text)} characters")
        if start < end or start == stop == inserted:
            raise InvalidFixError(found, f"two edits of its fix overlap at {start}")
        if any(text[at - 1 : at + 1] == "\r\n" for at in edit.span if at):
            raise InvalidFixError(found, f"its fix parts the CR and LF of a line end in [{start}, {stop})")
        end = stop
        inserted = start if start == stop else inserted


def _join(text: str, edits: list[Edit]) -> str:
    parts: list[str] = []
    at = 0
    for span, new in edits:
        parts += text[at : span.start], new
        at = span.end
    return "".join([*parts, text[at:]])
