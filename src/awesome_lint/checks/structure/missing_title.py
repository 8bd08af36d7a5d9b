"""A list without a title."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Span
from awesome_lint.document import Document
from awesome_lint.markdown.swallowed import coming_headings
from awesome_lint.rule import Rule


class Check(Rule):
    """A list without a title."""

    other_levels: ClassVar = ("info",)
    needs_list = True

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        levels = [section.level for section in doc.sections]
        if 1 in levels or any(heading.level == 1 for heading in coming_headings(doc)):
            return
        heading = doc.sections[0].span.start if doc.sections else len(doc.text)
        entry = doc.entries[0].span.start if doc.entries else len(doc.text)
        if any(image.span.start < min(heading, entry) for image in doc.images):
            return  # a banner is the title
        is_readme = doc.path.rpartition("/")[2].lower().startswith("readme")
        at = len(doc.text) - len(doc.text.lstrip())
        yield self.report(
            doc,
            Span(at, doc.source.line_ends[doc.source.line_at(at)]),
            "no heading of level 1 names this list",
            severity="warning" if is_readme and at < min(heading, entry) else "info",
        )
