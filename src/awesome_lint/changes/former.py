"""The former texts of the files of a run, and what there was to say of them."""

import os
from collections.abc import Callable, Sequence
from functools import cached_property, partial

from awesome_lint import files
from awesome_lint.changes.difference import Difference
from awesome_lint.changes.git import NoRepositoryError, Repository
from awesome_lint.changes.known import known
from awesome_lint.command.discover import Found
from awesome_lint.command.loading import Loaded, from_disk, is_from_folder
from awesome_lint.command.options import Arguments
from awesome_lint.crowd import members
from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.errors import UserError
from awesome_lint.named import NamedTuple
from awesome_lint.parse import parse
from awesome_lint.source import Source


class Base(NamedTuple):
    """What the files of a repository are compared with: a commit, or None before the first; and their former names."""

    commit: str | None
    former_names: dict[str, str]


class History:
    """Compares the files of a run with what git has, as --since, --staged or --changed says."""

    def __init__(self, args: Arguments) -> None:
        self.args = args
        self._by_folder: dict[str, Repository] = {}
        self._partly: set[str] = set()

    def read(self, found: Found, max_size: int) -> files.File | None:
        """Read a file as it will be committed, where that is asked for; None for a walked one that will not be.

        max_size: bytes.
        """
        place = self._place(found.path) if self.args.staged or (self._refs is None and self.args.changed) else None
        if place is None:
            return from_disk(found, max_size)
        repository, name = place
        if name not in repository.tracked:
            if not self.args.staged:
                return from_disk(found, max_size)
            if found.folder is not None:
                return None
            raise UserError(
                f"{found.shown} is not staged", f"Run `git add {found.shown}` first, or leave out --staged."
            )
        if not repository.is_unstaged(name) or not (self.args.staged or name in repository.staged):
            return from_disk(found, max_size)
        files.refuse_other_markup(found.shown)
        self._partly.add(found.path)
        data = repository.indexed(name)
        if data is None:
            raise UserError(
                f"{found.shown} is part of an unfinished merge",
                f"Resolve the conflict, then run `git add {found.shown}`.",
            )
        return files.File(found.path, data, files.decode(data, found.shown, max_size))

    def refuse_partly_staged(self, one: Loaded) -> None:
        """Raise a UserError for a file that may not be written, since more than was checked stands in it."""
        if one.path in self._partly:
            advice = (
                "A fix would mix what you staged with what you did not. Stage the rest "
                f"(`git add {one.doc.path}`) or set it aside (`git stash --keep-index`), then run again."
            )
            raise UserError(f"{one.doc.path} is only partly staged and was not changed", advice)

    def difference(
        self, loaded: Sequence[Loaded], lint: Callable[[list[Loaded]], list[Diagnostic]]
    ) -> Difference | None:
        """Return what tells new findings from old; None where everything is to be reported.

        The documents get their former selves for voters.
        """
        former = []
        bases = self._bases(loaded)
        for one in loaded:
            place = self._place(_path(one, self.args))
            base = bases.get(place[0].root) if place else None
            if place is None or base is None:
                continue
            text = self._former_text(place, base, one)
            if text is not None:
                before = one._replace(doc=text)
                one.doc.voters = text
                former.append(before)
        if not bases:
            return None
        sources = {one.doc.path: one.doc.source for one in former}
        return Difference((known(found, sources) for found in members(lint(former))), sources)

    @cached_property
    def _refs(self) -> tuple[str, str] | None:
        """The commits between which pre-commit asks for the changes: of a push, or as its command line says."""
        refs = os.environ.get("PRE_COMMIT_FROM_REF"), os.environ.get("PRE_COMMIT_TO_REF")
        return (refs[0], refs[1]) if refs[0] and refs[1] else None

    def _place(self, path: str) -> tuple[Repository, str] | None:
        """Return the repository of a file and its name there; None for --changed where there is no repository."""
        folder = os.path.dirname(os.path.realpath(path))
        try:
            if folder not in self._by_folder:
                self._by_folder[folder] = Repository(folder)
        except NoRepositoryError:
            if self.args.changed:
                return None
            raise
        repository = self._by_folder[folder]
        name = repository.name(path)
        if name is None:
            raise UserError(
                f"{path} is outside the repository {repository.root}", "Run awesome-lint in the file's own repository."
            )
        return repository, name

    def _bases(self, loaded: Sequence[Loaded]) -> dict[str, Base]:
        """Return what the files are compared with, by the top of their repository; none where they are not."""
        names: dict[str, tuple[Repository, set[str]]] = {}
        for one in loaded:
            place = self._place(_path(one, self.args))
            if place:
                names.setdefault(place[0].root, (place[0], set()))[1].add(place[1])
        found = {}
        for root, (repository, here) in names.items():
            base = self._base(repository, here)
            if base:
                found[root] = base
        return found

    def _base(self, repository: Repository, names: set[str]) -> Base | None:
        if self.args.since:
            commit = repository.base(self.args.since)
        elif self.args.changed and self._refs:
            commit = repository.base(*self._refs)
        elif self.args.staged or not repository.staged.isdisjoint(names):
            return Base(repository.head, repository.former_names(repository.head, index=True))
        else:
            return None
        return Base(commit, repository.former_names(commit, index=False))

    def _former_text(self, place: tuple[Repository, str], base: Base, one: Loaded) -> Document | None:
        repository, name = place
        if base.commit is None:
            return None
        name = base.former_names.get(name, name)
        data = repository.content(base.commit, name)
        source = _source(data, one.doc.path) if data else None
        if source is None:
            return None
        there = _Tree(repository, base.commit, os.path.dirname(name))
        try:
            made = parse(source, there.has if one.path else one.doc.exists, one.doc.today)
        except UserError:
            return None
        made.style_settings = one.doc.style_settings
        return made


class _Tree:
    """The files of a commit, as they are named from one of its folders."""

    def __init__(self, repository: Repository, commit: str, folder: str) -> None:
        self.folder = folder
        self._names = partial(repository.names_in, commit)

    @cached_property
    def names(self) -> frozenset[str]:
        """All of them, and the folders."""
        return self._names()

    def has(self, path: str) -> bool:
        """Whether there is a file or folder."""
        if not is_from_folder(path):
            return False
        name = os.path.normpath(os.path.join(self.folder, path)).replace(os.sep, "/")
        return name in self.names or name in (".", ".git")


def _path(one: Loaded, args: Arguments) -> str:
    path = one.path or args.stdin_filename
    assert path is not None  # standard input without a name is refused with these options
    return path


def _source(data: bytes, path: str) -> Source | None:
    """Return a former text under its present path; one in another encoding was mended since."""
    try:
        source = Source.decode(data, path)
    except UserError:
        source = Source(data.decode("cp1252", "replace"), path)
    return source if source.text.strip() and "\0" not in source.text else None
