"""A description that praises what it should describe."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Fix, Span, replace
from awesome_lint.document import Document
from awesome_lint.rule import Rule


class EmptyPraise(Rule):
    """A description that praises what it should describe."""

    group = "text"
    severity = "info"
    needs_list = True
    fixes: ClassVar = ("unsafe",)

    words: tuple[str, ...] = ("amazing", "awesome", "best", "great", "incredible")

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        praise = {word.lower() for word in self.words}
        for entry in doc.entries:
            description = entry.parts.description
            if description is None:
                continue
            for start, word in _words(doc.outline, *description.span):
                if word.lower() in praise:
                    span = Span(start, start + len(word))
                    message = f"'{word}' praises, and says nothing of '{entry.title}'"
                    yield self.report(doc, span, message, fix=_without(doc, span, description.span.start))


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the words of text[start:end], each with its offset."""
    for word in text[start:end].split():
        start = text.index(word, start)
        bare = word.strip(".,;:!")
        yield start + word.index(bare), bare
        start += len(word)


def _without(doc: Document, span: Span, first: int) -> Fix | None:
    """Return the fix that takes a word out with the space after it; None where a sentence would begin anew."""
    if span.start == first or doc.text[span.end : span.end + 1] != " ":
        return None
    return replace(Span(span.start, span.end + 1), "", "Take it out", "unsafe")
