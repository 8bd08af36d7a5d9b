"""Broken links to the web: how the brackets around a bare URL were meant."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Edit, Span
from awesome_lint.entries.atoms import is_label
from awesome_lint.loose.around import Around, bracketed_urls
from awesome_lint.loose.brackets import closer, opener
from awesome_lint.loose.markup import LooseMarkup, named
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.document import Document

# What stands before the URL; the first bracket of it is where the reading starts.
_BEFORE: Final = lazy(
    r"(?:(?P<spaced>\][ \t]{1,3}\()|(?P<doubled>\]\(\()|(?P<inline>\]\()|(?P<swapped>\)\[)|(?P<round>\)\()"
    r"|(?P<square>\]\[)|(?P<facing>\]\))|(?P<joined>\])|(?P<mixed>\[)|(?P<glued>(?<=[^\s\[(])\())\Z"
)
_LONGEST: Final = 6  # characters of that
_REST: Final = lazy(r"([^\s()\[\]\x00-\x1f]{0,3})[ \t]+([^()\[\]\x00-\x1f]{1,80})\)")
# What goes on with an address after a space: a part with a slash, a suffix, a parameter, or what hangs on a hyphen.
_GOES_ON: Final = lazy(r"[^\s]*(?:[/%=&_]|\.\w)[^\s]*|[-.?&=#%_/][^\s]+")
_ENDS_OPEN: Final = "/-_%=&?"
_SEPARATES: Final = tuple("-–—|:,;.")
_YEAR: Final = lazy(r"(?:19|20)\d\d|['’]\d\d\b")
_WORD: Final = lazy(r"(?<![^\s,|;/\x00-\x1f])[A-Za-z]+\Z")
_BLANKS: Final = lazy(r"\s+")
_BRACKETED: Final = lazy(r"\[[^\[\]()]+\]")
_Reading = Callable[[Around, int], LooseMarkup | None]


def around_urls(doc: "Document") -> Iterator[LooseMarkup]:
    """Yield the broken links whose address is a URL."""
    for spot in bracketed_urls(doc):
        match = _BEFORE.search(spot.outline, max(spot.begin, spot.at - _LONGEST), spot.at)
        if match and match.lastgroup:
            found = _READINGS[match.lastgroup](spot, match.start())
            if found:
                yield found


def _spaced(spot: Around, closes: int) -> LooseMarkup | None:
    """`[text] (url)`."""
    start, label = spot.linkable(closes)
    if start < 0 or spot.after != ")":
        return None
    edits = (Edit(Span(closes + 1, spot.at), "("),)
    flaw = f"the space after {named(label)} keeps it from being a link"
    return LooseMarkup("spaced", Span(start, spot.end + 1), label, flaw, "Remove the space", edits)


def _swapped(spot: Around, closes: int) -> LooseMarkup | None:
    """`(text)[url]`."""
    start, label = spot.label(closes)
    if start < 0 or spot.after != "]" or spot.names_a_link or not label.strip():
        return None
    if _YEAR.search(label) and not spot.is_at_start(start):
        return None  # `Title (NAACL 2019)[url]`: the parentheses belong to the title
    edits = (
        Edit(Span(start, start + 1), "["),
        Edit(Span(closes, spot.at), "]("),
        Edit(Span(spot.end, spot.end + 1), ")"),
    )
    flaw = f"brackets and parentheses are swapped in the link {named(label)}"
    return LooseMarkup("reversed", Span(start, spot.end + 1), label, flaw, "Swap them", edits)


def _round(spot: Around, closes: int) -> LooseMarkup | None:
    """`(text)(url)` at the start of a line, for after other words both may be remarks, and `([text])(url)`."""
    start, label = spot.label(closes)
    if start < 0 or spot.after != ")" or not label.strip():
        return None
    if _BRACKETED.fullmatch(spot.outline, start + 1, closes):
        edits = (Edit(Span(closes, closes + 1), ""), Edit(Span(spot.end, spot.end), ")"))
        flaw = f"a parenthesis parts the text of the link {named(label[1:-1])} from its address"
        return LooseMarkup("reversed", Span(start, spot.end + 1), label[1:-1], flaw, "Move it to the end", edits)
    if not spot.is_at_start(start):
        return None
    edits = (Edit(Span(start, start + 1), "["), Edit(Span(closes, spot.at), "]("))
    flaw = f"the text of the link {named(label)} stands in parentheses instead of brackets"
    return LooseMarkup("reversed", Span(start, spot.end + 1), label, flaw, "Write brackets", edits)


def _square(spot: Around, closes: int) -> LooseMarkup | None:
    """`[text][url]`."""
    start, label = spot.label(closes)
    if start < 0 or spot.after != "]" or spot.names_a_link or not label.strip() or spot.is_open(start, "["):
        return None
    edits = (Edit(Span(closes + 1, spot.at), "("), Edit(Span(spot.end, spot.end + 1), ")"))
    flaw = f"the address of {named(label)} stands in brackets instead of parentheses"
    return LooseMarkup("reversed", Span(start, spot.end + 1), label, flaw, "Write parentheses", edits)


def _inline(spot: Around, closes: int) -> LooseMarkup | None:
    """`[text](url` and what follows."""
    start, label = spot.label(closes)
    if spot.doc.text[closes - 1] == "\\":
        return None
    if spot.after == ")":
        return _unopened(spot, closes) if opener(spot.outline, closes, spot.begin) < 0 else None
    if start < 0:
        return None
    rest = _REST.match(spot.outline, spot.end)
    return _with_rest(spot, start, label, rest) if rest else _unclosed(spot, start, label)


def _unopened(spot: Around, closes: int) -> LooseMarkup:
    """`text](url)`; an image before it is the text; of words nobody knows where it begins."""
    flaw = "'[' is missing before the text of the link"
    images = spot.doc.images
    last = bisect_left(images, closes, key=lambda image: image.span.start) - 1
    if last < 0 or images[last].span.end != closes:
        return LooseMarkup("unclosed", Span(closes, spot.end + 1), "", flaw)
    image = images[last]
    edits = (Edit(Span(image.span.start, image.span.start), "["),)
    return LooseMarkup("unclosed", Span(image.span.start, spot.end + 1), image.text, flaw, "Put '[' there", edits)


def _unclosed(spot: Around, start: int, label: str) -> LooseMarkup:
    """`[text](url` without an end; in `[text](url]` the bracket stands for the parenthesis."""
    stop = spot.end + (spot.after == "]" and not spot.is_open(start, "["))
    flaw = f"')' is missing after the address of {named(label)}"
    return LooseMarkup("unclosed", Span(start, stop), label, flaw, "Close it", (Edit(Span(spot.end, stop), ")"),))


def _with_rest(spot: Around, start: int, label: str, rest: re.Match[str]) -> LooseMarkup:
    """`[text](url more)`: a title that lacks a quote, an address with a space in it, or no end at all."""
    more = rest[2].strip()
    last = rest[1][-1:] or spot.doc.text[spot.end - 1]
    span = Span(start, rest.end())
    if more[:1] in ("'", '"') and more.count(more[0]) == 1:
        edits = (Edit(Span(rest.end(2), rest.end(2)), more[0]),)
        flaw = f"the title of the link {named(label)} is not closed"
        return LooseMarkup("unclosed", span, label, flaw, "Close the title", edits)
    if _GOES_ON.fullmatch(more) or (last in _ENDS_OPEN and " " not in more):
        return blank_in(spot.doc, span, label, spot.at, rest.end(2))
    if more.startswith(_SEPARATES) or last in _SEPARATES or spot.is_open(start, "("):
        return _unclosed(spot, start, label)
    flaw = f"words stand after the URL in the address of {named(label)}"
    return LooseMarkup("blank", span, label, flaw)


def _doubled(spot: Around, closes: int) -> LooseMarkup | None:
    """`[text]((url)`."""
    start, label = spot.label(closes)
    if start < 0 or spot.after != ")":
        return None
    edits = (Edit(Span(spot.at - 1, spot.at), ""),)
    flaw = f"one '(' too many before the address of {named(label)}"
    return LooseMarkup("unclosed", Span(start, spot.end + 1), label, flaw, "Remove one '('", edits)


def _facing(spot: Around, closes: int) -> LooseMarkup | None:
    """`[text])url)`."""
    start, label = spot.label(closes)
    if start < 0 or spot.after != ")" or spot.is_open(start, "("):
        return None
    edits = (Edit(Span(spot.at - 1, spot.at), "("),)
    flaw = f"')' stands for '(' before the address of {named(label)}"
    return LooseMarkup("unclosed", Span(start, spot.end + 1), label, flaw, "Write '('", edits)


def _joined(spot: Around, closes: int) -> LooseMarkup | None:
    """`[text]url)` and `[text]url`."""
    start, label = spot.linkable(closes)
    if start < 0:
        return None
    closed = spot.after == ")" and not spot.is_open(start, "(")
    edits = [Edit(Span(spot.at, spot.at), "(")]
    if not closed:
        edits.append(Edit(Span(spot.end, spot.end), ")"))
    missing = "'(' is missing before" if closed else "the parentheses are missing around"
    flaw = f"{missing} the address of {named(label)}"
    return LooseMarkup("unclosed", Span(start, spot.end + closed), label, flaw, "Put it in parentheses", tuple(edits))


def _glued(spot: Around, paren: int) -> LooseMarkup | None:
    """`[text(url)]` and `[text(url)`."""
    outline = spot.outline
    start = outline.rfind("[", spot.begin, paren)
    if spot.after != ")":
        return None
    if start < 0 or set("]\x01") & set(outline[start:paren]):
        return _named(spot, paren)
    label = spot.doc.text[start + 1 : paren]
    if not label.strip():
        return None
    edits = [Edit(Span(paren, spot.at), "](")]
    late = closer(outline, spot.end + 1, spot.stop)
    if late >= 0 and spot.is_open(start, "["):
        late = closer(outline, late + 1, spot.stop)  # the first belongs to the brackets around
    if late >= 0 and not outline[spot.end + 1 : late].strip("]"):
        edits.append(Edit(Span(late, late + 1), ""))
    elif late >= 0:
        return None  # `[text(url) and more]`
    flaw = f"']' is missing after the text of the link {named(label)}"
    span = Span(start, max(spot.end, late) + 1)
    return LooseMarkup("unclosed", span, label, flaw, "Close the text", tuple(edits))


def _named(spot: Around, paren: int) -> LooseMarkup | None:
    """`Code(url)` without brackets, a word that names what it leads to."""
    word = _WORD.search(spot.outline, spot.begin, paren)
    if not word or not is_label(word[0]):
        return None
    edits = (Edit(Span(word.start(), word.start()), "["), Edit(Span(paren, spot.at), "]("))
    flaw = f"the brackets are missing around the text of the link {named(word[0])}"
    return LooseMarkup("unclosed", Span(word.start(), spot.end + 1), word[0], flaw, "Put it in brackets", edits)


def _mixed(spot: Around, bracket: int) -> LooseMarkup | None:
    """`[url)`."""
    if spot.after != ")" or spot.is_open(bracket, "("):
        return None
    flaw = "'[' before the URL is closed by ')'"
    return LooseMarkup("unclosed", Span(bracket, spot.end + 1), "", flaw)


_READINGS: Final[dict[str, _Reading]] = {
    "spaced": _spaced,
    "swapped": _swapped,
    "round": _round,
    "square": _square,
    "inline": _inline,
    "doubled": _doubled,
    "facing": _facing,
    "joined": _joined,
    "glued": _glued,
    "mixed": _mixed,
}


def blank_in(doc: "Document", span: Span, label: str, start: int, end: int) -> LooseMarkup:
    """Return the link whose address text[start:end] has spaces in it; written `%20` they are part of it."""
    blanks = tuple(
        Edit(Span(start + match.start(), start + match.end()), "%20" * len(match[0]))
        for match in _BLANKS.finditer(doc.text[start:end].rstrip())
    )
    flaw = f"a space in the address keeps {named(label)} from being a link"
    return LooseMarkup("blank", span, label, flaw, "Write the space as %20", blanks)
