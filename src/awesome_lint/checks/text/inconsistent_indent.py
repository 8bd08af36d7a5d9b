"""A nested item whose indent differs from that of its list."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Fix, Span, replace
from awesome_lint.document import Document
from awesome_lint.markdown.structure import Item
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_SPACES = lazy(r"[ \t]+(?=[^ \t\r\n])")
_LEAST = 10
_SHARE = 0.9
_TAB = 4


class Check(Rule):
    """A nested item whose indent differs from that of its list."""

    severity = "info"
    phase = "layout"
    guard = "layout"
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        by_depth: dict[int, list[tuple[Item, str]]] = {}
        for item in doc.structure.items:
            indent = doc.text[_line_start(doc, item) : item.marker_span.start]
            if item.depth and not item.quoted and not indent.strip(" \t"):
                by_depth.setdefault(item.depth, []).append((item, indent))
        for nested in by_depth.values():
            indents = Counter(indent for _, indent in nested)
            habit = max(indents, key=indents.__getitem__)
            if indents[habit] < max(_LEAST, _SHARE * len(nested)):
                continue
            width = len(habit.expandtabs(_TAB))
            for item, indent in nested:
                if indent != habit and item.parent and width >= _text_column(doc, item.parent):
                    yield self._found(doc, item, indent, habit)

    def _found(self, doc: Document, item: Item, indent: str, habit: str) -> Diagnostic:
        start = _line_start(doc, item)
        span = Span(start, start + len(indent))
        return self.report(
            doc,
            Span(start, item.marker_span.end),
            f"indented by {_named(indent)} where the list indents by {_named(habit)}",
            fix=_mend(doc, item, span, habit),
        )


def _mend(doc: Document, item: Item, span: Span, habit: str) -> Fix | None:
    """Return the fix, None where the item or the one after it could come to belong to another."""
    parent, last = item.parent, doc.source.line_at(item.span.end)
    if parent is None or item.children or last != doc.source.line_at(item.span.start):
        return None
    at = parent.children.index(item)
    width = len(habit.expandtabs(_TAB))
    most = min(
        [_text_column(doc, parent) + _TAB, *(_text_column(doc, one) for one in parent.children[max(at - 1, 0) : at])]
    )
    below = [_column(doc, one, one.marker_span.start) for one in parent.children[at + 1 : at + 2]]
    if width >= most or any(column > width + len(item.marker) for column in below):
        return None
    return replace(span, habit, f"Indent by {_named(habit)}")


def _text_column(doc: Document, item: Item) -> int:
    """Return the least column, from 0, at which what belongs to an item stands: that of its text, if it has one."""
    after = _column(doc, item, item.marker_span.end)
    text = _SPACES.match(doc.text, item.marker_span.end)
    width = _column(doc, item, text.end()) - after if text else 0
    return after + (width if 1 <= width <= _TAB else 1)


def _column(doc: Document, item: Item, at: int) -> int:
    return len(doc.text[_line_start(doc, item) : at].expandtabs(_TAB))


def _line_start(doc: Document, item: Item) -> int:
    return doc.source.line_starts[doc.source.line_at(item.marker_span.start)]


def _named(indent: str) -> str:
    if not indent:
        return "nothing"
    names = {" ": "space", "\t": "tab"}
    if len(set(indent)) > 1:
        return "tabs and spaces"
    return f"{len(indent)} {names[indent[0]]}{'s' * (len(indent) > 1)}"
