"""Brackets beside a link or at the end of its text that pair with none, and links broken inside the text of another."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Edit, Span
from awesome_lint.loose.brackets import is_even, narrow, opener, unpaired
from awesome_lint.loose.markup import LooseMarkup, named
from awesome_lint.markdown import outline as marks
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.link import Link

_PARTNER: Final = {"]": "[", ")": "(", "[": "]", "(": ")"}
_INNER: Final = lazy("\\]\\(\x10+(?=\x02)")  # in the text of a link: `[![badge](url](url)`
_WORD_BEFORE: Final = lazy(r"[^\W\d_]{3}\Z")
_CLOSERS: Final = 3  # characters after a link in which a bracket still stands beside it
_CUSTOM: Final = 5  # so many links in brackets of their own are the list's way to write labels


def broken_inside(doc: "Document") -> Iterator[LooseMarkup]:
    """Yield the images and links, unclosed, that stand in the text of a link."""
    if marks.LITERAL not in doc.outline:
        return
    for match in _INNER.finditer(doc.outline):
        links = doc.links_in(doc.outline.rfind(marks.LINK_OPEN, 0, match.start()), match.start())
        start = opener(doc.outline, match.start(), links[-1].span.start) if links else -1
        if start >= 0:
            label = doc.text[start + 1 : match.start()]
            edits = (Edit(Span(match.end(), match.end()), ")"),)
            flaw = f"')' is missing after the address of {named(label)}"
            yield LooseMarkup("unclosed", Span(start, match.end()), label, flaw, "Close it", edits)


def stray_brackets(doc: "Document") -> Iterator[LooseMarkup]:
    """Yield the brackets that stand alone: beside a link of any kind, elsewhere the square ones of entries."""
    outline = narrow(doc.outline)
    for block in doc.structure.blocks:
        spans = block.cells if block.kind == "row" else [block.content] if block.content else []
        if not spans or is_even(outline, spans[0].start, spans[-1].end):
            continue
        for start, end in spans:
            alone = unpaired(outline, start, end)
            round_ones = any(outline[at] in "()" for at in alone)  # `[0, 1)` is an interval
            for at in alone:
                link = _link_beside(doc, outline, at, start)
                within = None if link or outline[at] != ")" else _link_ending(doc, at)
                if link:
                    yield _stray(doc, link, at)
                elif within:
                    yield _stray_within(doc, within)
                elif outline[at] in "[]" and block.kind != "heading" and not (round_ones or _is_interval(outline, at)):
                    partner = _PARTNER[outline[at]]
                    yield LooseMarkup("unclosed", Span(at, at + 1), "", f"'{doc.text[at]}' has no '{partner}'")


def _link_beside(doc: "Document", outline: str, at: int, start: int) -> "Link | None":
    """Return the link that a bracket stands beside, other brackets between them or not."""
    if outline[at] in "])":
        after = outline[max(start, at - _CLOSERS) : at].rstrip("])")
        if not after.endswith(marks.LINK_CLOSE):
            return None
        opened = outline.rfind(marks.LINK_OPEN, start, at)
        link = next(iter(doc.links_in(opened, opened + 1)), None)
    else:
        link = next(iter(doc.links_in(at + 1, at + 2)), None)
    return link if link and link.kind in ("inline", "reference") else None


def _link_ending(doc: "Document", at: int) -> "Link | None":
    """Return the link whose text ends in a parenthesis after a word, which is neither a smiley nor a number's."""
    link = doc.link_around(at)
    if not link or link.kind != "inline" or link.text_span[1] != at + 1 or "(" in narrow(link.text):
        return None
    return link if _WORD_BEFORE.search(doc.text, max(link.text_span[0], at - 3), at) else None


def _is_interval(outline: str, at: int) -> bool:
    """Whether a bracket is one end of an interval, `[0, 1)`."""
    return outline[at - 1 : at].isdigit() or outline[at + 1 : at + 2].isdigit()


def _stray(doc: "Document", link: "Link", at: int) -> LooseMarkup:
    character = doc.text[at]
    partner = _PARTNER.get(narrow(character), "")
    label = doc.plain(*link.text_span) or link.text
    after = at >= link.span.end
    span = Span(min(at, link.span.start), max(at + 1, link.span.end))
    where = "after" if after else "before"
    flaw = f"'{character}' {where} the link {named(label)} has no '{partner}'"
    bracketed = link.text.startswith("[")  # `[[x]](url)` needs none around
    if partner in "[]" and not bracketed and doc.outline.count("[\x01") >= _CUSTOM:
        place = link.span.start if after else link.span.end
        edit = Edit(Span(place, place), partner)
        return LooseMarkup("unclosed", span, label, flaw, f"Put '{partner}' there", (edit,), "unsafe")
    if not after:
        return LooseMarkup("unclosed", span, label, flaw)
    edit = Edit(Span(at, at + 1), "")
    return LooseMarkup("unclosed", span, label, flaw, f"Remove '{character}'", (edit,), "unsafe")


def _stray_within(doc: "Document", link: "Link") -> LooseMarkup:
    end = link.text_span[1]
    label = doc.plain(*link.text_span) or link.text
    flaw = f"')' at the end of the link's text {named(label)} has no '('"
    return LooseMarkup("unclosed", link.span, label, flaw, "Remove ')'", (Edit(Span(end - 1, end), ""),), "unsafe")
