"""Fixing to rest: pass after pass, phase after phase, until nothing applies or a text comes back."""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import PHASES, Diagnostic, Phase, Safety
from awesome_lint.directives.suppress import DIRECTIVE_RULE
from awesome_lint.fixing.edits import Shift
from awesome_lint.fixing.sift import Sieve, WithdrawnFix, withdrawn
from awesome_lint.named import NamedTuple
from awesome_lint.rule import Guard, Rule
from awesome_lint.source import Source

if TYPE_CHECKING:
    from awesome_lint.document import Document

MAX_PASSES: Final = 10  # of one phase
MAX_ROUNDS: Final = 10  # through all phases

Choose = Callable[["Document", list[Diagnostic]], list[Diagnostic]]
Place = tuple[str, int]  # a rule and where its fix begins


class FixResult(NamedTuple):
    """What came of fixing a document.

    text: the new text, with the file's line ends; doc: the same, parsed.
    applied: the findings mended, as they stood in the text of that pass; remaining: those of the new text.
    withdrawn: fixes that would have done what their rule may not. unsettled: rules whose fixes undo one another
    or never come to rest; those fixes were taken back.
    """

    text: str
    doc: "Document"
    applied: list[Diagnostic]
    remaining: list[Diagnostic]
    withdrawn: list[WithdrawnFix]
    unsettled: list[str]


class _State(NamedTuple):
    """A point to which fixing can return: the text, how many fixes made it, and which were withdrawn."""

    text: str
    applied: int
    guilty: frozenset[Place]


