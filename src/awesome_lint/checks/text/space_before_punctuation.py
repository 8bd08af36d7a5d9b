"""A space before a comma, colon or period that belongs to the word before it."""

import re
from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

# A pattern that begins with a plain character is found ten times as fast as one that looks behind first.
_BLANK = lazy(r" (?P<mark>[,;:!?.])(?=[ \x00-\x1f]|\Z)(?! [)(DP](?:\s|\Z))(?! ?\x01)")
_HABIT = 6  # so many in front of one mark are the list's way, or its language's
_FRENCH = lazy(r"\b(?:les|des|une|est|dans|pour|avec|sur|qui)\b")


class Check(Rule):
    """A space before a comma, colon or period that belongs to the word before it."""

    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        found: dict[str, list[re.Match[str]]] = {}
        for match in _BLANK.finditer(doc.outline):
            if doc.outline[match.start() - 1 : match.start()].isalnum() and not _is_of_title(doc.outline, match):
                found.setdefault(match["mark"], []).append(match)
        if not found or _is_french(doc):
            return
        for mark, matches in found.items():
            if len(matches) >= _HABIT:
                continue
            for match in matches:
                span = Span(match.start(), match.start() + 1)
                yield self.report(doc, span, f"space before '{mark}'", fix=replace(span, "", "Remove the space"))


def _is_of_title(outline: str, match: re.Match[str]) -> bool:
    """Whether a colon stands where authors write it so themselves, `Name : What It Is`, or in another script."""
    after = outline[match.end() + 1 : match.end() + 2]
    return match["mark"] == ":" and (after.isupper() or not after.isascii())


def _is_french(doc: Document) -> bool:
    """Whether the text is French, which parts high punctuation from the word."""
    return len(_FRENCH.findall(doc.outline)) > doc.outline.count(" the ") + 10
