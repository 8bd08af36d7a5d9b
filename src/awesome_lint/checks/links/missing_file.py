"""A link to a file that is not there."""

import re
from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import unquote

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.link import Link
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

# `mailto:` and the like, another host, the root of the repository, a place of this page, a template's variable.
_ELSEWHERE = lazy(r"[a-z][a-z0-9+.-]*:|/|#|\?|\{|<|www\.", re.I)
# Pages of github.com that a relative link reaches from the page of the repository.
_OWN_DISK = lazy(r"file:/|[a-z]:[\\/]|/(?:home|Users)/\w", re.I)
_GITHUB_PAGE = lazy(
    r"(?:\.\./)+(?:issues|pulls?|wiki|releases|discussions|actions|stargazers|network|commits?|compare|graphs"
    r"|projects|tags|contributors|forks|security|blob|tree|raw|edit)\b"
)
_DEEPEST = 6  # folders between a list and the root of its repository


class Check(Rule):
    """A link to a file that is not there."""

    severity = "error"
    other_levels: ClassVar = ("info",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        from awesome_lint.urls import problem

        missing: list[tuple[Link, str]] = []
        for link in [*doc.links, *doc.images]:
            if link.kind in ("bare", "autolink", "reference") or not link.url:
                continue
            if _OWN_DISK.match(link.url):
                yield self.report(doc, link.span, f"'{link.url}' is a file of the writer's own computer")
            if _ELSEWHERE.match(link.url):
                continue
            if _GITHUB_PAGE.match(link.url) or problem(link.url):
                continue
            path = unquote(link.url.partition("#")[0].partition("?")[0])
            if path and doc.exists(path) is False:
                missing.append((link, f"the {'image' if link.is_image else 'file'} '{path}' does not exist"))
        if not missing:
            return
        if _in_repository(doc):
            for link, message in missing:
                yield self.report(doc, link.span, message)
            return
        link, message = min(missing, key=lambda one: one[0].span)
        more = len(missing) - 1
        also = f", and neither do {more} more that are linked" if more > 1 else ", nor does another" if more else ""
        yield self.report(doc, link.span, message + also, severity="info")


def _in_repository(doc: Document) -> bool:
    """Whether the file stands in its repository; a copy of it elsewhere has lost what it links to."""
    return any(doc.exists("../" * depth + ".git") for depth in range(_DEEPEST))
