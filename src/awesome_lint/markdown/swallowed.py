"""Headings and lists that an HTML block swallows, since no blank line stands between them: readers see plain text.

A block that begins with a tag goes on to the next blank line, whatever stands in it.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Span
from awesome_lint.markdown.html_tags import VERBATIM
from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from markdown_it.token import Token

    from awesome_lint.document import Document

# Other blocks end with what they began, a blank line or not: comments, declarations, code and scripts.
_BEGINS: Final = lazy(r"[ ]*</?(?!(?:pre|script|style|textarea)\b)[a-zA-Z]")
_WANTED: Final = lazy(r"\n {0,3}(?:#{1,6}|[-*+]|\d{1,9}[.)])[ \t]")
_HEADING: Final = lazy(r" {0,3}(#{1,6})[ \t]+(?=\S)")
_ITEM: Final = lazy(r" {0,3}(?!([-*])[ \t]*+(?:\1[ \t]*+){2,}+\Z)(?:[-*+]|\d{1,9}[.)])[ \t]+\S")  # and no `* * *`
_BELOW: Final = lazy(r"[ \t](?! *#)|(?:[-*+]|\d{1,9}[.)])[ \t]")  # a line of the same list
_LINK: Final = lazy(r"\]\([^\s()]")
_LINKED: Final = lazy(r"!?\[([^\[\]\n]*)\]\([^()\n]*\)")
_MARKS: Final = lazy(r"[*`]+")
_UNSEEN: Final = lazy(r"[\x00-\x1f\s]*")
_WORD: Final = lazy(r"[ \t]*[\w$./]")
_SENTENCE: Final = (".", ",", ";", ":")
# What is in them is a heading already, or meant to be read as it is written.
_KEEPS: Final = VERBATIM | {"code", "kbd", "samp", "tt", "h1", "h2", "h3", "h4", "h5", "h6"}
_CELLS: Final = ("td", "th")
_WORDS: Final = 12  # more make a sentence


class Line(NamedTuple):
    """A line of an HTML block: its content from `at` on, without the marks of quotes and items around the block.

    text: as the outline has it. start: of the whole line.
    """

    at: int
    text: str
    start: int


class Coming(NamedTuple):
    """A line that is no heading yet, and that a rule would make one; at: where its marks stand."""

    at: int
    level: int
    title: str


class Swallowed(NamedTuple):
    """What a blank line would make Markdown.

    span: of the first line of it. title: of the heading that this line is, '' where it is an item.
    html: the line with which the HTML begins. start: of the whole line, where a blank one goes; around: what that has
    to begin with. headings: all that would be headings. alone: whether a blank line makes Markdown of these lines, and
    changes nothing else.
    """

    span: Span
    title: str
    html: Span
    start: int
    around: str
    headings: tuple[Coming, ...]
    alone: bool


def swallowed_markdown(doc: "Document") -> list[Swallowed]:
    """Return the headings and lists inside HTML blocks, in source order: of each stretch the first line."""
    if not doc.html.text:
        return []
    blocks = [
        token
        for token in doc.tokens
        if token.type == "html_block" and _BEGINS.match(token.content) and _WANTED.search(token.content)
    ]
    if not blocks:
        return []
    untitled = _untitled(doc)
    found = [one for token in blocks for one in _Reading(doc, token, untitled).run()]
    # Other programs than GitHub read Markdown in HTML where this attribute asks for it.
    return [] if found and any("markdown" in tag.attrs for tag in doc.html.tags) else found


def coming_headings(doc: "Document") -> list[Coming]:
    """Return the lines that are no headings yet and that a rule would make such, in source order."""
    unspaced = [Coming(heading.span.start, heading.level, heading.title) for heading in doc.unspaced_headings]
    return sorted([*unspaced, *(heading for one in doc.swallowed_markdown for heading in one.headings)])


class _Reading:
    """Reads one HTML block, line by line; untitled: up to where a heading of level 1 would be the title of the page."""

    def __init__(self, doc: "Document", token: "Token", untitled: int) -> None:
        self.doc = doc
        self.token = token
        self.untitled = untitled
        self.lines = list(_lines(doc, token))
        self.texts = [doc.text[line.at : line.at + len(line.text)] for line in self.lines]
        self.opened: Counter[str] = Counter()
        self.tag = bisect_left(doc.html.tags, self.lines[0].at, key=lambda tag: tag.span.start)

    def run(self) -> Iterator[Swallowed]:
        from awesome_lint.markdown.let_go import let_go  # few lists need it

        html, index = 0, self.first(1)
        while index is not None:
            stop, items, plain = let_go(self.texts, index)
            alone = plain and not self.token.level and (stop < len(self.lines) or self.fits(items))
            following = self.first(stop + 1)
            yield self.found(html, index, following or len(self.lines), alone)
            html, index = stop, following

    def found(self, html: int, index: int, stop: int, alone: bool) -> Swallowed:
        line, first = self.lines[index], self.lines[html]
        titles = [self.heading(other) for other in self.lines[index:stop]]
        indent = len(line.text) - len(line.text.lstrip(" "))
        return Swallowed(
            Span(line.at + indent, line.at + len(line.text.rstrip())),
            titles[0].title if titles[0] else "",
            Span(first.at, first.at + len(first.text)),
            line.start,
            self.doc.text[line.start : line.at].rstrip(),
            tuple(title for title in titles if title),
            alone,
        )

    def first(self, index: int) -> int | None:
        """Return the first line from `index` on that can only be a heading, or an item with a link in it or below."""
        while index < len(self.lines):
            line = self.lines[index]
            self.open_tags(line.at)
            if not self.opened.keys().isdisjoint(_KEEPS):
                index += 1
                continue
            heading = self.heading(line)
            if heading and (heading.level > 1 or self.is_title(index, heading.title)):
                return index
            stop = index + 1
            if _ITEM.match(line.text):
                while stop < len(self.lines) and _BELOW.match(self.lines[stop].text):
                    stop += 1
                if any(_LINK.search(other.text) for other in self.lines[index:stop]):
                    return index
            index = stop
        return None

    def open_tags(self, offset: int) -> None:
        """Count the tags that are open at an offset."""
        tags = self.doc.html.tags
        while self.tag < len(tags) and tags[self.tag].span.start < offset:
            tag = tags[self.tag]
            if not tag.closing:
                self.opened[tag.name] += 1
            elif self.opened[tag.name] > 1:
                self.opened[tag.name] -= 1
            else:
                del self.opened[tag.name]
            self.tag += 1

    def heading(self, line: Line) -> Coming | None:
        """Return the heading that a line would be."""
        match = _HEADING.match(line.text)
        if match is None:
            return None
        written = self.doc.plain(line.at + match.end(), line.at + len(line.text))
        bare = written.rstrip("#")  # these marks close the heading where a space stands before them
        title = _LINKED.sub(r"\1", bare if bare[-1:].isspace() else written)
        title = _MARKS.sub("", title).strip(" _")
        return Coming(line.at + match.start(1), len(match[1]), title) if any(map(str.isalnum, title)) else None

    def is_title(self, index: int, title: str) -> bool:
        """Whether one `#` can only begin a heading: below a line of tags, in no cell, no sentence, no comment of a script."""
        above = self.lines[index - 1].text
        if not _UNSEEN.fullmatch(above) or any(name in self.opened for name in _CELLS):
            return False
        if len(title.split()) > _WORDS or title.endswith(_SENTENCE):
            return False
        if self.lines[index].at < self.untitled:
            return True
        below = self.lines[index + 1].text if index + 1 < len(self.lines) else ""
        return not title[0].islower() and not _WORD.match(below)

    def fits(self, items: bool) -> bool:
        """Whether what follows the block is not taken into the list with which its lines would end."""
        assert self.token.map
        source = self.doc.source
        after = next(
            (text for text in map(source.line_text, range(self.token.map[1], len(source.line_ends))) if text.strip()),
            "",
        )
        return not items or not (after[0:1].isspace() or after[0:1].isdigit())


def _untitled(doc: "Document") -> int:
    """Return where the first section begins, 0 where one of them has level 1."""
    if any(section.level == 1 for section in doc.sections):
        return 0
    return doc.sections[0].span.start if doc.sections else len(doc.text)


def _lines(doc: "Document", token: "Token") -> Iterator[Line]:
    """Yield the lines of an HTML block; one that the parser does not read as it is written comes without text."""
    assert token.map
    source = doc.source
    for number, content in enumerate(token.content.rstrip("\n").split("\n"), token.map[0]):
        start, end = source.line_starts[number], source.line_ends[number]
        at = end - len(content)
        yield Line(at, doc.outline[at:end], start) if doc.text[at:end] == content else Line(end, "", start)
