"""Printing that never fails: any encoding, a closed pipe, and control characters that must not reach a terminal."""

import os
import sys
from typing import TextIO

from awesome_lint.patterns import lazy

# C0 but tab and line feed, DEL, C1, line and paragraph separators, and the marks that reorder or hide text.
_UNSEEN = lazy("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]")
_COLOURS = {"error": "31", "warning": "33", "info": "36", "bold": "1", "faint": "2", "added": "32", "removed": "31"}


class ClosedPipe(Exception):
    """Whoever read standard output went away; there is nothing left to do."""


def visible(text: str) -> str:
    """Return a text with the characters that nobody sees written as escapes."""
    return _UNSEEN.sub(lambda match: f"\\x{ord(match[0]):02x}" if match[0] < "\xff" else f"\\u{ord(match[0]):04x}", text)


def say(text: str, stream: TextIO | None = None) -> None:
    """Write a text and a line end; characters that the stream cannot encode are written as escapes."""
    stream = stream or sys.stdout
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    except BrokenPipeError:
        raise ClosedPipe from None


def flush() -> None:
    """Write out what is buffered."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise ClosedPipe from None


def abandon_output() -> None:
    """Keep the interpreter from complaining at exit about the pipe that was closed."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def wants_colour(stream: TextIO) -> bool:
    """Whether to write colours: FORCE_COLOR and NO_COLOR have their say, then whether it is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


class Paint:
    """Puts colours around words, or nothing."""

    def __init__(self, on: bool) -> None:
        self.on = on

    def __call__(self, text: str, colour: str) -> str:
        """Return the text in a colour: a severity, 'bold', 'faint', 'added' or 'removed'."""
        return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m" if self.on else text
