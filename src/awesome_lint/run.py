"""One run: the files are read, linted and perhaps fixed; what is left is reported, and decides the exit status."""

import datetime
import os
import sys
from argparse import Namespace
from collections.abc import Callable
from typing import NamedTuple

from awesome_lint import engine
from awesome_lint.config import Config, find, read
from awesome_lint.diagnostic import SEVERITIES, Diagnostic, Safety
from awesome_lint.discover import Found, files, shown
from awesome_lint.document import Document
from awesome_lint.errors import UserError
from awesome_lint.parse import parse
from awesome_lint.report import Findings, load
from awesome_lint.rule import Rule
from awesome_lint.rulebook import rule_groups
from awesome_lint.settings import Settings
from awesome_lint.source import Source
from awesome_lint.terminal import say, wants_colour

STDIN = "-"


class Loaded(NamedTuple):
    """A file that was read: its path (None: standard input), its bytes, and the document."""

    path: str | None
    data: bytes
    doc: Document


class Run:
    """A run under the arguments; `errors` counts what went wrong, each said as it came."""

    def __init__(self, args: Namespace) -> None:
        self.args = args
        self.errors = 0
        self.changed = 0
        self.today = _day(args.today)
        stdin = STDIN in args.paths or args.stdin_filename is not None
        if stdin and [path for path in args.paths if path != STDIN]:
            raise UserError("standard input together with files", "Lint them in two runs.")
        if args.unsafe_fixes and not (args.fix or args.diff):
            raise UserError("--unsafe-fixes alone does nothing", "Add --fix to apply the fixes, or --diff to see them.")
        self.stdin = stdin
        self.settings = settings_for(args, self._folder())

    def _folder(self) -> str:
        """Return the folder from which the configuration is looked for: that of the first path."""
        first = self.args.stdin_filename or next((path for path in self.args.paths if path != STDIN), os.curdir)
        return first if os.path.isdir(first) else os.path.dirname(first) or os.curdir

    def complain(self, error: UserError) -> None:
        """Say what is wrong and what to do, on standard error; the run goes on with the other files."""
        self.errors += 1
        say_error(error)

    def go(self) -> int:
        """Do it; return the exit status."""
        loaded = [self._stdin()] if self.stdin else list(self._load())
        loaded = [one for one in loaded if one is not None]
        rules = self.settings.rules if loaded else []
        if self.args.fix or self.args.diff:
            docs, found = self._fix(loaded, rules)
        else:
            docs = [one.doc for one in loaded]
            found = engine.lint(docs, rules, ignored=self.settings.ignored)
        if not self.args.diff:
            self._report(docs, found)
        if not loaded and not self.errors:
            say("nothing was checked: the settings leave out every file that was named", sys.stderr)
        return self._status(found)

    def _status(self, found: list[Diagnostic]) -> int:
        if self.errors:
            return 2
        if self.args.exit_zero:
            return 0
        if self.changed and (self.args.diff or self.args.exit_non_zero_on_fix):
            return 1
        failing = SEVERITIES[: SEVERITIES.index(self.args.fail_on) + 1]
        return int(not self.args.diff and any(one.severity in failing for one in found))

    # --- reading

    def _stdin(self) -> Loaded | None:
        from awesome_lint.files import decode

        name = shown(self.args.stdin_filename) if self.args.stdin_filename else STDIN
        if self.args.stdin_filename and self.settings.excludes(self.args.stdin_filename):
            return None
        data = sys.stdin.buffer.read(self.settings.max_size + 1)
        source = decode(data, "standard input" if name == STDIN else name, self.settings.max_size)
        source.path = name
        return Loaded(None, data, self._parse(source, None))

    def _load(self) -> "list[Loaded]":
        from awesome_lint.files import unique

        loaded, wanted = [], []
        for one in files(self.args.paths, self.settings):
            if isinstance(one, UserError):
                self.complain(one)
            else:
                wanted.append(one)
        kept = set(unique([one.path for one in wanted]))
        for one in wanted:
            if one.path in kept:
                kept.discard(one.path)
                try:
                    loaded.append(self._read(one))
                except UserError as error:
                    self.complain(error)
        lists = [one for one in loaded if one.path is None or _is_named(one.path, wanted) or one.doc.is_list]
        if loaded and not lists:
            folder = shown(self.args.paths[0]) if self.args.paths else os.curdir
            self.complain(
                UserError(f"{folder} holds no list", "A list has at least five entries with links. Name a file to lint it.")
            )
        return lists

    def _read(self, found: Found) -> Loaded:
        from awesome_lint.files import read as read_file

        file = read_file(found.path, found.shown, self.settings.max_size)
        return Loaded(found.path, file.data, self._parse(file.source, os.path.dirname(found.path) or os.curdir))

    def _parse(self, source: Source, folder: str | None) -> Document:
        return parse(source, _existence(folder), self.today)

    # --- fixing

    def _fix(self, loaded: list[Loaded], rules: list[Rule]) -> tuple[list[Document], list[Diagnostic]]:
        allow: tuple[Safety, ...] = ("safe", "unsafe") if self.args.unsafe_fixes else ("safe",)
        docs = [one.doc for one in loaded]
        applied = 0
        for index, one in enumerate(loaded):
            others = [doc for at, doc in enumerate(docs) if at != index]
            result = engine.fix(
                one.doc, rules, allow=allow, others=others, ignored=self.settings.ignored, choose=self._fixable
            )
            self._warn(result)
            docs[index] = result.doc
            if result.text != one.doc.text:
                try:
                    self._put(one, result.text)
                except UserError as error:
                    docs[index] = one.doc
                    self.complain(error)
                    continue
                self.changed += 1
                applied += len(result.applied)
        if self.args.fix and not self.args.diff and applied:
            what = f"{applied} finding{'s' if applied > 1 else ''}"
            say(f"fixed {what} in {self.changed} file{'s' if self.changed > 1 else ''}", sys.stderr)
        return docs, engine.lint(docs, rules, ignored=self.settings.ignored)

    def _fixable(self, doc: Document, found: list[Diagnostic]) -> list[Diagnostic]:
        return [one for one in found if self.settings.fixable(one.rule)]

    def _put(self, one: Loaded, text: str) -> None:
        new = one.doc.source.encode(text)
        if self.args.diff:
            _print_diff(one.doc.path, one.doc.text, text)
        elif one.path is not None:
            from awesome_lint.writing import write

            write(one.path, one.data, new, one.doc.path)

    def _warn(self, result: engine.FixResult) -> None:
        for one in result.withdrawn:
            say(f"{one.path}:{one.line}: a fix of {one.rule} was withdrawn, since {one.reason}: please report it", sys.stderr)
        if result.unsettled:
            say(f"fixes that undo one another were left out: {', '.join(result.unsettled)}; please report it", sys.stderr)

    # --- reporting

    def _report(self, docs: list[Document], found: list[Diagnostic]) -> None:
        text_out = self.stdin and self.args.fix
        stream = sys.stderr if text_out else sys.stdout
        if text_out and docs:
            sys.stdout.flush()
            sys.stdout.buffer.write(docs[0].source.encode(docs[0].text))
        name = self.args.output_format or ("full" if stream.isatty() else "concise")
        findings = Findings(found, {doc.path: doc.source for doc in docs}, rule_groups())
        for piece in load(name).render(findings, wants_colour(stream)):
            say(piece, stream)


