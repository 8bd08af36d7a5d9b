"""The HTML tags of a stretch of text, each with its exact place.

Read by one pattern after the other, as browsers do it: whatever is broken, no character is looked at more than a few
times, and what cannot be a tag is text. `html.parser` reads some broken declarations again and again, raises on others,
and does not read the same in all versions of Python.
"""

import re
from collections.abc import Iterator
from html import unescape

from awesome_lint.diagnostic import Span
from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy

COMMENT = "!--"
DECLARATION = "!"  # `<!…>` and `<?…>`, and comments that nothing closes: nobody sees them
_RAW = frozenset({"script", "style", "textarea"})  # what is in them is no HTML
VERBATIM = _RAW | {"pre", "svg"}  # what is in them is shown as it is written, or read by a program

_START = lazy(r"<([a-zA-Z][^\s/>]*+)")
_ATTRIBUTE = lazy(r"""[\s/]*+([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>][^\s>]*+)))?+""")
_TAG_END = lazy(r"[\s/]*+>")
_END_NAME = lazy(r"</([a-zA-Z][^\s/>]*+)")


class Tag(NamedTuple):
    """One start or end tag of the source, or a COMMENT or DECLARATION.

    attrs: {name: value}, both of a start tag; the text of a comment under ''. places: where each value stands.
    """

    name: str
    span: Span
    attrs: dict[str, str]
    closing: bool
    places: dict[str, Span]


class Html(NamedTuple):
    """tags: all tags and comments in source order; text: the spans of the prose inside HTML blocks."""

    tags: list[Tag]
    text: list[Span]


def read_tags(text: str, start: int, end: int) -> Iterator[Tag]:
    """Yield the tags of text[start:end] in order. One that is not closed there ends the reading, as in a browser."""
    last = text.rfind(">", start, end)
    at = text.find("<", start, end)
    while start <= at < end:
        after = text[at + 1 : at + 2]
        tag: Tag | None = None
        if after == "!" and text.startswith("<!--", at):
            tag = _comment(text, at, end)
        elif at > last:
            return
        elif after.isascii() and after.isalpha():
            tag = _start_tag(text, at, end)
            if tag is None:
                return
        elif after == "/" and (name := _END_NAME.match(text, at, end)):
            tag = Tag(name[1].lower(), Span(at, text.find(">", name.end()) + 1), {}, True, {})
        elif after in ("!", "?", "/") and not text.startswith("</>", at):
            tag = Tag(DECLARATION, Span(at, text.find(">", at) + 1), {}, False, {})
        stop = at + 1
        if tag:
            yield tag
            stop = tag.span.end
            if tag.name in _RAW and not tag.closing:
                close = re.compile(f"</{tag.name}", re.I).search(text, stop, end)
                stop = close.start() if close else end
        at = text.find("<", stop, end)


def _comment(text: str, at: int, end: int) -> Tag:
    if text.startswith(("<!-->", "<!--->"), at):
        return Tag(COMMENT, Span(at, text.find(">", at) + 1), {"": ""}, False, {})
    close = text.find("-->", at + 4, end)
    if close < 0:
        return Tag(DECLARATION, Span(at, end), {}, False, {})
    return Tag(COMMENT, Span(at, close + 3), {"": text[at + 4 : close]}, False, {})


def _start_tag(text: str, at: int, end: int) -> Tag | None:
    """Return the start tag at a place; None where nothing closes it."""
    name = _START.match(text, at, end)
    assert name is not None
    attrs: dict[str, str] = {}
    places: dict[str, Span] = {}
    stop = name.end()
    while not (close := _TAG_END.match(text, stop, end)):
        found = _ATTRIBUTE.match(text, stop, end)
        if found is None:
            return None
        stop = found.end()
        attribute = found[1].lower()
        if attribute not in attrs:
            value = found.lastindex or 0
            attrs[attribute] = unescape(found[value]) if value > 1 else ""
            if value > 1:
                places[attribute] = Span(*found.span(value))
    return Tag(name[1].lower(), Span(at, close.end()), attrs, False, places)
