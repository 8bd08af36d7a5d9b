"""The outline: the text with its markup replaced, character by character, by control characters, one for each kind.

It has the length of the text, so that what a regular expression finds in it stands at the same place in the source;
prose is left as it is. The first pass over the tokens makes it, together with the links.
"""

import re
from typing import TYPE_CHECKING, Any, Final

from awesome_lint.diagnostic import Span
from awesome_lint.link import Link
from awesome_lint.markdown.addresses import destination, trim_bare_url
from awesome_lint.markdown.place import Anchor, anchor_cell, anchor_lines, heading_marks, row_cells
from awesome_lint.patterns import lazy
from awesome_lint.source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token

NO_PROSE: Final = "\0"  # block syntax, indentation, fences, reference definitions, front matter, comments
LINK_OPEN: Final = "\x01"
LINK_CLOSE: Final = "\x02"  # with the destination
IMAGE: Final = "\x03"
CODE: Final = "\x04"
HTML: Final = "\x05"
STRONG: Final = "\x06"
EMPHASIS: Final = "\x07"
STRIKE: Final = "\x08"
BREAK: Final = "\x0b"  # a hard line break
ESCAPE: Final = "\x0e"  # the backslash before an escaped character, which is prose
ENTITY: Final = "\x0f"
LITERAL: Final = "\x10"  # a URL that is the text of a link

_MARKS = {
    "code_inline": CODE,
    "html_inline": HTML,
    "em_open": EMPHASIS,
    "em_close": EMPHASIS,
    "strong_open": STRONG,
    "strong_close": STRONG,
    "s_open": STRIKE,
    "s_close": STRIKE,
    "hardbreak": BREAK,
    "softbreak": "\n",
}
_BARE = lazy(r"(?<![\w/.])(?:https?|ftp)://[^\s<>\x00-\x1f]+|(?<![\w/.@:])www\.[\w-]+\.[^\s<>\x00-\x1f]+", re.I)


class Placed:
    """What the first pass finds.

    outline: see above. links, images: in source order, bare URLs among the links.
    inlines: {index of an `inline` token: the source span of its content}; unplaced: the tokens that were not found.
    """

    def __init__(self) -> None:
        self.outline = ""
        self.links: list[Link] = []
        self.images: list[Link] = []
        self.inlines: dict[int, Span] = {}
        self.unplaced: list[int] = []