def settings_for(args: Namespace, folder: str) -> Settings:
    """Return the settings that hold for the paths of the arguments."""
    file: Config | None = None
    if args.config:
        file = read(args.config, os.getcwd())
    elif not args.isolated:
        file = find(folder)
    values: dict[str, object] = {}
    if args.select:
        values["select"] = [name for names in args.select for name in names]
    if args.ignore:
        values["ignore"] = [name for names in args.ignore for name in names]
    if args.preset:
        values["preset"] = args.preset
    return Settings(file, Config("command line", os.getcwd(), values))


def say_error(error: UserError) -> None:
    """Print an error: its title, and below it what to do."""
    from textwrap import fill

    say(f"error: {error.title}", sys.stderr)
    if error.advice:
        first, *rest = error.advice.split("\n\n", 1)
        say("\n".join(["", fill(first, 100, break_long_words=False, break_on_hyphens=False), *rest]), sys.stderr)


def _is_named(path: str, wanted: list[Found]) -> bool:
    return any(one.path == path and one.named for one in wanted)


def _existence(folder: str | None) -> Callable[[str], bool | None]:
    if folder is None:
        return lambda path: None
    return lambda path: os.path.exists(os.path.join(folder, path))


def _day(text: str | None) -> datetime.date:
    if text is None:
        return datetime.date.today()
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise UserError(f"--today: '{text}' is no date", "Write it as YYYY-MM-DD.") from None


def _print_diff(path: str, old: str, new: str) -> None:
    from difflib import unified_diff

    from awesome_lint.terminal import visible

    before, after = old.splitlines(keepends=False), new.splitlines(keepends=False)
    for line in unified_diff(before, after, path, path, lineterm=""):
        say(visible(line))
