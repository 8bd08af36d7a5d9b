"""`python benchmarks/linear.py`: whether ten times the entries cost ten times as much.

Whole runs of `python -I -m awesome_lint` over made-up lists of two lengths. The package has to be installed.
"""

import argparse
import os
import sys
import tempfile

from lists import make_list
from measure import Cost, cheapest, lint

_LENGTHS = (10_000, 100_000)
_COLUMNS = ("entries", "KB", "wall s", "cpu s", "MiB", "µs/entry", "KiB/entry")


def main(argv: list[str] | None = None) -> int:
    """Measure and print the table; return 0."""
    parser = argparse.ArgumentParser(description="Measure how the cost of awesome-lint grows with the list.")
    parser.add_argument("--entries", type=int, nargs=2, default=_LENGTHS, metavar=("FEW", "MANY"))
    parser.add_argument("--runs", type=int, default=2, help="measured runs of each length (default: 2)")
    options = parser.parse_args(argv)
    print("".join(f"{column:>12}" for column in _COLUMNS))
    costs = []
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, ".awesome-lint.toml"), "w", encoding="utf-8") as file:
            file.write("max-size = 1_000_000_000\n")
        for entries in options.entries:
            path = os.path.join(folder, f"{entries}.md")
            with open(path, "w", encoding="utf-8", newline="\n") as file:
                file.write(make_list(entries))
            costs.append(cheapest([lint(path) for _ in range(options.runs)]))
            print(_row(entries, os.path.getsize(path), costs[-1]), flush=True)
    few, many = costs
    growth = options.entries[1] / options.entries[0]
    print(f"{growth:g} times the entries cost {many.cpu / few.cpu:.1f} times the processor time", end=" ")
    print(f"and {many.memory / few.memory:.1f} times the memory")
    return 0


def _row(entries: int, size: int, cost: Cost) -> str:
    figures = (
        f"{entries}",
        f"{size / 1000:.0f}",
        f"{cost.wall:.2f}",
        f"{cost.cpu:.2f}",
        f"{cost.memory:.0f}",
        f"{cost.cpu / entries * 1e6:.0f}",
        f"{cost.memory * 1024 / entries:.1f}",
    )
    return "".join(f"{figure:>12}" for figure in figures)


if __name__ == "__main__":
    sys.exit(main())
