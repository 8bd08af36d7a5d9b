"""Fixes made up for the tests of their proof."""

import datetime

from awesome_lint.diagnostic import Diagnostic, Edit, Fix, Span
from awesome_lint.document import Document
from awesome_lint.parse import parse
from awesome_lint.rule import Guard
from awesome_lint.source import Source

GUARDS: dict[str, Guard] = {
    "layout": "layout",
    "word": "word",
    "url": "url",
    "anchor": "anchor",
    "markup": "markup",
    "heading": "heading",
    "html": "html",
    "unused-directive": "layout",
}
Swap = tuple[str, str]


def document(source: Source | str) -> Document:
    source = Source(source, "README.md") if isinstance(source, str) else source
    return parse(source, lambda path: True, datetime.date(2026, 6, 1))


def finding(text: str, rule: str, *swaps: Swap) -> Diagnostic:
    """Return a finding of a rule (named like its guard) that replaces strings, each where it first stands.

    `a^b` marks the place of an insertion between a and b.
    """
    edits = []
    for old, new in swaps:
        start = text.index(old.replace("^", ""))
        place = old.find("^")
        span = Span(start, start + len(old)) if place < 0 else Span(start + place, start + place)
        edits.append(Edit(span, new))
    return Diagnostic(rule, "README.md", edits[0].span, "wrong", "warning", fix=Fix("mend", tuple(edits)))
