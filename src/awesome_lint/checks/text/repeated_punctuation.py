"""A comma, semicolon or period too many."""

from collections.abc import Iterator

from awesome_lint.diagnostic import Diagnostic, Span
from awesome_lint.document import Document
from awesome_lint.patterns import lazy, places
from awesome_lint.rule import Rule
from awesome_lint.words import in_title

_TWICE = lazy(r"(?<=[^\W_])(?P<marks>,,|;;|\.\.|,\.|。。|，，)(?=[ \x00-\x1f]|\Z)")
_AROUND = lazy(r"(?<=[a-z]{4})\.[\x06\x07]+\.(?=[ \x00-\x1f]|\Z)")  # `*A sentence.*.`, and no initial
_HABIT = 10  # so many '..' show what was cut off


class Check(Rule):
    """A comma, semicolon or period too many."""

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        spots = places(doc.outline, (",,", ";;", "..", ",.", "。。", "，，"))
        found = [match for at in spots if (match := _TWICE.match(doc.outline, at))]
        cut_off = sum(match["marks"] == ".." for match in found) >= _HABIT
        for match in found:
            trails = match["marks"] == ".." and (cut_off or in_title(doc, match.start()))  # as its author wrote it
            if not trails:
                yield self.report(doc, Span(*match.span("marks")), f"'{match['marks']}' where one mark is meant")
        around = [match for at in places(doc.outline, (".\x06", ".\x07")) if (match := _AROUND.match(doc.outline, at))]
        for match in around if len(around) < _HABIT else ():
            span = Span(*match.span())
            yield self.report(doc, span, f"'{doc.raw(span)}' where one mark is meant")
