"""Links to files, with and without the files."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from awesome_lint.checks.links.missing_file import Check
from awesome_lint.cli import main
from awesome_lint.parse import parse
from awesome_lint.source import Source

KNOWN = {"docs/guide.md", "my file.pdf", "images/a.png", "./b.md", "../.git"}


def found(text: str, exists: Callable[[str], bool | None]) -> list[tuple[str, str]]:
    doc = parse(Source(text, "README.md"), exists)
    return [(one.message, one.severity) for one in Check().check(doc)]


def in_repository(path: str) -> bool:
    return path in KNOWN


def test_missing() -> None:
    assert found("[a](gone.md#part) ![b](<images/no file.png>?raw=true)", in_repository) == [
        ("the file 'gone.md' does not exist", "error")
    ]
    assert found('![b](images/gone.png?raw=true) <img src="gone.svg">', in_repository) == [
        ("the image 'images/gone.png' does not exist", "error"),
        ("the image 'gone.svg' does not exist", "error"),
    ]


@pytest.mark.parametrize(
    "link",
    [
        "docs/guide.md",
        "docs/guide.md#part",
        "my%20file.pdf",
        "images/a.png?raw=true",
        "./b.md",
        "#part",
        "../../issues/new",
    ],
)
def test_there(link: str) -> None:
    assert found(f"[a]({link})", in_repository) == []


def test_definitions_are_reported_once() -> None:
    assert found("[a][x] and [b][x]\n\n[x]: gone.md\n", in_repository) == [
        ("the file 'gone.md' does not exist", "error")
    ]


def test_outside_a_repository_it_is_a_note() -> None:
    assert found("[a](gone.md)", lambda path: False) == [("the file 'gone.md' does not exist", "info")]


def test_outside_a_repository_one_note_says_all() -> None:
    assert found("![i](i.png) [a](gone.md)", lambda path: False) == [
        ("the image 'i.png' does not exist, nor does another", "info")
    ]
    assert found("[a](gone.md) [b](b.md) [c](c.md)", lambda path: False) == [
        ("the file 'gone.md' does not exist, and neither do 2 more that are linked", "info")
    ]


@pytest.mark.parametrize("path", ["%5C%5Chost%5Cshare", "..%5Cother.md", "%2Fetc%2Fhosts", "//host/share", "C%3A/x.md"])
def test_paths_from_elsewhere_do_not_reach_the_disk(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows would open a connection to the host."""
    asked: list[str] = []
    (tmp_path / "README.md").write_text(f"[a]({path}) [b](here.md)\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    there = os.path.exists

    def exists(one: str) -> bool:
        asked.append(one)
        return there(one)

    monkeypatch.setattr("os.path.exists", exists)
    main(["--isolated", "--select", "missing-file", "README.md"])
    assert "here.md" in asked
    assert [one for one in asked if "host" in one or "other" in one or "x.md" in one] == []


def test_standard_input_has_no_files() -> None:
    assert found("[a](gone.md)", lambda path: None) == []


def test_a_mistyped_address_is_another_mistake() -> None:
    assert found("[a](https//example.org/a) [b](github.com/a/b)", in_repository) == []
