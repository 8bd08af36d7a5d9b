"""Each rule has a page, each page its rule, and what the pages show is what happens."""

import os

import pytest

from awesome_lint import rulebook
from awesome_lint.rule import options_of
from awesome_lint.testing import Example, check, examples

CASES = os.path.join(os.path.dirname(__file__), "cases")


def _shown() -> list[tuple[str, Example]]:
    found = []
    for name, group in rulebook.rule_groups().items():
        paths = [rulebook.page_path(name), os.path.join(CASES, group, f"{name}.md")]
        for path in paths:
            if os.path.exists(path):
                with open(path, encoding="utf-8") as file:
                    found += [(name, example) for example in examples(file.read())]
    return found


@pytest.mark.parametrize(("name", "example"), [pytest.param(n, e, id=f"{n}:{e.line}:{e.name}") for n, e in _shown()])
def test_example(name: str, example: Example) -> None:
    check(rulebook.load(name), example)


@pytest.mark.parametrize("name", list(rulebook.rule_groups()))
def test_page_agrees_with_rule(name: str) -> None:
    page, rule = rulebook.page(name), rulebook.load(name)
    title, _, rest = page.partition("\n\n")
    assert title == f"# {name}"
    summary = (rule.__doc__ or "").strip().splitlines()[0]
    assert rest.split("\n\n")[0].replace("\n", " ") == summary
    assert "\n## Why\n" in page
    for key, _, default in options_of(rule):
        assert f"`{key}`" in page, f"the page does not explain the option {key}, whose default is {default!r}"
    shown = list(examples(page))
    assert any(example.bad for example in shown)
    assert any(example.good for example in shown)


def test_no_page_without_rule() -> None:
    for group in rulebook.groups():
        for file in os.listdir(os.path.join(rulebook.FOLDER, group)):
            assert file.removesuffix(".md") in rulebook.rule_groups(), f"{group}/{file} has no rule"
