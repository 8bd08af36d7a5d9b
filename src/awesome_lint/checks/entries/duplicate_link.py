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
            if link is None or not link.is_web or twin.kind not in ("link", "elsewhere"):
                continue
            if twin.kind == "link":
                message = f"'{twin.entry.title}' links to the same thing as '{first.title}' on line {first.line}"
            elif first.primary and first.primary.is_web:
                message = f"'{twin.entry.title}' is listed on line {first.line}, too, under another link"
            else:
                continue
            related = [Related(doc.path, first.parts.title.span, "first listed here")]
            yield self.report(doc, link.span, message, related=related)
