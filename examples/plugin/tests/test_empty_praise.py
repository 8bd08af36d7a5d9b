"""The examples of the page are what happens."""

from pathlib import Path

import pytest
from awesome_lint_empty_praise import empty_praise

from awesome_lint.testing import Example, check, examples

PAGE = Path(empty_praise.__file__).with_name("empty-praise.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("example", [pytest.param(one, id=one.name) for one in examples(PAGE)])
def test_example(example: Example) -> None:
    check(empty_praise.EmptyPraise, example)
