"""What the contents say against what the page holds: sections left out, links that lead elsewhere, another order."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from awesome_lint.anchors import GITHUB_PAGE_IDS
from awesome_lint.diagnostic import Edit, Severity, Span
from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy
from awesome_lint.places import fold, is_below
from awesome_lint.subsequence import longest_ordered

if TYPE_CHECKING:
    from awesome_lint.contents.contents import Contents, ContentsItem
    from awesome_lint.document import Document
    from awesome_lint.section import Section

_FEWEST: Final = 4  # sections of one level that are named, for one left out to be missed
_SHARE: Final = 0.8  # of the sections of its level
_ORDERED: Final = 8  # sections of one level in the page's order but for very few
_IN_PLACE: Final = 0.85
_SAME_TEXT: Final = 0.9  # share of the links whose text is the title, where a link that differs is worth a look
# What lists leave out of their contents on purpose.
_ASIDE: Final = lazy(
    r"(?:.*\b)?(?:contribut|licen[cs]e|copyright|acknowledg|credits?\b|cit(?:e|ation)\b|star history|contents?\b"
    r"|footnote|related|about\b|news\b|updates?\b|sponsor|thanks|support\b|disclaimer|contact|maintainer|authors?\b"
    r"|changelog|explanation"
    r"|(?:更多|相关|参考|许可|贡献|致谢|引用|目录))",
    re.I,
)


class Flaw(NamedTuple):
    """One place where contents and page disagree; edits: what makes them agree, empty where that is not known."""

    span: Span
    message: str
    severity: Severity
    edits: tuple[Edit, ...] = ()
    mend: str = ""
    related: Span | None = None


def review(doc: "Document", contents: "Contents", aside: frozenset[str] = frozenset()) -> Iterator[Flaw]:
    """Yield the flaws of a page's contents; a link that leads nowhere is not one of them (see broken-anchor).

    aside: titles, folded, of sections that the contents leave out on purpose.
    """
    misled = {id(item): section for item, section in _misled(doc, contents)}
    for item in contents.items:
        if id(item) in misled:
            yield _misled_flaw(item, misled[id(item)])
    if contents.form != "table":  # a grid of languages leaves out what holds them
        yield from _left_out(doc, contents, misled, aside)
    if contents.form in ("bullets", "ordered"):
        yield from _out_of_order(doc, contents)
    yield from _renamed(contents, misled)


def _misled(doc: "Document", contents: "Contents") -> Iterator[tuple["ContentsItem", "Section"]]:
    """Yield the links that lead to one section and name another."""
    titled: dict[str, list[Section]] = {}
    for section in doc.sections:
        if section.anchor:
            titled.setdefault(fold(section.title), []).append(section)
    for item in contents.items:
        if item.target is None or item.is_broken:
            continue
        meant = titled.get(fold(item.text), []) if fold(item.text) else []
        around = item.parent.target if item.parent and not item.parent.is_broken else None
        if around and len(meant) > 1 and not is_below(item.target, around):
            meant = [section for section in meant if is_below(section, around)]
        elif fold(item.target.title) == fold(item.text):
            continue
        if len(meant) == 1 and meant[0] is not item.target:
            yield item, meant[0]


def _misled_flaw(item: "ContentsItem", section: "Section") -> Flaw:
    assert item.target is not None
    if fold(item.target.title) == fold(item.text):
        message = f"'{item.text}' leads to another section of that name; did you mean '#{section.anchor}'?"
    else:
        message = f"'{item.text}' leads to the section '{item.target.title}'; did you mean '#{section.anchor}'?"
    edits: tuple[Edit, ...] = ()
    if section.anchor not in GITHUB_PAGE_IDS:
        edits = (Edit(Span(*item.link.url_span), f"#{section.anchor}"),)
    return Flaw(item.link.span, message, "warning", edits, f"Write #{section.anchor}", section.title_span)


def _left_out(
    doc: "Document", contents: "Contents", misled: "dict[int, Section]", aside: frozenset[str]
) -> Iterator[Flaw]:
    """Yield the sections that the contents leave out, though they name nearly all others of their level."""
    places: dict[int, int] = {}  # of the first item that means a section, by the section's number
    for number, item in enumerate(contents.items):
        meant = misled.get(id(item), item.target)
        if meant:
            places.setdefault(meant.index, number)
    texts = {fold(item.text) for item in contents.items}
    texts.update(fold(one.label) for one in doc.loose_markup if _holds(contents.span, one.span))
    for siblings in _by_level(doc, contents):
        named = [section for section in siblings if section.index in places]
        left_out = [
            section
            for section in siblings
            if section.index not in places and fold(section.title) not in aside and not _is_aside(doc, section)
        ]
        if len(named) < _FEWEST or len(named) < _SHARE * (len(named) + len(left_out)):
            continue
        for section in left_out:
            flaw = _missed(doc, contents, section, named, places)
            if flaw and fold(section.title) not in texts:  # else a line for it stands there, broken in another way
                yield flaw


def _missed(
    doc: "Document", contents: "Contents", section: "Section", named: "list[Section]", places: dict[int, int]
) -> Flaw | None:
    """Return the flaw of a section that is left out, None where a broken line stands in its place.

    named: the sections of its level that are named; places: the items that name them, by the sections' numbers.
    """
    at = bisect_left(named, section.index, key=lambda one: one.index)
    before = named[at - 1] if at else None
    after = named[at] if at < len(named) else None
    first = places[before.index] if before else -1
    last = places[after.index] if after and places[after.index] > first else len(contents.items)
    if any(item.target is None for item in contents.items[first + 1 : last]):
        return None
    from awesome_lint.contents.lines import inserted

    neighbours = (contents.items[places[one.index]] if one else None for one in (before, after))
    edits = inserted(doc, contents, section, *neighbours)
    message = f"the contents leave out the section '{section.title}'"
    return Flaw(section.title_span, message, "warning", edits, "Add it to the contents", contents.span)


def _by_level(doc: "Document", contents: "Contents") -> list[list["Section"]]:
    """Return the sections after the contents, those of one level under one parent together."""
    groups: dict[tuple[int, int], list[Section]] = {}
    for section in doc.sections:
        if section.anchor and section.span.start > contents.span.end:
            groups.setdefault((section.parent.index if section.parent else -1, section.level), []).append(section)
    return list(groups.values())


def _is_aside(doc: "Document", section: "Section") -> bool:
    """Whether lists leave a section out on purpose: about the list itself, or a heading with nothing below it."""
    return bool(_ASIDE.match(section.title)) or not doc.text[section.span.end : section.end].strip()


def _holds(span: Span, inner: Span) -> bool:
    return span.start <= inner.start and inner.end <= span.end


def _out_of_order(doc: "Document", contents: "Contents") -> Iterator[Flaw]:
    """Yield the few links that stand in another order than their sections, where nearly all stand in the same."""
    groups: dict[tuple[int, int], list[ContentsItem]] = {}
    for item in contents.items:
        if item.target and item.item:
            parent = item.target.parent.index if item.target.parent else -1
            groups.setdefault((parent, item.target.level), []).append(item)
    for items in groups.values():
        order = [item.target.index for item in items if item.target]
        kept = longest_ordered(order)
        if (
            len(items) < _ORDERED
            or len(set(order)) < len(order)
            or not _IN_PLACE * len(items) <= len(kept) < len(items)
        ):
            continue
        alphabet = _follow_alphabet(items)
        in_place = [items[number] for number in kept]
        for number in sorted(set(range(len(items))) - set(kept)):
            names = [item.text.casefold() for item in items[max(0, number - 1) : number + 2]]
            if not alphabet or names != sorted(names):  # else the page is out of order
                yield _displaced(doc, items[number], in_place)


def _displaced(doc: "Document", item: "ContentsItem", in_place: "list[ContentsItem]") -> Flaw:
    assert item.target is not None
    at = bisect_left(in_place, item.target.index, key=lambda one: one.target.index if one.target else -1)
    where = f"after '{in_place[at - 1].text}'" if at else f"before '{in_place[0].text}'"
    message = f"'{item.text}' stands in another order than its section, which is {where}"
    from awesome_lint.contents.lines import moved

    edits = moved(doc, item, in_place[at - 1] if at else None)
    return Flaw(item.link.span, message, "warning", edits, "Move the line", item.target.title_span)


def _follow_alphabet(items: "list[ContentsItem]") -> bool:
    return len(longest_ordered([item.text.casefold() for item in items])) >= _IN_PLACE * len(items)


def _renamed(contents: "Contents", misled: dict[int, "Section"]) -> Iterator[Flaw]:
    """Yield the links whose text is not part of the title, where nearly all others are the title."""
    sound = [item for item in contents.items if item.target and not item.is_broken and id(item) not in misled]
    same = [item for item in sound if item.target and fold(item.text) == fold(item.target.title)]
    if len(same) < _ORDERED or len(same) < _SAME_TEXT * len(sound):
        return
    for item in sound:
        text, title = fold(item.text), fold(item.target.title if item.target else "")
        if text and title and text not in title and title not in text and item.target:
            message = f"'{item.text}' leads to the section '{item.target.title}'"
            yield Flaw(item.link.span, message, "info", related=item.target.title_span)
