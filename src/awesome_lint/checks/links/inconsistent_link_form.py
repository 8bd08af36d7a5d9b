"""A link in another form than the list gives to links of its kind."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, replace
from awesome_lint.document import Document
from awesome_lint.entries.labels import majority
from awesome_lint.link import Link
from awesome_lint.rule import Rule

# What a form is called in a message, by family; the forms of the others are parts of the address and speak for themselves.
_KINDS = {
    "arxiv": "arXiv link of the form ",
    "arxiv-host": "arXiv link to ",
    "doi-host": "DOI link to ",
    "doi-acm": "ACM link of the form ",
    "ieee": "IEEE link of the form ",
    "openreview": "OpenReview link of the form ",
    "acl": "ACL Anthology link of the form ",
    "cvf": "CVF link of the form ",
}
_NAMED = {
    ("arxiv-version", "with"): "version in the arXiv link",
    ("arxiv-version", "without"): "none",
    ("github-git", ".git"): "'.git' at the end of the repository's address",
    ("github-git", "plain"): "none",
}


class Check(Rule):
    """A link in another form than the list gives to links of its kind."""

    needs_list = True
    guard = "url"
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        from awesome_lint.identity import forms, reform

        seen: dict[str, list[tuple[Link, str]]] = {}
        for link in doc.links:
            if link.is_web and link.kind != "reference":
                for family, form in forms(link.url):
                    seen.setdefault(family, []).append((link, form))
        least, share, _ = doc.style.settings
        for family, links in seen.items():
            habit = majority(Counter(form for _, form in links), least, share)
            for link, form in links if habit else ():
                assert habit is not None
                if form == habit[0]:
                    continue
                rewritten = reform(link.url, family, habit[0])
                if rewritten:
                    yield self.report(
                        doc,
                        link.url_span,
                        f"{_KINDS.get(family, '')}{_said(family, form)}, where the list writes {_said(family, habit[0])} "
                        f"({habit[1]} of {habit[2]} do)",
                        fix=replace(link.url_span, rewritten, f"Write {rewritten}"),
                    )


def _said(family: str, form: str) -> str:
    return _NAMED.get((family, form)) or f"'{form}'"
