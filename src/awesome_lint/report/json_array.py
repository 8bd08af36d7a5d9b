"""The findings as a JSON array, stable from the first release on: keys may be added, never removed.

Lines and columns start at 1 and count code points, after a byte order mark; the end column is one past the last.
"""

from collections.abc import Iterator
from typing import Any

from awesome_lint.diagnostic import Diagnostic, Span
from awesome_lint.fixing.edits import written
from awesome_lint.report import Findings, as_json
from awesome_lint.rulebook import page_url
from awesome_lint.source import Source


def render(findings: Findings, colour: bool) -> Iterator[str]:
    """Yield the array."""
    yield as_json.written([_finding(one, findings) for one in findings.found])


def _finding(one: Diagnostic, findings: Findings) -> dict[str, Any]:
    source = findings.sources[one.path]
    group = findings.groups.get(one.rule, "")
    return {
        "path": one.path,
        **_span(source, one.span),
        "rule": one.rule,
        "group": group,
        "severity": one.severity,
        "message": one.message,
        "help": one.help,
        "url": page_url(one.rule, group),
        "fix": _fix(one, source),
        "related": [_related(related.path, related.span, related.message, findings) for related in one.related],
    }


def _span(source: Source, span: Span) -> dict[str, int]:
    line, column = source.place(span.start)
    end_line, end_column = source.place(span.end)
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column}


def _fix(one: Diagnostic, source: Source) -> dict[str, Any] | None:
    if one.fix is None:
        return None
    edits = [{**_span(source, edit.span), "text": edit.text} for edit in written(one.fix, source.newline)]
    return {"safety": one.fix.safety, "title": one.fix.title, "edits": edits}


def _related(path: str, span: Span, message: str, findings: Findings) -> dict[str, Any]:
    line, column = findings.sources[path].place(span.start)
    return {"path": path, "line": line, "column": column, "message": message}
