"""The index of the rulebook names every rule, as it is."""

from awesome_lint.rule_index import PATH, index


def test_index_is_current() -> None:
    with open(PATH, encoding="utf-8") as file:
        assert file.read() == index(), "run `python -m awesome_lint.rule_index`"
