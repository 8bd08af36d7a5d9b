"""One finding for a slip that a list makes everywhere, since nobody reads hundreds."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Diagnostic, Fix, sort_key

if TYPE_CHECKING:
    from awesome_lint.rule import Rule

CROWD: Final = 250
MANY: Final = ", here and in many more places"
BELOW: Final = ", this one and those below it"  # what ends the message of a finding for all of one kind


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
    """Return the first of several findings of one rule, in order, speaking for all; its fix carries all edits.

    The message does not count them: one place more or less is no new finding to those who lint changes only.
    """
    first = found[0]
    fixes = [one.fix for one in found if one.fix]
    edits = tuple(edit for one in fixes for edit in one.edits)
    fix = Fix(f"{fixes[0].title} everywhere", edits, fixes[0].safety) if fixes else None
    return first._replace(
        message=f"{first.message}{MANY}",
        help=f"There are {len(found):,} such places, and the fix mends all of them.",
        fix=fix,
    )
