"""For a person at a terminal: each finding with its source line, a caret below what is meant, and the mend."""

from collections.abc import Iterator

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.report import Findings
from awesome_lint.report.excerpt import excerpt
from awesome_lint.report.preview import preview
from awesome_lint.report.summary import summary
from awesome_lint.source import Source
from awesome_lint.terminal import Paint, visible, width

_FIXES = {"safe": "fix", "unsafe": "unsafe fix", "suggestion": "suggestion"}


def render(findings: Findings, colour: bool) -> Iterator[str]:
    """Yield a block for each finding, and a summary."""
    paint, columns = Paint(colour), width()
    for one in findings.found:
        yield from _block(one, findings, paint, columns)
        yield ""
    if findings.found:
        yield summary(findings.found, paint)


def _block(one: Diagnostic, findings: Findings, paint: Paint, columns: int) -> Iterator[str]:
    source = findings.sources[one.path]
    line, column = source.place(one.span.start)
    place = paint(f"{visible(one.path)}:{line}:{column}", "bold")
    yield f"{place} {paint(one.severity, one.severity)} {one.rule}"
    yield f"  {visible(one.message)}"
    yield from _source_line(source, one, paint, columns)
    if one.help:
        yield f"  {paint('help:', 'faint')} {visible(one.help)}"
    if one.fix:
        yield f"  {paint(f'{_FIXES[one.fix.safety]}:', 'faint')} {visible(one.fix.title)}"
        number = len(str(line))
        for change in preview(source, one.fix, columns - number - 5):
            text = f"{change.sign} {change.text}"
            coloured = paint(text, {"-": "removed", "+": "added"}.get(change.sign, "faint"))
            gutter = f"{change.number or '':>{number}}"
            yield f"  {paint(gutter, 'faint')} {coloured}"
    for related in one.related:
        at, column = findings.sources[related.path].place(related.span.start)
        yield f"  {paint(f'{visible(related.path)}:{at}:{column}:', 'faint')} {visible(related.message)}"


def _source_line(source: Source, one: Diagnostic, paint: Paint, columns: int) -> Iterator[str]:
    """Yield the line in which a finding begins, and the carets below it."""
    index, last = source.line_at(one.span.start), source.line_at(one.span.end)
    text, begin = source.line_text(index), source.line_starts[index]
    start = min(one.span.start - begin, len(text))
    end = len(text) if last > index else one.span.end - begin
    number = str(index + 1)
    blank = " " * len(number)
    part = excerpt(text, start, min(end, len(text)), columns - len(number) - 5)
    yield f"  {paint(f'{number} |', 'faint')} {part.shown}"
    carets = paint("^" * part.width, one.severity)
    to = paint(f" … line {last + 1}", "faint") if one.span.end > source.line_starts[last] and last > index else ""
    yield f"  {paint(f'{blank} |', 'faint')} {' ' * part.column}{carets}{to}"
