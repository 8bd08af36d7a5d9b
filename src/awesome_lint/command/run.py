"""One run: the files are read, linted and perhaps fixed; what is left is reported, and decides the exit status."""

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from awesome_lint import engine
from awesome_lint.command.discover import Found
from awesome_lint.command.loading import STDIN, Fetched, Loaded, Loader, by_settings, day, read_stdin
from awesome_lint.command.options import Arguments
from awesome_lint.command.printing import count, print_findings
from awesome_lint.config.scopes import Scopes
from awesome_lint.diagnostic import SEVERITIES, Diagnostic, Safety, sort_key
from awesome_lint.document import Document
from awesome_lint.errors import UserError
from awesome_lint.report import FOR_PEOPLE
from awesome_lint.rule import Answers
from awesome_lint.source import Source
from awesome_lint.terminal import complain, put, say, visible

if TYPE_CHECKING:
    from awesome_lint.changes.difference import Difference
    from awesome_lint.changes.former import History
    from awesome_lint.command.parallel import Crew


class Run:
    """A run under the arguments. `errors` counts what went wrong, each said as it came; `changed` the files fixed."""

    def __init__(self, args: Arguments) -> None:
        self.args = args
        self.errors = 0
        self.changed = 0
        self.answers: Answers | None = None
        self.interrupted = False
        self.scopes = Scopes(args)
        self.history = _history(args)
        read = self.history.read if self.history else None
        self.loader = Loader(self.scopes, day(args.today), self.complain, read)
        self.differences: list[Difference] = []
        self.crew: Crew | None = None
        self.stdin = STDIN in args.paths or args.stdin_filename is not None

    def complain(self, error: UserError) -> None:
        """Say what is wrong and what to do; the run goes on with the other files."""
        self.errors += 1
        complain(error)

    def go(self) -> int:
        """Do it; return the exit status."""
        loaded = self._load()
        self._compare(loaded)
        if self.args.online:
            self._ask(loaded)
        remaining: list[Diagnostic] | None = None
        if self.args.fix or self.args.diff:
            loaded, remaining = self._mend(loaded)
        if self.args.diff:
            return self._status([])
        if self.args.add_ignores:
            loaded, remaining = self._silence(loaded)
        found = self._lint(loaded) if remaining is None else remaining
        if self.args.write_baseline:
            return self._write_baseline(loaded, found)
        if not self.args.add_ignores:  # which returns only what is new
            found = self._new(found, [one.doc for one in loaded])
        found = _reported(loaded, found)
        self._report(loaded, found)
        return self._status(found)

    def _compare(self, loaded: list[Loaded]) -> None:
        if self.args.baseline and not self.args.write_baseline:
            from awesome_lint.changes.baseline import read
            from awesome_lint.changes.difference import Difference

            self.differences.append(Difference(read(self.args.baseline)))
        difference = self.history.difference(loaded, _lint) if self.history else None
        if difference:
            self.differences.append(difference)

    def _new(self, found: list[Diagnostic], docs: Sequence[Document]) -> list[Diagnostic]:
        """Return the findings that neither the former text nor a baseline has."""
        for difference in self.differences:
            found = difference.new(found, docs)
        return found

    def _added(self, source: Source) -> frozenset[int] | None:
        """Return the lines of a file, from 0, that are not in its former text; None where there is none."""
        return next((lines for each in self.differences if (lines := each.added.of(source)) is not None), None)

    def _write_baseline(self, loaded: list[Loaded], found: list[Diagnostic]) -> int:
        assert self.args.baseline is not None  # which the options see to
        if self.errors:
            raise UserError(
                "the baseline was not written, since not everything could be checked", "Fix that, then run again."
            )
        from awesome_lint.changes.baseline import write

        number = write(self.args.baseline, found, loaded)
        say(f"{self.args.baseline} now holds {count(number, 'finding')}", sys.stderr)
        return 0

    def _load(self) -> list[Loaded]:
        name = self.args.stdin_filename
        if not self.stdin:
            loaded = self.loader.load(self.args.paths, self._fetch)
        elif name and self.scopes.of(name).excludes(name):
            loaded = []
            if self._gives_text():
                put(read_stdin())  # an editor takes what comes for the new text
        else:
            loaded = [self.loader.load_stdin(name)]
        if not loaded and not self.errors:
            say("nothing was checked: the settings leave out every file that was named", sys.stderr)
        return loaded

    def _fetch(self, found: list[Found]) -> Iterator[Fetched]:
        """Read files one after the other, or have them read and linted by several processes where that pays."""
        if len(found) > 1 and self.args.only_looks:
            from awesome_lint.command import parallel

            settings = {id(each): each for each in (self.scopes.of(one.path) for one in found)}
            rules = [rule for each in settings.values() for rule in each.rules]
            batches = parallel.batches(found, rules)
            if batches:
                self.crew = parallel.Crew(self.args, self.loader.today, self.scopes)
                return self.crew.read(found, batches)
        return self.loader.fetch(found)

    def _lint(self, loaded: list[Loaded]) -> list[Diagnostic]:
        return self.crew.lint(loaded, self.loader.again) if self.crew else _lint(loaded, self.answers)

    def _ask(self, loaded: list[Loaded]) -> None:
        from awesome_lint.online.links import check_links
        from awesome_lint.online.targets import links_of_changes

        wanted = links_of_changes(self._added)
        trusted = self.args.config is not None
        self.answers, self.interrupted, error = check_links(loaded, self.args.cache, trusted, wanted)
        if error:
            self.complain(error)

    def _mend(self, loaded: list[Loaded]) -> tuple[list[Loaded], list[Diagnostic] | None]:
        from awesome_lint.fixing.mending import Mender, show, write

        allow: tuple[Safety, ...] = ("safe", "unsafe") if self.args.unsafe_fixes else ("safe",)
        check = self.history.refuse_partly_staged if self.history else None
        put_text = show if self.args.diff else partial(write, check=check)
        mender = Mender(allow, put_text, self.complain, self._new, self.answers)
        loaded, remaining = mender.run(loaded)
        self.changed = mender.changed
        if self.changed and not self._stderr_is_for_programs():
            what = f"{count(mender.mended, 'finding')} in {count(mender.changed, 'file')}"
            say(f"{'would fix' if self.args.diff else 'fixed'} {what}", sys.stderr)
        return loaded, remaining

    def _silence(self, loaded: list[Loaded]) -> tuple[list[Loaded], list[Diagnostic]]:
        from awesome_lint.command.silencing import Silencer
        from awesome_lint.fixing.mending import write

        def lint(now: list[Loaded]) -> list[Diagnostic]:
            return self._new(self._lint(now), [one.doc for one in now])

        check = self.history.refuse_partly_staged if self.history else None
        silencer = Silencer(self._fails, lint, partial(write, check=check), self.complain)
        loaded, remaining = silencer.run(loaded)
        if not self._stderr_is_for_programs():
            for line in silencer.account():
                say(visible(line), sys.stderr)
        return loaded, remaining

    def _gives_text(self) -> bool:
        """Whether standard output gets the new text of standard input."""
        return self.stdin and ((self.args.fix and not self.args.diff) or self.args.add_ignores)

    def _stderr_is_for_programs(self) -> bool:
        name = self.args.output_format
        return self._gives_text() and name is not None and name not in FOR_PEOPLE

    def _report(self, loaded: list[Loaded], found: list[Diagnostic]) -> None:
        stream = sys.stdout
        if self._gives_text():
            for one in loaded:
                put(one.doc.source.encode(one.doc.text))
            stream = sys.stderr
        changed = {one.doc.path: lines for one in loaded if (lines := self._added(one.doc.source)) is not None}
        print_findings(self.args, loaded, found, changed, stream, self.changed > 0, self.complain)

    def _status(self, found: list[Diagnostic]) -> int:
        if self.interrupted:
            return 130
        if self.errors:
            return 2
        if self.args.exit_zero:
            return 0
        if self.changed and (self.args.diff or self.args.exit_non_zero_on_fix):
            return 1
        return int(any(map(self._fails, found)))

    def _fails(self, found: Diagnostic) -> bool:
        return SEVERITIES.index(found.severity) <= SEVERITIES.index(self.args.fail_on)


def _history(args: Arguments) -> "History | None":
    if not (args.since or args.staged or args.changed):
        return None
    from awesome_lint.changes.former import History

    return History(args)


def _lint(loaded: list[Loaded], answers: Answers | None = None) -> list[Diagnostic]:
    groups = by_settings(loaded)
    found = []
    for group in groups:
        others = [one.doc for other in groups if other is not group for one in other]
        settings = group[0].settings
        found += engine.lint(
            [one.doc for one in group],
            settings.rules,
            others=others,
            ignored=settings.ignored,
            answers=answers,
            known=settings.known.groups,
        )
    return found if len(groups) < 2 else sorted(found, key=sort_key)


def _reported(loaded: list[Loaded], found: list[Diagnostic]) -> list[Diagnostic]:
    """Return the findings without the fixes that the settings forbid."""
    settings = {one.doc.path: one.settings for one in loaded}
    return [one if one.fix is None or settings[one.path].fixable(one.rule) else one._replace(fix=None) for one in found]
