"""A list in a real repository, and git as the tests of what changed use it."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

NAMES = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu".split()
OLD = "# Awesome Cells\n\n## Things\n\n" + "".join(
    f"- [Cell {name}](https://example.org/{name}) - One about {name} things. \n" for name in NAMES
)
GOOD = "- [Cell nu](https://example.org/nu) - One about nu things.\n"
BAD = "- [Cell nu] (https://example.org/nu) - One about nu things.\n"
Run = Callable[..., "Outcome"]


class Outcome:
    def __init__(self, status: int, out: str, err: str) -> None:
        self.status = status
        self.out = out
        self.err = err

    @property
    def rules(self) -> list[str]:
        return re.findall(r": (?:error|warning|info)\[([\w-]+)\] ", self.out)


def git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], capture_output=True, check=True)
    return done.stdout.decode()


def commit(text: str | bytes, name: str = "README.md") -> None:
    write(text, name)
    git("add", "-A")
    git("commit", "-q", "--allow-empty", "-m", "change")


def write(text: str | bytes, name: str = "README.md") -> None:
    Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())


def plain(names: list[str], ending: str = "") -> str:
    return "".join(f"- [{name}](https://example.org/{name}) - One about {name} things{ending}\n" for name in names)
