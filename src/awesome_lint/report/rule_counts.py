"""Statistics: how often each rule found something, the commonest first, instead of the findings."""

from collections import Counter
from collections.abc import Iterator

from awesome_lint.diagnostic import SEVERITIES
from awesome_lint.report import Findings
from awesome_lint.terminal import Paint


def render(findings: Findings, colour: bool) -> Iterator[str]:
    """Yield a line for each rule: how often, what it is called, how many of them a fix mends."""
    paint = Paint(colour)
    counted = rows(findings)
    width = max((len(str(row["count"])) for row in counted), default=0)
    for row in counted:
        level = str(row["severity"])
        fixable = f", {row['fixable']} fixable" if row["fixable"] else ""
        unsafely = f", {row['unsafely_fixable']} fixable unsafely" if row["unsafely_fixable"] else ""
        yield f"{row['count']:>{width}} {row['rule']} ({paint(level, level)}{fixable}{unsafely})"


def rows(findings: Findings) -> list[dict[str, str | int]]:
    """Return {rule, group, severity (the worst), count, fixable, unsafely_fixable} of each rule, commonest first."""
    counts = Counter(one.rule for one in findings.found)
    fixable = Counter((one.rule, one.fix.safety) for one in findings.found if one.fix)
    levels: dict[str, int] = {}
    for one in findings.found:
        levels[one.rule] = min(levels.get(one.rule, len(SEVERITIES)), SEVERITIES.index(one.severity))
    return [
        {
            "rule": rule,
            "group": findings.groups.get(rule, ""),
            "severity": SEVERITIES[levels[rule]],
            "count": count,
            "fixable": fixable[rule, "safe"],
            "unsafely_fixable": fixable[rule, "unsafe"],
        }
        for rule, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
