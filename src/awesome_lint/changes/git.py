"""What git knows of a file: its text in the index and in earlier commits. Nothing here writes to a repository."""

import os
import subprocess
from functools import cached_property

from awesome_lint.errors import UserError

_HOOKS = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE")  # set by git for its hooks, perhaps relative to the folder
_INDEX = ""  # `:name` is what git calls a file of the index
# What the settings of a user or a repository may have changed (`diff.relative`, `diff.external`, `diff.orderFile`,
# `diff.renameLimit`, `diff.ignoreSubmodules` …) is said here; with `-z`, names are neither quoted nor coloured.
_DIFF = (
    "diff", "--no-relative", "--no-ext-diff", "--no-textconv", "--no-color", "-O/dev/null", "--ignore-submodules=all",
    "-l1000", "-z",
)  # fmt: skip
_WITHOUT = (
    "--since, --staged and --changed ask git what was there before. Install it, or use --baseline, which does not "
    "need git."
)


class NoRepositoryError(UserError):
    """A folder lies in no repository."""


def _program() -> str:
    """Return where git is. A UserError where there is none.

    Windows would look for it in the current folder first, which a stranger may have filled; so does a PATH with a
    relative folder in it.
    """
    name = "git.exe" if os.name == "nt" else "git"
    for folder in os.get_exec_path():
        path = os.path.join(folder, name)
        if os.path.isabs(folder) and os.path.isfile(path) and os.access(path, os.X_OK):
            return path
    raise UserError("git was not found", _WITHOUT)


