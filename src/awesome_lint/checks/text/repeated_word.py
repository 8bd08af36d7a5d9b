"""A word that stands twice in a row."""

import re
from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

# Words that no sentence has twice in a row; names and "that that" are left alone.
_WORDS = "a|an|and|are|as|at|be|but|by|for|from|if|in|into|is|it|of|on|or|our|the|this|to|was|we|with|you|your"
_TWICE = lazy(rf"(?<![\w'’-])(?P<word>{_WORDS})(?P<again>[ \n]+(?P=word))(?![\w'’-])", re.I)


class Check(Rule):
    """A word that stands twice in a row."""

    fixes: ClassVar = ("unsafe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for match in _TWICE.finditer(doc.outline):
            word, again = match["word"], match["again"].strip()
            if word.isupper() or (word != again and again.lower() != again):
                continue  # letters of a name, or "Is IS-IS"
            yield self.report(
                doc,
                Span(*match.span()),
                f"'{word}' stands twice",
                fix=replace(Span(*match.span("again")), "", f"Remove the second '{again}'", "unsafe"),
            )
