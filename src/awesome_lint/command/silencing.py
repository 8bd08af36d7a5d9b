"""`--add-ignores`: directives for what is found, in file after file."""

from collections.abc import Callable, Iterator, Sequence

from awesome_lint.command.loading import Loaded
from awesome_lint.command.printing import count
from awesome_lint.crowd import MANY
from awesome_lint.diagnostic import Diagnostic
from awesome_lint.directives.adding import add_directives
from awesome_lint.directives.directive import Directive, read_directives
from awesome_lint.directives.suppress import DIRECTIVE_RULE
from awesome_lint.document import Document
from awesome_lint.errors import UserError
from awesome_lint.fixing.edits import apply
from awesome_lint.parse import parse_again
from awesome_lint.source import Source

Lint = Callable[[list[Loaded]], list[Diagnostic]]
Step = Callable[[Loaded, Sequence[Diagnostic]], Loaded]
_MAX_ROUNDS = 5  # a comment may bring findings of its own, which a second round hides


class Silencer:
    """Adds directives to files.

    failing: whether a finding is to be hidden. lint: what there is to say of files.
    put: takes a file and its new text. complain: is told why a file could not be written.
    """

    def __init__(
        self,
        failing: Callable[[Diagnostic], bool],
        lint: Lint,
        put: Callable[[Loaded, str], None],
        complain: Callable[[UserError], None],
    ) -> None:
        self.failing = failing
        self.lint = lint
        self.put = put
        self.complain = complain
        self.changed = 0
        self.silenced = 0
        self.left = 0
        self.fixable = 0
        self.notes = 0
        self._whole_files: list[str] = []

    def run(self, loaded: list[Loaded]) -> tuple[list[Loaded], list[Diagnostic]]:
        """Return the files with their directives, written, and what would fail still."""
        now = list(loaded)
        found = self.lint(now)
        before = self._count(found)
        self.fixable = self._count([one for one in found if one.fix and one.fix.safety == "safe"])
        for number in range(_MAX_ROUNDS):
            wanted = self._wanted(found)
            # The names that are idle from the second round on are those that this run wrote.
            then = _taken(self._without_idle, now, wanted) if number else None
            then = then or _taken(self._with_directives, now, wanted)
            if then is None:
                break
            now = then
            found = self.lint(now)
        written = [self._written(one, other) for one, other in zip(loaded, now, strict=True)]
        if any(one is not other for one, other in zip(written, now, strict=True)):
            found = self.lint(written)  # a file could not be written, and is as it was
        self.left = self._count(found)
        self.silenced = before - self.left
        self.notes = len(found) - self.left
        return written, [one for one in found if self.failing(one)]

    def account(self) -> Iterator[str]:
        """Yield what to say of the run."""
        yield from self._whole_files
        if self.changed:
            yield f"added directives for {count(self.silenced, 'finding')} in {count(self.changed, 'file')}"
            if self.fixable:
                yield f"--fix would mend {count(self.fixable, 'finding')} safely: run it first to hide only what is left"
        if self.left:
            yield f"{count(self.left, 'finding')} could not be hidden without changing the page"
        if self.notes:
            yield f"{count(self.notes, 'finding')} of a lower level {'needs' if self.notes == 1 else 'need'} no directive"

    def _count(self, found: Sequence[Diagnostic]) -> int:
        return sum(map(self.failing, found))

    def _wanted(self, found: Sequence[Diagnostic]) -> dict[str, list[Diagnostic]]:
        wanted: dict[str, list[Diagnostic]] = {}
        for one in found:
            if self.failing(one):
                wanted.setdefault(one.path, []).append(one)
        return wanted

    def _without_idle(self, one: Loaded, found: Sequence[Diagnostic]) -> Loaded:
        """Take names of rules out of directives that other names still need: the comment alone hides what they said."""
        idle = [
            each
            for each in found
            if each.rule == DIRECTIVE_RULE and each.fix and all(edit.text for edit in each.fix.edits)
        ]
        if not idle:
            return one
        source = one.doc.source
        text = apply(one.doc.text, source.newline, idle).text
        return one._replace(doc=parse_again(Source(text, source.path, source.bom), one.doc))

    def _with_directives(self, one: Loaded, found: Sequence[Diagnostic]) -> Loaded:
        if not found:
            return one
        rules: dict[int, set[str]] = {}
        for each in found:
            rules.setdefault(one.doc.source.line_at(each.span.start), set()).add(each.rule)

        crowds = {each.rule for each in found if each.message.endswith(MANY)}

        def parse(source: Source) -> Document:
            return parse_again(source, one.doc)

        return one._replace(doc=add_directives(one.doc, rules, parse, one.settings.known.groups, crowds))

    def _written(self, before: Loaded, after: Loaded) -> Loaded:
        if after.doc is before.doc:
            return before
        try:
            self.put(before, after.doc.text)
        except UserError as error:
            self.complain(error)
            return before
        self.changed += 1
        rules = sorted(_off_everywhere(after.doc) - _off_everywhere(before.doc))
        if rules:
            what = f"{', '.join(rules)} {'is' if len(rules) == 1 else 'are'} off in the whole file"
            self._whole_files.append(
                f"{after.doc.path}: {what}, since it was found in many places, or where no comment can stand"
            )
        return after


def _taken(step: Step, files: list[Loaded], wanted: dict[str, list[Diagnostic]]) -> list[Loaded] | None:
    """Return the files after a step that takes each with what is found in it, None where it changes none of them."""
    after = [step(one, wanted.get(one.doc.path, [])) for one in files]
    return after if any(one.doc is not other.doc for one, other in zip(files, after, strict=True)) else None


def _off_everywhere(doc: Document) -> set[str]:
    return {
        name.text
        for one in read_directives(doc)
        if isinstance(one, Directive) and one.action == "file"
        for name in one.names
    }
