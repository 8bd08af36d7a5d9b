"""The block structure: sections, list items, tables and leaf blocks, from markdown-it's flat tokens."""

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, Literal

from awesome_lint.diagnostic import Span
from awesome_lint.markdown import outline as marks
from awesome_lint.markdown.outline import Placed
from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy
from awesome_lint.source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token

BlockKind = Literal["paragraph", "heading", "row", "html", "code", "rule"]
BOLD_LEVEL: Final = 7  # a bold line stands below every heading
_BOLD_LINE = lazy(
    f"{marks.STRONG}+([^{marks.STRONG}{marks.LINK_OPEN}{marks.IMAGE}\n]+){marks.STRONG}+\\s*[:：]?\\s*\\Z"
)
_MARKER = lazy(r"[-*+]|(\d{1,9})[.)]")


class Item:
    """A list item.

    marker: as written ('-', '3.'); marker_span; number: of an ordered item, else None.
    span: from the marker to the end of its last line that holds something; depth: 0 at the top.
    blocks: its own leaf blocks, those of nested items left out; children: the items nested in it.
    siblings: a number that the items of one list share; quoted: how many block quotes stand around it.
    """

    __slots__ = (
        "blocks",
        "children",
        "depth",
        "marker",
        "marker_span",
        "number",
        "parent",
        "quoted",
        "siblings",
        "span",
    )

    def __init__(self, marker_span: Span, marker: str, number: int | None, span: Span, parent: "Item | None") -> None:
        self.marker = marker
        self.marker_span = marker_span
        self.number = number
        self.span = span
        self.parent = parent
        self.depth: int = parent.depth + 1 if parent else 0
        self.blocks: list[Block] = []
        self.children: list[Item] = []
        self.siblings = 0
        self.quoted = 0


class Block:
    """A leaf block: span of its lines' content, its inline content, and what it stands in.

    content: the span of the inline content, None for code, rules and HTML; cells: of a table row.
    """

    __slots__ = ("cells", "content", "item", "kind", "quoted", "span", "table")

    def __init__(self, kind: BlockKind, span: Span, content: Span | None, item: Item | None, quoted: int) -> None:
        self.kind: BlockKind = kind
        self.span = span
        self.content = content
        self.item = item
        self.quoted = quoted
        self.cells: list[Span] = []
        self.table: Table | None = None


class Table:
    """A table: the cells of its header, and its rows, one block each."""

    __slots__ = ("header", "rows", "span")

    def __init__(self, span: Span) -> None:
        self.span = span
        self.header: list[Span] = []
        self.rows: list[Block] = []


class Heading(NamedTuple):
    """A heading before it becomes a section: level 1 to 7, its lines, its title's span, and how it is written."""

    level: int
    span: Span
    title_span: Span
    kind: Literal["atx", "setext", "html", "bold"]


