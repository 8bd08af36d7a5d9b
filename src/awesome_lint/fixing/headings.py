"""The guard of fixes that make a heading of a line: the paragraph it was a line of is put together again."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from awesome_lint.fixing.stream import Leaf

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.fixing.changed import Change

_PARAGRAPH = "p "  # what opens a paragraph, in a leaf's lead
_CLOSES = {"heading_close": "paragraph_close"}


def rejoined(before: "Document", old: Sequence[Leaf], new: Sequence[Leaf], changes: "Sequence[Change]") -> list[Leaf]:
    """Return the stream after a pass with each new heading read as the line of a paragraph that it was.

    old, new: the streams before and after. Where anything but headings came to be, the new stream stays as it is, and
    differs from the old one.
    """
    lines = {before.source.line_at(change.old.start) for change in changes if "heading" in change.guards}
    touched = {leaf.lines[0]: leaf for leaf in old if leaf.kind == "inline" and lines & set(range(*leaf.lines))}
    return list(_joined(touched, list(new)))


def _joined(touched: dict[int, Leaf], new: list[Leaf]) -> Iterator[Leaf]:
    at = 0
    while at < len(new):
        paragraph = touched.get(new[at].lines[0])
        stop = at
        while paragraph and stop < len(new) and new[stop].kind == "inline" and new[stop].lines[1] <= paragraph.lines[1]:
            stop += 1
        if paragraph and stop > at and _is_same(paragraph, new[at:stop]):
            yield paragraph._replace(lead=(*new[at].lead[:-1], _PARAGRAPH))
            if _level(new[stop - 1]) and stop < len(new):
                closing, *rest = new[stop].lead
                new[stop] = new[stop]._replace(lead=(_CLOSES.get(closing, closing), *rest))
            at = stop
        else:
            yield new[at]
            at += 1


def _is_same(paragraph: Leaf, parts: list[Leaf]) -> bool:
    """Whether a paragraph's lines are now these headings and paragraphs, and nothing stands between them."""
    if any(len(part.lead) != 2 for part in parts[1:]) or any(
        part.lead[-1:] != (_PARAGRAPH,) and not _level(part) for part in parts
    ):
        return False
    written = [line for part in parts for line in _lines(part)]
    return paragraph.token is not None and written == [_bare(line) for line in paragraph.token.content.split("\n")]


def _lines(part: Leaf) -> list[str]:
    assert part.token is not None
    return [_bare("#" * _level(part) + line) for line in part.token.content.split("\n")]


def _bare(line: str) -> str:
    """Return a line without the spaces around it, and the marks that may close a heading."""
    line = line.strip()
    return line.rstrip("#").rstrip() if line.startswith("#") else line


def _level(part: Leaf) -> int:
    """Return the level of a heading, 0 for anything else."""
    opens = part.lead[-1] if part.lead else ""
    return int(opens[1]) if opens[:1] == "h" and opens[1:2].isdigit() else 0
