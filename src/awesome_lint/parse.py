"""Text to Document."""

import datetime
import re
from collections.abc import Callable
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from awesome_lint.diagnostic import Span
from awesome_lint.document import Document
from awesome_lint.errors import UserError
from awesome_lint.link import Link
from awesome_lint.markdown.addresses import destination
from awesome_lint.markdown.html_tags import Html
from awesome_lint.markdown.inline import TooDeepError
from awesome_lint.markdown.outline import Placed, place_tokens
from awesome_lint.markdown.parser import MAX_NESTING, parse_tokens
from awesome_lint.patterns import lazy
from awesome_lint.source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token

# Up to the address, which may stand on the next line, in a quote after its marks.
_DEFINITION = lazy(r"\[(?P<label>(?:\\.|[^\\\[\]])*)\]:[ \t]*(?:[\r\n]+[ \t>]*)?", re.S)
LARGE: Final = 2_000_000  # characters; the inline tokens of a longer text take more memory than all else


def parse(
    source: Source,
    exists: Callable[[str], bool | None] | None = None,
    today: datetime.date | None = None,
) -> Document:
    """Parse a file.

    exists: tells whether a path, relative to the file's folder, exists; None where that cannot be known.
    Raises UserError for input nested deeper than any page is (see markdown.MAX_NESTING).
    """
    try:
        tokens, env = parse_tokens(source.text)
    except TooDeepError:
        raise UserError(
            f"{source.path} is nested too deeply",
            f"Quotes, lists or brackets stand more than {MAX_NESTING} deep in one another, which no page can show. "
            "Look for a line of repeated '>', '-' or '['.",
        ) from None
    placed = place_tokens(source, tokens, env)
    html = Html([], [])
    if "<" in source.text:
        from awesome_lint.markdown.html import apply_html, read_html

        html = read_html(source, tokens, placed)
        if html.tags or html.text:
            apply_html(source, html, placed)
    if "references" in env:
        _definitions(source, env, placed)
    _lighten(tokens, drop_children=len(source.text) > LARGE)
    return Document(source, tokens, env, placed, html, exists or (lambda path: None), today or datetime.date.today())


def _lighten(tokens: "list[Token]", drop_children: bool) -> None:
    nothing: Any = MappingProxyType({})  # most have neither attributes nor notes; who adds any is told not to
    for token in tokens:
        if not token.attrs:
            token.attrs = nothing
        if not token.meta:
            token.meta = nothing
        if drop_children:
            token.children = None


def parse_again(source: Source, doc: Document) -> Document:
    """Parse another text of a file, with what its document knows of other files, of the day and of style."""
    made = parse(source, doc.exists, doc.today)
    made.style_settings = doc.style_settings
    if doc.voters is not doc:
        made.voters = doc.voters
    return made


def _definitions(source: Source, env: dict[str, object], placed: Placed) -> None:
    """Add the links of reference definitions, and tell the uses where their URL stands."""
    references = env["references"]
    assert isinstance(references, dict)
    spans: dict[str, tuple[Span, str]] = {}
    for label, reference in references.items():
        line, stop = reference["map"]
        start, end = source.line_starts[line], source.line_ends[min(stop, len(source.line_ends)) - 1]
        match = _DEFINITION.search(source.text, start, end)
        if match is None:
            continue
        at, to = destination(source.text, match.end(), end)
        span = Span(at, to)
        spans.setdefault(reference["href"], (span, source.text[at:to]))
        text = Span(*match.span("label"))
        placed.links.append(Link("definition", Span(match.start(), to), text, label, span, source.text[at:to]))
    for link in [*placed.links, *placed.images]:
        if link.kind == "reference" and link.url in spans:
            link.url_span, link.url = spans[link.url]
    placed.links.sort(key=lambda link: link.span)
