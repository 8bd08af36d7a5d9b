"""The part of the proof that looks at characters and links: those outside the edits, and those inside."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from awesome_lint.anchors import fragment_name
from awesome_lint.diagnostic import Edit, Span
from awesome_lint.fixing.changed import Change, GuardError
from awesome_lint.fixing.edits import Shift
from awesome_lint.fixing.html_blocks import parted_regions
from awesome_lint.markdown import outline as marks
from awesome_lint.patterns import lazy
from awesome_lint.rule import Guard
from awesome_lint.spans import SpanSet

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.link import Link

Region = tuple[Span, Span]  # of the old text, of the new one

# What readers see of a text, besides prose.
_SEEN: Final = frozenset((marks.LINK_CLOSE, marks.IMAGE, marks.CODE, marks.HTML, marks.LITERAL))
# What a `word` edit may run across but not change.
_NO_WORD: Final = _SEEN | {marks.NO_PROSE}
_NO_LINK: Final = frozenset((marks.NO_PROSE, marks.CODE, marks.HTML))
_ADDRESS: Final = lazy(r"[#/]|[a-z][a-z0-9+.-]*:|.*(?:/|\.\w\w)", re.I | re.S)


class Addresses:
    """Where the addresses of links and images stand."""

    def __init__(self, doc: "Document") -> None:
        self._outline = doc.outline
        self._spans = SpanSet(link.url_span for link in (*doc.links, *doc.images))

    def hold(self, span: Span) -> bool:
        """Whether a span lies inside an address, or inside a link's text that is an address."""
        # An insertion is inside when its neighbours are.
        start, end = span if span.end > span.start else (max(span.start - 1, 0), span.end + 1)
        return self._spans.holds(span) or not self._outline[start:end].strip(marks.LITERAL)


def check_places(
    before: "Document",
    after: "Document",
    changes: Sequence[Change],
    contents: tuple[Span | None, Span | None],
) -> None:
    """Raise GuardError where characters or links changed that may not.

    contents: the spans of the two texts whose links another guard has looked at.
    """
    markup = _markup_regions(before, after, changes)
    free = [*markup, *parted_regions(before, after, changes)]
    _check_outside(before, after, [*((change.old, change.new) for change in changes), *free])
    old = _links_outside(before, [contents[0], *(region[0] for region in free)])
    new = _links_outside(after, [contents[1], *(region[1] for region in free)])
    _check_links(before, after, old, new, changes)
    _check_inside(before, after, changes, contents != (None, None))
    for region in markup:
        _check_made_links(before, after, region)


def _markup_regions(before: "Document", after: "Document", changes: Sequence[Change]) -> list[Region]:
    """Return where `markup` edits stand, with the links there before or after."""
    if not any("markup" in change.guards for change in changes):
        return []
    old_links, new_links = (SpanSet(link.span for link in (*doc.links, *doc.images)) for doc in (before, after))
    forward = Shift([Edit(old, after.text[new.start : new.end]) for old, new, _ in changes])
    back = Shift([Edit(new, before.text[old.start : old.end]) for old, new, _ in changes])
    regions = []
    for change in changes:
        if "markup" in change.guards:
            old, new = old_links.widened(change.old), new_links.widened(change.new)
            regions.append((_hull(old, back.span(new)), _hull(new, forward.span(old))))
    return regions


def _hull(one: Span, two: Span) -> Span:
    return Span(min(one.start, two.start), max(one.end, two.end))


def _check_outside(before: "Document", after: "Document", regions: list[Region]) -> None:
    """Every character outside the regions is of the same kind as before."""
    old_at = new_at = 0
    end = Span(len(before.text), len(before.text)), Span(len(after.text), len(after.text))
    for old, new in [*sorted(regions), end]:
        if old.start >= old_at and new.start >= new_at:
            one, two = before.outline[old_at : old.start], after.outline[new_at : new.start]
            if one != two:
                _check_kinds(before, old_at, one, two)
        old_at, new_at = max(old_at, old.end), max(new_at, new.end)


def _check_kinds(before: "Document", start: int, old: str, new: str) -> None:
    """The characters from `start` on are of the same kinds; spaces at the end of a line may be of any."""
    for at, (one, two) in enumerate(zip(old, new, strict=False), start):
        if one != two and not before.text[at].isspace():
            raise GuardError("text beside the edit is read differently", before.line_of(at))
    if len(old) != len(new):
        raise GuardError("text beside the edit moved", before.line_of(start))


def _links_outside(doc: "Document", spans: Iterable[Span | None]) -> "list[Link]":
    inside = SpanSet(span for span in spans if span)
    return [link for link in (*doc.links, *doc.images) if not inside.overlaps(link.span)]


