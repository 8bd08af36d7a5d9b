"""The words of a text, for the rules that look them up in a table."""

from typing import TYPE_CHECKING

from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.document import Document

_WORD = lazy(r"[A-Za-z0-9][\w.]+")
_JOINED = frozenset("/.@-_#+:\\'’")  # what joins a word to a path, an address or another word


def words_of(outline: str) -> frozenset[str]:
    """Return the different words of an outline, without the period that ends a sentence; 'Node.js' is one."""
    return frozenset({word.rstrip(".") for word in set(_WORD.findall(outline))})


def stands_alone(outline: str, start: int, end: int) -> bool:
    """Whether the word outline[start:end] is not part of a path, an address or a compound."""
    before, after = outline[start - 1 : start], outline[end : end + 1]
    if before.isalnum() or (before and before in _JOINED):
        return False
    if after in ("'", "’", ".", ":") and not outline[end + 1 : end + 2].isalnum():
        return True  # the end of a sentence, or a possessive
    if after in ("'", "’"):
        return outline[end + 1 : end + 2] == "s"
    return not after.isalnum() and not (after and after in _JOINED)


def in_title(doc: "Document", at: int) -> bool:
    """Whether an offset stands in the title of an entry, which is as its author wrote it."""
    entry = next((one for one in reversed(doc.entries) if one.span.start <= at), None)
    title = entry.parts.title.span if entry else None
    return title is not None and title.start <= at < title.end
