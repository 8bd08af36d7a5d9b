"""A comma, colon or period that the next word follows without a space."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import ClassVar, Final

from awesome_lint.diagnostic import Diagnostic, Edit, Fix, Span
from awesome_lint.document import Document
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

# A cheap pattern finds the few marks between letters; what is exact is asked of those alone.
_BETWEEN = lazy(r"[,.:](?=[A-Za-z\[\x01])(?<=[A-Za-z][a-z]{2}.)")
_WORDS: Final = {
    ",": lazy(r",[A-Za-z][a-z]+[\s.,)\]\x00-\x08]"),
    ":": lazy(r":(?<=[a-z]{4}:)(?:A|[A-Z][a-z]+) [A-Za-z]"),
    # What begins a sentence is no method of the word before it, as in `time.Duration`.
    ".": lazy(
        r"\.(?:A|Also|An|And|As|At|Based|Built|But|By|Finally|For|From|Furthermore|He|Hence|However|If|In|Includes|It|Its|"
        r"Like|Moreover|On|Our|Provides|She|Supports|That|The|Then|There|Therefore|These|They|This|Thus|To|Unfortunately|"
        r"Unlike|Uses|Using|We|When|Where|Which|While|With|Works|Written|You) [A-Za-z]"
    ),
}
_LINK = lazy(r"[.,](?:\[{0,2}\x01|\[+[\x04\x06\x07])")
_SPACED_LINK = lazy(r"[.,] (?:\[{0,2}\x01|\[+[\x04\x06\x07])")
_NAMES: Final = {",": "comma", ":": "colon", ".": "period"}
_HABIT: Final = 20  # so many commas or colons are the writer's way
_LINK_HABIT: Final = 6
_LINK_SHARE: Final = 0.1  # of the marks before links; more of them without a space are the list's way


class Check(Rule):
    """A comma, colon or period that the next word follows without a space."""

    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        marks = [match for match in _BETWEEN.finditer(doc.outline) if _is_prose(doc, match.start())]
        for mark, words in _WORDS.items():
            found = [match for match in marks if match[0] == mark and words.match(doc.outline, match.start())]
            if len(found) < _HABIT:
                yield from self._by_line(doc, found)
        before_links = [match for match in marks if _LINK.match(doc.outline, match.start())]
        if 0 < len(before_links) < _LINK_HABIT:
            spaced = len(_SPACED_LINK.findall(doc.outline))
            if len(before_links) <= _LINK_SHARE * (spaced + len(before_links)):
                yield from self._by_line(doc, before_links)

    def _by_line(self, doc: Document, found: list[re.Match[str]]) -> Iterator[Diagnostic]:
        """Yield one finding for marks of one kind that follow one another in a line."""
        for (_, mark), group in groupby(found, key=lambda match: (doc.line_of(match.start()), match[0])):
            matches = list(group)
            count = len(matches)
            edits = tuple(Edit(Span(*match.span()), f"{match[0]} ") for match in matches)
            names = f"the {_NAMES[mark]}" if count == 1 else f"{count} {_NAMES[mark]}s"
            title = "Put a space there" if count == 1 else "Put spaces there"
            span = Span(matches[0].start(), matches[-1].end())
            yield self.report(doc, span, f"no space after {names}", fix=Fix(title, edits, "safe"))


def _is_prose(doc: Document, at: int) -> bool:
    block = doc.block_at(at)
    return block is not None and block.kind not in ("code", "html")
