"""The guard of fixes that end an HTML block above a heading or a list: the block is put together again.

A blank line is all that such a fix may write. What it lets go may become anything but code, and no link is lost.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from awesome_lint.diagnostic import Edit, Span
from awesome_lint.fixing.changed import Change, GuardError
from awesome_lint.fixing.edits import Shift
from awesome_lint.fixing.stream import Leaf
from awesome_lint.spans import SpanSet

if TYPE_CHECKING:
    from awesome_lint.document import Document

_CODE = ("fence", "code_block")


def undivided(before: "Document", old: Sequence[Leaf], new: Sequence[Leaf], cuts: Sequence[Change]) -> list[Leaf]:
    """Return the stream after a pass with the HTML blocks, and the numbers of lines, of the one before.

    old, new: the streams before and after. cuts: the changes that parted blocks, and no others were made. Raises
    GuardError where a cut made anything but Markdown of what stood in a block.
    """
    lines = [before.source.line_at(cut.old.start) for cut in cuts]
    blank = [line + count for count, line in enumerate(lines)]  # as the new text counts
    left = [leaf._replace(lines=(_back(leaf.lines[0], blank), _back(leaf.lines[1], blank))) for leaf in new]
    parted = {
        leaf.lines[0]: index
        for index, leaf in enumerate(old)
        if leaf.kind == "html_block" and _between(lines, leaf.lines[0] + 1, leaf.lines[1])
    }
    boxes, boxes_after = _boxes(old), _boxes(new)
    found = []
    at = 0
    while at < len(left):
        leaf = left[at]
        index = parted.get(leaf.lines[0]) if leaf.kind == "html_block" else None
        stop = at + 1
        if index is not None:
            block = old[index]
            while left[stop].kind != "end" and left[stop].lines[1] <= block.lines[1]:
                stop += 1
            _check_parts(left[at:stop], _between(lines, block.lines[0] + 1, block.lines[1]))
            leaf = block._replace(lead=leaf.lead)
            if boxes_after[stop] == boxes[index + 1]:
                left[stop] = left[stop]._replace(lead=old[index + 1].lead)
        found.append(leaf)
        at = stop
    return found


def _back(line: int, blank: Sequence[int]) -> int:
    """Return the old number of a line."""
    return line - bisect_left(blank, line)


def _between(lines: Sequence[int], first: int, stop: int) -> Sequence[int]:
    return lines[bisect_left(lines, first) : bisect_left(lines, stop)]


def _boxes(stream: Sequence[Leaf]) -> list[tuple[str, ...]]:
    """Return the boxes in which each leaf of a stream stands."""
    found = []
    opened: list[str] = []
    for leaf in stream:
        for box in leaf.lead:
            if not box.endswith("_close"):
                opened.append(box)
            elif opened:
                opened.pop()
        found.append(tuple(opened))
    return found


def _check_parts(parts: Sequence[Leaf], cuts: Sequence[int]) -> None:
    """What a block was parted into begins, below each cut, with a box, and is no code."""
    for part in parts:
        if part.kind in _CODE:
            raise GuardError("what stood in HTML became code", part.lines[0] + 1)
    ends = {part.lines[1] for part in parts if part.kind == "html_block"}
    begins = {part.lines[0] for part in parts if part.lead}
    for line in cuts:
        if line not in ends or line not in begins:
            raise GuardError("no HTML ends there, or nothing begins", line + 1)


def parted_regions(before: "Document", after: "Document", changes: Sequence[Change]) -> list[tuple[Span, Span]]:
    """Return where text came out of HTML blocks, in the old text and in the new one. Raises GuardError."""
    cuts = [change for change in changes if "html" in change.guards]
    if not cuts:
        return []
    forward = Shift([Edit(old, after.text[new.start : new.end]) for old, new, _ in changes])
    regions: dict[int, tuple[Span, Span]] = {}  # by the end of the block
    for cut in cuts:
        block = before.block_at(cut.old.start)
        if block is None or cut.old.end > cut.old.start or after.raw(cut.new).strip("> \t\r\n"):
            raise GuardError("a fix of HTML wrote more than a blank line", before.line_of(cut.old.start))
        end = block.span.end
        new = Span(cut.new.start, forward.offset(end))
        regions.setdefault(end, (Span(cut.old.start, end), new))
    _check_links(before, after, list(regions.values()))
    return list(regions.values())


def _check_links(before: "Document", after: "Document", regions: Sequence[tuple[Span, Span]]) -> None:
    """The links that stood in HTML are there, in their order."""
    old, new = (SpanSet(region[side] for region in regions) for side in (0, 1))
    left = iter(link.url for link in (*after.links, *after.images) if new.overlaps(link.span))
    for link in (*before.links, *before.images):
        if old.overlaps(link.span) and link.url not in left:
            raise GuardError(f"the link to {link.url} was lost", before.line_of(link.span.start))
