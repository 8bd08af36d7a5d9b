"""Lines that were meant as headings and are not, since no space stands after their `#` marks."""

from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Span
from awesome_lint.markdown import outline as marks
from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.markdown.structure import Block

# A letter, digit, bracket, link, picture, emphasis or emoji begins a title; `#!` and `#️⃣` do not.
_TITLE: Final = (
    rf"[^\W_]|[\[{marks.LINK_OPEN}{marks.IMAGE}{marks.STRONG}{marks.EMPHASIS}\u2190-\ufe0e\U0001f000-\U0001faff]"
)
# It begins with the mark that is looked for, which makes the search fast; at the start of a text nothing stands before it.
_LINE: Final = lazy(rf"#(?<![^\n\x00\x0b]#)#{{0,5}}(?={_TITLE})")
_NAME: Final = lazy(r"#(?:[^\W\d_a-z]|\d+[.)]?\s).*[^\W\d_].*")
_HASHTAG: Final = lazy(r"\s#\w")
_COLOUR: Final = lazy(r"#[0-9A-Fa-f]{3,8}\Z")
_GOES_ON: Final = lazy(
    rf"[^\W\d_]|#+(?=[^\s#])|\d+(?!\d|[.)](?:\s|\Z))|[-+](?=[{marks.LINK_OPEN}{marks.STRONG}])|\[(?![^\[\]\n]+\]:)|[{marks.LINK_OPEN}{marks.STRONG}{marks.EMPHASIS}]"
)
_FEWEST_CLOSING: Final = 2  # one mark at the end of a title may belong to it
_INDENT: Final = 3  # spaces that may stand before a heading
_WORDS: Final = 12  # more make a sentence
_PARTS: Final = 2  # so many headings of level 1 divide a page into parts


class UnspacedHeading(NamedTuple):
    """A line such as `##Papers`.

    span: of its marks; closing: of those after the title, with the spaces before them, empty without any.
    title: as a reader sees it. alone: whether a space makes it a heading and changes nothing else.
    """

    span: Span
    closing: Span
    title: str
    alone: bool

    @property
    def level(self) -> int:
        """How many marks there are."""
        return self.span.end - self.span.start


def unspaced_headings(doc: "Document") -> list[UnspacedHeading]:
    """Return the lines that would be headings with a space after their marks, in source order."""
    found = []
    for match in _LINE.finditer(doc.outline):
        start, end = match.span()
        block = doc.block_at(start)
        if block is None or block.kind != "paragraph" or block.content is None or block.quoted:
            continue
        line = doc.source.line_at(start)
        if not _stands_at_margin(doc, block, start) or (end - start == 1 and not _is_title(doc, block)):
            continue
        closing = _closing(doc, Span(end, doc.source.line_ends[line]))
        title = doc.plain(end, closing.start)
        found.append(UnspacedHeading(Span(start, end), closing, title, _stands_alone(doc, block, line)))
    return found


def _closing(doc: "Document", rest: Span) -> Span:
    """Return the marks at the end of what follows those of a heading, with the spaces before them."""
    bare = doc.outline[slice(*rest)].rstrip(" ")
    words = bare.rstrip("#")
    if len(bare) - len(words) < _FEWEST_CLOSING:
        return Span(rest.end, rest.end)
    return Span(rest.start + len(words.rstrip(" ")), rest.start + len(bare))


def _stands_at_margin(doc: "Document", block: "Block", start: int) -> bool:
    """Whether nothing but a little indentation stands before the marks; below an item, nothing at all."""
    before = doc.text[doc.source.line_starts[doc.source.line_at(start)] : start]
    return not before.strip(" ") and len(before) <= (0 if block.item else _INDENT)


def _is_title(doc: "Document", block: "Block") -> bool:
    """Whether one `#` can only begin a heading: a line by itself, where headings of level 1 stand, and no hashtag."""
    assert block.content is not None
    line = doc.outline[slice(*block.content)].rstrip()
    if block.item or "\n" in line or _HASHTAG.search(line) or line.endswith((".", ",", ";")):
        return False
    if len(line.split()) > _WORDS or _COLOUR.match(line):
        return False
    levels = [section.level for section in doc.sections]
    if 1 not in levels:
        return block is doc.structure.blocks[0] and line[1:2].isalpha()
    return levels.count(1) >= _PARTS and _NAME.match(line) is not None


def _stands_alone(doc: "Document", block: "Block", line: int) -> bool:
    """Whether the lines around are still paragraphs when this one is a heading."""
    assert block.content is not None
    if block.item:
        return False
    after = doc.source.line_starts[line + 1] if line + 1 < len(doc.source.line_starts) else len(doc.text)
    return after >= block.content.end or _GOES_ON.match(doc.outline, after) is not None
