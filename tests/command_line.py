"""The list that the tests of the command run on, and the command as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence

import pytest

ENTRIES = "".join(f"- [Cell {name}](https://example.org/{name}) - One.\n" for name in "abcdef")
CLEAN = f"# Awesome\n\n{ENTRIES}"
# One error with a safe fix, one warning with a safe fix; under --select, what other rules think of it is no matter.
BAD = CLEAN.replace("[Cell b](", "[Cell b] (").replace(
    "[Cell c](https://example.org/c) - One.", "[Cell c](https://example.org/c) - One. "
)
BAD_LINES = ["README.md:4:", "README.md:5:"]
RULES = "spaced-link,trailing-space"
Run = Callable[..., "Outcome"]
needs_posix = pytest.mark.skipif(os.name != "posix", reason="POSIX only")


class Outcome:
    def __init__(self, status: int, out: str, err: str) -> None:
        self.status = status
        self.out = out
        self.err = err


def process(
    *arguments: str, data: bytes = b"", env: dict[str, str] | None = None, python: Sequence[str] = ()
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, *python, "-m", "awesome_lint", "--select", RULES, *arguments]
    return subprocess.run(command, input=data, capture_output=True, env={**os.environ, **(env or {})}, check=False)
