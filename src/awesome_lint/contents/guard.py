"""The guard of fixes that rewrite lines of the contents: nothing but the contents may change.

Lines may come, go, change their title or depth. What is left of the file's blocks has to be the same, every
new link has to lead to a place of the page, and a link that did is not dropped.
"""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from awesome_lint.diagnostic import Span
from awesome_lint.fixing.changed import Change, GuardError
from awesome_lint.fixing.stream import Leaf, pieces, same
from awesome_lint.fixing.verify_places import Addresses, anchor_of

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.link import Link

_BOXES = ("bullet_list", "ordered_list", "list_item", "item", "p ", "paragraph", "ul ", "ol ", "li ")


def contents_edits(changes: Sequence[Change], before: "Document", after: "Document") -> bool:
    """Whether an edit of an `anchor` rule changes more than an address."""
    anchors = [change for change in changes if "anchor" in change.guards]
    if not anchors:
        return False
    old, new = Addresses(before), Addresses(after)
    return any(not (old.hold(change.old) and new.hold(change.new)) for change in anchors)


def contents_part(
    before: "Document", after: "Document", old: Sequence[Leaf], new: Sequence[Leaf]
) -> tuple[Span | None, Span | None]:
    """Return the spans in which the two texts differ; GuardError where they hold more than contents."""
    start, old_stop, new_stop = _differing(old, new)
    gone, come = old[start:old_stop], new[start:new_stop]
    # The next leaf comes along for the boxes that end before it.
    if any(leaf.kind != "inline" for leaf in (*gone, *come)) or (
        _boxes(old[start : old_stop + 1]) != _boxes(new[start : new_stop + 1])
    ):
        raise GuardError("more than lines of the contents changed")
    spans = _span(before, gone), _span(after, come)
    old_links, new_links = _links(before, spans[0]), _links(after, spans[1])
    if _without_links(gone) != _without_links(come):
        raise GuardError("a line without a link came into the contents or went")
    names = {anchor_of(after, link) for link in new_links}
    if None in names:
        raise GuardError("a link of the contents leads nowhere")
    lost = {anchor_of(after, link) for link in old_links if link.is_fragment} - names - {None}
    if lost or any(not link.is_fragment for link in old_links):
        raise GuardError("a link that leads somewhere was dropped from the contents")
    return spans


def _differing(old: Sequence[Leaf], new: Sequence[Leaf]) -> tuple[int, int, int]:
    """Return (start, stop in old, stop in new) of the leaves between the common ones at both ends."""
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and old[start].lead == new[start].lead and same(old[start], new[start], True):
        start += 1
    after = 0
    while after < shorter - start and same(old[-1 - after], new[-1 - after], True):
        after += 1
        if old[-after].lead != new[-after].lead:
            break
    return start, len(old) - after, len(new) - after


def _boxes(part: Sequence[Leaf]) -> list[str]:
    """Return what opens and closes around leaves, lists and paragraphs left out."""
    return [box for leaf in part for box in leaf.lead if not box.startswith(_BOXES)]


def _span(doc: "Document", part: Sequence[Leaf]) -> Span | None:
    if not part:
        return None
    source = doc.source
    return Span(source.line_starts[part[0].lines[0]], source.line_ends[part[-1].lines[1] - 1])


def _links(doc: "Document", span: Span | None) -> "list[Link]":
    return doc.links_in(*span) if span else []


def _without_links(part: Sequence[Leaf]) -> Counter[str]:
    found = (pieces(leaf.token) for leaf in part if leaf.token)
    return Counter(repr(one) for one in found if not any(piece[0] == "link_open" for piece in one))
