"""Which files a run reads."""

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from awesome_lint.config.settings import Settings
from awesome_lint.errors import UserError
from awesome_lint.named import NamedTuple

_MARKDOWN: Final = (".md", ".markdown", ".mdown", ".mkd")
_SKIPPED: Final = frozenset(("node_modules", "__pycache__", "vendor", "venv", "site-packages"))


class Found(NamedTuple):
    """A file to read: its path, how reports print it, and the folder whose walk found it (None: it was named)."""

    path: str
    shown: str
    folder: str | None


def shown(path: str) -> str:
    """Return a path as reports print it: relative to the current folder where it lies below it, with '/'."""
    path = os.path.normpath(path)
    if os.path.isabs(path):
        try:
            relative = os.path.relpath(path)
        except ValueError:  # another drive
            relative = os.pardir
        path = path if relative.split(os.sep, 1)[0] == os.pardir else relative
    return path.replace(os.sep, "/")


def files(
    paths: Iterable[str], settings: Callable[[str], Settings], complain: Callable[[UserError], None]
) -> Iterator[Found]:
    """Yield the files of a run in order, without those that their settings leave out.

    Without a path, README.md of this folder; a UserError where there is none. Folders are walked for Markdown files.
    settings: those that hold for a path. complain: told of the folders that cannot be read.
    """
    for path in list(paths) or [_readme()]:
        if not settings(path).excludes(path):
            if os.path.isdir(path):
                yield from _walk(path, settings, complain)
            else:
                yield Found(path, shown(path), None)


def no_list(folder: str) -> UserError:
    """Return the error for a folder in which no list was found."""
    advice = "A list has at least five entries with links. Name a file to lint it anyway."
    other = _other_readme(folder)
    if other:
        advice = f"There is {other}, but awesome-lint reads Markdown only. {advice}"
    return UserError(f"{shown(folder)} contains no list", advice)


def _readme() -> str:
    for name in _names(os.curdir):
        if name.lower() in ("readme.md", "readme.markdown"):
            return name
    other = _other_readme(os.curdir)
    if other:
        raise UserError(f"{other} is not Markdown", "awesome-lint reads Markdown only. Name the file of the list.")
    raise UserError("no README.md in this folder", "Name the file of the list: `awesome-lint PATH`.")


def _other_readme(folder: str) -> str | None:
    """Return the name of a README in another language, `README.rst` above all."""
    return next(
        (name for name in _names(folder) if name.lower().startswith("readme.") and not _is_markdown(name)), None
    )


def _names(folder: str) -> list[str]:
    """Return what stands in a folder, sorted; nothing for one that cannot be read."""
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def leads_out(path: str, folder: str) -> bool:
    """Whether a file in a folder is a link to one outside."""
    target, top = os.path.realpath(path), os.path.realpath(folder)
    return not target.startswith(os.path.join(top, ""))


def _is_markdown(name: str) -> bool:
    return name.lower().endswith(_MARKDOWN)


def _walk(folder: str, settings: Callable[[str], Settings], complain: Callable[[UserError], None]) -> Iterator[Found]:
    def unreadable(error: OSError) -> None:
        complain(UserError(f"{shown(error.filename)} cannot be read", f"{error.strerror}. Nothing in it was checked."))

    links = []
    for root, folders, names in os.walk(folder, onerror=unreadable):
        own = settings(root)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and name not in _SKIPPED and not own.excludes(os.path.join(root, name))
        )
        for name in sorted(names):
            path = os.path.join(root, name)
            if _is_markdown(name) and not name.startswith(".") and not own.excludes(path):
                if os.path.islink(path):
                    links.append(Found(path, shown(path), folder))
                else:
                    yield Found(path, shown(path), folder)
    yield from links  # after what they may lead to, which is read once and reported by its own name
