"""Which files a run reads."""

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from awesome_lint.errors import UserError
from awesome_lint.settings import Settings

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
_SKIPPED = frozenset(("node_modules", "__pycache__", "vendor", "venv", "site-packages"))


class Found(NamedTuple):
    """A file to read: its path, how reports print it, and whether the command line named it."""

    path: str
    shown: str
    named: bool


def shown(path: str) -> str:
    """Return a path as reports print it: relative to the current folder where it lies below it, with '/'."""
    path = os.path.normpath(path)
    if os.path.isabs(path):
        try:
            relative = os.path.relpath(path)
        except ValueError:  # another drive
            relative = path
        path = path if relative.startswith("..") else relative
    return path.replace(os.sep, "/")


def files(paths: Iterable[str], settings: Settings) -> Iterator[Found | UserError]:
    """Yield the files of a run in order; for a path that gives none, the error that says so."""
    try:
        paths = list(paths) or [_readme(os.curdir)]
    except UserError as error:
        yield error
        return
    for path in paths:
        if os.path.isdir(path):
            inside = list(_walk(path, settings))
            yield from inside
            if not inside:
                advice = "Name the file of the list, or another folder."
                yield UserError(f"{shown(path)} holds no Markdown file", advice)
        elif not settings.excludes(path):
            yield Found(path, shown(path), True)


def _readme(folder: str) -> str:
    names = sorted(os.listdir(folder))
    for name in names:
        if name.lower() in ("readme.md", "readme.markdown"):
            return name
    other = next((name for name in names if name.lower().startswith("readme.")), None)
    if other:
        return other  # reading it says what it is, and what is read instead
    raise UserError("no README.md in this folder", "Name the file of the list: `awesome-lint PATH`.")


def _walk(folder: str, settings: Settings) -> Iterator[Found]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and name not in _SKIPPED and not settings.excludes(os.path.join(root, name))
        )
        for name in sorted(names):
            path = os.path.join(root, name)
            if name.lower().endswith(_MARKDOWN) and not settings.excludes(path):
                yield Found(path, shown(path), False)
