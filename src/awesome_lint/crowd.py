"""One finding for a slip that a list makes everywhere, since nobody reads hundreds."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import SAFETIES, Diagnostic, Fix, sort_key

if TYPE_CHECKING:
    from awesome_lint.rule import Rule

CROWD: Final = 250
MANY: Final = ", here and in many more places"
_FEW: Final = 10  # findings of a crowd that are left are told one by one


def gather(found: list[Diagnostic], rules: "Iterable[Rule]") -> list[Diagnostic]:
    """Return the findings of one file with the crowds of what says the same put into one each, for rules that gather.

    found: without what directives hide, so that a crowd neither counts nor mends what is disabled.
    """
    for rule in rules:
        if not 0 < rule.gathers < len(found):
            continue
        counts = Counter(one.message for one in found if one.rule == rule.name)
        for message in (message for message, count in counts.items() if count > rule.gathers):
            own = [one for one in found if one.rule == rule.name and one.message == message]
            found = [one for one in found if one.rule != rule.name or one.message != message]
            found.append(as_one(sorted(own, key=sort_key)))
    return found


def as_one(found: Sequence[Diagnostic]) -> Diagnostic:
    """Return a finding for several of one rule that say the same, in order."""
    title = next((f"{one.fix.title} everywhere" for one in found if one.fix), "")
    return for_all(found, f"{found[0].message}{MANY}", title)


def for_all(found: Sequence[Diagnostic], message: str, title: str) -> Diagnostic:
    """Return a finding for several of one rule, in order, where the first stands.

    title: of its fix, which carries all their edits, and is as safe as the least safe of theirs.
    """
    fixes = [one.fix for one in found if one.fix]
    edits = tuple(edit for one in fixes for edit in one.edits)
    safety = max((one.safety for one in fixes), key=SAFETIES.index, default=SAFETIES[0])
    mended = "all" if len(fixes) == len(found) else f"{len(fixes):,}"
    return found[0]._replace(
        message=message,
        help=f"There are {len(found):,} such places{f', and the fix mends {mended} of them' if fixes else ''}.",
        fix=Fix(title, edits, safety) if fixes else None,
        members=tuple(found),
    )


def members(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return findings with each crowd taken apart."""
    return [part for one in found for part in one.members or (one,)]


def joined(found: Iterable[Diagnostic], kept: Collection[int]) -> Iterator[Diagnostic]:
    """Yield what is left of findings when only some of their `members` are kept, which `id` tells.

    Of a crowd of which only a few are left, these speak for themselves.
    """
    for one in found:
        rest = [part for part in one.members or (one,) if id(part) in kept]
        if one.members and len(rest) == len(one.members):
            yield one
        elif len(rest) >= _FEW and len({part.message for part in rest}) == 1:
            yield as_one(rest)
        else:
            yield from rest
