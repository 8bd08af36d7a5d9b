"""What one whole process costs: time and peak memory, as the system counts them. POSIX only.

Run as a script, this file is the launcher: it starts one command, waits, and prints the cost. It is a process
of its own because a child's peak memory never reads lower than that of the process which started it.
"""

import os
import subprocess
import sys
import time
from typing import NamedTuple

# Findings are not a failure here, and with this option every exit status but 0 is one.
LINT = [sys.executable, "-I", "-m", "awesome_lint", "--exit-zero"]
_PARSING = """
import sys
from markdown_it import MarkdownIt
with open(sys.argv[1], encoding="utf-8") as file:
    text = file.read()
MarkdownIt("commonmark").enable("table").parse(text)
"""
PARSE = [sys.executable, "-I", "-c", _PARSING]
_BYTES_PER_UNIT = 1 if sys.platform == "darwin" else 1024


class Cost(NamedTuple):
    """wall: seconds from start to end; cpu: seconds of processor time; memory: peak resident size in MiB."""

    wall: float
    cpu: float
    memory: float


def measure(command: list[str], *, cores: int = 0, accepted: tuple[int, ...] = (0,)) -> Cost:
    """Run a command, its output thrown away, and return its cost; memory is that of its largest process.

    The first word is the path of a program. cores: how many it may use, 0 for all (Linux only).
    An exit status other than the accepted ones is a RuntimeError.
    """
    launcher = [sys.executable, "-I", os.path.abspath(__file__), str(cores)]
    run = subprocess.run(
        [*launcher, *command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True
    )
    status, *figures = run.stdout.split()
    if int(status) not in accepted:
        raise RuntimeError(f"{' '.join(command)} ended with {status}")
    return Cost(*map(float, figures))


def lint(path: str) -> Cost:
    """Return the cost of one run of the linter over a file, whether or not it finds something."""
    return measure([*LINT, path])


def parse(path: str) -> Cost:
    """Return the cost of a process that imports markdown-it-py, parses the file and does nothing else."""
    return measure([*PARSE, path])


def cheapest(costs: list[Cost]) -> Cost:
    """Return the least of each figure: what the work costs when nothing disturbs it."""
    return Cost(*(min(figures) for figures in zip(*costs, strict=True)))


def _launch(cores: int, command: list[str]) -> None:
    if cores:
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
    to_nowhere = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)
    start = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=[to_nowhere])
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - start
    cpu = usage.ru_utime + usage.ru_stime
    print(os.waitstatus_to_exitcode(status), wall, cpu, usage.ru_maxrss * _BYTES_PER_UNIT / 2**20)


if __name__ == "__main__":
    _launch(int(sys.argv[1]), sys.argv[2:])
