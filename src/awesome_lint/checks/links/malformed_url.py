"""A URL that leads nowhere as it is written."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.crowd import as_one
from awesome_lint.diagnostic import Diagnostic, replace
from awesome_lint.document import Document
from awesome_lint.link import Link
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_HABIT = 10  # more links of one text that wait for their address are the list's way
_PROMISE = lazy(r"(?i)\bsoon\b|\bto (?:be|do)\b|\b(?:tba|tbd|todo)\b")  # the text says that the address is to come


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
                if not _PROMISE.search(link.text):
                    message = f"the {_called(link)} has no address"
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


def _called(link: Link) -> str:
    """Return what to call a link or image that has no address to be called by."""
    kind = "image" if link.is_image else "link"
    text = " ".join(link.text.strip("*_` \\[]").split())
    return kind if not text or "[" in text or link.kind == "definition" else f"{kind} '{text}'"
