"""One finding for a slip that a list makes everywhere, since nobody reads hundreds."""

from typing import Final

from awesome_lint.diagnostic import Diagnostic, Fix

CROWD: Final = 250
MANY: Final = ", here and in many more places"


def gathered(found: list[Diagnostic]) -> list[Diagnostic]:
    """Return findings of one rule as they are, or, of more than 250, the first alone, whose fix carries all edits.

    The message does not count them: one place more or less is no new finding to those who lint changes only.
    """
    if len(found) <= CROWD:
        return found
    first = found[0]
    edits = tuple(edit for one in found if one.fix for edit in one.fix.edits)
    fix = Fix(f"{first.fix.title} everywhere", edits, first.fix.safety) if first.fix else None
    return [
        first._replace(
            message=f"{first.message}{MANY}",
            help=f"There are {len(found):,} such places, and the fix mends all of them.",
            fix=fix,
        )
    ]
