"""The JSON Schema says of a configuration what the command says of it."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from awesome_lint import UserError, lint_text, rulebook
from awesome_lint.config import schema

VALIDATOR = jsonschema.Draft7Validator(schema.schema())
PATTERN = {"name": "vague-words", "pattern": "new", "where": "title", "message": "vague"}


def test_file_is_current() -> None:
    assert Path(schema.PATH).read_text(encoding="utf-8") == schema.text(), "run `python -m awesome_lint.config.schema`"
    jsonschema.Draft7Validator.check_schema(json.loads(schema.text()))


def accepted(config: dict[str, Any]) -> bool:
    try:
        lint_text("# A\n", config=config)
    except UserError:
        return False
    return True


@pytest.mark.parametrize(
    "config",
    [
        {},
        {"preset": "strict", "select": ["all", "papers", "venue-year"], "ignore": [], "extend-select": ["links"]},
        {"fixable": ["text"], "unfixable": ["trailing-space"], "exclude": ["archive/**"], "max-size": 1},
        {"severity": {"links": "off", "venue-year": "error", "all": "info"}},
        {"per-file-ignores": {"docs/*.md": ["text", "missing-link"]}},
        {"style": {"min-votes": 1, "min-share": 0.51, "marker": "-", "separator": " – ", "final-period": "none"}},
        {"style": {"min-share": 1, "marker": {"depth-1": "*"}, "link-form": {"arxiv": "pdf"}, "venue-form": "V'YY"}},
        {"rules": {"unsorted-entries": {"order": "name", "pinned": 0}, "duplicate-entry": {"allow": ["a"]}}},
        {"patterns": [PATTERN, {**PATTERN, "name": "b", "where": ["url"], "replacement": "x", "severity": "info"}]},
        {"patterns": [PATTERN], "select": ["vague-words", "patterns"], "severity": {"vague-words": "error"}},
    ],
)
def test_what_the_command_takes_is_valid(config: dict[str, Any]) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(config)] == []
    assert accepted(config)


@pytest.mark.parametrize(
    "config",
    [
        {"selekt": []},
        {"preset": "strickt"},
        {"preset": 1},
        {"select": "text"},
        {"select": [1]},
        {"max-size": 0},
        {"severity": {"links": "fatal"}},
        {"severity": ["links"]},
        {"per-file-ignores": {"a.md": "text"}},
        {"style": {"min-votes": 0}},
        {"style": {"min-share": 0.5}},
        {"style": {"markers": "-"}},
        {"style": {"marker": "#"}},
        {"style": {"link-form": {"arxif": "pdf"}}},
        {"style": {"link-form": "pdf"}},
        {"rules": {"unsorted-entries": {"order": "size"}}},
        {"rules": {"unsorted-entries": {"pinned": -1}}},
        {"rules": {"unsorted-entries": {"pined": 1}}},
        {"plugins": "a"},
        {"patterns": PATTERN},
        {"patterns": [{"name": "a"}]},
        {"patterns": [{**PATTERN, "where": "titel"}]},
        {"patterns": [{**PATTERN, "where": []}]},
        {"patterns": [{**PATTERN, "name": "Vague Words"}]},
        {"patterns": [{**PATTERN, "flags": "i"}]},
    ],
)
def test_what_the_command_refuses_is_invalid(config: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid(config)
    assert not accepted(config)


def test_presets_and_the_settings_of_the_readme_are_valid() -> None:
    for name in rulebook.presets():
        values = tomllib.loads(Path(rulebook.preset_path(name)).read_text(encoding="utf-8"))
        values.pop("preview", None)  # presets only
        assert VALIDATOR.is_valid(values)
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    blocks = [tomllib.loads(block) for block in re.findall(r"^```toml\n(.*?)^```$", readme, re.M | re.S)]
    assert len(blocks) >= 2
    for block in blocks:
        assert [error.message for error in VALIDATOR.iter_errors(block)] == []
        assert accepted(block)


def test_all_mistakes_are_reported_at_once() -> None:
    wrong = {"selekt": [], "ignore": "text", "severity": {"links": "fatal"}, "rules": {"venue-yer": {}}}
    with pytest.raises(UserError, match="config has 4 mistakes") as caught:
        lint_text("# A\n", config=wrong)
    for part in (
        "config: unknown key 'selekt'\n    Did you mean 'select'?",
        "config: 'ignore' must be a list of strings\n    It is 'text'.",
        "config: 'severity.links' has no level 'fatal'",
        "unknown rule 'venue-yer' ('rules', config)\n    Did you mean 'venue-year'?",
    ):
        assert part in caught.value.advice
    with pytest.raises(UserError, match="the configuration has 2 mistakes"):
        lint_text("# A\n", config={"selekt": [], "patterns": [{**PATTERN, "where": "titel"}]})
