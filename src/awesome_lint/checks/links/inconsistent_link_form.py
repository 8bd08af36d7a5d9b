"""A link in another form than the list gives to links of its kind."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, replace
from awesome_lint.document import Document
from awesome_lint.rule import Rule

# What a form is called in a message, by family; those of the others are parts of the address and need no name.
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
    ("arxiv", "abs"): "'abs/ID'",
    ("arxiv", "html"): "'html/ID'",
    ("arxiv", "pdf"): "'pdf/ID'",
    ("arxiv", "pdf.pdf"): "'pdf/ID.pdf'",
    ("arxiv-version", "with"): "version in the arXiv link",
    ("arxiv-version", "without"): "none",
    ("github-git", ".git"): "'.git' at the end of the repository's address",
    ("github-git", "plain"): "none",
    ("github-slash", "with"): "'/' at the end of the repository's address",
    ("github-slash", "without"): "none",
}


class Check(Rule):
    """A link in another form than the list gives to links of its kind."""

    other_levels: ClassVar = ("info",)
    needs_list = True
    guard = "url"
    fixes: ClassVar = ("safe", "unsafe")

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        from awesome_lint.identity import forms, reform

        habits = doc.style.habits("link-form")
        if doc.voters is doc:  # where all votes agree, no link is odd
            habits = {family: habit for family, habit in habits.items() if not habit.total or habit.votes < habit.total}
        for link in doc.links if habits else ():
            for family, form in forms(link.url) if link.is_web and link.kind != "reference" else ():
                habit = habits.get(family)
                if habit is None or form == habit.value:
                    continue
                rewritten = reform(link.url, family, habit.value)
                if rewritten:
                    # Somebody may have chosen a version, and the latest is another text: the identity does not tell.
                    chosen = family == "arxiv-version"
                    harmless = chosen or family == "github-slash" or form.rstrip("/") == habit.value.rstrip("/")
                    yield self.report(
                        doc,
                        link.url_span,
                        f"{_KINDS.get(family, '')}{_said(family, form)}, where the list writes {_said(family, habit.value)} "
                        f"({habit.grounds})",
                        fix=replace(link.url_span, rewritten, f"Write {rewritten}", "unsafe" if chosen else "safe"),
                        severity="info" if harmless else None,
                    )


def _said(family: str, form: str) -> str:
    return _NAMED.get((family, form)) or f"'{form}'"
