"""The proof that safe fixes did what their kind may do, and nothing else.

A rule states its `guard`; every pass of safe fixes is held to it, on the parsed text before and after:

- always: what no edit touches is read as before, character by character, and stays in its block;
- `layout`: readers see the same (see stream.py);
- `word`: prose inside the edits changed, but no tag, no code and no link;
- `url`: addresses changed, and each link points at the same thing;
- `anchor`: fragments changed, and each names a place of the new page; or lines of the contents did;
- `markup`: links come to be or change where the edits are; no letter is lost and no word becomes an address;
- `heading`: a line of a paragraph becomes a heading, and the lines around it stay what they were;
- `html`: an HTML block ends at a blank line, and what stood in it below is Markdown; other guards keep to other passes.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from awesome_lint.contents.guard import contents_edits, contents_part
from awesome_lint.diagnostic import Span
from awesome_lint.directives.suppress import DIRECTIVE_RULE
from awesome_lint.fixing.changed import Change, GuardError, changes_of, lines_of
from awesome_lint.fixing.edits import Applied
from awesome_lint.fixing.headings import rejoined
from awesome_lint.fixing.html_blocks import undivided
from awesome_lint.fixing.stream import Leaf, all_tokens, leaves, same, skeleton
from awesome_lint.fixing.verify_places import check_places
from awesome_lint.rule import Guard

if TYPE_CHECKING:
    from awesome_lint.document import Document

_LAYOUT: frozenset[Guard] = frozenset(("layout",))
_IN_HTML: frozenset[Guard] = frozenset(("word", "url", "anchor"))
_ADDRESSES: frozenset[Guard] = frozenset(("url", "anchor"))


def verify(before: "Document", after: "Document", done: Applied, guards: Mapping[str, Guard]) -> None:
    """Raise GuardError where a pass of safe fixes did what it may not.

    done: what `fixes.apply` made of `before`; `after` is its text, parsed. guards: of each rule, by name.
    """
    changes = changes_of(done, guards, before.source.newline)
    directives = any(found.rule == DIRECTIVE_RULE for found in done.applied)
    old, new = leaves(all_tokens(before), directives), leaves(all_tokens(after), directives)
    if any("heading" in change.guards for change in changes):
        new = rejoined(before, old, new, changes)
    if any("html" in change.guards for change in changes):
        new = undivided(before, old, new, changes)
    free: tuple[Span | None, Span | None] = (None, None)
    if contents_edits(changes, before, after):
        free = contents_part(before, after, old, new)
    else:
        same_definitions = definitions(before) == definitions(after)
        _check_blocks(before, old, new, changes, same_definitions, directives)
        if all(change.guards == _LAYOUT for change in changes):
            if not same_definitions:
                raise GuardError("a link definition changed")
            return
    check_places(before, after, changes, free)


def definitions(doc: "Document") -> dict[str, tuple[str, str]]:
    """Return what the reference definitions say: {label: (address, title)}."""
    return {label: (one["href"], one["title"]) for label, one in doc.env.get("references", {}).items()}


def _check_blocks(
    before: "Document",
    old: Sequence[Leaf],
    new: Sequence[Leaf],
    changes: Sequence[Change],
    same_definitions: bool,
    directives: bool,
) -> None:
    touching = _guards_by_line(before, changes)
    for one, two in zip(old, new, strict=False):
        if one.lead != two.lead or one.kind != two.kind:
            raise GuardError("the structure around it changed", one.lines[0] + 1)
        if not same(one, two, same_definitions, directives):
            guards = frozenset().union(*(touching.get(line, ()) for line in range(*one.lines)))
            reason = _leaf_broken(one, two, guards)
            if reason:
                raise GuardError(reason, one.lines[0] + 1)
    if len(old) != len(new):
        raise GuardError(f"there were {len(old)} blocks, and now there are {len(new)}")


def _leaf_broken(one: Leaf, two: Leaf, guards: frozenset[Guard]) -> str:
    if not guards:
        return "text that no edit touches is read differently"
    if guards == _LAYOUT:
        return "what readers see changed"
    if one.kind == "html_block":
        return "" if guards <= _IN_HTML else "HTML changed"
    if one.kind != "inline" or one.token is None or two.token is None:
        return "code changed"
    links, html = "markup" not in guards, not guards & _ADDRESSES
    if skeleton(one.token, links, html) != skeleton(two.token, links, html):
        return "markup changed"
    return ""


def _guards_by_line(before: "Document", changes: Sequence[Change]) -> dict[int, set[Guard]]:
    found: dict[int, set[Guard]] = {}
    for change in changes:
        for line in lines_of(before, change.old):
            found.setdefault(line, set()).update(change.guards)
    return found
