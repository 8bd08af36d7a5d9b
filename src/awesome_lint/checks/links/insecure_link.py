"""An http link to a host that serves https."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Related, Span, replace
from awesome_lint.document import Document
from awesome_lint.link import Link
from awesome_lint.rule import Rule


class Check(Rule):
    """An http link to a host that serves https."""

    guard = "url"
    fixes: ClassVar = ("safe",)
    gathers: ClassVar = 9  # the links to one host are mended together

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        if "http:" not in doc.text:
            return
        from awesome_lint.urls import serves_https

        secure = _linked_by_https(doc)
        if doc.voters is not doc:  # a new link does not put the old ones of its host in the wrong
            voting = _linked_by_https(doc.voters)
            secure = {host: link for host, link in secure.items() if host in voting}
        for link in [*doc.links, *doc.images]:
            if link.kind == "reference" or not link.url.startswith("http://"):
                continue
            host = _host(link.url[7:])
            proof = secure.get(host)
            if link.url_span.end > link.url_span.start and (proof or serves_https(host)):
                scheme = Span(link.url_span.start, link.url_span.start + 4)
                whole = "://" not in link.url[7:]  # of two addresses run together, which one is meant is not known
                yield self.report(
                    doc,
                    link.url_span,
                    f"http link to {host}, which serves https",
                    related=[Related(doc.path, proof.url_span, "linked by https here")] if proof else (),
                    fix=replace(scheme, "https", "Write https") if whole else None,
                )


def _linked_by_https(doc: Document) -> dict[str, Link]:
    """Return the first https link of each host of the list."""
    found: dict[str, Link] = {}
    for link in doc.links:
        if link.url.startswith("https://"):
            found.setdefault(_host(link.url[8:]), link)
    return found


def _host(address: str) -> str:
    return address.partition("/")[0].partition("?")[0].partition("#")[0].lower()
