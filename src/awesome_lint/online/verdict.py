"""What the network pass says of one link, and what it knows of all of them."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.link import Link

Kind = Literal[
    "alive", "alive-by-id", "moved", "redirected", "archived", "dead", "unverifiable", "transient", "skipped"
]


class Verdict(NamedTuple):
    """kind: what is certain. reason: the evidence, as a message prints it. target: the new address of what moved."""

    kind: Kind
    reason: str = ""
    target: str | None = None


ALIVE = Verdict("alive")
_QUIET = ("alive", "alive-by-id", "redirected")


def question(link: "Link") -> str:
    """Return what is asked for a link: its identity; a place on a page is asked for on its own."""
    return link.identity


class Answers:
    """The verdicts of a pass, by question. wanted: tells which links they are of; default: all."""

    def __init__(
        self, verdicts: Mapping[str, Verdict], wanted: "Callable[[Document, Link], bool] | None" = None
    ) -> None:
        self._verdicts = verdicts
        self._wanted = wanted

    def of(self, link: "Link") -> Verdict | None:
        """Return what is known of a link; None when it was not asked for or not reached."""
        asked = question(link)
        place, page = self._verdicts.get(asked), self._verdicts.get(asked.partition("#")[0])
        # A place on a page speaks only while there is nothing to say of the page.
        return place if page is None or (page.kind in _QUIET and place is not None) else page

    def in_document(self, doc: "Document") -> "Iterator[tuple[Link, Verdict]]":
        """Yield the web links and images of a document with their verdicts; uses of a definition do not count again."""
        for link in [*doc.links, *doc.images]:
            if link.is_web and link.kind != "reference" and (self._wanted is None or self._wanted(doc, link)):
                verdict = self.of(link)
                if verdict is not None:
                    yield link, verdict
