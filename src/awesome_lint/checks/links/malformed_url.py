"""A URL that leads nowhere as it is written."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, replace
from awesome_lint.document import Document
from awesome_lint.rule import Rule


class Check(Rule):
    """A URL that leads nowhere as it is written."""

    other_levels: ClassVar = ("info",)
    guard = "url"
    fixes: ClassVar = ("safe", "suggestion")

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        from awesome_lint.urls import problem

        for link in [*doc.links, *doc.images]:
            if link.kind == "reference" or not link.url:
                continue  # its definition is a link of its own
            found = problem(link.url, bare=link.kind == "bare")
            if found is None:
                continue
            fix = None
            if found.repaired is not None:
                fix = replace(link.url_span, found.repaired, f"Write {found.repaired}", found.safety)
            yield self.report(
                doc,
                link.url_span,
                f"the URL {found.message}",
                severity="warning" if found.safety == "safe" or found.repaired is None else "info",
                fix=fix,
            )
