"""From paths and standard input to documents."""

import datetime
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Final

from awesome_lint import files
from awesome_lint.command.discover import Found, no_list, shown
from awesome_lint.command.discover import files as find_files
from awesome_lint.config.scopes import Scopes
from awesome_lint.config.settings import Settings
from awesome_lint.document import Document
from awesome_lint.errors import UserError
from awesome_lint.named import NamedTuple
from awesome_lint.parse import parse
from awesome_lint.source import Source

STDIN: Final = "-"


class Loaded(NamedTuple):
    """A file that was read: its path (None: standard input), its bytes, the document, the settings for it.

    folder: that whose walk found it; None for a file that was named.
    """

    path: str | None
    data: bytes
    doc: Document
    settings: Settings
    folder: str | None = None


Read = Callable[[Found, int], files.File | None]
Fetched = Loaded | UserError | None
Fetch = Callable[[list[Found]], Iterator[Fetched]]


def from_disk(found: Found, max_size: int) -> files.File | None:
    """Read a file; None for one without text that nobody asked for."""
    try:
        return files.read(found.path, found.shown, max_size)
    except UserError:
        if found.folder is not None and _is_blank(found.path):
            return None
        raise


class Loader:
    """Reads the files of a run. `complain` is told what is wrong with one; the others are read all the same.

    read: reads one file of at most so many bytes; None where it is not to be checked. Default: `from_disk`.
    """

    def __init__(
        self, scopes: Scopes, today: datetime.date, complain: Callable[[UserError], None], read: "Read | None" = None
    ) -> None:
        self.scopes = scopes
        self.today = today
        self.complain = complain
        self.read = read or from_disk

    def load(self, paths: Sequence[str], fetch: Fetch | None = None) -> list[Loaded]:
        """Read files and the lists in folders, each once; a folder without a list is complained of.

        fetch: how to read them; default: one after the other.
        """
        found = list(find_files(paths, self.scopes.of, self.complain))
        # A file that was named goes by that name, whatever walk comes upon it as well.
        once = set(files.unique([one.path for one in sorted(found, key=lambda one: one.folder is not None)]))
        first = list({one.path: one for one in reversed(found) if one.path in once}.values())[::-1]
        named = {one.path: one for one in found if one.folder is None}
        fetched = (fetch or self.fetch)([named.get(one.path, one) for one in first])
        walked = {path for path in paths if os.path.isdir(path) and not self.scopes.of(path).excludes(path)}
        loaded, lists = [], set()
        for one in found:
            if one.path not in once:  # it was read under another name
                lists.add(one.folder)
                continue
            once.discard(one.path)
            file = next(fetched)
            if isinstance(file, UserError):
                lists.add(one.folder)
                self.complain(file)
            elif file and (one.folder is None or file.doc.is_list):
                lists.add(one.folder)
                loaded.append(file)
        for folder in sorted(walked - lists):
            self.complain(no_list(folder))
        return loaded

    def load_stdin(self, name: str | None) -> Loaded:
        """Read standard input; `name` is the path of the file that it is, if it is one."""
        settings = self.scopes.of(name or os.curdir)
        data = read_stdin(settings.max_size + 1)
        source = files.decode(data, shown(name) if name else "standard input", settings.max_size)
        source.path = shown(name) if name else STDIN
        exists = existence(os.path.dirname(name)) if name else None
        return Loaded(None, data, self._parsed(source, exists, settings), settings)

    def fetch(self, found: Iterable[Found]) -> Iterator[Fetched]:
        """Yield each file read; an error where that fails, None for an empty file that nobody named."""
        for one in found:
            try:
                yield self._read(one)
            except UserError as error:
                yield error

    def again(self, found: Found) -> Document:
        """Read a file that was read before; what is in the way now is a UserError."""
        file = self._read(found)
        assert file is not None  # for that, a folder must have been walked
        return file.doc

    def _read(self, found: Found) -> Loaded | None:
        settings = self.scopes.of(found.path)
        file = self.read(found, settings.max_size)
        if file is None:
            return None
        exists = existence(os.path.dirname(found.path))
        return Loaded(found.path, file.data, self._parsed(file.source, exists, settings), settings, found.folder)

    def _parsed(self, source: Source, exists: Callable[[str], bool] | None, settings: Settings) -> Document:
        doc = parse(source, exists, self.today)
        doc.style_settings = settings.style
        return doc


def read_stdin(size: int = -1) -> bytes:
    """Return up to `size` bytes of standard input."""
    return sys.stdin.buffer.read(size) if sys.stdin else b""


def _is_blank(path: str) -> bool:
    with suppress(OSError), open(path, "rb") as file:
        return not file.read(4096).strip()
    return False


def is_from_folder(path: str) -> bool:
    """Whether a path of a link goes from the folder of its file, as sites read it.

    No other may reach the disk: for `\\\\host\\share` Windows opens a connection, and `c:` is another drive.
    """
    return not path.startswith("/") and "\\" not in path and path[1:2] != ":"


def existence(folder: str) -> Callable[[str], bool]:
    """Return what tells whether a link of a file of this folder points at something that exists."""
    return lambda path: is_from_folder(path) and os.path.exists(os.path.join(folder, path))


def by_settings(loaded: Iterable[Loaded]) -> list[list[Loaded]]:
    """Return the files in groups with the same settings."""
    groups: dict[int, list[Loaded]] = {}
    for one in loaded:
        groups.setdefault(id(one.settings), []).append(one)
    return list(groups.values())


def day(text: str | None) -> datetime.date:
    """Return the day that counts as today; what is not a date is a UserError."""
    if text is None:
        return datetime.date.today()
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise UserError(f"--today: '{text}' is not a date", "Write it as YYYY-MM-DD.") from None
