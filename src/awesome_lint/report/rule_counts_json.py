"""Statistics as a JSON array, an object for each rule."""

import json
from collections.abc import Iterator

from awesome_lint.report import Findings
from awesome_lint.report.rule_counts import rows


def render(findings: Findings, colour: bool) -> Iterator[str]:
    """Yield the array."""
    yield json.dumps(rows(findings), indent=2)
