"""A description that begins with a small letter in a list that writes a capital, or the other way round."""

import re
from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.english import common_words
from awesome_lint.entries.entry import Entry
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_WORD = lazy(r"[A-Za-z]+(?![\w@/+#]|[-.'’]\w)")

_SAMPLE = 200  # descriptions, drawn from the whole list, tell what they mostly are
_CREDIT = lazy(r"by [A-Z]")  # who made it, and no sentence
_NAME_WORD = r"[^\W\d_a-z][\w.'’-]*"
_NAME = lazy(rf"{_NAME_WORD}(?: (?:{_NAME_WORD}|and|&|de|of|van|von)){{0,4}}(?:,| [^\w\s]| et al|\Z)")


class Check(Rule):
    """A description that begins with a small letter in a list that writes a capital, or the other way round."""

    needs_list = True
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        odd = list(doc.style.odd("capital"))
        if odd and odd[0][2].total and _are_names(doc.voters):
            return
        for entry, vote, habit in odd:
            description = entry.parts.description
            assert description is not None
            start = description.span.start
            word = _plain_word(entry, start)
            if not word or _CREDIT.match(doc.outline, start):
                continue
            wanted = word[0].swapcase() + word[1:]
            kind = "a small letter" if vote.value == "lower" else "a capital"
            yield self.report(
                doc,
                Span(start, start + len(word)),
                f"description begins with {kind}, '{word}'; the list writes '{wanted}' ({habit.grounds})",
                fix=replace(Span(start, start + 1), wanted[0], f"Write '{wanted}'"),
            )


def _are_names(doc: Document) -> bool:
    """Whether most descriptions are people's names, and no sentences that could begin with a small letter."""
    described = [entry.parts.description for entry in doc.entries if entry.parts.description]
    texts = [description.text for description in described[:: len(described) // _SAMPLE + 1]]
    return 2 * sum(_NAME.match(text) is not None for text in texts) > len(texts)


def _plain_word(entry: Entry, start: int) -> str:
    """Return the word at an offset if it is one of the dictionary and not the entry's own name, else ''."""
    match = _WORD.match(entry.doc.outline, start)
    if match is None:
        return ""
    word = match[0]
    name = entry.title.lower()
    own = word.lower() in re.findall(r"[^\W_]+", name) and not {"a", "an", "the"} & {word.lower()}
    common = word.lower() in common_words() and (word[1:].islower() or len(word) == 1)
    return word if common and not own else ""
