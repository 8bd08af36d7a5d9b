"""One finding for a slip that a list makes everywhere, since nobody reads hundreds."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Diagnostic, Fix, sort_key

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
    """Return the first of several findings of one rule, in order, speaking for all; its fix carries all edits."""
    first = found[0]
    fixes = [one.fix for one in found if one.fix]
    edits = tuple(edit for one in fixes for edit in one.edits)
    fix = Fix(f"{fixes[0].title} everywhere", edits, fixes[0].safety) if fixes else None
    return first._replace(
        message=f"{first.message}{MANY}",
        help=f"There are {len(found):,} such places, and the fix mends all of them.",
        fix=fix,
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
