"""Broken links to a place of this page or a file beside it, and addresses that are not addresses."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from awesome_lint.anchors import fragment_name, slug
from awesome_lint.diagnostic import Edit, Span
from awesome_lint.entries.atoms import is_label
from awesome_lint.loose.brackets import opener
from awesome_lint.loose.markup import LooseMarkup, named
from awesome_lint.loose.web import blank_in
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.document import Document

_TARGET: Final = lazy(r"\]([ \t]?)\(([#./\w][^()\[\]\x00-\x1f]{0,199})(\)?)")
_PATH: Final = lazy(
    r"\.{0,2}/[^\s].*|[^\s].*\.(?:md|pdf|html?|png|jpe?g|gif|svg|txt|ipynb|py|pptx?|docx?|csv|json|ya?ml)(?:#.*)?", re.I
)
_PICTURE: Final = lazy(r"\.(?:png|jpe?g|gif|svg|webp)(?:\?.*)?\Z", re.I)
_FRAGMENT: Final = lazy(r"\((#[^()\s\x00-\x1f]+)\)(?=[\s\x00]|\Z)")
_NAME: Final = lazy(r"[^\W_][^()\[\]\x00-\x1f]{0,79}")
_LINE: Final = lazy(r"[\n\x00]")
_REACH: Final = 300


def around_words(doc: "Document") -> Iterator[LooseMarkup]:
    """Yield the broken links whose address is a fragment or a path."""
    outline = doc.outline
    if "](" not in outline and "] (" not in outline:
        return
    for match in _TARGET.finditer(outline):
        low = max(0, match.start() - _REACH)
        breaks = [one.end() for one in _LINE.finditer(outline, low, match.start())]
        start = opener(outline, match.start(), breaks[-1] if breaks else low)
        if start < 0 or "\x01" in outline[start : match.start()] or doc.text[match.start() - 1] == "\\":
            continue
        found = (_spaced if match[1] else _tight)(doc, start, match)
        if found:
            yield found


def around_images(doc: "Document") -> Iterator[LooseMarkup]:
    """Yield the links that were meant as images, `[!text](picture.png)`."""
    for link in doc.links:
        if link.kind == "inline" and link.text.startswith("!") and _PICTURE.search(link.url):
            start = link.span.start
            label = link.text[1:]
            edits = (Edit(Span(start, start + 2), "!["),)
            flaw = f"'!' stands after the bracket of the image {named(label)}"
            yield LooseMarkup("reversed", link.span, label, flaw, "Write '!['", edits)


def around_names(doc: "Document") -> Iterator[LooseMarkup]:
    """Yield the lines that name a place of the page after their words, `- Tools (#tools)`."""
    outline = doc.outline
    for match in _FRAGMENT.finditer(outline) if "(#" in outline else ():
        low = max(0, match.start() - _REACH)
        breaks = [one.end() for one in _LINE.finditer(outline, low, match.start())]
        start = breaks[-1] if breaks else low
        label = outline[start : match.start()].rstrip()
        if not _NAME.fullmatch(label) or fragment_name(match[1]) not in doc.anchors:
            continue
        edits = (Edit(Span(start, start), "["), Edit(Span(start + len(label), match.start()), "]"))
        flaw = f"the brackets are missing around the text of the link {named(label)}"
        yield LooseMarkup("unclosed", Span(start, match.end()), label, flaw, "Put it in brackets", edits)


def _spaced(doc: "Document", start: int, match: re.Match[str]) -> LooseMarkup | None:
    """`[text] (#place)`."""
    label, target = doc.text[start + 1 : match.start()], match[2]
    leads = (
        fragment_name(target).lower() in doc.anchors
        if target[0] == "#"
        else target[0] in "./" and _PATH.fullmatch(target)
    )
    if not match[3] or not leads or " " in target or not label.strip():
        return None
    edits = (Edit(Span(*match.span(1)), ""),)
    flaw = f"the space after {named(label)} keeps it from being a link"
    return LooseMarkup("spaced", Span(start, match.end()), label, flaw, "Remove the space", edits)


def _tight(doc: "Document", start: int, match: re.Match[str]) -> LooseMarkup | None:
    """`[text](#some place)`, `[text](some file.pdf)` and `[text](#place` without an end."""
    label, target = doc.text[start + 1 : match.start()], match[2]
    span = Span(start, match.end())
    if not match[3]:
        return _unclosed(doc, start, label, match)
    if " " not in target.strip():
        return None
    if target[0] == "#":
        return _blank_in_fragment(doc, span, label, match)
    if _PATH.fullmatch(target):
        return blank_in(doc, span, label, *match.span(2))
    if is_label(label) and not any(character.isdigit() for character in label):
        return LooseMarkup("blank", span, label, f"what stands after {named(label)} is no address")
    return None


def _unclosed(doc: "Document", start: int, label: str, match: re.Match[str]) -> LooseMarkup | None:
    target = match[2].split()[0]
    end = match.start(2) + len(target)
    if doc.outline[end : end + 1] not in ("", " ", "\n", "\r", "\0", "\x0b", "]"):
        return None
    if target[0] != "#" and not (target[0] in "./" and _PATH.fullmatch(target)):
        return None
    edits = (Edit(Span(end, end), ")"),)
    flaw = f"')' is missing after the address of {named(label)}"
    return LooseMarkup("unclosed", Span(start, end), label, flaw, "Close the link", edits)


def _blank_in_fragment(doc: "Document", span: Span, label: str, match: re.Match[str]) -> LooseMarkup:
    """The place is known when the words make the name of one; letters stay as they are, broken-anchor sees to them."""
    words = match[2][1:].strip()
    name = "".join([character for character in words if character == " " or slug(character)]).replace(" ", "-")
    flaw = f"spaces in the address keep {named(label)} from being a link"
    known = slug(words) in doc.anchors or slug(label) in doc.anchors
    edits = (Edit(Span(*match.span(2)), f"#{name}"),) if known else ()
    return LooseMarkup("blank", span, label, flaw, f"Write #{name}", edits)
