"""The HTML of a document: tags with exact places, the links they make, and what they are in the outline.

`html.parser` reads each HTML block and each inline tag; nothing here looks for tags by pattern.
"""

import re
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Span
from awesome_lint.link import Link
from awesome_lint.markdown import outline as marks
from awesome_lint.markdown.outline import Placed
from awesome_lint.markdown.tags import Html, Tag
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
_CODE: Final = frozenset({"code", "kbd", "pre", "samp", "tt", "script", "style", "svg"})
# Attributes one after the other, so that no value and no longer name is taken for one.
_ATTRIBUTE = lazy(r"""\s([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_ENTITY = lazy(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


class _Reader(HTMLParser):
    """Collects the tags of one region; `base` is the region's offset in the text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.tags: list[Tag] = []
        self.base = 0
        self.region = ""
        self._starts = [0]
        self._unclosed: int | None = None

    def read(self, region: str, base: int) -> None:
        self.reset()
        self.base, self.region = base, region
        self._starts = [0, *(match.end() for match in re.finditer("\n", region))]
        self._unclosed = None
        self.feed(region)
        self.close()

    def parse_comment(self, i: int, report: bool = True) -> int:
        """Read a comment; one that nothing closes is looked through once, and not again for each that follows."""
        if self._unclosed is not None and i >= self._unclosed:
            return -1
        end = super().parse_comment(i, report)
        if end < 0:
            self._unclosed = i
        return end

    def _here(self) -> int:
        line, column = self.getpos()
        return self.base + self._starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._here()
        raw = self.get_starttag_text() or ""
        kept = {name: value or "" for name, value in attrs}
        self.tags.append(Tag(tag, Span(start, start + len(raw)), kept, False))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        start = self._here()
        close = self.region.find(">", start - self.base)
        end = self.base + close + 1 if close >= 0 else self.base + len(self.region)
        self.tags.append(Tag(tag, Span(start, end), {}, True))

    def handle_comment(self, data: str) -> None:
        start = self._here()
        close = self.region.find("-->", start - self.base)
        end = self.base + close + 3 if close >= 0 else self.base + len(self.region)
        self.tags.append(Tag("!--", Span(start, end), {"": data}, False))


def read_html(source: Source, tokens: "list[Token]", placed: Placed) -> Html:
    """Read the HTML of a document."""
    reader, text = _Reader(), []
    for token in tokens:
        if token.type == "html_block" and token.map:
            first = len(reader.tags)
            last = min(token.map[1], len(source.line_ends)) - 1
            at, end = source.line_starts[token.map[0]], source.line_ends[last]
            reader.read(source.text[at:end], at)
            for tag in reader.tags[first:]:
                text.append(Span(at, tag.span.start))
                at = max(at, tag.span.end)
            text.append(Span(at, end))
    for match in re.finditer(f"{marks.HTML}+", placed.outline):
        reader.read(source.text[match.start() : match.end()], match.start())
    return Html(sorted(reader.tags, key=lambda tag: tag.span), text)


def apply_html(source: Source, html: Html, placed: Placed) -> None:
    """Write the HTML to the outline, and add its links and images."""
    patches: list[tuple[int, int, str]] = []  # start, end, mark
    opened: list[Tag] = []
    code: Tag | None = None
    for tag in html.tags:
        if tag.name == "a" and ("href" in tag.attrs or tag.closing):
            _anchor(source, tag, opened, placed, patches)
            continue
        patches.append((*tag.span, marks.NO_PROSE if tag.name == "!--" else _MARK_OF.get(tag.name, marks.HTML)))
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
    url_span = Span(tag.span.end, tag.span.end)
    for match in _ATTRIBUTE.finditer(source.text, *tag.span):
        if match[1].lower() == attribute and (match.lastindex or 0) > 1:
            url_span = Span(*match.span(match.lastindex or 0))
            break
    url = unescape(source.text[url_span.start : url_span.end])
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
