"""What a fix would do, as a few lines with `-` and `+`."""

from collections.abc import Iterator, Sequence

from awesome_lint.diagnostic import Edit, Fix
from awesome_lint.named import NamedTuple
from awesome_lint.report.excerpt import excerpt, excerpts
from awesome_lint.source import Source

_MOST = 6  # lines; the rest is counted


class Line(NamedTuple):
    """One line of a preview: '-' with its number in the file, '+' with 0, or ' ' for a remark."""

    sign: str
    number: int
    text: str


def preview(source: Source, fix: Fix, width: int) -> list[Line]:
    """Return the lines that a fix takes away and puts, each at most `width` columns, around what differs."""
    lines = [line for edits in _neighbours(source, fix) for line in _changes(source, edits, width)]
    if len(lines) > _MOST:
        lines[_MOST - 1 :] = [Line(" ", 0, f"… and {len(lines) - _MOST + 1} more lines")]
    return lines


def _neighbours(source: Source, fix: Fix) -> Iterator[list[Edit]]:
    """Yield the edits of a fix in groups that share lines."""
    group: list[Edit] = []
    for edit in sorted(fix.edits, key=lambda edit: edit.span):
        if group and source.line_at(edit.span.start) > source.line_at(group[-1].span.end):
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _changes(source: Source, edits: Sequence[Edit], width: int) -> Iterator[Line]:
    first, last = source.line_at(edits[0].span.start), source.line_at(edits[-1].span.end)
    at, end = source.line_starts[first], source.line_ends[last]
    pieces = []
    for edit in edits:
        pieces += [source.text[at : edit.span.start], edit.text]
        at = edit.span.end
    old = [source.line_text(index) for index in range(first, last + 1)]
    new = _lines("".join([*pieces, source.text[at:end]]))
    while old and new and old[0] == new[0]:
        del old[0], new[0]
        first += 1
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    if len(old) != len(new):
        yield from (Line("-", first + at + 1, _dotted(excerpt(line, 0, 0, width).shown)) for at, line in enumerate(old))
        yield from (Line("+", 0, _dotted(excerpt(line, 0, 0, width).shown)) for line in new)
        return
    pairs = {at: excerpts(*pair, width) for at, pair in enumerate(zip(old, new, strict=True)) if pair[0] != pair[1]}
    yield from (Line("-", first + at + 1, _dotted(pair[0])) for at, pair in pairs.items())
    yield from (Line("+", 0, _dotted(pair[1])) for pair in pairs.values())


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _dotted(text: str) -> str:
    """Return a line with the spaces at its end as dots."""
    bare = text.rstrip(" ")
    return bare + "·" * (len(text) - len(bare))
