"""SARIF 2.1.0, for code scanning and the tools that read it. Columns count code points."""

import os
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from awesome_lint import __version__
from awesome_lint.diagnostic import SEVERITIES, Diagnostic, Span
from awesome_lint.fixing.edits import written as edits_of
from awesome_lint.report import Findings
from awesome_lint.report.as_json import written
from awesome_lint.report.fingerprint import fingerprints
from awesome_lint.rulebook import HOME, page, page_url, rule_groups, sentence
from awesome_lint.source import Source

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_BASE = "SRCROOT"
_MOST = 25_000  # results of a run that GitHub takes; of one with more it takes none
_MOST_PLACES = 100  # of a result that GitHub shows


def render(findings: Findings, colour: bool) -> Iterator[str]:
    """Yield one log with one run. Of more findings than GitHub takes the gravest remain."""
    marks = list(zip(findings.found, fingerprints(findings), strict=True))
    if len(marks) > _MOST:
        marks = sorted(marks, key=lambda mark: SEVERITIES.index(mark[0].severity))[:_MOST]
    names = sorted({one.rule for one, _ in marks})
    run = {
        "tool": {
            "driver": {
                "name": "awesome-lint",
                "version": __version__,
                "semanticVersion": __version__,
                "informationUri": HOME,
                "rules": [_rule(name, findings) for name in names],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "The folder in which awesome-lint was started."}}},
        "results": [_result(one, mark, names, findings) for one, mark in marks],
    }
    yield written({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(name: str, findings: Findings) -> dict[str, Any]:
    group = findings.groups.get(name, "")
    rule: dict[str, Any] = {"id": name}
    url = page_url(name, group)
    if url:
        rule["helpUri"] = url
    if rule_groups().get(name) == group:
        text = page(name)
        about = sentence(text)
        rule["shortDescription"] = {"text": about}
        rule["help"] = {"text": f"{about} `awesome-lint --explain {name}` says more.", "markdown": text}
    if group:
        rule["properties"] = {"tags": [group]}
    return rule


def _result(one: Diagnostic, mark: str, names: Sequence[str], findings: Findings) -> dict[str, Any]:
    source = findings.sources[one.path]
    result: dict[str, Any] = {
        "ruleId": one.rule,
        "ruleIndex": names.index(one.rule),
        "level": _LEVELS[one.severity],
        "message": {"text": " ".join(filter(None, (_sentence(one.message), one.help)))},
        "locations": [{"physicalLocation": _place(one.path, one.span, source)}],
        # GitHub matches by the first, which it would else make of the neighbouring lines as well.
        "partialFingerprints": {"primaryLocationLineHash": mark, "awesomeLintContent/v1": mark},
    }
    if one.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _place(other.path, other.span, findings.sources[other.path]),
                "message": {"text": _sentence(other.message)},
            }
            for number, other in enumerate(one.related[:_MOST_PLACES], 1)
        ]
    if one.fix and one.fix.edits:
        result["fixes"] = [_fix(one, source)]
    return result


def _fix(one: Diagnostic, source: Source) -> dict[str, Any]:
    assert one.fix
    replacements = [
        {"deletedRegion": _region(edit.span, source), "insertedContent": {"text": edit.text}}
        for edit in edits_of(one.fix, source.newline)
    ]
    return {
        "description": {"text": _sentence(one.fix.title)},
        "artifactChanges": [{"artifactLocation": _artifact(one.path), "replacements": replacements}],
        "properties": {"safety": one.fix.safety},
    }


def _sentence(text: str) -> str:
    return text if text.endswith(("?", "!", ".", "…")) else f"{text}."


def _place(path: str, span: Span, source: Source) -> dict[str, Any]:
    return {"artifactLocation": _artifact(path), "region": _region(span, source)}


def _region(span: Span, source: Source) -> dict[str, int]:
    line, column = source.place(span.start)
    end_line, end_column = source.place(span.end)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _artifact(path: str) -> dict[str, str]:
    """Return where a file is: from the base, or, where it lies outside, by its whole address."""
    if path.startswith("../") or os.path.isabs(path):
        full = os.path.abspath(path).replace(os.sep, "/")
        return {"uri": f"file://{'' if full.startswith('/') else '/'}{quote(os.fsencode(full), safe='/')}"}
    return {"uri": quote(os.fsencode(path), safe="/"), "uriBaseId": _BASE}
