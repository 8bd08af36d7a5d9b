"""A URL that leads nowhere as it is written."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.crowd import as_one
from awesome_lint.diagnostic import Diagnostic, replace
from awesome_lint.document import Document
from awesome_lint.link import Link
from awesome_lint.loose.markup import named
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_HABIT = 10  # more links of one text that wait for their address are the list's way
# A text that says itself that the address is to come: 'coming soon', 'code (TBA)'.
_PROMISE = lazy(r"(?i)(?:^|[\W_])(?:soon|tb[acd]|todo|pending|n/?a|to be (?:added|announced|released))[\W_]*$")


class Check(Rule):
    """A URL that leads nowhere as it is written."""

    other_levels: ClassVar = ("info",)
    guard = "url"
    fixes: ClassVar = ("safe", "suggestion")

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        from awesome_lint.urls import problem

        waiting: dict[str, list[Diagnostic]] = {}
        for link in [*doc.links, *doc.images]:
            if link.kind == "reference":
                continue  # its definition is a link of its own
            if not link.url:
                if link.kind != "html" and not _PROMISE.search(link.text):  # HTML has other ways to say where
                    message = f"the {_called(doc, link)} has no address"
                    waiting.setdefault(message, []).append(self.report(doc, link.span, message, severity="info"))
                continue
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
        for alike in waiting.values():
            yield from alike if len(alike) <= _HABIT else [as_one(alike)]


def _called(doc: Document, link: Link) -> str:
    """Return what to call a link or image that has no address to be called by."""
    kind = "image" if link.is_image else "link"
    shown = link.text if link.is_image or link.kind == "definition" else doc.plain(*link.text_span)
    text = shown.strip("[]() ")
    return f"{kind} {named(text)}" if text else kind
