"""What one pass changed: each edit with its places in both texts, and the guards of its rules."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from awesome_lint.diagnostic import Edit, Span
from awesome_lint.fixing.edits import Applied, Shift, written
from awesome_lint.named import NamedTuple
from awesome_lint.rule import Guard

if TYPE_CHECKING:
    from awesome_lint.document import Document


class GuardError(Exception):
    """A pass did what the guard of a rule forbids; the message says what, without naming the rule.

    line: of the old text, from 1, near which it was done; 0 where that is not known.
    """

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(f"line {line}: {reason}" if line else reason)
        self.line = line


class Change(NamedTuple):
    """One edit: the span it replaced in the old text, that of its text in the new one, its rules' guards."""

    old: Span
    new: Span
    guards: frozenset[Guard]


def changes_of(done: Applied, guards: Mapping[str, Guard], newline: str) -> list[Change]:
    """Return the changes of a pass, in order of place."""
    by_edit: dict[Edit, set[Guard]] = {}
    for found in done.applied:
        assert found.fix is not None
        for edit in written(found.fix, newline):
            by_edit.setdefault(edit, set()).add(guards[found.rule])
    spans = Shift(done.edits).spans
    return [Change(edit.span, span, frozenset(by_edit[edit])) for edit, span in zip(done.edits, spans, strict=True)]


def lines_of(doc: "Document", span: Span) -> range:
    """Return the lines, from 0, that a span touches."""
    return range(doc.source.line_at(span.start), doc.source.line_at(span.end) + 1)
