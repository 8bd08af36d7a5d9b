"""What lines of an HTML block become when a blank line above them ends it."""

from collections.abc import Sequence
from typing import Final

from markdown_it.common.html_blocks import block_names
from markdown_it.common.html_re import HTML_OPEN_CLOSE_TAG_RE

from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy

_NAME: Final = lazy(r"</?([a-zA-Z][a-zA-Z0-9]*)(?=\s|/?>|\Z)")
_COMMENT: Final = lazy(r"<!--(?:(?!-->).)*-->")
_OTHER: Final = lazy(r"<(?:[!?]|(?:pre|script|style|textarea)\b)")
_HEADING: Final = lazy(r" {0,3}#{1,6}(?:[ \t]|\Z)")
_ITEM: Final = lazy(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]")
_UNLIKE: Final = lazy(r"[ \t]*(?:[-*+>][ \t]*)*(?:```|~~~|\[[^\[\]]+\]:)")  # fences, and definitions of links
# What begins a paragraph for certain, perhaps in an item.
_TEXT: Final = lazy(r"[ \t]*(?:(?:[-*+]|\d{1,9}[.)])(?: {1,4}|\t))?(?:[^\W_]|[(!*]{1,2}[^\W_]|\[)")
_TABLE: Final = lazy(r"[ \t]*[|:-][|:\- \t]*\Z")  # between the header and the rows
_CODE: Final = lazy(r" {4}| {0,3}\t")
_INDENT: Final = 3  # spaces that may stand before HTML


class LetGo(NamedTuple):
    """stop: the line of the next HTML block, or the end. items: whether a list item is among the lines before it.

    plain: whether these are headings, lists and paragraphs for certain.
    """

    stop: int
    items: bool
    plain: bool


def let_go(lines: Sequence[str], start: int) -> LetGo:
    """Read the lines of an HTML block from one on, a heading or an item, as if the block ended above it."""
    items = _ITEM.match(lines[start]) is not None
    in_text = _ends_in_text(lines[start])
    plain, rows = not _is_unlike(lines[start]), False
    for at in range(start + 1, len(lines)):
        line = lines[at]
        bare = line.lstrip(" ")
        if bare.startswith("<"):
            outside = len(line) - len(bare) <= (0 if items else _INDENT)  # else it may stand in an item
            comment = _COMMENT.match(bare) is not None
            if comment and outside:
                in_text = False
                continue
            if not comment and _OTHER.match(bare):
                return LetGo(len(lines), items, False)
            if outside and _begins_block(bare, in_text is False):
                return LetGo(at, items, plain)
        if _is_unlike(line) or (not in_text and _CODE.match(line)):
            plain = False
        items = items or _ITEM.match(line) is not None
        rows = rows or _TABLE.match(line) is not None
        in_text = _ends_in_text(line) and (None if rows else True)
    return LetGo(len(lines), items, plain)


def _is_unlike(line: str) -> bool:
    """Whether a line may be, or hide, something else than a heading, an item or a paragraph."""
    return _UNLIKE.match(line) is not None or line.count("`") % 2 == 1 or line.rfind("<") > line.rfind(">")


def _ends_in_text(line: str) -> bool | None:
    """Whether the next line may belong to the paragraph of this one; None where that is not certain."""
    if _HEADING.match(line):
        return False
    return True if _TEXT.match(line) else None


def _begins_block(line: str, alone: bool) -> bool:
    """Whether an HTML block begins with a line: with a tag of a block, or with any by itself.

    alone: whether no paragraph goes on to the line.
    """
    name = _NAME.match(line)
    if name and name[1].lower() in block_names:
        return True
    tag = HTML_OPEN_CLOSE_TAG_RE.match(line) if alone else None
    return tag is not None and not line[tag.end() :].strip()
