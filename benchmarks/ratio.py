"""`python benchmarks/ratio.py [FILE ...]`: what linting a file costs beside only parsing it.

Two whole processes take turns on each file: `python -I -m awesome_lint --exit-zero FILE`, and one that only
imports markdown-it-py and parses the file. The table gives the least of several runs and how many times the
second the first takes. Without a file, two made-up lists of 12 KB and 400 KB are measured. The package has
to be installed.
"""

import argparse
import os
import sys
import tempfile

from lists import make_list_of_size
from measure import Cost, cheapest, lint, parse

_SIZES = (12_000, 400_000)
_COLUMNS = ("KB", "parse ms", "lint ms", "ratio", "parse MiB", "lint MiB", "ratio")


def main(argv: list[str] | None = None) -> int:
    """Measure and print the table; return 0."""
    parser = argparse.ArgumentParser(description="Measure whole runs of awesome-lint against bare parsing.")
    parser.add_argument("files", nargs="*", metavar="FILE", help="Markdown files (default: made-up lists)")
    parser.add_argument("--runs", type=int, default=15, help="measured runs of each process (default: 15)")
    parser.add_argument("--clock", choices=("wall", "cpu"), default="wall", help="time that passed, or processor time")
    options = parser.parse_args(argv)
    print(f"{options.clock} time, least of {options.runs} runs")
    print(f"{'file':<24}" + "".join(f"{column:>11}" for column in _COLUMNS))
    with tempfile.TemporaryDirectory() as folder:
        for path in options.files or _made_up(folder):
            parsing, linting = compare(os.path.abspath(path), options.runs)
            print(_row(path, getattr(parsing, options.clock), getattr(linting, options.clock), parsing, linting))
    return 0


def compare(path: str, runs: int) -> tuple[Cost, Cost]:
    """Return the least cost of parsing and of linting a file."""
    for warm_up in (parse, lint):
        warm_up(path)  # not counted: these write the bytecode and fill the file cache
    pairs = [(parse(path), lint(path)) for _ in range(runs)]
    return cheapest([pair[0] for pair in pairs]), cheapest([pair[1] for pair in pairs])


def _made_up(folder: str) -> list[str]:
    paths = []
    for size in _SIZES:
        paths.append(os.path.join(folder, f"made-up-{size // 1000}KB.md"))
        with open(paths[-1], "w", encoding="utf-8", newline="\n") as file:
            file.write(make_list_of_size(size))
    return paths


def _row(path: str, parse_time: float, lint_time: float, parsing: Cost, linting: Cost) -> str:
    figures = (
        f"{os.path.getsize(path) / 1000:.0f}",
        f"{parse_time * 1000:.1f}",
        f"{lint_time * 1000:.1f}",
        f"{lint_time / parse_time:.2f}",
        f"{parsing.memory:.1f}",
        f"{linting.memory:.1f}",
        f"{linting.memory / parsing.memory:.2f}",
    )
    return f"{os.path.basename(path)[:23]:<24}" + "".join(f"{figure:>11}" for figure in figures)


if __name__ == "__main__":
    sys.exit(main())
