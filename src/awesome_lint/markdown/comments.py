"""The HTML comments of a document."""

from awesome_lint.diagnostic import Span
from awesome_lint.markdown.html_tags import COMMENT, Html
from awesome_lint.named import NamedTuple
from awesome_lint.source import Source


class Comment(NamedTuple):
    """An HTML comment: its text without the marks; `alone` when nothing else stands on its lines."""

    span: Span
    text: str
    alone: bool


def read_comments(source: Source, html: Html) -> list[Comment]:
    """Return the comments in source order."""
    found = []
    for tag in html.tags:
        if tag.name == COMMENT:
            first, last = source.line_at(tag.span.start), source.line_at(tag.span.end)
            before = source.text[source.line_starts[first] : tag.span.start]
            after = source.text[tag.span.end : source.line_ends[last]]
            alone = not before.strip(" \t") and not after.strip(" \t")
            found.append(Comment(tag.span, tag.attrs[""].strip(), alone))
    return found
