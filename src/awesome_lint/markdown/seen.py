"""What a reader sees of a stretch of Markdown."""

from awesome_lint.markdown import outline as marks
from awesome_lint.patterns import lazy

_CONTROL = lazy(r"([\x00-\x1f])\1*")
_SPACE = lazy(r"\s+")


def seen(text: str, outline: str, start: int, end: int) -> str:
    """Return text[start:end] without markup and images; code, entities and escapes as they are read, one space a gap."""
    return _SPACE.sub(" ", as_read(text, outline, start, end)).strip()


def as_read(text: str, outline: str, start: int, end: int) -> str:
    """Return text[start:end] likewise, with every space that it has: anchors are made of them."""
    pieces, at = [], start
    for match in _CONTROL.finditer(outline, start, end):
        pieces.append(outline[at : match.start()])
        at = match.end()
        pieces.append(_mark_as_read(match[1], text[match.start() : at]))
    pieces.append(outline[at:end])
    return "".join(pieces)


def _mark_as_read(mark: str, source: str) -> str:
    if mark == marks.ENTITY:
        from html import unescape

        return unescape(source)
    if mark == marks.CODE:
        return source.strip("`")
    if mark == marks.LITERAL:
        return source
    return " " if mark in (marks.BREAK, "\n", "\t", "\r") else ""
