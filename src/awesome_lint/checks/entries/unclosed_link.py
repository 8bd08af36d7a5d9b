"""A link with a bracket or parenthesis that is missing, or one too many."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.loose.markup import broken_links
from awesome_lint.rule import Rule


class Check(Rule):
    """A link with a bracket or parenthesis that is missing, or one too many."""

    severity = "error"  # a warning where more than one reading remains
    other_levels: ClassVar = ("warning",)
    phase = "structure"
    guard = "markup"
    fixes: ClassVar = ("safe", "unsafe")

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        return broken_links(self, doc, "unclosed")
