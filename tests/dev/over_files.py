"""What the scripts that hold `--fix` to its promises share: a check of each Markdown file below some folders."""

import argparse
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple


class Outcome(NamedTuple):
    """What came of one file: the rules of the fixes made, what is wrong, and why the file was refused, if it was."""

    path: Path
    applied: list[str]
    faults: list[str]
    refused: str = ""


def main(description: str, check: Callable[[Path], Outcome], faults: str) -> int:
    """Check the files of all folders that the arguments name, print what is wrong and the figures.

    description: of the script; faults: what the figures call what is wrong. Returns the exit status, 1 where something is.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--every", type=int, default=1, help="take only each so many-th file")
    parser.add_argument("--jobs", type=int, default=2, help="processes (default: 2)")
    options = parser.parse_args()
    paths = sorted(path for folder in options.folders for path in folder.rglob("*.md"))[:: options.every]
    fixes: Counter[str] = Counter()
    wrong = refused = 0
    with ProcessPoolExecutor(options.jobs) as pool:
        for outcome in pool.map(check, paths, chunksize=4):
            fixes.update(outcome.applied)
            wrong += len(outcome.faults)
            refused += bool(outcome.refused)
            for line in filter(None, (*outcome.faults, outcome.refused)):
                print(f"{outcome.path}: {line}", flush=True)
    print(f"{len(paths)} files ({refused} refused), {fixes.total()} fixes, {wrong} {faults}")
    print(", ".join(f"{rule} {count}" for rule, count in fixes.most_common()))
    return int(wrong > 0)
