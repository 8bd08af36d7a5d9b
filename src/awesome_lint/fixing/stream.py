"""A document as a reader gets it: its leaf blocks in order, and the boxes that open and close between them.

Two texts with equal streams render alike. Prose white space counts as one space, code and HTML exactly. Where
one list ends and its neighbour of the same kind begins does not count, since nothing but the marker says so;
the numbers that ordered items show do.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from awesome_lint.markdown.parser import parse_tokens
from awesome_lint.named import NamedTuple
from awesome_lint.parse import LARGE
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from markdown_it.token import Token

    from awesome_lint.document import Document

Piece = tuple[object, ...]

_BLANKS = lazy(r"[ \t\r\n]+")  # not \s: a no-break space is a character that readers see
_DIRECTIVES = lazy(r"<!--\s*awesome-lint-.*?-->\s*", re.S)
_LISTS = {"bullet_list_open": "bullet_list_close", "ordered_list_open": "ordered_list_close"}


class Leaf(NamedTuple):
    """A block that holds no blocks: inline content (`inline`), `fence`, `html_block`, `hr` … or the `end`.

    lead: what opened and closed since the leaf before. lines: [first, stop), from 0.
    """

    lead: tuple[str, ...]
    kind: str
    token: "Token | None"
    lines: tuple[int, int]


def all_tokens(doc: "Document") -> "Sequence[Token]":
    """Return markdown-it-py's tokens of a document; those that a very large one does not keep are parsed anew."""
    return doc.tokens if len(doc.text) <= LARGE else parse_tokens(doc.text)[0]


def leaves(tokens: "Sequence[Token]", without_directives: bool = False) -> list[Leaf]:
    """Return the stream of a document; `without_directives` leaves this tool's own comments out."""
    found = []
    lead: list[str] = []
    numbers: list[int | None] = []  # the number that the next item of each open list shows
    for token in tokens:
        kind = token.type
        if token.nesting == 0:
            if without_directives and kind == "html_block" and not _DIRECTIVES.sub("", token.content).strip():
                continue
            first, stop = token.map or (0, 0)
            found.append(Leaf(tuple(lead), kind, token, (first, stop)))
            lead = []
        elif kind in _LISTS:
            numbers.append(int(token.attrs.get("start", 1)) if kind == "ordered_list_open" else None)
            if lead and lead[-1] == _LISTS[kind]:
                lead.pop()
            else:
                lead.append(kind)
        elif kind == "list_item_open":
            lead.append(_item(numbers))
        else:
            if kind in _LISTS.values():
                numbers.pop()
            lead.append(kind if token.nesting < 0 else f"{token.tag} {token.attrs.get('style', '')}")
    found.append(Leaf(tuple(lead), "end", None, (0, 0)))
    return found


def _item(numbers: list[int | None]) -> str:
    number = numbers[-1]
    if number is None:
        return "item"
    numbers[-1] = number + 1
    return f"item {number}"


def same(one: Leaf, two: Leaf, same_definitions: bool, without_directives: bool = False) -> bool:
    """Whether two leaves hold the same.

    same_definitions: equal text has equal links. Where it is False, the addresses of links are not compared.
    """
    old, new = one.token, two.token
    if one.kind != two.kind or old is None or new is None:
        return one.kind == two.kind
    if one.kind != "inline":
        return _block_text(old, without_directives) == _block_text(new, without_directives)
    if old.content == new.content and same_definitions:
        return True
    return pieces(old, same_definitions, without_directives) == pieces(new, same_definitions, without_directives)


def _block_text(token: "Token", without_directives: bool) -> tuple[str, str]:
    content = token.content
    if without_directives and token.type == "html_block":
        content = _DIRECTIVES.sub("", content)
    # The line end after the last line of a file does not belong to the block that ends there.
    return token.info.strip(), content.rstrip("\n")


def pieces(inline: "Token", addresses: bool = True, without_directives: bool = False) -> list[Piece]:
    """Return the content of an inline block: text, collapsed, and what stands between.

    addresses: whether links and images come with what they point at.
    """
    found: list[Piece] = []
    text = ""
    for piece in _raw_pieces(inline, without_directives):
        if piece[0] == "text":
            text += str(piece[1])
            continue
        if text:
            text = _BLANKS.sub(" ", text)
            found.append(("text", text.rstrip(" ") if piece[0] == "hardbreak" else text))
            text = ""
        is_link = piece[0] in ("link_open", "image")
        found.append(piece if addresses or not is_link else (piece[0], *piece[2:]))
    found.append(("text", _BLANKS.sub(" ", text).rstrip(" ")))
    if found[0][0] == "text":
        found[0] = ("text", str(found[0][1]).lstrip(" "))
    return [piece for piece in found if piece != ("text", "")]


def skeleton(inline: "Token", links: bool, html: bool) -> list[Piece]:
    """Return the content of an inline block without its text and the addresses of its links.

    links: whether links and images count at all; html: whether HTML tags count with what is in them.
    """
    found: list[Piece] = []
    for piece in _raw_pieces(inline, False):
        kind = piece[0]
        if kind in ("link_open", "link_close", "image"):
            if links:
                found.append((kind, *piece[2:]))
        elif kind == "html_inline" and not html:
            found.append((kind,))
        elif kind != "text":
            found.append(piece)
    return found


def _raw_pieces(inline: "Token", without_directives: bool) -> Iterator[Piece]:
    for child in inline.children or ():
        kind = child.type
        if kind in ("text", "text_special"):
            yield "text", child.content
        elif kind == "softbreak":
            yield "text", " "
        elif kind == "html_inline":
            if not (without_directives and _DIRECTIVES.fullmatch(child.content)):
                yield kind, child.content
        elif kind == "code_inline":
            yield kind, child.content
        elif kind == "link_open":
            yield kind, child.attrs.get("href"), child.attrs.get("title")
        elif kind == "image":
            yield kind, child.attrs.get("src"), child.attrs.get("title"), *pieces(child)
        else:
            yield (kind,)


def rendered(tokens: "Sequence[Token]") -> list[tuple[Piece, tuple[int, int]]]:
    """Return all that rendering makes of a document, this tool's own comments left out, with the lines of each part.

    Stricter than `leaves`: two texts with equal parts make the same page, lists and their spacing included.
    """
    found: list[tuple[Piece, tuple[int, int]]] = []
    for token in tokens:
        first, stop = token.map or (found[-1][1] if found else (0, 0))
        if token.nesting:
            stop = first + 1  # of a box only where it begins
        part: Piece
        if token.type == "html_block":
            part = ("html_block", *_DIRECTIVES.sub(" ", token.content).split())
            if part == ("html_block",):
                continue
        elif token.type == "inline":
            part = ("inline", *pieces(token, without_directives=True))
        else:
            facts = (token.type, token.tag, token.hidden, token.info.strip(), token.content.rstrip("\n"))
            part = (*facts, *sorted(token.attrs.items()))
        found.append((part, (first, stop)))
    return found