class Settler:
    """Brings one document to rest.

    lint: what rules say of documents. allow, parse, choose: as for `engine.fix`.
    """

    def __init__(
        self,
        doc: "Document",
        rules: Sequence[Rule],
        allow: Collection[Safety],
        parse: "Callable[[Source], Document]",
        lint: "Callable[[Sequence[Document], Sequence[Rule]], list[Diagnostic]]",
        choose: Choose | None,
    ) -> None:
        self.rules = {rule.name: rule for rule in rules}
        self.allow = frozenset(allow)
        self.parse = parse
        self.lint = lint
        self.choose = choose
        self.doc = doc
        self.state = _State(doc.text, 0, frozenset())
        self.history = [self.state]
        self.applied: list[Diagnostic] = []
        self.withdrawn: list[WithdrawnFix] = []
        self.unsettled: set[str] = set()
        self.found: list[Diagnostic] = []  # what all rules say of `found_in`
        self.found_in: Document | None = None

    def run(self) -> FixResult:
        """Return the document at rest."""
        for _ in range(MAX_ROUNDS):
            if not self._fixable(self._all_findings()):
                break
            before = self.doc.text
            for phase in PHASES:
                self._settle(phase)
            if self.doc.text == before:
                break
        else:
            # Every phase came to rest, and yet the next round found more each time.
            self.unsettled.update(one.rule for one in self._fixable(self._all_findings()))
        remaining = self._all_findings()
        return FixResult(self.doc.text, self.doc, self.applied, remaining, self.withdrawn, sorted(self.unsettled))

    def _settle(self, phase: Phase) -> None:
        """Make passes until no fix of the phase applies; rules that do not come to rest lose their fixes."""
        entered = len(self.history)
        while True:
            last: set[str] = set()
            for _ in range(MAX_PASSES + 1):
                batch = self._batch(self._fixable(self._findings(phase)))
                last = self._step(batch) if batch else set()
                if not last:
                    return
            self.unsettled |= last
            del self.history[entered:]
            self._return_to(self.history[-1])

    def _step(self, batch: Sequence[Diagnostic]) -> set[str]:
        """Make one pass; return the names of the rules whose fixes it made or withdrew."""
        safe = batch[0].fix is not None and batch[0].fix.safety == "safe"
        guards = {name: rule.guard for name, rule in self.rules.items()} if safe else None
        before = self.doc
        done = Sieve(before, self.parse, guards).run(batch)
        self._note(before, done.guilty)
        shift = Shift(done.edits)
        guilty = {(rule, shift.offset(start)) for rule, start in self.state.guilty}
        guilty |= {(one.rule, shift.offset(_start(one))) for one, _ in done.guilty}
        self.applied += done.applied
        self.doc = done.doc
        self.state = _State(done.doc.text, len(self.applied), frozenset(guilty))
        if done.applied:
            self._break_cycle()
            self.history.append(self.state)
        return {one.rule for one in done.applied} | {one.rule for one, _ in done.guilty}

    def _break_cycle(self) -> None:
        """Where the text was there before, take back what led there, and stop the rules that did."""
        for index, earlier in enumerate(self.history):
            if earlier.text == self.state.text:
                self.unsettled.update(one.rule for one in self.applied[earlier.applied :])
                del self.history[index:]
                self._return_to(earlier)
                return

    def _return_to(self, state: _State) -> None:
        del self.applied[state.applied :]
        self.state = state
        if self.doc.text != state.text:
            self.doc = self.parse(Source(state.text, self.doc.path, self.doc.source.bom))

    def _note(self, doc: "Document", guilty: Sequence[tuple[Diagnostic, str]]) -> None:
        known = {(one.rule, one.excerpt, one.reason) for one in self.withdrawn}
        for found, reason in guilty:
            report = withdrawn(doc, found, reason)
            if (report.rule, report.excerpt, report.reason) not in known:
                self.withdrawn.append(report)

    def _all_findings(self) -> list[Diagnostic]:
        if self.found_in is not self.doc:
            self.found_in = self.doc
            self.found = self.lint([self.doc], list(self.rules.values()))
        return self.found

    def _findings(self, phase: Phase) -> list[Diagnostic]:
        """Return the findings of the rules that may fix something in a phase; only these are run."""
        names = {
            name
            for name, rule in self.rules.items()
            if rule.phase == phase and not self.allow.isdisjoint(rule.fixes) and name not in self.unsettled
        }
        if not names:
            return []
        if self.found_in is self.doc or (DIRECTIVE_RULE in names and "<!--" in self.doc.text):
            return [one for one in self._all_findings() if one.rule in names]
        return self.lint([self.doc], [self.rules[name] for name in sorted(names - {DIRECTIVE_RULE})])

    def _fixable(self, found: list[Diagnostic]) -> list[Diagnostic]:
        fixable = [
            one
            for one in found
            if one.fix is not None
            and one.fix.edits
            and one.fix.safety in self.allow
            and one.rule not in self.unsettled
            and (one.rule, _start(one)) not in self.state.guilty
        ]
        return self.choose(self.doc, fixable) if self.choose and fixable else fixable

    def _batch(self, fixable: list[Diagnostic]) -> list[Diagnostic]:
        """Return what goes into one pass: safe fixes, which are proved, before and apart from the others.

        Where two kinds of fixes meet, what one did could not be told from what the other did: fixes that make
        links have their lines to themselves, and fixes of the contents, or those that part HTML blocks, the file.
        """
        safe = [one for one in fixable if one.fix is not None and one.fix.safety == "safe"]
        parting = [one for one in safe if self._is_of(one, "html")]
        if parting:
            return parting
        contents = [one for one in safe if self._is_of(one, "anchor") and self.rules[one.rule].phase == "structure"]
        if contents:
            return contents
        lines = {line for one in safe if self._is_of(one, "markup") for line in self._lines(one)}
        apart = [one for one in safe if self._is_of(one, "markup") or lines.isdisjoint(self._lines(one))]
        return apart or fixable

    def _is_of(self, found: Diagnostic, guard: Guard) -> bool:
        return self.rules[found.rule].guard == guard

    def _lines(self, found: Diagnostic) -> set[int]:
        edits = found.fix.edits if found.fix else ()
        return {self.doc.source.line_at(place) for edit in edits for place in edit.span}


def _start(found: Diagnostic) -> int:
    assert found.fix is not None
    return min(edit.span.start for edit in found.fix.edits)
