"""Which rules run, by all layers of the settings; and path patterns."""

import pytest

from awesome_lint.config import globs
from awesome_lint.config.selection import Layer, decide

GROUPS = {"alpha": "one", "beta": "one", "gamma": "two"}


def layer(origin: str, select: str | None = None, extend: str = "", ignore: str = "") -> Layer:
    return Layer(origin, None if select is None else select.split(), extend.split(), ignore.split())


DEFAULT = layer("default", select="all")


@pytest.mark.parametrize(
    ("layers", "on"),
    [
        ([], "alpha beta gamma"),
        ([layer("file", ignore="one")], "gamma"),
        ([layer("file", ignore="all")], ""),
        ([layer("file", select="one")], "alpha beta"),
        ([layer("file", select="one", ignore="beta")], "alpha"),
        ([layer("file", select="beta", ignore="one")], "beta"),
        ([layer("file", select="beta", ignore="beta")], ""),
        ([layer("file", extend="gamma", ignore="two")], "alpha beta gamma"),
        ([layer("file", select="gamma", extend="one")], "alpha beta gamma"),
        ([layer("preset", select="alpha"), layer("file", extend="two")], "alpha gamma"),
        ([layer("preset", select="alpha beta"), layer("file", ignore="one")], ""),
        ([layer("preset", select="alpha"), layer("file", select="two")], "gamma"),
        ([layer("file", select="gamma"), layer("command", select="one")], "alpha beta"),
        ([layer("file", ignore="beta"), layer("command", select="one")], "alpha"),
        ([layer("file", ignore="beta"), layer("command", select="beta")], "beta"),
        ([layer("file", ignore="one"), layer("command", select="one")], "alpha beta"),
        ([layer("file", ignore="one", extend="beta"), layer("command", select="all")], "beta gamma"),
        ([layer("file", select="beta"), layer("command", ignore="one")], ""),
    ],
)
def test_selection(layers: list[Layer], on: str) -> None:
    decided = {name for name, group in GROUPS.items() if decide([DEFAULT, *layers], name, group).on}
    assert decided == set(on.split())


def test_reason_names_selector_and_layer() -> None:
    layers = [DEFAULT, layer("awesome-lint.toml", ignore="one")]
    assert decide(layers, "alpha", "one").reason == "ignore = one, awesome-lint.toml"
    assert decide([*layers, layer("command line", select="two")], "beta", "one").reason == "not in select, command line"


@pytest.mark.parametrize(
    ("pattern", "matched", "passed"),
    [
        ("drafts", ["drafts", "drafts/README.md", "docs/drafts/x.md"], ["drafts.md", "mydrafts/x.md"]),
        ("drafts/", ["drafts/README.md", "docs/drafts/x.md"], ["drafts.md"]),
        ("*.md", ["README.md", "docs/x.md"], ["x.markdown"]),
        ("docs/*.md", ["docs/x.md"], ["docs/a/x.md", "a/docs/x.md", "x.md"]),
        ("/README.md", ["README.md"], ["docs/README.md"]),
        ("./README.md", ["README.md"], ["docs/README.md"]),
        ("docs/**", ["docs/x.md", "docs/a/b/x.md"], ["docsx/x.md"]),
        ("**/old/*.md", ["old/x.md", "a/b/old/x.md"], ["old/a/x.md"]),
        ("a/**/z.md", ["a/z.md", "a/b/c/z.md"], ["z.md"]),
        ("README.??.md", ["README.zh.md"], ["README.md", "README.zho.md"]),
        ("[a-c]*.md", ["alpha.md"], ["delta.md"]),
        ("[!a]*.md", ["beta.md"], ["alpha.md"]),
        ("a+b(c).md", ["a+b(c).md"], ["aab(c).md"]),
    ],
)
def test_patterns(pattern: str, matched: list[str], passed: list[str]) -> None:
    found = globs.matcher([pattern])
    assert found is not None
    assert [path for path in matched if not found.match(path)] == []
    assert [path for path in passed if found.match(path)] == []


def test_no_patterns_match_nothing() -> None:
    assert globs.matcher([]) is None
