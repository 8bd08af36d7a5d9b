"""Rules without Python: `[[patterns]]` of the settings."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from awesome_lint import UserError, fix_text, lint_text
from awesome_lint.custom import pattern_rules
from awesome_lint.testing import document

LIST = """\
# Awesome Kettles

- [Ada in the cloud](https://m.example.org/a) - Boils cutting-edge water.
- [Bea](https://example.org/b) - Boils *cutting-edge* milk in `cutting-edge` pots.
- [Cem](https://example.org/c) - Boils eggs.
- [NeurIPS'22] [Dov](https://arxiv.org/abs/2201.00001v1) - Boils tea.
- [ICML'23] [Eve](https://example.org/e) - Steams.
"""
VAGUE = {"name": "vague", "pattern": "cutting-edge", "where": "description", "message": "'{match}' says nothing"}


def found(*patterns: dict[str, Any], text: str = LIST, **config: Any) -> list[tuple[str, str, str]]:
    """Return (rule, what it is about, message) of what patterns find."""
    said = lint_text(text, config={"patterns": list(patterns), "select": ["patterns"], **config})
    return [(one.rule, text[slice(*one.span)], one.message) for one in said]


def mended(*patterns: dict[str, Any], unsafe: bool = False) -> str:
    return fix_text(LIST, config={"patterns": list(patterns), "select": ["patterns"]}, unsafe=unsafe).text


def refusal(**pattern: Any) -> tuple[str, str]:
    with pytest.raises(UserError) as caught:
        lint_text(LIST, config={"patterns": [pattern]})
    return caught.value.title, caught.value.advice


def test_description_is_searched_without_its_code() -> None:
    hit = ("vague", "cutting-edge", "'cutting-edge' says nothing")
    assert found(VAGUE) == [hit, hit]


@pytest.mark.parametrize(
    ("where", "pattern", "hits"),
    [
        ("title", "cloud|Boils", ["cloud"]),
        ("url", r"//m\.|v\d$", ["//m.", "v1"]),
        ("tag", r"'\d\d$", ["'22", "'23"]),
        (["title", "description"], r"(?i)cloud|\btea", ["cloud", "tea"]),
        ("title", "x*", []),
    ],
)
def test_each_place(where: str | list[str], pattern: str, hits: list[str]) -> None:
    assert [hit for _, hit, _ in found({**VAGUE, "where": where, "pattern": pattern})] == hits


def test_patterns_have_levels_directives_and_files_like_any_rule() -> None:
    assert found(VAGUE, ignore=["vague"]) == []
    assert found(VAGUE, severity={"patterns": "off"}) == []
    elsewhere: dict[str, Any] = {"per-file-ignores": {"*.md": ["patterns"]}}
    assert found(VAGUE, **elsewhere) == []
    (level,) = {one.severity for one in lint_text(LIST, config={"patterns": [{**VAGUE, "severity": "error"}]})}
    assert level == "error"
    quiet = LIST.replace("edge water.", "edge water. <!-- awesome-lint-disable-line vague -->")
    assert len(found(VAGUE, text=quiet)) == 1
    directives = {"patterns": [VAGUE], "select": ["unused-directive"]}
    assert lint_text(quiet, config=directives) == [], "a rule that did not run is known all the same"
    (unknown,) = lint_text(quiet.replace("line vague", "line vagu"), config=directives)
    assert unknown.message.startswith("there is no rule 'vagu'")


def test_replacement_of_words_is_safe() -> None:
    assert mended({**VAGUE, "replacement": "new"}) == LIST.replace("cutting-edge water", "new water").replace(
        "*cutting-edge*", "*new*"
    )
    groups = {**VAGUE, "pattern": r"(?P<first>\w+) (tea)", "replacement": r"\2 \g<first>"}
    assert mended(groups) == LIST.replace("Boils tea", "tea Boils")


def test_replacement_that_may_be_markup_or_leads_elsewhere_is_unsafe() -> None:
    link = {**VAGUE, "pattern": "eggs", "replacement": "[ova](https://example.org/ova)"}
    assert mended(link) == LIST
    assert "Boils [ova](https://example.org/ova)." in mended(link, unsafe=True)
    removed = {**VAGUE, "pattern": "cutting-edge ", "replacement": ""}
    assert mended(removed) == LIST
    assert mended(removed, unsafe=True) == LIST.replace("cutting-edge water", "water")
    host = {**VAGUE, "where": "url", "pattern": r"//m\.", "replacement": "//"}
    assert mended(host) == LIST
    assert mended(host, unsafe=True) == LIST.replace("//m.", "//")
    same = {**VAGUE, "where": "url", "pattern": r"/abs/(\d+\.\d+v1)$", "replacement": r"/pdf/\1"}
    assert mended(same) == LIST.replace("/abs/", "/pdf/")


def test_replacement_that_would_be_found_again_is_only_suggested() -> None:
    again = {**VAGUE, "pattern": r"\btea", "replacement": "green tea"}
    (one,) = lint_text(LIST, config={"patterns": [again], "select": ["patterns"]})
    assert one.fix is not None
    assert one.fix.safety == "suggestion"
    assert mended(again, unsafe=True) == LIST


def test_slow_pattern_is_an_error_that_names_it_and_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pattern_rules, "SECONDS", 0.05)
    slow = {**VAGUE, "pattern": "(?:a|aa|aaa)+$", "where": "description"}
    with pytest.raises(UserError, match=r"'vague' took more than 0\.05 seconds on README\.md, line 5") as caught:
        found(slow, text=LIST.replace("Boils eggs", "A" + "a" * 60 + "!"))
    assert "`--ignore vague`" in caught.value.advice


def test_slow_pattern_ends_the_command_with_2(tmp_path: Path) -> None:
    (tmp_path / ".awesome-lint.toml").write_text(
        '[[patterns]]\nname = "slow"\npattern = "(?:a|aa|aaa)+$"\nwhere = "description"\nmessage = "m"\n'
    )
    (tmp_path / "README.md").write_text(LIST.replace("Boils eggs", "A" + "a" * 60 + "!"), encoding="utf-8")
    command = [sys.executable, "-m", "awesome_lint", "README.md"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr.splitlines()[0]) == (
        2,
        "error: pattern 'slow' took more than 2 seconds on README.md, line 5",
    )


def test_mistakes_name_the_pattern_and_the_mend() -> None:
    def title(**changed: Any) -> str:
        return refusal(**{**VAGUE, **changed})[0]

    assert refusal(nmae="x") == ("config: a pattern has no key 'nmae'", "Did you mean 'name'?")
    assert refusal(name="x")[0] == "config: pattern 'x' has no 'pattern'"
    assert title(where="titel") == "config: 'where' of pattern 'vague' must be one of title, description, url, tag"
    assert refusal(**{**VAGUE, "where": "titel"})[1] == "It is 'titel'. Did you mean 'title'?"
    assert title(pattern="(a") == "config: pattern 'vague' is not a valid regular expression"
    assert title(pattern="((a{1000}){1000,}){5}") == "config: pattern 'vague' is too large"
    assert title(pattern="a" * 3000) == "config: pattern 'vague' is too large"
    assert title(replacement=r"\1") == "config: pattern 'vague' cannot have this replacement"
    assert title(pattern="(?x)(a) # b", replacement=r"\2") == "config: pattern 'vague' cannot have this replacement"
    assert title(replacement=r"\g<no>") == "config: pattern 'vague' cannot have this replacement"
    assert title(severity="eror") == "config: 'severity' of pattern 'vague' must be one of error, warning, info"
    assert title(name="Vague Words") == "config: 'Vague Words' cannot be the name of a pattern"
    assert title(message=3) == "config: 'message' of pattern 'vague' must be a string"
    assert title(where=3) == "config: 'where' of pattern 'vague' must be a string or a list of strings"
    assert title(name="repeated-space") == "there is a built-in rule 'repeated-space'"
    assert title(name="links") == "there is a built-in group of rules 'links'"
    both = title(where=["title", "url"], replacement="x")
    assert both == "config: pattern 'vague' replaces both addresses and words"
    with pytest.raises(UserError, match="two patterns or plugins have a rule 'vague'"):
        found(VAGUE, VAGUE)
    with pytest.raises(UserError, match="'patterns' must be tables, each under"):
        lint_text(LIST, config={"patterns": 3})


def test_large_list_is_searched_in_little_time() -> None:
    line = "- [Ada](https://example.org/a) - Boils water of every kind in a kettle.\n"
    doc = document("# Awesome\n\n" + line * 2000)
    rule = pattern_rules.pattern_rule({**VAGUE, "where": ["title", "description", "url"]}, "config")()
    assert list(rule.check(doc)) == []  # within the limit, which is an error beyond it


def test_patterns_of_the_readme_work() -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```toml\n(\[\[patterns\]\].*?)^```$", readme, re.M | re.S)
    text = LIST.replace("https://example.org/b", "https://en.m.wikipedia.org/wiki/Kettle")
    config = {**tomllib.loads(block), "select": ["patterns"]}
    said = [(one.rule, one.severity, one.message) for one in lint_text(text, config=config)]
    assert said == [
        ("vague-words", "info", "'cutting-edge' says nothing"),
        ("mobile-address", "warning", "address for phones"),
        ("vague-words", "info", "'cutting-edge' says nothing"),
    ]
    assert "https://en.wikipedia.org/wiki/Kettle" in fix_text(text, config=config, unsafe=True).text
