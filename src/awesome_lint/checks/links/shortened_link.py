"""A link through a shortener, which hides where it leads."""

from collections.abc import Iterator

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.link import Link
from awesome_lint.rule import Rule

_HABIT = 20  # so many are the list's own way, and one finding says so
_LONGEST = 60  # short is what they are for


class Check(Rule):
    """A link through a shortener, which hides where it leads."""

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        from awesome_lint.urls import shorteners

        named = [host for host in shorteners() if f"//{host}" in doc.text]
        if not named:
            return
        near = [link for link in doc.links if any(host in link.url for host in named)]
        found = [(link, host) for link in near if (host := _shortener(link))]
        if len(found) > _HABIT:
            link, host = found[0]
            message = f"{len(found)} links shortened by {host} and the like, this one first; write where they lead"
            yield self.report(doc, link.url_span, message)
            return
        for link, host in found:
            yield self.report(doc, link.url_span, f"link shortened by {host}; write the address it leads to")


def _shortener(link: Link) -> str:
    """Return the host of a shortened link, else ''."""
    from awesome_lint.urls import host_of, shortener

    if link.kind == "reference" or not link.is_web or len(link.url) > _LONGEST:
        return ""
    _, _, path = link.url.partition("//")[2].partition("/")
    host = host_of(link.url)
    return host if path and shortener(host) else ""
