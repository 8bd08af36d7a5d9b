"""The formats that programs read: held to what reads them."""

import importlib
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from awesome_lint.cli import main
from awesome_lint.diagnostic import Diagnostic, Edit, Fix, Related, Severity, Span
from awesome_lint.report import Findings, load
from awesome_lint.report.markdown import text as cell
from awesome_lint.rulebook import page_url
from awesome_lint.source import Source
from awesome_lint.terminal import visible

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
TEXT = "# Größe 🔋\n\n- [Zelle](https://example.org/é)  - 🔋🔋 klein.\n" + "- x\n" * 40
GROUPS = {"repeated-space": "text", "own-rule": ""}

# What a log, a page or a terminal could take for a command, in pieces that fall together at random.
HOSTILE = st.lists(
    st.sampled_from(
        ["::", "##[", "]", "\r", "\n", "\x1b[31m", "\u202e", "\u2066", "%0A", "%", ",", "=", " ", "error", "warning ",
         "::error::", "##[add-mask]x", "::stop-commands::x", "\u2028", "\x85", "\x0b", "\u200b", "\udcff", "|", "`"]
    )
    | st.characters(codec="utf-8"),
    max_size=12,
).map("".join)  # fmt: skip


def finding(
    message: str = "m", severity: Severity = "warning", span: tuple[int, int] = (2, 4), **more: Any
) -> Diagnostic:
    values: dict[str, Any] = {"rule": "repeated-space", "path": "README.md", **more}
    return Diagnostic(message=message, severity=severity, span=Span(*span), **values)


def rendered(name: str, found: list[Diagnostic], source: Source | None = None, **more: Any) -> str:
    source = source or Source(TEXT, "README.md")
    sources = {one.path: source for one in found} | {related.path: source for one in found for related in one.related}
    return "\n".join(load(name).render(Findings(found, sources, GROUPS, **more), False))


# --- github


def commands(log: str) -> list[tuple[str, dict[str, str], str]]:
    """Read a log as the runner does: line by line, both the present commands and those of old."""
    found = []
    for line in re.split(r"\r\n?|\n", log):
        bare = line.lstrip()
        end = bare.find("::", 2)
        if bare.startswith("::") and end >= 0:
            name, _, listed = bare[2:end].partition(" ")
            pairs = (pair.split("=", 1) for pair in listed.split(",") if pair.strip())
            found.append(
                (name, {key.strip(): unescaped(value, True) for key, value in pairs}, unescaped(bare[end + 2 :]))
            )
        elif "##[" in line:
            found.append(("##", {}, line))
    return found


def unescaped(text: str, value: bool = False) -> str:
    if value:
        text = text.replace("%3A", ":").replace("%2C", ",")
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def test_github() -> None:
    start = TEXT.index("  - ")
    printed = rendered("github", [finding("2 spaces: one, is meant (100%)", span=(start, start + 2))])
    assert printed == (
        "::warning title=repeated-space,file=README.md,line=3,endLine=3,col=33,endColumn=34::"
        "README.md:3:33: 2 spaces: one, is meant (100%25) [repeated-space]"
    )


def test_github_gives_no_columns_to_a_stretch_of_lines_and_no_file_to_standard_input() -> None:
    [(_, properties, _)] = commands(rendered("github", [finding(span=(2, 30))]))
    assert (properties["line"], properties["endLine"]) == ("1", "3")
    assert not {"col", "endColumn"} & set(properties)
    [(_, properties, _)] = commands(rendered("github", [finding(path="-")]))
    assert set(properties) == {"title"}


def test_github_shows_ten_of_a_level_the_changed_ones_first_and_counts_the_rest() -> None:
    lines = [TEXT.index("- x\n") + 4 * number for number in range(40)]
    found = [finding(f"w{number}", span=(at, at + 1)) for number, at in enumerate(lines[:25])]
    found += [finding(f"e{number}", "error", span=(at, at + 1)) for number, at in enumerate(lines[25:38])]
    found += [finding("note", "info", span=(lines[39], lines[39] + 1))]
    changed = {"README.md": frozenset((3 + 20, 3 + 22))}
    read = commands(rendered("github", found, changed=changed))
    names = [name for name, _, _ in read]
    assert Counter(names) == {"error": 10, "warning": 10, "group": 1, "endgroup": 1, "notice": 1}
    assert names[:20] == ["error"] * 10 + ["warning"] * 10
    assert [message.split()[1] for name, _, message in read if name == "warning"][:4] == ["w20", "w22", "w0", "w1"]
    assert (
        read[-1][2]
        == "3 more of level error and 15 more of level warning: GitHub shows 10 of a level, the log has them all"
    )
    printed = rendered("github", found, changed=changed)
    assert "note" not in printed.replace("::notice", "")
    assert {f"w{number} " in printed for number in range(25)} == {True}


