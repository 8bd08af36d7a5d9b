"""The last line of a report: how much of what there is, and how much of it can be fixed."""

from collections import Counter
from collections.abc import Sequence

from awesome_lint.diagnostic import SEVERITIES, Diagnostic
from awesome_lint.terminal import Paint

_WORDS = {"error": ("error", "errors"), "warning": ("warning", "warnings"), "info": ("note", "notes")}


def summary(found: Sequence[Diagnostic], paint: Paint) -> str:
    """Return "3 errors, 2 warnings, 5 notes; 4 fixable with --fix, 1 more with --unsafe-fixes"."""
    counts = Counter(one.severity for one in found)
    parts = [
        paint(f"{counts[level]} {_WORDS[level][counts[level] > 1]}", level) for level in SEVERITIES if counts[level]
    ]
    safeties = Counter(one.fix.safety for one in found if one.fix)
    fixable = []
    if safeties["safe"]:
        fixable.append(f"{safeties['safe']} fixable with --fix")
    if safeties["unsafe"]:
        how = "more with --unsafe-fixes" if fixable else "fixable with --fix --unsafe-fixes"
        fixable.append(f"{safeties['unsafe']} {how}")
    return ", ".join(parts) + (f"; {', '.join(fixable)}" if fixable else "")
