"""The HTML tags of a document, as html.py reads them."""

from awesome_lint.diagnostic import Span
from awesome_lint.named import NamedTuple


class Tag(NamedTuple):
    """One start or end tag of the source, or a comment (name '!--')."""

    name: str
    span: Span
    attrs: dict[str, str]
    closing: bool


class Html(NamedTuple):
    """tags: all tags and comments in source order; text: the spans of the prose inside HTML blocks."""

    tags: list[Tag]
    text: list[Span]
