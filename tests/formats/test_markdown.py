"""Job summaries."""

import re
from pathlib import Path

import pytest
from formats.rendering import HOSTILE, finding, rendered
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from awesome_lint.report.markdown import text as cell
from awesome_lint.rulebook import page_url


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
