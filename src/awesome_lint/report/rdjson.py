"""The format of reviewdog (rdjson), which turns findings and fixes into comments on a pull request.

Lines and columns start at 1; columns count bytes of UTF-8, a byte order mark among them.
"""

from collections.abc import Iterator
from typing import Any

from awesome_lint.diagnostic import Diagnostic, Span
from awesome_lint.fixing.edits import written as edits_of
from awesome_lint.report import Findings
from awesome_lint.report.as_json import written
from awesome_lint.rulebook import HOME, page_url
from awesome_lint.source import Source

_BOM_BYTES = 3
# A comment replaces one stretch of lines; a fix that moves an entry across the file would replace half of it.
_MOST_LINES = 20


def render(findings: Findings, colour: bool) -> Iterator[str]:
    """Yield one object that holds all findings."""
    found = [_finding(one, findings) for one in findings.found]
    yield written({"source": {"name": "awesome-lint", "url": HOME}, "diagnostics": found})


def _finding(one: Diagnostic, findings: Findings) -> dict[str, Any]:
    source = findings.sources[one.path]
    code = {"value": one.rule}
    url = page_url(one.rule, findings.groups.get(one.rule, ""))
    if url:
        code["url"] = url
    finding: dict[str, Any] = {
        "message": one.message,
        "location": _location(one.path, one.span, source),
        "severity": one.severity.upper(),
        "code": code,
    }
    suggestion = _suggestion(one, source)
    if suggestion:
        finding["suggestions"] = [suggestion]
    if one.related:
        finding["relatedLocations"] = [
            {"message": other.message, "location": _location(other.path, other.span, findings.sources[other.path])}
            for other in one.related
        ]
    return finding


def _suggestion(one: Diagnostic, source: Source) -> dict[str, Any] | None:
    """Return all edits of a fix as one: reviewdog takes several for alternatives."""
    if one.fix is None or not one.fix.edits:
        return None
    edits = edits_of(one.fix, source.newline)
    start, end = edits[0].span.start, edits[-1].span.end
    if source.line_at(end) - source.line_at(start) >= _MOST_LINES:
        return None
    pieces, at = [], start
    for edit in edits:
        pieces += [source.text[at : edit.span.start], edit.text]
        at = edit.span.end
    return {"range": _range(Span(start, end), source), "text": "".join(pieces)}


def _location(path: str, span: Span, source: Source) -> dict[str, Any]:
    return {"path": path, "range": _range(span, source)}


def _range(span: Span, source: Source) -> dict[str, Any]:
    return {"start": _position(span.start, source), "end": _position(span.end, source)}


def _position(offset: int, source: Source) -> dict[str, int]:
    line = source.line_at(offset)
    before = source.text[source.line_starts[line] : offset]
    mark = _BOM_BYTES if source.bom and line == 0 else 0
    return {"line": line + 1, "column": mark + len(before.encode("utf-8")) + 1}