class Repository:
    """One repository with its working tree.

    folder: a folder of the working tree. root: its top. What git refuses is a UserError.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder or os.curdir
        if any(name in os.environ for name in _HOOKS):
            self._folder = os.curdir
        self.root = os.path.realpath(_name(self.run("rev-parse", "--show-toplevel").rstrip(b"\r\n")))

    def run(self, *arguments: str) -> bytes:
        """Return what a git command prints; its failure is a UserError that says what to do."""
        done = self._process(*arguments)
        if done.returncode:
            raise _refusal(done.stderr.decode("utf-8", "replace").strip(), self._folder)
        return done.stdout

    def _process(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        # In English, since messages are read below; and without a lock on the index, which a hook's commit may hold.
        surroundings = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "0"}
        command = [_program(), *arguments]
        try:
            return subprocess.run(
                command, cwd=self._folder, env=surroundings, stdin=subprocess.DEVNULL, capture_output=True, check=False
            )
        except OSError as error:
            raise UserError(f"git could not be run: {error.strerror}", _WITHOUT) from None

    def name(self, path: str) -> str | None:
        """Return a file's name in the repository, with '/'; None for a file that lies elsewhere.

        Where the file system does not tell letter case apart it is the name that the index has, if there is one.
        """
        try:
            name = os.path.relpath(os.path.realpath(path), self.root).replace(os.sep, "/")
        except ValueError:  # another drive
            return None
        if name.split("/", 1)[0] == os.pardir:
            return None
        return self._spelled(name, self._index) if self._ignores_case else name

    @cached_property
    def _ignores_case(self) -> bool:
        return self._process("config", "--type=bool", "core.ignorecase").stdout.strip() == b"true"

    def _spelled(self, name: str, names: frozenset[str]) -> str:
        """Return a name as these names have it, in whatever letters."""
        if name in names:
            return name
        folded = name.casefold()
        return next((one for one in sorted(names) if one.casefold() == folded), name)

    @cached_property
    def head(self) -> str | None:
        """The commit on which the working tree stands; None before the first."""
        return self._commit("HEAD")

    @cached_property
    def staged(self) -> frozenset[str]:
        """The names of the files whose content in the index is not that of the last commit."""
        return _names(self.run(*_DIFF, "--cached", "--name-only", "--no-renames"))

    @cached_property
    def tracked(self) -> frozenset[str]:
        """The names of the files whose content is in the index; of those to be added later (`git add -N`) it is not."""
        later = {name for name, state in self._unstaged.items() if state == "A"}
        return self._index - later

    @cached_property
    def _index(self) -> frozenset[str]:
        return _names(self.run("ls-files", "-z", "--full-name", "--", ":/"))

    @cached_property
    def _unstaged(self) -> dict[str, str]:
        """The state of each file whose content is not that of the index, as git sees it (line ends aside), by name."""
        words = self.run(*_DIFF, "--name-status", "--no-renames").split(b"\0")
        return {_name(name): state.decode() for state, name in zip(words[::2], words[1::2], strict=False)}

    def is_unstaged(self, name: str) -> bool:
        """Whether a file's content is not that of the index."""
        return name in self._unstaged

    def base(self, ref: str, head: str = "HEAD") -> str:
        """Return the commit at which `head` left `ref`, which is `ref` itself where their histories do not meet.

        An unknown name is a UserError.
        """
        commit, tip = self._commit(ref), self._commit(head)
        if commit is None:
            raise self._unknown(ref)
        if tip is None:
            raise self._unknown(head)
        done = self._process("merge-base", commit, tip)
        return done.stdout.decode().strip() if done.returncode == 0 else commit

    def former_names(self, base: str | None, index: bool) -> dict[str, str]:
        """Return {name now: name then} of the files that were renamed between a commit and the index or the files."""
        if base is None:
            return {}
        fields = self.run(*_DIFF, "--name-status", "-M", "--diff-filter=R", *(["--cached"] if index else ()), base)
        words = [_name(word) for word in fields.split(b"\0")]
        return {words[at + 2]: words[at + 1] for at in range(0, len(words) - 2, 3)}

    def indexed(self, name: str) -> bytes | None:
        """Return a file's bytes in the index, as git keeps them; None where it has no such file."""
        return self.content(_INDEX, name)

    def content(self, commit: str, name: str) -> bytes | None:
        """Return a file's bytes in a commit, as git keeps them; None where it has no such file.

        Not as a checkout would write them: for that, git would run the filters that the repository asks for, and
        those of LFS use the network. Texts are compared line by line, so that line ends need no conversion either.
        """
        if not self._has(commit, name):
            spelled = self._spelled(name, self.names_in(commit)) if commit and self._ignores_case else name
            if spelled == name:
                return None
            name = spelled
        return self.run("cat-file", "blob", f"{commit}:{name}")

    def _has(self, commit: str, name: str) -> bool:
        return not self._process("rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}:{name}").returncode

    def names_in(self, commit: str) -> frozenset[str]:
        """Return the names of all files and folders of a commit."""
        return _names(self.run("ls-tree", "-r", "-t", "--full-tree", "--name-only", "-z", commit))

    def _commit(self, ref: str) -> str | None:
        done = self._process("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        return done.stdout.decode().strip() if done.returncode == 0 else None

    def _unknown(self, ref: str) -> UserError:
        title = f"git knows no commit '{ref}' here"
        if self.head is None:
            return UserError(title, "There is no commit yet: `--staged` checks what the first one will hold.")
        if self.run("rev-parse", "--is-shallow-repository").strip() == b"true":
            advice = (
                "This clone is shallow, and the commit is older than what it holds. Fetch it (`git fetch --unshallow`, "
                "or `--depth=1 origin REF`; in GitHub Actions `fetch-depth: 0`), then run again."
            )
            return UserError(title, advice)
        return UserError(title, "Check the name; a branch of a remote is written `origin/main` and has to be fetched.")


def _name(data: bytes) -> str:
    return os.fsdecode(data)


def _names(data: bytes) -> frozenset[str]:
    return frozenset(_name(name) for name in data.split(b"\0") if name)


def _refusal(said: str, folder: str) -> UserError:
    """Return the error for what git said when it failed."""
    where = os.path.abspath(folder)
    if "dubious ownership" in said:
        advice = f"If you trust it, run `git config --global --add safe.directory '{where}'`, then run again."
        return UserError(f"git refuses to read {where}, which belongs to another user", advice)
    if "not a git repository" in said:
        advice = "--since, --staged and --changed compare with what git has. Leave them out, or use --baseline."
        return NoRepositoryError(f"{where} is not in a git repository", advice)
    line = said.splitlines()[0] if said else "it gave no reason"
    return UserError(f"git failed in {where}: {line}", "Fix that, or leave out --since, --staged and --changed.")
