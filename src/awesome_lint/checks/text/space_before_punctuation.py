"""A space before a comma, colon or period that belongs to the word before it."""

import re
from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Edit, Fix, Span, replace
from awesome_lint.document import Document
from awesome_lint.patterns import lazy, places
from awesome_lint.rule import Rule

# A pattern that begins with a plain character is found ten times as fast as one that looks behind first.
_BLANK = lazy(r" (?P<mark>[,;:!?.])(?=[ \x00-\x1f]|\Z)(?! [)(DP](?:\s|\Z))(?! ?\x01)")
_PARENTHESES = lazy(r"\((?P<open> ?)(?P<words>[A-Za-z][^()\x00-\x1f]*+)\)")
_WORD = lazy(r"[A-Za-z]{2}")
# `the network' s size`, `the agency (A) 's size`: no quotation opens or closes so.
_POSSESSIVE = lazy(r"(?P<before> )['’]s(?=[ ,.;:\x00-\x1f]|\Z)|['’](?P<within> )s(?= [a-z])")
_QUOTED = lazy(r"[\w.!?]['’](?!\w)")
_QUOTATION = 200  # characters within which one closes
_FROM_RIGHT = lazy("[\u0590-\u08ff]")
_HABIT = 6  # so many in front of one mark are the list's way, or its language's
_FRENCH = lazy(r"\b(?:les|des|une|est|dans|pour|avec|sur|qui)\b")


class Check(Rule):
    """A space before a comma, colon or period that belongs to the word before it."""

    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        yield from self._in_parentheses(doc)
        yield from self._possessives(doc)
        found: dict[str, list[re.Match[str]]] = {}
        for match in _BLANK.finditer(doc.outline):
            if doc.outline[match.start() - 1 : match.start()].isalnum() and not _is_of_title(doc, match):
                found.setdefault(match["mark"], []).append(match)
        if not found or _is_french(doc):
            return
        for mark, matches in found.items():
            if len(matches) >= _HABIT:
                continue
            for match in matches:
                if _is_from_right(doc, match.start()):
                    continue
                span = Span(match.start(), match.start() + 1)
                yield self.report(doc, span, f"space before '{mark}'", fix=replace(span, "", "Remove the space"))

    def _possessives(self, doc: Document) -> Iterator[Diagnostic]:
        """Yield the spaces that part a possessive `'s` from its word, or its apostrophe from the `s`."""
        for at in places(doc.outline, (" 's", " ’s", "' s", "’ s")):
            match = _POSSESSIVE.match(doc.outline, at)
            if not match:
                continue
            before = doc.outline[match.start() - 1 : match.start()]
            near = min(doc.source.line_ends[doc.source.line_at(match.start())], match.end() + _QUOTATION)
            if not (before.isalpha() or before == ")") or _QUOTED.search(doc.outline, match.end(), near):
                continue
            span = Span(*match.span(match.lastgroup or 0))
            where = "before" if match["before"] else "within"
            yield self.report(doc, span, f"space {where} the ending 's", fix=replace(span, "", "Remove the space"))

    def _in_parentheses(self, doc: Document) -> Iterator[Diagnostic]:
        """Yield the spaces between parentheses and the words in them."""
        found = list(_parentheses(doc.outline))
        if len(found) >= _HABIT:
            return
        for match in found:
            block = doc.block_at(match.start())
            spans = [Span(*match.span("open"))] if match["open"] else []
            if match["words"].endswith(" "):
                spans.append(Span(match.end() - 2, match.end() - 1))
            link = doc.link_around(match.start())
            if not spans or not block or block.kind not in ("paragraph", "row") or (link and link.is_fragment):
                continue  # a heading, and a line of the contents that repeats it
            if not _is_from_right(doc, match.start()):
                fix = Fix("Remove the space", tuple(Edit(span, "") for span in spans), "safe")
                yield self.report(doc, Span(*match.span()), "a space inside the parentheses", fix=fix)


def _parentheses(outline: str) -> Iterator[re.Match[str]]:
    """Yield the parentheses around words that have a space at one of their ends."""
    done = 0
    for at in places(outline, ("( ", " )")):
        last = outline.rfind("(", done, at + 1)
        if last >= 0:
            match = _PARENTHESES.match(outline, last)
            if match and _WORD.search(match["words"], 1):
                yield match
        done = at + 1


def _is_of_title(doc: Document, match: re.Match[str]) -> bool:
    """Whether a colon stands in a link's title, as its author may have put it, or beside another script."""
    after = doc.outline[match.end() + 1 : match.end() + 2]
    if match["mark"] != ":" or not after:
        return False
    return not after.isascii() or (after.isupper() and doc.link_around(match.start()) is not None)


def _is_from_right(doc: Document, at: int) -> bool:
    """Whether the line has Arabic or Hebrew letters, between which a Latin mark is set as it looks best."""
    line = doc.source.line_at(at)
    return _FROM_RIGHT.search(doc.source.line_text(line)) is not None


def _is_french(doc: Document) -> bool:
    """Whether the text is French, which parts high punctuation from the word."""
    return len(_FRENCH.findall(doc.outline)) > doc.outline.count(" the ") + 10
