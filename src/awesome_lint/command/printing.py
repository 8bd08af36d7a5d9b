"""Printing what was found, in the format that was asked for, and to the files that were."""

import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TextIO

from awesome_lint.command.loading import Loaded
from awesome_lint.command.options import Arguments
from awesome_lint.diagnostic import Diagnostic
from awesome_lint.errors import UserError
from awesome_lint.report import FOR_PEOPLE, Findings, default_format, load
from awesome_lint.terminal import Paint, put, say, wants_colour


def print_findings(
    args: Arguments,
    loaded: Sequence[Loaded],
    found: list[Diagnostic],
    changed: Mapping[str, Collection[int]],
    stream: TextIO,
    is_mended: bool,
    complain: Callable[[UserError], None],
) -> None:
    """Print the findings to a stream, and a summary for people to standard error.

    changed: the lines of each file that a change brought, where only these were asked for.
    is_mended: whether fixes were made before. complain: is told of a report that cannot be written.
    """
    name = args.output_format or default_format(stream)
    groups = {name: group for one in loaded for name, group in one.settings.known.groups.items()}
    findings = Findings(found, {one.doc.path: one.doc.source for one in loaded}, groups, changed)
    if args.output_file:
        from awesome_lint.report.to_file import write_reports

        write_reports(args.output_file, findings, [one.path for one in loaded if one.path], complain)
    shape = load(name)
    if args.statistics:
        shape = load("rule_counts_json" if name == "json" else "rule_counts")
        name = "json" if name == "json" else "concise"
    for piece in shape.render(findings, wants_colour(stream)):
        if name in FOR_PEOPLE:
            say(piece, stream)
        else:
            put(f"{piece}\n".encode(), stream)
    if name in FOR_PEOPLE and loaded:
        if not found:
            say(f"nothing {'left' if is_mended else 'found'} in {count(len(loaded), 'file')}", sys.stderr)
        elif name != "full":
            from awesome_lint.report.summary import summary

            say(summary(found, Paint(wants_colour(sys.stderr))), sys.stderr)


def count(number: int, word: str) -> str:
    """Return a number of things: '1 file', '2 files'."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
