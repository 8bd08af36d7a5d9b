"""A heading that ends with a period."""

from collections.abc import Iterator
from typing import ClassVar, Final

from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_PERIOD = lazy(r"(?<![\W\d_][A-Za-z])(?<!etc)(?<!Inc)(?<!Ltd)(?<!Corp)(?<!\.)\.\Z")
_SENTENCE = lazy(r"[.!?:] |\b(?:is|are|was|were|has|have|can|will|you|we|your|our|please)\b")
_LONGEST: Final = 8  # words; more of them are rather a sentence
_HABIT: Final = 5  # so many are the list's way


class Check(Rule):
    """A heading that ends with a period."""

    phase = "content"
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        found = []
        for section in doc.sections:
            if not section.title.endswith(".") or section.kind not in ("atx", "setext"):
                continue
            title, end = section.title, section.title_span.end
            words = len(title.split())
            if not _PERIOD.search(title) or words > _LONGEST or _SENTENCE.search(title) or doc.text[end - 1] != ".":
                continue
            block = doc.block_at(end - 1)
            if block is None or block.item is None:  # an item that is a heading is an entry, and ends as those do
                found.append(Span(end - 1, end))
        if len(found) < _HABIT:
            for span in found:
                yield self.report(doc, span, "'.' at the end of a heading", fix=replace(span, "", "Remove it"))