def test_github_names_files_from_the_top_of_the_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docs").mkdir()
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    monkeypatch.chdir(tmp_path / "docs")
    assert "file=docs/README.md," in rendered("github", [finding()])
    assert "file=../../README.md," in rendered("github", [finding(path="../../README.md")])


@given(message=HOSTILE, path=HOSTILE, rule=HOSTILE, count=st.integers(1, 12))
def test_nothing_that_a_list_says_is_a_command(message: str, path: str, rule: str, count: int) -> None:
    found = [finding(message, path=path or "x", rule=rule, span=(at, at + 1)) for at in range(2, 2 + count)]
    printed = rendered("github", found)
    read = [one for one in commands(printed) if one[0] != "notice"]
    expected = ["warning"] * min(count, 10) + (["group", "endgroup"] if count > 10 else [])
    assert [name for name, _, _ in read] == expected
    for _, properties, _ in read[: min(count, 10)]:
        assert set(properties) <= {"title", "file", "line", "endLine", "col", "endColumn"}
        assert properties["title"] == visible(rule).replace("##[", "## [")
    assert "##[" not in printed
    assert "\x1b" not in printed
    assert not {"\u202e", "\u2066"} & set(printed)
    assert len(printed.split("\n")) == (count if count <= 10 else 10 + 1 + (count - 10) + 2), "one line each"


def test_a_message_comes_through_whole() -> None:
    [(_, properties, message)] = commands(rendered("github", [finding("50% :: a,b=c", path="a,b:c%3A.md")]))
    assert message.endswith(": 50% :: a,b=c [repeated-space]")
    assert properties["file"] == "a,b:c%3A.md"


# --- sarif


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


# --- rdjson


def test_rdjson_counts_bytes() -> None:
    start = TEXT.index("  - ")
    fix = Fix("x", (Edit(Span(start, start + 2), " "), Edit(Span(start + 4, start + 6), "✓")))
    [one] = json.loads(rendered("rdjson", [finding(span=(start, start + 2), fix=fix)]))["diagnostics"]
    line = TEXT.split("\n")[2].encode()
    at = line.index(b"  - ")
    assert one["location"]["range"] == {"start": {"line": 3, "column": at + 1}, "end": {"line": 3, "column": at + 3}}
    [suggestion] = one["suggestions"]
    first, last = (suggestion["range"][end]["column"] - 1 for end in ("start", "end"))
    assert (line[:first] + suggestion["text"].encode() + line[last:]).decode() == (
        "- [Zelle](https://example.org/é) - ✓ klein."
    )
    assert one["severity"] == "WARNING"
    assert one["code"]["value"] == "repeated-space"


def test_rdjson_counts_the_byte_order_mark_as_the_file_does() -> None:
    [one] = json.loads(rendered("rdjson", [finding()], Source(TEXT, "README.md", bom=True)))["diagnostics"]
    assert one["location"]["range"]["start"] == {"line": 1, "column": 6}


def test_rdjson_suggests_no_move_across_the_file() -> None:
    fix = Fix("Move", (Edit(Span(0, 2), ""), Edit(Span(len(TEXT), len(TEXT)), "x")))
    [one] = json.loads(rendered("rdjson", [finding(fix=fix)]))["diagnostics"]
    assert "suggestions" not in one


# --- markdown


