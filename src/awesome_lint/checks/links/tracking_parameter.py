"""A parameter in a URL that only tells who sent the reader."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, replace
from awesome_lint.document import Document
from awesome_lint.rule import Rule


class Check(Rule):
    """A parameter in a URL that only tells who sent the reader."""

    guard = "url"
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        if "?" not in doc.text:
            return
        from awesome_lint.urls import tracking

        for link in [*doc.links, *doc.images]:
            if "?" not in link.url or link.kind == "reference":
                continue
            found = tracking(doc.raw(link.url_span))
            if found is None:
                continue
            names, cleaned = found
            what = f"tracking parameter{'s' if len(names) > 1 else ''} {', '.join(dict.fromkeys(names))}"
            yield self.report(
                doc, link.url_span, f"{what} in the URL", fix=replace(link.url_span, cleaned, f"Write {cleaned}")
            )
