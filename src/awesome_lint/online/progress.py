"""How far the pass is, on a terminal only."""

import sys
import time

from awesome_lint.terminal import is_terminal


class Progress:
    """Writes one line over and over; a program that reads standard error sees nothing of it."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.shows = is_terminal(sys.stderr)
        self._last = 0.0
        self._width = 0

    def __call__(self, done: int) -> None:
        """Tell that so many targets are settled."""
        now = time.monotonic()
        if self.shows and now - self._last > 0.1:
            self._last = now
            self._write(f"checked {done} of {self.total} links")

    def end(self) -> None:
        """Take the line away."""
        if self.shows and self._width:
            self._write("")
            self._write("")

    def _write(self, text: str) -> None:
        try:
            sys.stderr.write(f"\r{text:{self._width}}\r" if not text else f"\r{text:{self._width}}")
            sys.stderr.flush()
        except (OSError, ValueError):
            self.shows = False
        self._width = len(text)