@given(HOSTILE | st.text())
def test_a_cell_shows_the_text_and_nothing_else(raw: str) -> None:
    table = f"| a | b |\n| - | - |\n| {cell(raw)} | z |\n"
    tokens = MarkdownIt("js-default", {"html": True}).parse(table)
    cells = [token for token in tokens if token.type == "inline"]
    assert [token.content for token in cells[:2]] == ["a", "b"]
    assert len(cells) == 4, "the row has its two cells"
    parts = cells[2].children or []
    assert {part.type for part in parts} <= {"text", "html_inline", "text_special"}
    assert {part.content for part in parts if part.type == "html_inline"} <= {"<!-- -->"}
    assert "\n" not in cell(raw)


@pytest.mark.parametrize(
    "raw",
    [
        "@octocat",
        "#12",
        "a/b#12",
        "GH-12",
        "https://x.example",
        "www.x.example",
        "mailto:a@b.example",
        "0123456789abcdef" * 2,
    ],
)
def test_a_cell_mentions_and_links_nothing(raw: str) -> None:
    live = r"@\w|#\d|GH-\d|://\w|www\.\w|mailto:\w|\b[0-9a-f]{10,}"
    assert re.search(live, raw)
    assert not re.search(live, cell(raw))
    assert cell(raw).replace("<!-- -->", "") == raw


def test_markdown(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [finding("the word '|<b>' is bad", "error")]
    page = page_url("repeated-space", "text")
    assert rendered("markdown", found).splitlines()[4:] == [
        "| place | | rule | message |",
        "| --- | --- | --- | --- |",
        f"| README.md:1:3 | error | [repeated-space]({page}) | the word '\\|&lt;b&gt;' is bad |",
    ]
    assert rendered("markdown", []).endswith("Nothing was found.")
    for name, value in {"SERVER_URL": "https://git.example", "REPOSITORY": "o/r", "SHA": "abc"}.items():
        monkeypatch.setenv(f"GITHUB_{name}", value)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(Path.cwd()))
    assert "[README.md:1:3](https://git.example/o/r/blob/abc/README.md?plain=1#L1)" in rendered("markdown", found)


def test_markdown_stays_below_what_github_takes() -> None:
    report = rendered("markdown", [finding("é" * 390)] * 4000)
    assert len(report.encode()) < 1024 * 1024
    rows = sum(line.startswith("| README") for line in report.splitlines())
    assert report.splitlines()[-1] == f"{4000 - rows} more are not shown."
    assert all(line.endswith(" |") for line in report.splitlines() if line.startswith("|")), "cut between rows"


# --- reports in files, and the format that is taken without asking

BAD = "# Awesome Kettles\n\n- [Ada](https://example.org/a) - Boils  water.\n"


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "README.md").write_text(BAD, encoding="utf-8")
    return tmp_path


def test_reports_in_files(listed: Path, capfd: pytest.CaptureFixture[str]) -> None:
    wanted = ["--output-file", "sarif=a,b.sarif", "--output-file", "markdown=b=c.md", "--output-file=json=d.json"]
    assert main(["--output-format", "concise", *wanted]) == 1
    assert "[repeated-space]" in capfd.readouterr().out
    jsonschema.Draft4Validator(SCHEMA).validate(json.loads((listed / "a,b.sarif").read_text(encoding="utf-8")))
    assert "repeated-space" in (listed / "b=c.md").read_text(encoding="utf-8")
    assert json.loads((listed / "d.json").read_text(encoding="utf-8"))[0]["rule"] == "repeated-space"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--output-file", "sarif"], "--output-file: 'sarif' is not a format and a file\n\nWrite FORMAT=FILE"),
        (["--output-file", "sarfi=x"], "is not a format and a file"),
        (["--output-file", "sarif=none/x"], "none/x cannot be written: No such file or directory\n\nName a file"),
        (["--output-file", "json=README.md"], "README.md is a list that was read\n\nName another"),
        (["--output-file", "json=x", "--diff"], "--output-file cannot be combined with --diff"),
    ],
)
def test_reports_that_cannot_be_written(
    listed: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(arguments) == 2
    assert said in capfd.readouterr().err
    assert (listed / "README.md").read_text(encoding="utf-8") == BAD


def test_actions_get_annotations(
    listed: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert main([]) == 1
    assert capfd.readouterr().out.startswith("::warning title=repeated-space,file=README.md,line=3")
    assert main(["--output-format", "concise"]) == 1
    assert capfd.readouterr().out.startswith("README.md:3:")
