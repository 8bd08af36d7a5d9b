"""An http link to a host that serves https."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.rule import Rule


class Check(Rule):
    """An http link to a host that serves https."""

    guard = "url"
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        if "http:" not in doc.text:
            return
        from awesome_lint.urls import serves_https

        for link in [*doc.links, *doc.images]:
            if not link.url.startswith("http://") or link.url_span.end == link.url_span.start:
                continue
            host = link.url[7:].partition("/")[0].partition("?")[0].lower()
            if link.kind != "reference" and serves_https(host):
                scheme = Span(link.url_span.start, link.url_span.start + 4)
                whole = "://" not in link.url[7:]  # of two addresses run together, which one is meant is not known
                yield self.report(
                    doc,
                    link.url_span,
                    f"http link to {host}, which serves https",
                    fix=replace(scheme, "https", "Write https") if whole else None,
                )
