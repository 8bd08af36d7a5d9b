"""A piece of a source line that fits a terminal, and where in it the columns are that are meant."""

import unicodedata

from awesome_lint.named import NamedTuple
from awesome_lint.terminal import visible

_CUT = "…"
_TAB = "    "


class Excerpt(NamedTuple):
    """What is shown of a line; `column` and `width` of what is meant, in columns of the terminal, from 0."""

    shown: str
    column: int
    width: int


def excerpt(line: str, start: int, end: int, width: int) -> Excerpt:
    """Return at most `width` columns of a line, around [start, end): all of it, or a third of the rest before it.

    Invisible characters are escaped, a tab is four columns; wide characters count as two, combining ones as none.
    """
    if not fits(line, width):
        width -= 2 * len(_CUT)
    _, taken = _take(line[start:end], width)
    room = width - taken
    _, wanted = _take(line[end:], room)
    return _around(line, start, end, width, max(room - wanted, room // 3))


def excerpts(old: str, new: str, width: int) -> tuple[str, str]:
    """Return at most `width` columns of two lines, both from the same column on, with what differs between them."""
    if fits(old, width) and fits(new, width):
        return excerpt(old, 0, 0, width).shown, excerpt(new, 0, 0, width).shown
    width -= 2 * len(_CUT)
    start = next((at for at, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), 0)
    wanted = max(_take(line[start:], width)[1] for line in (old, new))
    lead = max(width - wanted, width // 3)
    return _around(old, start, start, width, lead).shown, _around(new, start, start, width, lead).shown


def fits(line: str, width: int) -> bool:
    """Whether a line takes no more columns than that."""
    return len(_take(line, width)[0]) == len(line)


def _around(line: str, start: int, end: int, width: int, room: int) -> Excerpt:
    """Return `width` columns of a line, up to `room` of them before `start`, and the marks where it is cut."""
    meant, taken = _take(line[start:end], width)
    stop = start + len(meant)
    before, used = _take_or_all(line[:start][::-1], room)
    after, _ = _take_or_all(line[stop:], width - taken - used)
    lead = (_CUT if len(before) < start else "") + "".join(reversed(before))
    tail = "".join(after) + (_CUT if stop + len(after) < len(line) else "")
    return Excerpt(lead + "".join(meant) + tail, columns(lead), max(1, taken))


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes, all of whose characters are visible."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _take_or_all(text: str, room: int) -> tuple[list[str], int]:
    """Take what fits, and all of a text that fits where the mark would stand that it is cut."""
    return _take(text, room + len(_CUT) if fits(text, room + len(_CUT)) else room)


def _take(text: str, room: int) -> tuple[list[str], int]:
    """Return the first characters that fit, each as it is shown, and the columns they take."""
    taken, used = [], 0
    for character in text:
        shown = _TAB if character == "\t" else visible(character)
        if used + columns(shown) > room:
            break
        used += columns(shown)
        taken.append(shown)
    return taken, used


def _width(character: str) -> int:
    if character < "\u0300":
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
