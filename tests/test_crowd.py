"""Slips that a list makes everywhere are one finding, and mended by one fix."""

import pytest

from awesome_lint import rulebook
from awesome_lint.engine import fix
from awesome_lint.parse import parse
from awesome_lint.source import Source


@pytest.mark.parametrize(
    ("rule", "line", "mended"),
    [
        ("trailing-space", "- [name](https://example.org) - Words. \n", "- [name](https://example.org) - Words.\n"),
        ("repeated-space", "- [name](https://example.org)  - Words.\n", "- [name](https://example.org) - Words.\n"),
    ],
)
def test_many_of_one_kind_are_one_finding(rule: str, line: str, mended: str) -> None:
    check = rulebook.load(rule)()
    few, many = parse(Source(line * 250)), parse(Source(line * 251))
    assert len(list(check.check(few))) == 250
    (found,) = check.check(many)
    assert found.message.endswith("here and in many more places")
    assert found.help == "There are 251 such places, and the fix mends all of them."
    result = fix(many, [check])
    assert (result.text, result.remaining, result.withdrawn) == (mended * 251, [], [])
