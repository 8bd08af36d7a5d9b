"""A word that stands twice in a row."""

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar, Final

from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.patterns import lazy, places
from awesome_lint.rule import Rule

# Words that no sentence has twice in a row; names and "that that" are left alone.
_WORDS: Final = frozenset(
    "a an and are as at be but by for from if in into is it of on or our the this to was we with you your".split()
)
_TWICE = lazy(r"(?<![\w'’-])(?P<word>\w+)(?P<again>[ \n](?P=word))(?![\w'’-])")


class Check(Rule):
    """A word that stands twice in a row."""

    fixes: ClassVar = ("unsafe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        outline = doc.outline
        words = outline.split()
        twice = {word for word, after in pairwise(words) if word == after and word in _WORDS}
        for at in places(outline, (f"{word}{blank}{word}" for word in twice for blank in " \n")):
            match = _TWICE.match(outline, at)
            if match and match["word"] in _WORDS:
                yield self.report(
                    doc,
                    Span(*match.span()),
                    f"'{match['word']}' stands twice",
                    fix=replace(Span(*match.span("again")), "", f"Remove the second '{match['word']}'", "unsafe"),
                )
