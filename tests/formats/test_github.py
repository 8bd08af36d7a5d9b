"""Annotations for GitHub Actions."""

import re
from collections import Counter
from pathlib import Path

import pytest
from formats.rendering import HOSTILE, TEXT, finding, rendered
from hypothesis import given
from hypothesis import strategies as st

from awesome_lint.terminal import visible


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
