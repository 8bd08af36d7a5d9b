"""A year after the authors of an entry whose tag gives a year."""

import re
from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.entries.entry import Entry
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_YEAR = lazy(r"(?<=[\w.,)])[ ,]+(?P<year>(?:19|20)\d\d)(?=[.,]?\s*(?:[\[(\x01\n\x00]|\Z))")
_IN_TAG = lazy(r"(?:19|20)\d\d|[\x27’‘ ]\d\d\b")


class Check(Rule):
    """A year after the authors of an entry whose tag gives a year."""

    needs_list = True
    fixes: ClassVar = ("unsafe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        least, share = doc.style.settings[:2]
        dated = _dated(doc.voters)
        odd = sum(_stray(entry) is not None for entry in dated)
        if len(dated) < least or len(dated) - odd < share * len(dated):
            return
        if doc.voters is doc and not odd:
            return
        for entry in _dated(doc):
            match = _stray(entry)
            if match is None:
                continue
            tag = next(tag for tag in entry.parts.tags if _IN_TAG.search(tag.text))
            yield self.report(
                doc,
                Span(*match.span("year")),
                f"stray year {match['year']} after the authors: {_said(tag.text, match['year'])}",
                fix=replace(Span(*match.span()), "", f"Remove {match['year']}", "unsafe"),
            )


def _said(tag: str, year: str) -> str:
    """Return what a tag says of the year."""
    has_it = any(digits.strip(" '’‘")[-2:] == year[-2:] for digits in _IN_TAG.findall(tag))
    return f"the tag '{tag}' already gives it" if has_it else f"the tag '{tag}' gives another year"


def _dated(doc: Document) -> list[Entry]:
    """Return the entries whose tag gives a year."""
    return [entry for entry in doc.entries if any(_IN_TAG.search(tag.text) for tag in entry.parts.tags)]


def _stray(entry: Entry) -> re.Match[str] | None:
    """Return the year that stands by itself in an entry's clause of authors, before labels or at the end."""
    clause = entry.parts.authors
    if clause is None:
        return None
    return _YEAR.search(entry.doc.outline, clause.span.start, entry.head.end)
