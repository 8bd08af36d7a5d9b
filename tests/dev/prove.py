"""`python tests/dev/prove.py FOLDER...`: the promises of `--fix` on every Markdown file below some folders.

For each file: fixes come to rest, none is taken back, twice equals once, the order of the rules does not matter, and
lines and blocks that no fix names stay as they were, in bytes and as rendered. Prints what is broken and the figures;
the exit status is 1 where something is.
"""

import argparse
import random
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import promises

from awesome_lint.errors import UserError
from awesome_lint.parse import parse
from awesome_lint.source import Source


class Outcome(NamedTuple):
    """What came of one file: the rules of the fixes made, and what was broken or why the file was refused."""

    path: Path
    applied: list[str]
    broken: str
    refused: str


def prove(path: Path) -> Outcome:
    """Hold the fixes of one file to the promises."""
    data = path.read_bytes()
    try:
        doc = parse(Source.decode(data, path.name), lambda target: (path.parent / target).exists(), promises.TODAY)
    except UserError as error:
        return Outcome(path, [], "", error.title)
    try:
        assert doc.source.encode(doc.text) == data, "reading and writing keep every byte"
        done = promises.check_fixes(doc, random.Random(0))
        assert not done.withdrawn, f"fixes that did more than they said: {done.withdrawn}"
    except Exception as error:  # noqa: BLE001
        return Outcome(path, [], f"{type(error).__name__}: {error}"[:400], "")
    return Outcome(path, [one.rule for one in done.applied], "", "")


def main() -> int:
    """Prove the files of all folders; return the exit status."""
    parser = argparse.ArgumentParser(description="Prove what --fix promises on real lists.")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--every", type=int, default=1, help="take only each so many-th file")
    parser.add_argument("--jobs", type=int, default=2, help="processes (default: 2)")
    options = parser.parse_args()
    paths = sorted(path for folder in options.folders for path in folder.rglob("*.md"))[:: options.every]
    fixes: Counter[str] = Counter()
    broken = refused = 0
    with ProcessPoolExecutor(options.jobs) as pool:
        for outcome in pool.map(prove, paths, chunksize=4):
            fixes.update(outcome.applied)
            broken += bool(outcome.broken)
            refused += bool(outcome.refused)
            if outcome.broken or outcome.refused:
                print(f"{outcome.path}: {outcome.broken or outcome.refused}", flush=True)
    print(f"{len(paths)} files ({refused} refused), {fixes.total()} fixes applied, {broken} violations")
    print(", ".join(f"{rule} {count}" for rule, count in fixes.most_common()))
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