class Structure:
    """What the walk finds, each in source order."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.items: list[Item] = []
        self.tables: list[Table] = []
        self.headings: list[Heading] = []

    def is_inside_list(self, start: int, end: int) -> bool:
        """Whether [start, end) lies inside a list: in one of its items, or between two of them."""
        index = bisect_right(self.items, start, key=lambda item: item.span.start) - 1
        before = self.items[index] if index >= 0 else None
        after = self.items[index + 1] if index + 1 < len(self.items) else None
        while before is not None:
            if end < before.span.end or (after is not None and after.siblings == before.siblings):
                return True
            before = before.parent
        return False


class _Walk:
    def __init__(self, source: Source, placed: Placed) -> None:
        self.source = source
        self.placed = placed
        self.found = Structure()
        self.item: Item | None = None
        self.lists: list[tuple[int, Item | None]] = []  # number of the list, the item around it
        self.list_count = 0
        self.quoted = 0
        self.table: Table | None = None
        self.row: Block | None = None
        self.in_header = False
        self.starts, self.ends = source.line_starts, source.line_ends

    def lines(self, token: "Token") -> Span:
        """Return the span of a token's lines, blank ones at the end left out."""
        first, stop = token.map or (0, 0)
        starts, ends = self.starts, self.ends
        last = min(stop, len(ends)) - 1
        while last > first and not self.source.text[starts[last] : ends[last]].strip():
            last -= 1
        return Span(starts[first], ends[max(last, first)])

    def open_list(self) -> None:
        self.list_count += 1
        self.lists.append((self.list_count, self.item))

    def open_item(self, token: "Token") -> None:
        span = self.lines(token)
        number, around = self.lists[-1]
        start = self.marker_start(span, around)
        match = _MARKER.match(self.source.text, start)
        end = match.end() if match else start
        ordinal = int(match[1]) if match and match[1] else None
        item = Item(Span(start, end), self.source.text[start:end], ordinal, Span(start, span.end), around)
        item.siblings = number
        item.quoted = self.quoted
        if around:
            around.children.append(item)
        self.found.items.append(item)
        self.item = item

    def marker_start(self, span: Span, around: Item | None) -> int:
        """Return where an item's marker stands: after indentation, quote marks and, in `- - x`, outer markers."""
        text, at = self.source.text, span.start
        if around and around.marker_span.end > at and around.marker_span.start >= span.start:
            at = around.marker_span.end
        while at < span.end and text[at] in " \t>":
            at += 1
        return at

    def inline(self, index: int, token: "Token", before: "Token") -> None:
        content = self.placed.inlines.get(index)
        if before.type in ("td_open", "th_open"):
            cell = content or Span(self.placed_end(), self.placed_end())
            if self.in_header and self.table:
                self.table.header.append(cell)
            elif self.row:
                self.row.cells.append(cell)
            return
        if content is None:
            return
        span = self.lines(before) if before.map else content
        if before.type == "heading_open":
            kind: Literal["atx", "setext"] = "atx" if before.markup.startswith("#") else "setext"
            self.found.headings.append(Heading(int(before.tag[1]), span, content, kind))
            self.add(Block("heading", span, content, self.item, self.quoted))
        else:
            self.add(Block("paragraph", Span(content.start, span.end), content, self.item, self.quoted))

    def placed_end(self) -> int:
        cells = self.row.cells if self.row else []
        return cells[-1].end if cells else (self.row.span.start if self.row else 0)

    def add(self, block: Block) -> None:
        self.found.blocks.append(block)
        if self.item:
            self.item.blocks.append(block)

    def open_row(self, token: "Token") -> None:
        if self.in_header or self.table is None:
            return
        self.row = Block("row", self.lines(token), None, self.item, self.quoted)
        self.row.table = self.table
        self.table.rows.append(self.row)
        self.add(self.row)


def walk(source: Source, tokens: "list[Token]", placed: Placed) -> Structure:
    """Find the structure of a document."""
    w = _Walk(source, placed)
    found = w.found
    for index, token in enumerate(tokens):
        kind = token.type
        if kind in ("paragraph_open", "paragraph_close"):  # the most frequent ones, which say nothing here
            continue
        if kind == "inline":
            w.inline(index, token, tokens[index - 1])
        elif kind == "list_item_open":
            w.open_item(token)
        elif kind == "list_item_close":
            w.item = w.lists[-1][1]
        elif kind in ("bullet_list_open", "ordered_list_open"):
            w.open_list()
        elif kind in ("bullet_list_close", "ordered_list_close"):
            w.lists.pop()
        elif kind == "blockquote_open":
            w.quoted += 1
        elif kind == "blockquote_close":
            w.quoted -= 1
        elif kind == "table_open":
            w.table = Table(w.lines(token))
            found.tables.append(w.table)
        elif kind in ("thead_open", "thead_close"):
            w.in_header = kind == "thead_open"
        elif kind == "tr_open":
            w.open_row(token)
        elif kind in ("html_block", "fence", "code_block", "hr"):
            name: BlockKind = "html" if kind == "html_block" else "rule" if kind == "hr" else "code"
            w.add(Block(name, w.lines(token), None, w.item, w.quoted))
    return found


def bold_headings(structure: Structure, placed: Placed) -> list[Heading]:
    """Return the paragraphs that are one bold line and stand above something, as headings."""
    found = []
    for block, after in zip(structure.blocks, structure.blocks[1:], strict=False):
        if block.kind != "paragraph" or block.item or block.content is None or after.kind == "heading":
            continue
        match = _BOLD_LINE.match(placed.outline, *block.content)
        if match and match.end() == block.content.end and 0 < len(match[1]) <= 80 and match[1][-1] not in ".。!！,，":
            found.append(Heading(BOLD_LEVEL, block.span, Span(*match.span(1)), "bold"))
    return found
