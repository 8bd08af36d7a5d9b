"""Workflow commands: GitHub shows each as an annotation beside its line of a pull request.

GitHub takes 10 annotations of a level from a step and drops the rest without a word. So the gravest come first, those
on changed lines before others, and what is left stands in the log, folded, with a notice that counts it. Notes (`info`)
are left out.
"""

import os
from collections import Counter
from collections.abc import Iterator, Sequence

from awesome_lint.diagnostic import SEVERITIES, Diagnostic
from awesome_lint.report import Findings
from awesome_lint.terminal import visible

_MOST = 10  # annotations of a level that GitHub takes from one step
_STDIN = "-"


def render(findings: Findings, colour: bool) -> Iterator[str]:
    """Yield a command for each finding that GitHub will show, then the others as lines of the log."""
    shown, rest = _parted(findings)
    for one in shown:
        yield _annotation(one, findings)
    if not rest:
        return
    yield f"::group::{len(rest)} more"
    for one in rest:
        yield f"{one.severity}: {_sentence(one, findings)}"
    yield "::endgroup::"
    levels = Counter(one.severity for one in rest)
    counts = " and ".join(f"{levels[level]} more of level {level}" for level in SEVERITIES if levels[level])
    yield f"::notice title=awesome-lint::{counts}: GitHub shows {_MOST} of a level, the log has them all"


def message(text: str) -> str:
    """Return a text as the message of a command: on one line, and nothing in it is read as a command of its own."""
    # Older runners read `##[` anywhere in a line as the beginning of a command.
    bare = visible(text).replace("##[", "## [")
    return bare.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def value(text: str) -> str:
    """Return a text as the value of a property, which colons and commas would end."""
    return message(text).replace(":", "%3A").replace(",", "%2C")


def _parted(findings: Findings) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Return what is shown, the gravest first, and the rest, in the order of the report."""
    shown: list[Diagnostic] = []
    rest: list[Diagnostic] = []
    for level in SEVERITIES[:-1]:
        ranked: Sequence[Diagnostic] = [one for one in findings.found if one.severity == level]
        ranked = sorted(ranked, key=lambda one: not findings.is_changed(one))
        shown += ranked[:_MOST]
        rest += ranked[_MOST:]
    return shown, rest


def _annotation(one: Diagnostic, findings: Findings) -> str:
    properties = {"title": one.rule}
    if one.path != _STDIN:
        source = findings.sources[one.path]
        line, column = source.place(one.span.start)
        end_line, end_column = source.place(max(one.span.start, one.span.end - 1))  # GitHub counts the last one in
        properties |= {"file": _in_workspace(one.path), "line": str(line), "endLine": str(end_line)}
        if line == end_line:  # GitHub refuses columns of a stretch of lines
            properties |= {"col": str(column), "endColumn": str(end_column)}
    listed = ",".join(f"{name}={value(text)}" for name, text in properties.items())
    return f"::{one.severity} {listed}::{_sentence(one, findings)}"


def _sentence(one: Diagnostic, findings: Findings) -> str:
    line, column = findings.sources[one.path].place(one.span.start)
    return message(f"{one.path}:{line}:{column}: {one.message} [{one.rule}]".replace("\n", " "))


def _in_workspace(path: str) -> str:
    """Return a path as GitHub knows it: from the top of the workspace, wherever the command was started."""
    top = os.environ.get("GITHUB_WORKSPACE")
    if not top:
        return path
    full, top = os.path.realpath(path), os.path.realpath(top)
    if not full.startswith(top + os.sep):
        return path
    return os.path.relpath(full, top).replace(os.sep, "/")
