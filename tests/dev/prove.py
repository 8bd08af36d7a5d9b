"""`python tests/dev/prove.py FOLDER...`: the promises of `--fix` on every Markdown file below some folders.

For each file: fixes come to rest, none is taken back, twice equals once, the order of the rules does not matter, and
lines and blocks that no fix names stay as they were, in bytes and as rendered. Prints what is broken and the figures;
the exit status is 1 where something is.
"""

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import promises
from over_files import Outcome, main

from awesome_lint.command.loading import existence
from awesome_lint.errors import UserError
from awesome_lint.parse import parse
from awesome_lint.source import Source


def prove(path: Path) -> Outcome:
    """Hold the fixes of one file to the promises."""
    data = path.read_bytes()
    try:
        doc = parse(Source.decode(data, path.name), existence(str(path.parent)), promises.TODAY)
    except UserError as error:
        return Outcome(path, [], [], error.title)
    try:
        assert doc.source.encode(doc.text) == data, "reading and writing keep every byte"
        done = promises.check_fixes(doc, random.Random(0))
        assert not done.withdrawn, f"fixes that did more than they said: {done.withdrawn}"
    except Exception as error:  # noqa: BLE001
        return Outcome(path, [], [f"{type(error).__name__}: {error}"[:400]])
    return Outcome(path, [one.rule for one in done.applied], [])


if __name__ == "__main__":
    sys.exit(main("Prove what --fix promises on real lists.", prove, "violations"))
