"""A note such as "(To Appear)" in a year that is over."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.entries.entry import Entry
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_NOTE = lazy(r"\s?[(\[](?P<note>(?i:to appear|forthcoming|in press)\b[^()\[\]\n\x00-\x10]{0,30})[)\]]")


class Check(Rule):
    """A note such as "(To Appear)" in a year that is over."""

    needs_list = True
    fixes: ClassVar = ("unsafe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        outline = doc.outline
        if not any(outline.find(word) >= 0 for word in ("ppear", "orthcoming", "n press", "N PRESS", "PPEAR")):
            return
        for entry in doc.venue_tags.entries:
            year = _year(doc, entry)
            if year is None or year >= doc.today.year:
                continue
            for span in entry.content:
                for match in _NOTE.finditer(outline, *span):
                    yield self.report(
                        doc,
                        Span(*match.span("note")),
                        f"'{match['note']}' beside {year}, a year that is over",
                        help="The paper has been published: remove the note, and link it.",
                        fix=replace(Span(*match.span()), "", f"Remove '{match['note']}'", "unsafe"),
                    )


def _year(doc: Document, entry: Entry) -> int | None:
    """Return the latest year of an entry's tags."""
    return max((tag.year for tag in doc.venue_tags.of(entry) if tag.year), default=None)
