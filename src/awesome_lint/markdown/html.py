"""The HTML of a document: its tags, the links they make, and what they are in the outline."""

import re
from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Span
from awesome_lint.link import Link
from awesome_lint.markdown import outline as marks
from awesome_lint.markdown.html_tags import COMMENT, DECLARATION, VERBATIM, Html, Tag, read_tags
from awesome_lint.markdown.outline import Placed
from awesome_lint.patterns import lazy
from awesome_lint.source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARK_OF: Final = {
    "b": marks.STRONG,
    "strong": marks.STRONG,
    "i": marks.EMPHASIS,
    "em": marks.EMPHASIS,
    "br": marks.BREAK,
    "img": marks.IMAGE,
    "s": marks.STRIKE,
    "del": marks.STRIKE,
    "strike": marks.STRIKE,
}
_CODE: Final = VERBATIM | {"code", "kbd", "samp", "tt"}
_ENTITY = lazy(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def read_html(source: Source, tokens: "list[Token]", placed: Placed) -> Html:
    """Read the HTML of a document."""
    tags: list[Tag] = []
    text: list[Span] = []
    for token in tokens:
        if token.type == "html_block" and token.map:
            last = min(token.map[1], len(source.line_ends)) - 1
            at, end = source.line_starts[token.map[0]], source.line_ends[last]
            for tag in read_tags(source.text, at, end):
                tags.append(tag)
                text.append(Span(at, tag.span.start))
                at = max(at, tag.span.end)
            text.append(Span(at, end))
    for match in re.finditer(f"{marks.HTML}+", placed.outline):
        tags += read_tags(source.text, *match.span())
    return Html(sorted(tags, key=lambda tag: tag.span), text)


def apply_html(source: Source, html: Html, placed: Placed) -> None:
    """Write the HTML to the outline, and add its links and images."""
    patches: list[tuple[int, int, str]] = []  # start, end, mark
    opened: list[Tag] = []
    code: Tag | None = None
    for tag in html.tags:
        if tag.name == "a" and ("href" in tag.attrs or tag.closing):
            _anchor(source, tag, opened, placed, patches)
            continue
        patches.append(
            (*tag.span, marks.NO_PROSE if tag.name in (COMMENT, DECLARATION) else _MARK_OF.get(tag.name, marks.HTML))
        )
        if tag.name == "img" and not tag.closing:
            placed.images.append(_link(source, tag, "src", tag.span, True))
        elif tag.name in _CODE:
            if not tag.closing and code is None:
                code = tag
            elif tag.closing and code is not None and code.name == tag.name:
                patches.append((code.span.end, tag.span.start, marks.CODE))
                code = None
    patches.extend((*tag.span, marks.HTML) for tag in opened)  # never closed: no links
    placed.outline = _patched(source.text, placed.outline, html.text, patches)
    placed.links.sort(key=lambda link: link.span)
    placed.images.sort(key=lambda link: link.span)


def _anchor(source: Source, tag: Tag, opened: list[Tag], placed: Placed, patches: list[tuple[int, int, str]]) -> None:
    if not tag.closing:
        opened.append(tag)
        patches.append((*tag.span, marks.LINK_OPEN))
        return
    patches.append((*tag.span, marks.LINK_CLOSE if opened else marks.HTML))
    if opened:
        start = opened.pop()
        placed.links.append(_link(source, start, "href", Span(start.span.start, tag.span.end), False, tag.span.start))


def _link(source: Source, tag: Tag, attribute: str, span: Span, is_image: bool, text_end: int = -1) -> Link:
    url_span = tag.places.get(attribute, Span(tag.span.end, tag.span.end))
    url = tag.attrs.get(attribute, "")
    if is_image:
        return Link("html", span, Span(span.end, span.end), tag.attrs.get("alt", ""), url_span, url, True)
    text_span = Span(tag.span.end, max(text_end, tag.span.end))
    return Link("html", span, text_span, source.text[text_span.start : text_span.end], url_span, url)


def _patched(text: str, outline: str, prose: list[Span], patches: list[tuple[int, int, str]]) -> str:
    """Return the outline with the prose of HTML blocks laid open and `patches` written, later ones over earlier."""
    characters = list(outline)
    for start, end in prose:
        characters[start:end] = text[start:end]
        for match in _ENTITY.finditer(text, start, end):
            characters[slice(*match.span())] = marks.ENTITY * (match.end() - match.start())
    for start, end, mark in patches:
        characters[start:end] = mark * (end - start)
    return "".join(characters)
