"""Several files linted at once, each in one of some processes; what is between files is looked for here, afterwards.

What comes back of a file is small: its text, what its rules found, and its entries as a Listing. The findings, their
order and the errors are those of a run in one process.
"""

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, cast

from awesome_lint import engine
from awesome_lint.command.discover import Found
from awesome_lint.command.loading import Fetched, Loaded, Loader, by_settings
from awesome_lint.compiled import programs
from awesome_lint.config.scopes import Scopes
from awesome_lint.crowd import gather
from awesome_lint.diagnostic import Diagnostic, sort_key
from awesome_lint.directives.directive import read_directives
from awesome_lint.errors import UserError
from awesome_lint.listing import Listing, Row, rows_of
from awesome_lint.named import NamedTuple
from awesome_lint.rule import Rule
from awesome_lint.source import Source

if TYPE_CHECKING:
    import datetime

    from awesome_lint.command.options import Arguments
    from awesome_lint.document import Document

# Starting processes costs as much as linting so many bytes; where they cannot be forked each imports everything anew.
FORKS: Final = sys.platform == "linux"
_WORTH: Final = 250_000 if FORKS else 1_000_000
_BATCH: Final = 100_000  # bytes that are sent for together: small files are not worth a message each
_MUCH: Final = 2_000_000  # objects made since the last look for cycles, which documents are: some 250 MB
_MOST: Final = 16  # processes; reading what they send takes one core


class _Problem(NamedTuple):
    """A UserError on its way: exceptions with two arguments cannot be sent."""

    title: str
    advice: str


class Outcome(NamedTuple):
    """What came of one file.

    problem: why it could not be read. text, bom: of its source; None for an empty file that nobody named. found: what
    the rules say of it, directives aside. directed: whether it has directives. failed: {rule: why it failed}, or {''}.
    """

    problem: _Problem | None
    text: str | None = None
    bom: bool = False
    is_list: bool = False
    rows: Sequence[Row] = ()
    found: Sequence[Diagnostic] = ()
    directed: bool = False
    failed: tuple[str, _Problem] | None = None


class Crew:
    """The processes of a run, and what they found by the path that reports print."""

    def __init__(self, args: "Arguments", today: "datetime.date", scopes: Scopes) -> None:
        self._args = args
        self._today = today
        self._scopes = scopes
        self._outcomes: dict[str, Outcome] = {}

    def read(self, found: Sequence[Found], batches: list[list[Found]]) -> Iterator[Fetched]:
        """Have the files read and linted, batch by batch; yield what was read in the order of `found`."""
        outcomes: dict[str, Outcome] = {}
        work = Work(self._args, self._today)
        for batch, done in zip(batches, run(work, batches), strict=True):
            outcomes.update((one.path, outcome) for one, outcome in zip(batch, done, strict=True))
        for one in found:
            outcome = outcomes[one.path]
            if outcome.problem:
                yield UserError(*outcome.problem)
            elif outcome.text is None:
                yield None
            else:
                self._outcomes[one.shown] = outcome
                listing = Listing(Source(outcome.text, one.shown, outcome.bom), outcome.is_list, outcome.rows)
                yield Loaded(one.path, b"", cast("Document", listing), self._scopes.of(one.path))

    def lint(self, loaded: Sequence[Loaded], read: Callable[[Found], "Document"]) -> list[Diagnostic]:
        """Return what is to be said of the files, sorted.

        read: reads a file once more, for its directives may hide what was found between files.
        """
        groups = by_settings(loaded)
        found: list[Diagnostic] = []
        for group in groups:
            others = [one.doc for other in groups if other is not group for one in other]
            self._raise_first(group)
            found += self._between(group, others, read)
        return sorted(found, key=sort_key)

    def _raise_first(self, group: Sequence[Loaded]) -> None:
        """Raise what one process would have come upon first: it goes rule by rule."""
        names = [rule.name for rule in group[0].settings.rules]
        failed = [found for one in group if (found := self._outcomes[one.doc.path].failed)]
        if failed:
            _, problem = min(failed, key=lambda one: names.index(one[0]) if one[0] in names else -1)
            raise UserError(*problem)

    def _between(
        self, group: Sequence[Loaded], others: "Sequence[Document]", read: Callable[[Found], "Document"]
    ) -> list[Diagnostic]:
        settings, docs = group[0].settings, [one.doc for one in group]
        by_path = {doc.path: list(self._outcomes[doc.path].found) for doc in docs}
        for rule in settings.rules:
            for found in engine.compare(rule, docs, others, settings.ignored):
                by_path[found.path].append(found)
        kept = []
        for one in group:
            path = one.doc.path
            if self._outcomes[path].directed and one.path is not None:
                doc = read(Found(one.path, path, None))
                kept += engine.shown(doc, by_path[path], settings.rules, settings.ignored, known=settings.known.groups)
            else:
                kept += gather(by_path[path], settings.rules)
        return kept


def batches(found: Sequence[Found], rules: Sequence[Rule]) -> list[list[Found]]:
    """Return the files in batches for processes, the largest first; none where one process is as good."""
    sizes = {one.path: _size(one.path) for one in found}
    listed = all(rule.reads_listings or type(rule).check_files is Rule.check_files for rule in rules)
    if len(found) < 2 or sum(sizes.values()) < _WORTH or not listed or _cores() < 2:
        return []
    made: list[list[Found]] = []
    room = 0
    for one in sorted(found, key=lambda one: -sizes[one.path]):
        if room <= 0:
            made.append([])
            room = _BATCH
        made[-1].append(one)
        room -= sizes[one.path]
    return made if len(made) > 1 else []


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except (OSError, ValueError):
        return 0


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(work: "Work", batches: list[list[Found]]) -> Iterator[list[Outcome]]:
    """Yield what comes of each batch; a process that dies is a UserError."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    context = get_context("fork" if FORKS else "spawn")
    pool = ProcessPoolExecutor(min(_cores(), len(batches), _MOST), context, _start)
    try:
        yield from pool.map(work, batches)
    except BrokenProcessPool:
        raise UserError(
            "a process that linted some of the files ended unexpectedly",
            "Memory may have run out, or someone killed it; nothing was reported. Run again with fewer files at once.",
        ) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _start() -> None:
    """Prepare a process: an interrupt is for the one that started it, and what it inherited is never garbage."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    gc.freeze()


class Work:
    """Lints batches of files; called in another process."""

    def __init__(self, args: "Arguments", today: "datetime.date") -> None:
        self.args = args
        self.today = today

    def __call__(self, batch: list[Found]) -> list[Outcome]:
        scopes = Scopes(self.args)
        errors: list[UserError] = []
        loader = Loader(scopes, self.today, errors.append)
        done = [_outcome(one, read) for one, read in zip(batch, loader.fetch(batch), strict=True)]
        if gc.get_count()[0] > _MUCH:  # looking for what is free takes a seventh of the time; memory is for that
            gc.collect()
        programs().save()
        return done


def _outcome(found: Found, read: Fetched) -> Outcome:
    if read is None:
        return Outcome(None)
    if isinstance(read, UserError):
        return Outcome(_Problem(read.title, read.advice))
    doc, settings = read.doc, read.settings
    if found.folder is not None and not doc.is_list:
        return Outcome(None)
    said: list[Diagnostic] = []
    failed = None
    for rule in settings.rules:
        try:
            said += engine.check(rule, doc, settings.ignored)
        except UserError as error:
            failed = rule.name, _Problem(error.title, error.advice)
            break
    directed = next(read_directives(doc), None) is not None
    return Outcome(None, doc.text, doc.source.bom, doc.is_list, rows_of(doc), said, directed, failed)
