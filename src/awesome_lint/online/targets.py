"""What there is to ask: one target for each thing that the links of the documents lead to."""

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, NamedTuple

from awesome_lint.identity.keys import meant
from awesome_lint.online.verdict import question

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.link import Link
    from awesome_lint.source import Source

Wanted = Callable[["Document", "Link"], bool]


class Target(NamedTuple):
    """key: the identity of the thing. url: an address of it. fragment: the place on it that is asked for, or ''."""

    key: str
    url: str
    fragment: str = ""


def every_link(doc: "Document", link: "Link") -> bool:
    """Want them all."""
    return True


def links_of_changes(added: "Callable[[Source], Collection[int] | None]") -> Wanted:
    """Return what wants the links of entries that a change touched.

    added: returns the lines of a text, from 0, that are new; None for one of which all links are wanted.
    """

    def wanted(doc: "Document", link: "Link") -> bool:
        new = added(doc.source)
        if new is None:
            return True
        span = link.entry.span if link.entry else link.span
        lines = range(doc.source.line_at(span.start), doc.source.line_at(max(span.start, span.end - 1)) + 1)
        return any(line in new for line in lines)

    return wanted


def targets(docs: Iterable["Document"], wanted: Wanted = every_link, fragments: bool = False) -> list[Target]:
    """Return the targets of web links and images, in the order in which they first stand.

    wanted: tells which links to ask for. fragments: whether to ask for places on pages, too.
    Of several addresses of one thing an https one is asked for.
    """
    found: dict[str, Target] = {}
    for doc in docs:
        for link in [*doc.links, *doc.images]:
            if not link.is_web or not wanted(doc, link):
                continue
            key, _, fragment = question(link).partition("#")
            url = meant(link.url).partition("#")[0]
            known = found.get(key)
            if known is None or (known.url.startswith("http:") and url.startswith("https:")):
                found[key] = Target(key, url)
            if fragments and fragment:
                found.setdefault(f"{key}#{fragment}", Target(f"{key}#{fragment}", url, fragment))
    return list(found.values())
