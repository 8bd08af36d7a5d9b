"""`python benchmarks/others.py FILE [--bin FOLDER …]`: whole runs of other Markdown linters on a file, beside ours.

Those that are installed are measured: on the PATH, or in the folders named (`node_modules/.bin` of a folder in which
`npm install awesome-lint markdownlint-cli2` was run). What they find is another matter: see compare.py.
"""

import argparse
import os
import shutil
import sys
import tempfile

from measure import LINT, PARSE, Cost, cheapest, measure
from peers import installed

_STATUSES = tuple(range(256))  # each has its own for findings


def main(argv: list[str] | None = None) -> int:
    """Measure and print the table; return 0."""
    parser = argparse.ArgumentParser(description="Measure other linters beside awesome-lint.")
    parser.add_argument("file", help="a Markdown file")
    parser.add_argument("--bin", action="append", default=[], metavar="FOLDER", help="where else programs are")
    parser.add_argument("--runs", type=int, default=5, help="measured runs of each (default: 5)")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        # Alone, under the name that some of them insist on.
        path = os.path.join(folder, "readme.md")
        shutil.copyfile(options.file, path)
        commands = {"a bare parse": [*PARSE, path], "awesome-lint (ours)": [*LINT, path]}
        commands |= {linter.name: [linter.program, *linter.lint, path] for linter in installed(options.bin)}
        costs: dict[str, list[Cost]] = {name: [] for name in commands}
        for _ in range(options.runs):
            for name, command in commands.items():
                costs[name].append(measure(command, accepted=_STATUSES))
    print(f"{'':<24}{'wall ms':>10}{'cpu ms':>10}{'MiB':>8}")
    for name, measured in costs.items():
        cost = cheapest(measured)
        print(f"{name:<24}{cost.wall * 1000:>10.0f}{cost.cpu * 1000:>10.0f}{cost.memory:>8.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
