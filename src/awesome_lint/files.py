"""Reading files, with an error that says what to do for each way in which it can fail."""

import errno
import os
import stat
from collections.abc import Iterable

from awesome_lint.errors import UserError, did_you_mean
from awesome_lint.named import NamedTuple
from awesome_lint.source import Source

MAX_SIZE = 5_000_000  # bytes; the default of the setting `max-size`

_OTHER_MARKUP = {
    ".rst": "reStructuredText",
    ".adoc": "AsciiDoc",
    ".asciidoc": "AsciiDoc",
    ".org": "Org",
    ".html": "HTML",
    ".htm": "HTML",
    ".ipynb": "a notebook",
}
_SPECIAL = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_DENIED = frozenset((errno.EACCES, errno.EPERM))


class File(NamedTuple):
    """A file as it was read.

    path: what was opened. data: its bytes, which `writing.write` compares with the file first.
    """

    path: str
    data: bytes
    source: Source


def read(path: str, shown: str | None = None, max_size: int = MAX_SIZE) -> File:
    """Read a Markdown file; whatever is in the way is a UserError.

    shown: the path as reports print it, relative, with '/'; default: `path`.
    max_size: bytes.
    """
    name = shown or path
    refuse_other_markup(name)
    try:
        # Before it is opened: opening a pipe would wait for its writer.
        _refuse_special(name, os.stat(path))
        with open(path, "rb") as file:
            # One byte more than allowed: what /proc calls empty is not, and a file may grow.
            data = file.read(max_size + 1)
            size = os.fstat(file.fileno()).st_size
    except OSError as error:
        raise _unreadable(path, name, error) from None
    except ValueError:
        raise UserError("a path has a NUL character in it", "Check how the name of the file is put together.") from None
    return File(path, data, decode(data, name, max_size, size))


def decode(data: bytes, name: str, max_size: int = MAX_SIZE, size: int = 0) -> Source:
    """Decode bytes read from anywhere; none, too many and any coding but UTF-8 are a UserError.

    size: the real number of bytes where `data` is only their beginning.
    """
    if len(data) > max_size:
        raise UserError(
            f"{name} has {megabytes(max(size, len(data)))}, more than max-size ({megabytes(max_size)})",
            "GitHub shows no more than 512,000 bytes of a README. Split it, or raise the setting `max-size`.",
        )
    source = Source.decode(data, name)
    if not source.text.strip():
        what = "has nothing but blank lines" if source.text else "is empty"
        raise UserError(f"{name} {what}", "Name the file that holds the list, or write its first lines.")
    return source


def unique(paths: Iterable[str]) -> list[str]:
    """Return the paths, in order, without those that lead to a file named before, by link or by name."""
    seen: set[object] = set()
    kept = []
    for path in paths:
        key = _identity(path)
        if key not in seen:
            seen.add(key)
            kept.append(path)
    return kept


def megabytes(size: int) -> str:
    """Return a number of bytes for a message: '5 MB', '7.3 MB', '812,000 bytes'."""
    if size < 1_000_000:
        return f"{size:,} bytes"
    return f"{size / 1_000_000:.1f}".removesuffix(".0") + " MB"


def _identity(path: str) -> object:
    try:
        facts = os.stat(path)
    except (OSError, ValueError):
        return path  # reading it says what is wrong
    # Device and number find links, and README.md beside readme.md where case does not count.
    return (facts.st_dev, facts.st_ino) if facts.st_ino else os.path.normcase(os.path.realpath(path))


def refuse_other_markup(name: str) -> None:
    """Raise a UserError for a file whose name says that it is not Markdown."""
    markup = _OTHER_MARKUP.get(os.path.splitext(name)[1].lower())
    if markup:
        raise UserError(f"{name} is {markup}", "awesome-lint reads Markdown only. Name a Markdown file of the list.")


def _refuse_special(name: str, facts: os.stat_result) -> None:
    if stat.S_ISDIR(facts.st_mode):
        raise UserError(f"{name} is a folder", "Name a Markdown file in it.")
    for is_kind, kind in _SPECIAL:
        if is_kind(facts.st_mode):
            raise UserError(f"{name} is {kind}, not a file", "To read from a command, pipe it: `… | awesome-lint -`.")


def _unreadable(path: str, name: str, error: OSError) -> UserError:
    if error.errno == errno.ENOENT:
        if os.path.islink(path):
            target = os.readlink(path)
            return UserError(f"{name} is a link to {target}, which does not exist", "Fix the link, or name the file.")
        return UserError(f"{name} does not exist", f"Check the path.{_near(path)}")
    if error.errno in _DENIED:
        return UserError(
            f"{name} may not be read", "Permission was denied. Change the file's permissions (`chmod u+r`)."
        )
    if error.errno == errno.ENOTDIR:
        return UserError(f"{name} does not exist", "A part of the path before the last '/' is a file, not a folder.")
    if error.errno == errno.ELOOP:
        return UserError(f"{name} is a link that leads back to itself", "Fix the link, or name the file.")
    return UserError(
        f"{name} cannot be read: {error.strerror or error}", "Check the path and the disk, then run again."
    )


def _near(path: str) -> str:
    folder, base = os.path.split(path)
    try:
        names = os.listdir(folder or ".")
    except OSError:
        return f" There is no folder {folder}." if folder else ""
    same = [name for name in names if name.lower() == base.lower()]
    return f" Did you mean '{same[0]}'?" if same else did_you_mean(base, sorted(names))
