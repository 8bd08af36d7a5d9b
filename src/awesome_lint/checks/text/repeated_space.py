"""Several spaces between words, where one is meant."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_SPACES = lazy("  +")
_NOTHING = " \t\n\r\x00\x0b"  # what a run of spaces may stand beside without parting words
_SENTENCE_END = ".!?:"
_HABIT = 10  # so many sentences parted by two spaces are the writer's way


class Check(Rule):
    """Several spaces between words, where one is meant."""

    phase = "layout"
    guard = "layout"
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        found = [match.span() for match in _SPACES.finditer(doc.outline) if _parts_words(doc.outline, *match.span())]
        behind_sentence = [span for span in found if doc.outline[span[0] - 1] in _SENTENCE_END]
        typist = len(behind_sentence) >= _HABIT
        for span in found:
            if typist and doc.outline[span[0] - 1] in _SENTENCE_END:
                continue
            block = doc.block_at(span[0])
            if block and block.kind == "html":
                continue  # markup is often aligned
            count = span[1] - span[0]
            yield self.report(
                doc, span, f"{count} spaces where one is meant", fix=replace(Span(*span), " ", "Leave one space")
            )


def _parts_words(outline: str, start: int, end: int) -> bool:
    return bool(start) and end < len(outline) and outline[start - 1] not in _NOTHING and outline[end] not in _NOTHING