class _Writer:
    """Puts the outline together from pieces in source order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[str] = []
        self.at = 0

    def put(self, start: int, end: int, mark: str) -> None:
        """Write the characters of [start, end) as `mark`, and what lies before them as NO_PROSE."""
        if start > self.at:
            self.parts.append(NO_PROSE * (start - self.at))
        self.parts.append(mark * (end - start))
        self.at = end

    def keep(self, start: int, end: int) -> None:
        """Write [start, end) as prose."""
        if start > self.at:
            self.parts.append(NO_PROSE * (start - self.at))
        self.parts.append(self.text[start:end])
        self.at = end

    def finish(self) -> str:
        self.put(len(self.text), len(self.text), NO_PROSE)
        return "".join(self.parts)


def place_tokens(source: Source, tokens: "list[Token]", env: dict[str, Any]) -> Placed:
    """Place the inline tokens of a document, and collect its links."""
    placed = Placed()
    writer = _Writer(source.text)
    definitions = env.get("references", {})
    cells: list[tuple[int, int]] = []
    column = row = 0
    for index, token in enumerate(tokens):
        kind = token.type
        if kind == "inline":
            before = tokens[index - 1]
            anchor: Anchor | None
            if before.type in ("td_open", "th_open"):
                span = cells[column] if column < len(cells) else (0, 0)
                anchor = anchor_cell(source, span, token.content)
                column += 1
            else:
                line = token.map[0] if token.map else 0
                skip = heading_marks(before, source, line) if before.type == "heading_open" else 0
                anchor = anchor_lines(source, line, token.content, skip)
            if anchor is None or anchor.places[0] < writer.at:
                if token.content:
                    placed.unplaced.append(index)
                continue
            placed.inlines[index] = Span(*anchor.span(0, len(token.content)))
            _Flatten(source.text, token, anchor, writer, placed, definitions).run()
        elif kind == "tr_open":
            row = token.map[0] if token.map else row
            cells, column = row_cells(source, row), 0
    placed.outline = writer.finish()
    return placed


class _Flatten:
    """Writes one inline block to the outline, and its links to the lists."""

    def __init__(
        self, text: str, token: "Token", anchor: Anchor, writer: _Writer, placed: Placed, definitions: dict[str, Any]
    ) -> None:
        self.text = text
        self.content = token.content
        self.children = token.children or []
        self.span = anchor.span
        self.base = anchor.places[0] if len(anchor.places) == 1 else None  # the place of content in one piece
        self.writer = writer
        self.placed = placed
        self.definitions = definitions

    def run(self) -> None:
        writer, span = self.writer, self.span
        open_links: list[Token] = []
        written = 0
        for index, child in enumerate(self.children):
            place = child.map
            if place is None or place[0] < written:  # the tokens inside an image's alternative text; joined text
                continue
            start, end = span(place[0], place[1])
            if start < writer.at:  # the odd one of five tildes, which the parser puts after the mark that follows it
                continue
            kind = child.type
            if kind == "text":
                if "://" in child.content or "www." in child.content:
                    written = self.prose(index, place, bool(open_links))
                elif child.content:
                    writer.keep(start, end)
                    written = place[1]
                elif end > start:  # the second character of a strong or strike mark, emptied by the parser
                    writer.put(start, end, STRONG)
            elif kind == "link_open" and self.plain_link(index):
                written = place[1]
            elif kind == "link_open":
                writer.put(start, start + 1, LINK_OPEN)
                open_links.append(child)
            elif kind == "link_close":
                writer.put(start, end, LINK_CLOSE)
                self.link(open_links.pop(), place)
            elif kind == "image":
                writer.put(start, end, IMAGE)
                self.image(child, place)
            elif kind == "text_special":
                if child.markup.startswith("\\"):
                    writer.put(start, start + 1, ESCAPE)
                    writer.keep(start + 1, end)
                else:
                    writer.put(start, end, ENTITY)
            else:
                writer.put(start, start + 1 if kind == "softbreak" else end, _MARKS[kind])

    def prose(self, index: int, place: list[int], in_link: bool) -> int:
        """Write a text token with a URL, return where in the content it ends; outside links, URLs are links themselves.

        A URL goes on over the tokens of `_` and `*` that mark nothing.
        """
        text, writer, (first, stop) = self.text, self.writer, place
        for at in range(index + 1, len(self.children)):
            after = self.children[at]
            if after.type != "text" or not after.content or after.map is None or after.map[0] != stop:
                break
            stop = after.map[1]
        start, end = self.span(first, stop)
        for match in _BARE.finditer(text, start, end):
            span = Span(match.start(), match.start() + len(trim_bare_url(match[0])))
            writer.keep(max(writer.at, start), span.start)
            if in_link:
                writer.put(*span, LITERAL)
                continue
            url = text[slice(*span)]
            self.placed.links.append(Link("bare", span, Span(span.end, span.end), "", span, url))
            writer.put(span.start, span.start + 1, LINK_OPEN)
            writer.put(span.start + 1, span.end, LINK_CLOSE)
        writer.keep(max(writer.at, start), end)
        return stop

    def plain_link(self, index: int) -> bool:
        """Write an inline link whose label is one text, as nearly all are, in one step; False where it is not such."""
        base, content = self.base, self.content
        if base is None or len(self.children) < index + 3:
            return False
        opened, label, closed = self.children[index : index + 3]
        if label.type != "text" or closed.type != "link_close" or opened.markup or not (opened.map and label.map):
            return False
        (start, end), label_end = opened.map, label.map[1]
        if (label.map[0], closed.map) != (start + 1, [label_end, end]) or not content.startswith("(", label_end + 1):
            return False
        if "://" in label.content or "www." in label.content:
            return False
        url_start, url_end = destination(content, label_end + 2, end - 1)
        whole, label_span = Span(base + start, base + end), Span(base + start + 1, base + label_end)
        text, url = self.text[label_span.start : label_span.end], content[url_start:url_end]
        self.writer.put(whole.start, whole.start + 1, LINK_OPEN)
        self.writer.parts += (text, LINK_CLOSE * (end - label_end))
        self.writer.at = whole.end
        self.placed.links.append(Link("inline", whole, label_span, text, Span(base + url_start, base + url_end), url))
        return True

    def link(self, opened: "Token", close: list[int]) -> None:
        assert opened.map is not None
        start, end = opened.map
        if opened.markup == "autolink":
            inner = Span(*self.span(start + 1, end - 1))
            whole = Span(*self.span(start, end))
            self.placed.links.append(Link("autolink", whole, inner, "", inner, self.text[slice(*inner)]))
            return
        self.placed.links.append(self.make(start, end, start + 1, close[0], str(opened.attrs.get("href", "")), False))

    def image(self, token: "Token", place: list[int]) -> None:
        label_end = place[0] + 2 + len(token.content)
        made = self.make(place[0], place[1], place[0] + 2, label_end, str(token.attrs.get("src", "")), True)
        self.placed.images.append(made)

    def make(self, start: int, end: int, label: int, label_end: int, href: str, is_image: bool) -> Link:
        """Return the link at content[start:end], whose label is content[label:label_end]."""
        whole, label_span = Span(*self.span(start, end)), Span(*self.span(label, label_end))
        text = self.text[slice(*label_span)]
        if label_end + 1 < end and self.content[label_end + 1] == "(":
            url_start, url_end = destination(self.content, label_end + 2, end - 1)
            url_span = Span(*self.span(url_start, url_end))
            return Link("inline", whole, label_span, text, url_span, self.content[url_start:url_end], is_image)
        return Link("reference", whole, label_span, text, Span(whole.end, whole.end), href, is_image)
