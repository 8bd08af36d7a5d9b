"""`python benchmarks/compare.py [--bin FOLDER …]`: what linters say of a list with mistakes at known lines.

A made-up list of papers and tools without mistakes is linted, and then once for each kind of mistake with one mistake
of that kind. For each linter that is installed, with the settings it comes with, the table has: its messages on the
list without mistakes; the kinds of which it says something on their line that it did not say there before; the kinds
after which its fixer leaves what it leaves of the list without mistakes. Programs are looked for as others.py does.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from typing import NamedTuple

from lists import make_list
from peers import Linter, installed

_LINE = re.compile(r"^[^\n]*?readme\.md:(\d+)|^\W+(\d+):\d+", re.M)
# Ours is held to what it is sure of: neither its notes count, nor the fixes that need a look.
_OURS = Linter(
    "awesome-lint (ours)",
    sys.executable,
    ("-I", "-m", "awesome_lint", "--isolated", "--output-format", "concise"),
    ("-I", "-m", "awesome_lint", "--isolated", "--fix"),
)


class _Mistake(NamedTuple):
    """name: of the kind; make: the line with the mistake, or the line itself where it has no place for it."""

    name: str
    make: Callable[[str], str]


def _replaced(pattern: str, replacement: str) -> Callable[[str], str]:
    return lambda line: re.sub(pattern, replacement, line, count=1)


_TOOL = r"^(- \[\w+\])\((https://[^)]*)\) - (.*)"
_MISTAKES = (
    _Mistake("venue misspelled", _replaced(r"\[NeurIPS'", "[NeruIPS'")),
    _Mistake("venue in the wrong case", _replaced(r"\[MobiSys'", "[MOBISYS'")),
    _Mistake("venue in another form", _replaced(r"\[ICML'(\d\d)\]", r"[ICML 20\1]")),
    _Mistake("venue of the future", _replaced(r"\[ICLR'\d\d\]", "[ICLR'49]")),
    _Mistake("space between text and link", _replaced(_TOOL, r"\1 (\2) - \3")),
    _Mistake("brackets the wrong way round", _replaced(r"^- \[(\w+)\]\(([^)]*)\)", r"- (\1)[\2]")),
    _Mistake("link not closed", _replaced(_TOOL, r"\1(\2 - \3")),
    _Mistake("bare address", _replaced(r"^- \[\w+\]\((https://[^)]*)\)", r"- \1")),
    _Mistake("http where there is https", _replaced(r"^(- \[\w+\]\()https:", r"\1http:")),
    _Mistake("tracking parameter", _replaced(r"^(- \[\w+\]\([^)]*)\)", r"\1?utm_source=list)")),
    _Mistake("another bullet", _replaced(r"^- (\[\w+\]\()", r"* \1")),
    _Mistake("no space after the bullet", _replaced(r"^- (\[\w+\]\()", r"-\1")),
    _Mistake("another separator", _replaced(_TOOL, r"\1(\2) – \3")),
    _Mistake("no final period", _replaced(r"^(- \[\w+\]\([^)]*\) - .*)\.$", r"\1")),
    _Mistake("small letter first", lambda line: re.sub(r"^(- \[\w+\]\([^)]*\) - )(\w)", _lowered, line)),
    _Mistake("two spaces", _replaced(r"^(- \[.*) for ", r"\1 for  ")),
    _Mistake("space at the end", _replaced(r"^(- \[.*\.)$", r"\1 ")),
    _Mistake("name in the wrong case", _replaced(r"^(- \[\w+\]\([^)]*\) - )", r"\1Javascript. ")),
    _Mistake("heading level skipped", _replaced(r"^## (.* Tools)$", r"#### \1")),
    _Mistake("contents lead nowhere", _replaced(r"^(- \[.*\]\(#)(\w)", r"\1x\2")),
    _Mistake("entry twice", _replaced(r"^(- \[\w+\]\(.*)$", r"\1\n\1")),
    _Mistake("entries out of order", _replaced(r"^(- \[)(\w+\]\(.*)$", r"\1Zz\2")),
)


def _lowered(match: re.Match[str]) -> str:
    return match[1] + match[2].lower()


def main(argv: list[str] | None = None) -> int:
    """Compare, print the table; return 0."""
    parser = argparse.ArgumentParser(description="Compare what linters say of a list with known mistakes.")
    parser.add_argument("--bin", action="append", default=[], metavar="FOLDER", help="where else programs are")
    parser.add_argument("--entries", type=int, default=300, help="of the list (default: 300)")
    options = parser.parse_args(argv)
    clean = make_list(options.entries, mistakes=0).split("\n")
    linters = [_OURS, *installed(options.bin)]
    print(f"{'':<22}{'without mistakes':>18}{f'found of {len(_MISTAKES)}':>14}{'repaired':>10}   not found")
    for linter in linters:
        silent = _said(linter, clean)
        missed = [mistake.name for mistake in _MISTAKES if not _finds(linter, clean, silent, mistake)]
        repaired = sum(_repairs(linter, clean, mistake) for mistake in _MISTAKES) if linter.fix else 0
        found = len(_MISTAKES) - len(missed)
        print(f"{linter.name:<22}{len(silent):>18}{found:>14}{repaired:>10}   {', '.join(missed) or '-'}", flush=True)
    return 0


def _made(clean: list[str], mistake: _Mistake) -> tuple[list[str], int]:
    """Return the list with the mistake in the second line that has a place for it, and that line's index."""
    places = [at for at, line in enumerate(clean) if mistake.make(line) != line]
    at = places[min(1, len(places) - 1)]
    return [*clean[:at], *mistake.make(clean[at]).split("\n"), *clean[at + 1 :]], at


def _finds(linter: Linter, clean: list[str], silent: list[int], mistake: _Mistake) -> bool:
    lines, at = _made(clean, mistake)
    said = _said(linter, lines)
    here = range(at + 1, at + 2 + len(lines) - len(clean))
    return sum(line in here for line in said) > sum(line in here for line in silent)


def _repairs(linter: Linter, clean: list[str], mistake: _Mistake) -> bool:
    lines, _ = _made(clean, mistake)
    return _fixed(linter, lines) == _fixed(linter, clean) != "\n".join(lines)


def _said(linter: Linter, lines: list[str]) -> list[int]:
    """Return the line of each message."""
    with tempfile.TemporaryDirectory() as folder:
        run = _run(linter.program, linter.lint, folder, lines)
    return [int(match[1] or match[2]) for match in _LINE.finditer(f"{run.stdout}\n{run.stderr}")]


def _fixed(linter: Linter, lines: list[str]) -> str:
    assert linter.fix is not None
    with tempfile.TemporaryDirectory() as folder:
        _run(linter.program, linter.fix, folder, lines)
        with open(os.path.join(folder, "readme.md"), encoding="utf-8", newline="") as file:
            return file.read()


def _run(program: str, arguments: tuple[str, ...], folder: str, lines: list[str]) -> "subprocess.CompletedProcess[str]":
    with open(os.path.join(folder, "readme.md"), "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(lines))
    return subprocess.run(
        [program, *arguments, "readme.md"], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )


if __name__ == "__main__":
    sys.exit(main())
