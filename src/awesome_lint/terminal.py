"""Printing that never fails: any encoding, a closed pipe, and control characters that must not reach a terminal."""

import errno
import os
import sys
from contextlib import suppress
from stat import S_ISREG
from typing import Final, TextIO

from awesome_lint.errors import UserError
from awesome_lint.patterns import lazy

# C0 but tab and line feed, DEL, C1, line and paragraph separators, the marks that reorder or hide text, surrogates.
UNSEEN: Final = lazy(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
# What begins a command for a runner: two colons, with nothing that is seen before them.
_COMMAND: Final = lazy(r"(^|[\r\n])((?:[^\S\r\n]|\x1b\[[0-9;]*m)*)::")
_COLOURS: Final = {
    "error": "31",
    "warning": "33",
    "info": "36",
    "bold": "1",
    "faint": "2",
    "added": "32",
    "removed": "31",
}
_GONE = (errno.EPIPE, errno.EINVAL)  # the second is what Windows says of a closed pipe
_WIDTH = 110


def visible(text: str) -> str:
    """Return a text with the characters that nobody sees, and those that command a terminal, written as escapes."""
    return UNSEEN.sub(lambda match: _escape(ord(match[0])), text)


def _escape(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def inert(text: str) -> str:
    """Return a text of which a runner of GitHub Actions takes nothing for a command: it reads every line of a log."""
    if "::" not in text and "##[" not in text:
        return text
    # Older runners read `##[` anywhere in a line as the beginning of a command.
    return _COMMAND.sub(r"\1\2: :", text).replace("##[", "## [")


def unheeded(data: bytes) -> bytes:
    """Return a diff between two lines that keep a runner from obeying it, and that `git apply` and `patch` skip."""
    from secrets import token_hex

    word = token_hex(16).encode()
    return b"::stop-commands::%b\n%b::%b::\n" % (word, data, word) if data else data


def in_log() -> bool:
    """Whether standard output ends in the log of a runner of GitHub Actions, as far as can be told: not in a file."""
    with suppress(OSError, ValueError, AttributeError):
        return _in_actions() and not S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    return False


def _in_actions() -> bool:
    return os.environ.get("GITHUB_ACTIONS") == "true"


def say(text: str, stream: TextIO | None = None) -> None:
    """Write a text and a line end; characters that the stream cannot encode are written as escapes."""
    stream = stream or sys.stdout
    if stream is None:  # started with the output closed
        return
    if _in_actions():
        text = inert(text)
    encoding = stream.encoding or "utf-8"
    with _Guard(stream):
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")


def put(data: bytes, stream: TextIO | None = None) -> None:
    """Write bytes as they are: what programs read is UTF-8 whatever the terminal's encoding."""
    stream = stream or sys.stdout
    if stream is None:
        return
    with _Guard(stream):
        stream.flush()
        stream.buffer.write(data)


def flush() -> None:
    """Write out what is buffered."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with _Guard(stream):
                stream.flush()


def complain(error: UserError) -> None:
    """Print an error on standard error: its title, and below it what to do; further paragraphs as they are."""
    from textwrap import fill

    first, *rest = error.advice.split("\n\n", 1)
    advice = fill(visible(first), 100, break_long_words=False, break_on_hyphens=False)
    say(f"error: {visible(error.title)}", sys.stderr)
    for paragraph in [advice, *map(visible, rest)] if first else []:
        say(f"\n{paragraph}", sys.stderr)


class _Guard:
    """Keeps the errors of a stream from ending the run.

    When whoever read it went away, what is left to say goes nowhere, and the run ends as it would have. A full disk is
    a UserError; the interpreter does not meet it again at its exit.
    """

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if not isinstance(error, OSError):
            return False
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.stream.fileno())
        if self.stream is sys.stderr or error.errno in _GONE:
            return True
        raise UserError(f"standard output cannot be written: {error.strerror}", "Send it elsewhere.") from None


def wants_colour(stream: TextIO | None) -> bool:
    """Whether to write colours: NO_COLOR and FORCE_COLOR have their say, then whether it is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    if not is_terminal(stream) or os.environ.get("TERM") == "dumb":
        return False
    # The old console of Windows prints the codes; the new one, and what imitates Unix, say who they are.
    return os.name != "nt" or "WT_SESSION" in os.environ or "TERM" in os.environ


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person reads the stream."""
    return stream is not None and not stream.closed and stream.isatty()


def width() -> int:
    """Return the columns to write for: COLUMNS, else the terminal's, else 110; within bounds that people can read."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return min(max(int(columns), 40), 200)
    for number in (1, 2):
        with suppress(OSError, ValueError):
            return min(max(os.get_terminal_size(number).columns, 40), 200)
    return _WIDTH


class Paint:
    """Puts colours around words, or nothing."""

    def __init__(self, on: bool) -> None:
        self.on = on

    def __call__(self, text: str, colour: str) -> str:
        """Return the text in a colour: a severity, 'bold', 'faint', 'added' or 'removed'."""
        return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m" if self.on and text else text
