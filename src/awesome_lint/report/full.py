"""For a person at a terminal: each finding with its source line, a caret below what is meant, and the mend."""

import unicodedata
from collections import Counter
from collections.abc import Iterator

from awesome_lint.diagnostic import SEVERITIES, Diagnostic
from awesome_lint.report import Findings
from awesome_lint.source import Source
from awesome_lint.terminal import Paint, visible

_WIDTH = 110  # columns of a source line that are shown; a longer one is cut around the span
_WORDS = {"error": ("error", "errors"), "warning": ("warning", "warnings"), "info": ("note", "notes")}


def render(findings: Findings, colour: bool) -> Iterator[str]:
    """Yield a block for each finding, and a summary."""
    paint = Paint(colour)
    for one in findings.found:
        yield from _block(one, findings, paint)
        yield ""
    if findings.found:
        yield _summary(findings.found, paint)


def _block(one: Diagnostic, findings: Findings, paint: Paint) -> Iterator[str]:
    source = findings.sources[one.path]
    line, column = source.place(one.span.start)
    head = paint(f"{one.severity}[{one.rule}]", one.severity)
    yield f"{head} {paint(visible(one.message), 'bold')}"
    gutter = " " * len(str(line))
    yield f"{gutter}{paint('-->', 'faint')} {visible(one.path)}:{line}:{column}"
    shown, caret = _line(source, one)
    yield f"{paint(f'{line} |', 'faint')} {shown}"
    yield f"{paint(f'{gutter} |', 'faint')} {paint(caret, one.severity)}"
    for related in one.related:
        at, column = findings.sources[related.path].place(related.span.start)
        yield f"{gutter} {paint('=', 'faint')} {visible(related.path)}:{at}:{column}: {visible(related.message)}"
    if one.help:
        yield f"{gutter} {paint('=', 'faint')} help: {visible(one.help)}"
    if one.fix:
        how = {"safe": "--fix", "unsafe": "--fix --unsafe-fixes", "suggestion": "by hand"}[one.fix.safety]
        yield f"{gutter} {paint('=', 'faint')} fix: {visible(one.fix.title)} ({how})"


def _line(source: Source, one: Diagnostic) -> tuple[str, str]:
    """Return the source line, cut to the width around the span, and the carets below it."""
    index = source.line_at(one.span.start)
    text = source.line_text(index)
    start = one.span.start - source.line_starts[index]
    end = max(start + 1, min(one.span.end - source.line_starts[index], len(text)))
    first, last = 0, len(text)
    if len(text) > _WIDTH:
        first = max(0, min(start - _WIDTH // 3, len(text) - _WIDTH))
        last = min(len(text), first + _WIDTH)
        end = min(end, last)
    before, meant = visible(text[first:start]), visible(text[start:end])
    lead, tail = "…" if first else "", "…" if last < len(text) else ""
    shown = f"{lead}{before}{meant}{visible(text[end:last])}{tail}".replace("\t", " ")
    return shown, " " * (len(lead) + _columns(before)) + "^" * max(1, _columns(meant))


def _columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    wide = sum(1 for character in text if unicodedata.east_asian_width(character) in "WF")
    return len(text) + wide - sum(1 for character in text if unicodedata.combining(character))


def _summary(found: list[Diagnostic], paint: Paint) -> str:
    counts = Counter(one.severity for one in found)
    parts = [
        paint(f"{counts[level]} {_WORDS[level][counts[level] > 1]}", level) for level in SEVERITIES if counts[level]
    ]
    safeties = Counter(one.fix.safety for one in found if one.fix)
    fixable = []
    if safeties["safe"]:
        fixable.append(f"{safeties['safe']} fixable with --fix")
    if safeties["unsafe"]:
        fixable.append(f"{safeties['unsafe']} {'more ' if fixable else 'fixable '}with --fix --unsafe-fixes")
    return ", ".join(parts) + (f"; {', '.join(fixable)}" if fixable else "")
