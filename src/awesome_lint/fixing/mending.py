"""Applying fixes to the files of a run, and writing or showing what comes of it."""

import sys
from collections.abc import Callable, Sequence

from awesome_lint import engine
from awesome_lint.command.discover import leads_out
from awesome_lint.command.loading import Loaded
from awesome_lint.config.settings import Settings
from awesome_lint.diagnostic import Diagnostic, Safety
from awesome_lint.document import Document
from awesome_lint.errors import UserError
from awesome_lint.fixing.settle import Choose, FixResult
from awesome_lint.rule import Answers
from awesome_lint.rulebook import rule_groups
from awesome_lint.terminal import Paint, in_log, is_terminal, put, say, unheeded, visible, wants_colour

Put = Callable[[Loaded, str], None]


class Mender:
    """Fixes file after file; after `run`, `changed` counts files and `mended` findings.

    allow: the safeties to apply. put: takes a file and its new text; what it raises stays the only trace of the fix.
    new: returns those findings of documents that may be mended, where these are not all.
    answers: what the network pass has found.
    """

    def __init__(
        self,
        allow: Sequence[Safety],
        put: Put,
        complain: Callable[[UserError], None],
        new: "Callable[[list[Diagnostic], Sequence[Document]], list[Diagnostic]] | None" = None,
        answers: Answers | None = None,
    ) -> None:
        self.allow = allow
        self.put = put
        self.complain = complain
        self.new = new
        self.answers = answers
        self.changed = 0
        self.mended = 0

    def run(self, loaded: Sequence[Loaded]) -> tuple[list[Loaded], list[Diagnostic] | None]:
        """Fix the files; return them with their new documents, and what remains where no lint is needed to know it."""
        now = list(loaded)
        remaining: list[Diagnostic] | None = []
        for index, one in enumerate(loaded):
            others = [other.doc for at, other in enumerate(now) if at != index]
            result = engine.fix(
                one.doc,
                one.settings.rules,
                allow=self.allow,
                others=others,
                ignored=one.settings.ignored,
                known=one.settings.known.groups,
                answers=self.answers,
                choose=self._chooser(one.settings, others),
            )
            _warn(result)
            if result.text == one.doc.text:
                remaining = None if remaining is None else remaining + result.remaining
                continue
            # A finding between two files may have gone, or come, with the change of one.
            remaining = result.remaining if len(loaded) == 1 else None
            try:
                self.put(one, result.text)
            except UserError as error:
                self.complain(error)
                remaining = None
                continue
            now[index] = one._replace(doc=result.doc)
            self.changed += 1
            self.mended += len(result.applied)
        return now, remaining

    def _chooser(self, settings: Settings, others: Sequence[Document]) -> Choose:
        def choose(doc: Document, found: list[Diagnostic]) -> list[Diagnostic]:
            mendable = self.new(found, [doc, *others]) if self.new else found
            return [one for one in mendable if settings.fixable(one.rule)]

        return choose


def write(one: Loaded, text: str, check: Callable[[Loaded], None] | None = None) -> None:
    """Write the new text of a file; standard input has none. check: raises a UserError where that may not be."""
    from awesome_lint.fixing.writing import write as write_file

    if check:
        check(one)
    if one.path is not None:
        if one.folder is not None and leads_out(one.path, one.folder):
            advice = f"To fix what it leads to, name it: `awesome-lint --fix {one.doc.path}`."
            raise UserError(f"{one.doc.path} is a link that leads out of {one.folder}, and was not changed", advice)
        write_file(one.path, one.data, one.doc.source.encode(text), one.doc.path)


def show(one: Loaded, text: str) -> None:
    """Print the difference to the new text: byte by byte for a program, in colours for a person."""
    from awesome_lint.fixing.diffs import unified

    lines = unified(one.doc.source, text)
    if not is_terminal(sys.stdout):
        diff = "".join(lines).encode("utf-8")
        put(unheeded(diff) if in_log() else diff)
        return
    paint = Paint(wants_colour(sys.stdout))
    for line in lines:
        colour = {"-": "removed", "+": "added", "@": "info"}.get(line[0])
        bare = visible(line.rstrip("\r\n"))
        say(paint(bare, colour) if colour else bare)


def _whose(rule: str) -> str:
    return (
        "This is our bug: please report it"
        if rule in rule_groups()
        else "Fix the pattern, or report it to the author of the plugin"
    )


def _warn(result: FixResult) -> None:
    for one in result.withdrawn:
        what = f"{one.path}:{one.line}: a fix of {one.rule} was taken back: {one.reason}."
        say(f"{visible(what)} {_whose(one.rule)}, with the line", sys.stderr)
        say(f"  {visible(one.excerpt)}", sys.stderr)
    if result.unsettled:
        names = ", ".join(result.unsettled)
        path = visible(result.doc.path)
        say(f"{path}: fixes of {names} undo one another and were taken back: please report it", sys.stderr)
