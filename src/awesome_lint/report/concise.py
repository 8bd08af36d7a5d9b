"""One line a finding: `path:line:column: severity[rule] message`."""

from collections.abc import Iterator

from awesome_lint.report import Findings
from awesome_lint.terminal import Paint, visible


def render(findings: Findings, colour: bool) -> Iterator[str]:
    """Yield a line for each finding."""
    paint = Paint(colour)
    for one in findings.found:
        line, column = findings.sources[one.path].place(one.span.start)
        place = paint(f"{visible(one.path)}:{line}:{column}:", "bold")
        yield f"{place} {paint(one.severity, one.severity)}[{one.rule}] {visible(one.message)}"
