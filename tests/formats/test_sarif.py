"""SARIF, held to its schema."""

import importlib
import json
import re
from typing import Any

import jsonschema
import pytest
from formats.rendering import SCHEMA, TEXT, finding, rendered

from awesome_lint.diagnostic import Diagnostic, Edit, Fix, Related, Span
from awesome_lint.source import Source

FIX = Fix("Leave one space", (Edit(Span(2, 3), "a\n"), Edit(Span(5, 5), "b")))


def log_of(found: list[Diagnostic], source: Source | None = None) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(rendered("sarif", found, source))
    return log


def many() -> list[Diagnostic]:
    related = (Related("docs/ö ü.md", Span(0, 3), "first listed here"),)
    return [
        finding("2 spaces", fix=FIX, help="GitHub shows one.", related=related),
        finding("x", "info", (0, 0), rule="own-rule"),
        finding("y", "error", (5, len(TEXT)), path="/abs/é.md"),
    ]


@pytest.mark.parametrize("found", [[], many()], ids=["clean", "findings"])
def test_sarif_keeps_to_its_schema(found: list[Diagnostic]) -> None:
    log = log_of(found)
    jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(log)
    assert not list(jsonschema.Draft4Validator(SCHEMA).iter_errors(log))


def test_the_schema_refuses_what_is_wrong() -> None:
    log = log_of(many())
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] = 0
    assert list(jsonschema.Draft4Validator(SCHEMA).iter_errors(log))


def test_another_reader_of_sarif_understands_it() -> None:
    pytest.importorskip("sarif_pydantic")
    log = importlib.import_module("sarif_pydantic").Sarif.model_validate(log_of(many()))
    assert [result.rule_id for result in log.runs[0].results] == ["repeated-space", "own-rule", "repeated-space"]
    assert log.runs[0].results[0].fixes[0].artifact_changes[0].replacements[0].deleted_region.start_line == 1


def test_sarif() -> None:
    run = log_of(many())["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["own-rule", "repeated-space"]
    assert rules[1]["helpUri"].endswith("/rules/text/repeated-space.md")
    assert rules[1]["help"]["markdown"].startswith("# repeated-space")
    first, own, last = run["results"]
    assert [one["level"] for one in (first, own, last)] == ["warning", "note", "error"]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"]
    assert first["message"]["text"] == "2 spaces. GitHub shows one."
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "README.md", "uriBaseId": "SRCROOT"}
    assert place["region"] == {"startLine": 1, "startColumn": 3, "endLine": 1, "endColumn": 5}
    assert first["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "docs/%C3%B6%20%C3%BC.md"
    assert last["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///abs/%C3%A9.md"}
    changes = first["fixes"][0]["artifactChanges"][0]["replacements"]
    assert [change["insertedContent"]["text"] for change in changes] == ["a\n", "b"]


def marks(text: str, *messages: str) -> list[str]:
    """Return the fingerprints of a finding on each "bad" of a text."""
    places = [match.span() for match in re.finditer("bad", text)]
    found = [finding(message, span=span) for message, span in zip(messages, places, strict=True)]
    results = log_of(found, Source(text, "README.md"))["runs"][0]["results"]
    return [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]


def test_fingerprints_hang_on_content_alone() -> None:
    before = marks("- one bad\n- two bad\n", "643 of 653", "m")
    assert marks("# New\n\n- two bad\n- other\n-  one bad\n", "m", "650 of 660") == [before[1], before[0]]
    assert len(set(before)) == 2
    assert before != marks("- one bad!\n- two bad!\n", "643 of 653", "m")


def test_equal_findings_have_fingerprints_of_their_own() -> None:
    equal = marks("- bad\n- bad\n- bad\n", "m", "m", "m")
    assert len(set(equal)) == 3
    assert len({mark.split(":")[0] for mark in equal}) == 1


def test_a_fingerprint_is_what_a_baseline_knows() -> None:
    """Of a blank line it is what follows, as where changes are compared."""
    text = "- one\n\n- two\n\n- three\n"
    found = [finding("m", span=(at, at)) for at in (text.index("\n- two"), text.index("\n- three"))]
    results = log_of(found, Source(text, "README.md"))["runs"][0]["results"]
    first, second = (one["partialFingerprints"]["awesomeLintContent/v1"] for one in results)
    assert first.split(":")[0] != second.split(":")[0]


def test_sarif_keeps_the_gravest_of_more_than_github_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("awesome_lint.report.sarif._MOST", 2)
    found = [finding("a", "info"), finding("b", "error"), finding("c", "warning")]
    assert [result["level"] for result in log_of(found)["runs"][0]["results"]] == ["error", "warning"]
