"""The values that rules yield and everything else passes on: spans, edits, fixes, diagnostics.

Offsets count code points of the decoded text, from 0, after a byte order mark; `end` is one past the last.
"""

import typing
from typing import Literal

from awesome_lint.named import NamedTuple

Severity = Literal["error", "warning", "info"]
Safety = Literal["safe", "unsafe", "suggestion"]
Phase = Literal["structure", "content", "layout"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")  # most severe first
SAFETIES: tuple[Safety, ...] = ("safe", "unsafe", "suggestion")  # safest first
PHASES: tuple[Phase, ...] = ("structure", "content", "layout")  # the order in which fixes are applied


class Span(typing.NamedTuple):
    """A stretch of the text: [start, end)."""

    start: int
    end: int


class Edit(NamedTuple):
    """Put `text` where `span` stands. Line breaks in `text` are '\\n'; the engine writes the file's own."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that mend one finding; applied all together or not at all."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety = "safe"


class Related(NamedTuple):
    """Another place that a finding speaks of ("first listed here"), perhaps in another file of the run."""

    path: str
    span: Span
    message: str


class Diagnostic(NamedTuple):
    """One finding of one rule.

    path: as the report prints it, relative, with '/'.
    message: names the thing and the mend, without a final period.
    help: one more sentence for the `full` format, or None.
    members: the findings for which this one speaks, where one speaks for many (see crowd.py).
    """

    rule: str
    path: str
    span: Span
    message: str
    severity: Severity
    help: str | None = None
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    members: "tuple[Diagnostic, ...]" = ()


def sort_key(found: Diagnostic) -> tuple[str, int, str, int, str]:
    """The order of every report: path, start, rule; end and message make it total."""
    return (found.path, found.span.start, found.rule, found.span.end, found.message)


def replace(span: Span, text: str, title: str, safety: Safety = "safe") -> Fix:
    """Return the fix that is one replacement."""
    return Fix(title, (Edit(span, text),), safety)