def _check_links(
    before: "Document",
    after: "Document",
    old: "Sequence[Link]",
    new: "Sequence[Link]",
    changes: Sequence[Change],
) -> None:
    starts = [change.old.start for change in changes]
    for one, two in zip(old, new, strict=False):
        if one.url == two.url and one.kind == two.kind:
            continue
        line = before.line_of(one.span.start)
        edits = changes[bisect_left(starts, one.url_span.start) : bisect_right(starts, one.url_span.end)]
        guards = frozenset().union(*(change.guards for change in edits))
        if one.kind != two.kind or not guards & {"url", "anchor"}:
            raise GuardError(f"the link to {one.url} changed", line)
        if "url" in guards and one.identity != two.identity:
            raise GuardError(f"{two.url} is not the same thing as {one.url}", line)
        if "anchor" in guards and anchor_of(after, two) is None:
            raise GuardError(f"{two.url} leads nowhere", line)
    if len(old) != len(new):
        raise GuardError("a link came to be" if len(new) > len(old) else "a link was lost")


def anchor_of(doc: "Document", link: "Link") -> str | None:
    """Return the anchor of the page that a link leads to, None where there is none."""
    name = fragment_name(link.url) if link.is_fragment else None
    return name if name in doc.anchors else None


def _check_inside(before: "Document", after: "Document", changes: Sequence[Change], in_contents: bool) -> None:
    guarded: frozenset[Guard] = frozenset(("url",) if in_contents else ("url", "anchor"))
    addresses = [Addresses(before), Addresses(after)] if any(one.guards & guarded for one in changes) else []
    for change in changes:
        line = before.line_of(change.old.start)
        if "layout" in change.guards and _seen(before, change.old) != _seen(after, change.new):
            raise GuardError("a fix of the layout changed text", line)
        if "word" in change.guards and (
            _of_kinds(before, change.old, _NO_WORD) != _of_kinds(after, change.new, _NO_WORD)
        ):
            raise GuardError("a fix of words changed more than prose", line)
        if change.guards & guarded and not (addresses[0].hold(change.old) and addresses[1].hold(change.new)):
            raise GuardError("a fix of an address changed more than that", line)


def _of_kinds(doc: "Document", span: Span, kinds: frozenset[str]) -> str:
    """Return the characters of some kinds, spaces left out."""
    pairs = zip(doc.text[span.start : span.end], doc.outline[span.start : span.end], strict=True)
    return "".join(character for character, kind in pairs if kind in kinds and not character.isspace())


def _seen(doc: "Document", span: Span) -> str:
    """Return the prose, code and addresses in a span, spaces left out."""
    pairs = zip(doc.text[span.start : span.end], doc.outline[span.start : span.end], strict=True)
    return "".join(
        character for character, kind in pairs if (kind in _SEEN or kind == character) and not character.isspace()
    )


def _check_made_links(before: "Document", after: "Document", region: Region) -> None:
    old_span, new_span = region
    line = before.line_of(old_span.start)
    if _of_kinds(before, old_span, _NO_LINK) != _of_kinds(after, new_span, _NO_LINK):
        raise GuardError("a fix of a link changed code or HTML", line)
    old_letters, new_letters = _letters(before, old_span), _letters(after, new_span)
    # Text and address may have stood the wrong way round.
    if len(old_letters) != len(new_letters) or new_letters not in old_letters * 2:
        raise GuardError("a fix of a link changed letters", line)
    old, new = _links_in(before, old_span), _links_in(after, new_span)
    for link in old:
        # A bare URL runs on to the next space, and perhaps over the markup that was to end it.
        if not any(two.url.startswith(link.url) or _bare_start(link, two.url) for two in new):
            raise GuardError(f"the link to {link.url} was lost", line)
    known = {link.url for link in old}
    for link in new:
        if link.url not in known and not _ADDRESS.match(link.url):
            raise GuardError(f"'{link.url}' became an address", line)


def _links_in(doc: "Document", span: Span) -> "list[Link]":
    """Return the links and images that share a character with a span."""
    around = [doc.link_around(span.start), doc.image_around(span.start)]
    before = [link for link in around if link and link.span.start < span.start]
    return [*before, *doc.links_in(*span), *doc.images_in(*span)]


def _bare_start(link: "Link", url: str) -> bool:
    return link.kind == "bare" and link.url.startswith(url)


def _letters(doc: "Document", span: Span) -> str:
    text = doc.text[span.start : span.end].replace("%20", "")  # what a space in an address becomes
    return "".join(character for character in text if character.isalnum())
