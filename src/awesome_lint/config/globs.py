"""Path patterns of the settings, written as in .gitignore."""

import re
from collections.abc import Iterable

from awesome_lint.errors import UserError
from awesome_lint.patterns import lazy

_PIECE = lazy(r"\*\*/|/\*\*|\*\*|\*|\?|\[!?\]?[^\]/]*\]|.", re.DOTALL)
_ALL = {"**/": "(?:[^/]+/)*", "/**": "(?:/.+)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def matcher(patterns: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern whose `match` tells whether a relative path with '/' is meant; None for no patterns.

    `*` and `?` stop at '/', `**` does not. A pattern without '/' names a file or folder at any depth; with one it
    starts at the top. What names a folder covers everything below it.
    """
    parts = [_compiled(pattern).pattern for pattern in patterns]
    return re.compile(f"(?:{'|'.join(parts)})(?:/|$)") if parts else None


def _compiled(pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(_translate(pattern))
    except re.error as error:
        advice = f"{error.msg.capitalize()}. Write it as in .gitignore."
        raise UserError(f"'{pattern}' is not a valid path pattern", advice) from None


def _translate(pattern: str) -> str:
    pattern = pattern.rstrip("/")
    pattern = pattern[1:] if pattern.startswith("./") else pattern
    prefix = "" if "/" in pattern else "(?:[^/]+/)*"
    return prefix + "".join(_piece(match.group()) for match in _PIECE.finditer(pattern.removeprefix("/")))


def _piece(piece: str) -> str:
    if piece in _ALL:
        return _ALL[piece]
    if len(piece) > 2 and piece.startswith("["):
        inner = piece[1:-1].replace("\\", "\\\\")
        return f"[^{inner[1:]}]" if inner.startswith("!") else f"[{inner}]"
    return re.escape(piece)
