"""A thing that is listed in two sections, or twice under different names."""

from collections.abc import Iterator

from awesome_lint.diagnostic import Diagnostic, Related
from awesome_lint.document import Document
from awesome_lint.rule import Rule


class Check(Rule):
    """A thing that is listed in two sections, or twice under different names."""

    severity = "info"
    needs_list = True

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for twin in doc.twins:
            link, first = twin.entry.primary, twin.first
            if twin.kind == "link" and link is not None:
                yield self.report(
                    doc,
                    link.span,
                    f"'{twin.entry.title}' links to the same thing as '{first.title}' on line {first.line}",
                    related=[Related(doc.path, first.parts.title.span, "first listed here")],
                )
