"""One pass of fixes: made, proved, and rid of those that do what their guard forbids."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Diagnostic, Edit, Span
from awesome_lint.errors import UserError
from awesome_lint.fixing.changed import GuardError
from awesome_lint.fixing.edits import Applied, apply
from awesome_lint.fixing.verify import verify
from awesome_lint.named import NamedTuple
from awesome_lint.rule import Guard
from awesome_lint.source import Source

if TYPE_CHECKING:
    from awesome_lint.document import Document

# After so many guilty fixes of one rule the others are not tried one by one: each trial parses the file.
_PATIENCE: Final = 3


class WithdrawnFix(NamedTuple):
    """A fix that was not made, since it did what its rule's guard forbids: a bug of the rule.

    span: of the finding, in the text of that pass; line: from 1; excerpt: that line; reason: what was wrong.
    """

    rule: str
    path: str
    span: Span
    line: int
    excerpt: str
    reason: str


class Pass(NamedTuple):
    """The outcome: the document after it, the findings mended, the edits made, and the fixes withdrawn."""

    doc: "Document"
    applied: list[Diagnostic]
    edits: list[Edit]
    guilty: list[tuple[Diagnostic, str]]


def withdrawn(doc: "Document", found: Diagnostic, reason: str) -> WithdrawnFix:
    """Return the report on a guilty fix; `doc` is the text for which it was made."""
    line = doc.source.line_at(found.span.start)
    return WithdrawnFix(found.rule, found.path, found.span, line + 1, doc.source.line_text(line), reason)


class Sieve:
    """Makes passes over one document.

    parse: Source to Document. guards: of each rule by name; None: nothing is proved (unsafe fixes).
    """

    def __init__(
        self, doc: "Document", parse: "Callable[[Source], Document]", guards: Mapping[str, Guard] | None
    ) -> None:
        self.doc = doc
        self.parse = parse
        self.guards = guards
        self.guilty: list[tuple[Diagnostic, str]] = []

    def run(self, found: Sequence[Diagnostic]) -> Pass:
        """Apply as many of the fixes as go together and keep their guards. Raises InvalidFixError."""
        done = apply(self.doc.text, self.doc.source.newline, found)
        after, error = self._attempt(done)
        if error:
            good = self._sift(done.applied, error)
            done = apply(self.doc.text, self.doc.source.newline, good)
            after, _ = self._attempt(done)
        return Pass(after, done.applied, done.edits, self.guilty)

    def _attempt(self, done: Applied) -> "tuple[Document, GuardError | None]":
        """Return the document after a pass, and what it did that it may not."""
        before = self.doc
        if not done.applied:
            return before, None
        try:
            after = self.parse(Source(done.text, before.path, before.source.bom))
            if self.guards is not None:
                verify(before, after, done, self.guards)
        except GuardError as error:
            return before, error
        except UserError as error:  # a text too deeply nested to parse
            return before, GuardError(str(error))
        return after, None

    def _sift(self, group: Sequence[Diagnostic], error: GuardError) -> list[Diagnostic]:
        """Return fixes of a failed group that keep their guards together, and note the guilty ones."""
        if len(group) == 1:
            self.guilty.append((group[0], str(error)))
            return []
        parts = [self._good(part) for part in self._parted(group, error.line)]
        both = [*parts[0], *parts[1]]
        if not (parts[0] and parts[1]):
            return both
        # Fixes may be good alone and not together: the others then wait for the next pass.
        clash = len(both) == len(group) or self._error(both)
        return max(parts, key=len) if clash else both

    def _parted(self, group: Sequence[Diagnostic], line: int) -> tuple[Sequence[Diagnostic], Sequence[Diagnostic]]:
        """Return the group in two parts: those near the line of the error and the others, else two halves."""
        near = [one for one in group if line and self._is_near(one, line)]
        if near and len(near) < len(group):
            return near, [one for one in group if one not in near]
        middle = len(group) // 2
        return group[:middle], group[middle:]

    def _is_near(self, found: Diagnostic, line: int) -> bool:
        edits = found.fix.edits if found.fix else ()
        places = [self.doc.line_of(place) for edit in edits for place in edit.span]
        return any(line - 1 <= place <= line + 1 for place in places)

    def _good(self, group: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Return what can be made of a group whose fate is not known yet."""
        blamed = Counter(one.rule for one, _ in self.guilty)
        kept = []
        for one in group:
            if blamed[one.rule] < _PATIENCE:
                kept.append(one)
            else:
                self.guilty.append((one, "other fixes of this rule were wrong"))
        error = self._error(kept)
        return self._sift(kept, error) if error else kept

    def _error(self, group: Sequence[Diagnostic]) -> GuardError | None:
        return self._attempt(apply(self.doc.text, self.doc.source.newline, group))[1]
