"""A link to a service that has closed."""

from collections.abc import Iterator
from functools import cache

from awesome_lint import rulebook
from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.rule import Rule


class Check(Rule):
    """A link to a service that has closed."""

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        from awesome_lint.urls import host_of

        closed = _closed()
        if not any(host in doc.text for host in closed):
            return
        for link in doc.links:
            if link.kind == "reference" or not link.is_web:
                continue
            host = host_of(link.url).removeprefix("www.")
            if host in closed and "/archive/" not in link.url:  # what a service left behind
                when, instead = closed[host]
                yield self.report(doc, link.url_span, f"{host} closed in {when}", help=instead or None)


@cache
def _closed() -> dict[str, tuple[str, str]]:
    rows = (line.split("\t") for line in rulebook.data_text("closed_services.tsv").splitlines()[1:])
    return {host: (when, instead) for host, when, instead in rows}
