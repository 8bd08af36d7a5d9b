"""Baselines: what a list had when it took up the tool is known by content; and statistics."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from awesome_lint.cli import main

NAMES = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu".split()
OLD = "# Awesome Cells\n\n## Things\n\n" + "".join(
    f"- [Cell {name}](https://example.org/{name}) - One about {name} things. \n" for name in NAMES
)
BAD = "- [Cell nu] (https://example.org/nu) - One about nu things.\n"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Work in a folder with a list that has a dozen faults; return what runs the command."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    Path("README.md").write_text(OLD)

    def run_main(*arguments: str) -> tuple[int, str, str]:
        return main([*arguments]), *capfd.readouterr()

    return run_main


def test_what_a_baseline_knows_is_not_reported(run: Run) -> None:
    status, out, err = run("--baseline", "known.json", "--write-baseline")
    assert (status, out, err) == (0, "", "known.json now holds 12 findings\n")
    assert run("--baseline", "known.json")[:2] == (0, "")
    assert run()[0] == 1


def test_lines_may_move_and_be_edited(run: Run) -> None:
    run("--baseline", "known.json", "--write-baseline")
    lines = OLD.replace("One about beta", "Another on beta").splitlines(keepends=True)
    Path("README.md").write_text("".join([*lines[:4], *reversed(lines[4:])]) + BAD)
    status, out, _ = run("--baseline", "known.json")
    assert status == 1
    assert "[spaced-link]" in out
    assert "[trailing-space]" not in out


def test_a_fix_leaves_what_a_baseline_knows(run: Run) -> None:
    run("--baseline", "known.json", "--write-baseline")
    Path("README.md").write_text(OLD + BAD)
    assert run("--baseline", "known.json", "--fix")[0] == 0
    assert Path("README.md").read_text() == OLD + BAD.replace("] (", "](")


def test_paths_are_those_beside_the_baseline(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("docs").mkdir()
    Path("docs/list.md").write_text(OLD)
    run("docs/list.md", "--baseline", "docs/known.json", "--write-baseline")
    assert json.loads(Path("docs/known.json").read_text())["findings"][0]["path"] == "list.md"
    monkeypatch.chdir("docs")
    assert run("list.md", "--baseline", "known.json")[0] == 0


def test_files_and_rules_that_did_not_run_stay_in_it(run: Run) -> None:
    Path("other.md").write_text(OLD)
    assert "holds 24 findings" in run("README.md", "other.md", "--baseline", "k.json", "--write-baseline")[2]
    Path("other.md").write_text(OLD.replace(". \n", ".\n"))
    assert "holds 24 findings" in run("README.md", "--baseline", "k.json", "--write-baseline")[2]
    assert "holds 24 findings" in run("other.md", "--select", "links", "--baseline", "k.json", "--write-baseline")[2]
    assert "holds 12 findings" in run("other.md", "--baseline", "k.json", "--write-baseline")[2]


def test_a_baseline_that_is_not_there(run: Run) -> None:
    status, out, err = run("--baseline", "known.json")
    assert (status, out) == (2, "")
    assert "there is no baseline known.json" in err
    assert "--write-baseline" in err


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\xff",
        b"[]",
        b"{}",
        b'{"awesome-lint-baseline": 9, "findings": []}',
        b'{"awesome-lint-baseline": 1, "findings": [{}]}',
        b'{"awesome-lint-baseline": 1, "findings": [3]}',
        b"[" * 100_000,
    ],
)
def test_a_baseline_that_is_broken(text: bytes, run: Run) -> None:
    Path("known.json").write_bytes(text)
    for more in ([], ["--write-baseline"]):
        status, out, err = run("--baseline", "known.json", *more)
        assert (status, out) == (2, "")
        assert "known.json is not a baseline" in err
    assert Path("known.json").read_bytes() == text


def test_a_baseline_that_cannot_be_written(run: Run) -> None:
    status, _, err = run("--baseline", "no/known.json", "--write-baseline")
    assert status == 2
    assert "the baseline no/known.json cannot be written" in err
    status, _, err = run("README.md", "nothing.md", "--baseline", "known.json", "--write-baseline")
    assert status == 2
    assert "the baseline was not written" in err
    assert not Path("known.json").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are Unicode there")
def test_names_that_are_no_unicode(run: Run) -> None:
    name = os.fsdecode(b"l\xe4ser.md")
    Path("README.md").rename(name)
    assert run(name, "--baseline", "known.json", "--write-baseline")[0] == 0
    assert run(name, "--baseline", "known.json")[:2] == (0, "")
    assert Path("known.json").read_bytes().isascii()


def test_files_on_another_drive(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def relpath(path: str, start: str = os.curdir) -> str:
        raise ValueError("path is on mount 'C:', start on mount 'D:'")

    path = str(Path("README.md").absolute())
    with monkeypatch.context() as patch:
        patch.setattr("os.path.relpath", relpath)
        assert run("--isolated", path, "--baseline", "known.json", "--write-baseline")[0] == 0
    assert json.loads(Path("known.json").read_text())["findings"][0]["path"] == path
    assert run("--isolated", path, "--baseline", "known.json")[:2] == (0, "")


def test_a_baseline_that_may_not_be_replaced(run: Run) -> None:
    run("--baseline", "known.json", "--write-baseline")
    before = Path("known.json").read_bytes()
    Path("README.md").write_text(OLD + BAD)
    Path("known.json").chmod(0o444)
    status, _, err = run("--baseline", "known.json", "--write-baseline")
    assert status == 2
    assert "known.json is read-only and was not changed\n\nIt is as it was. Name a file" in err
    assert Path("known.json").read_bytes() == before
    Path("folder.json").mkdir()
    status, _, err = run("--baseline", "folder.json", "--write-baseline")
    assert status == 2
    assert "the baseline folder.json cannot be read" in err


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_baseline_behind_a_link(run: Run) -> None:
    Path("kept").mkdir()
    run("--baseline", "kept/known.json", "--write-baseline", "--select", "spaced-link")
    Path("known.json").symlink_to("kept/known.json")
    assert run("--baseline", "known.json", "--write-baseline")[0] == 0
    assert Path("known.json").is_symlink()
    assert run("--baseline", "known.json")[0] == 0


def test_what_contradicts(run: Run) -> None:
    for arguments in (
        ["--write-baseline"],
        ["--write-baseline", "--baseline", "k.json", "--diff"],
        ["--write-baseline", "--baseline", "k.json", "--since", "HEAD"],
        ["--statistics", "--output-format", "sarif"],
    ):
        assert run(*arguments)[0] == 2


def test_statistics_stand_in_for_the_findings(run: Run) -> None:
    Path("README.md").write_text(OLD + BAD)
    status, out, _ = run("--statistics", "--select", "trailing-space,spaced-link")
    assert status == 1
    assert out == "12 trailing-space (warning, 12 fixable)\n 1 spaced-link (error, 1 fixable)\n"
    status, out, _ = run("--statistics", "--select", "spaced-link", "--output-format", "json")
    assert json.loads(out) == [
        {
            "rule": "spaced-link",
            "group": "entries",
            "severity": "error",
            "count": 1,
            "fixable": 1,
            "unsafely_fixable": 0,
        }
    ]
    Path("README.md").write_text(OLD + OLD.splitlines(keepends=True)[4])
    assert run("--statistics", "--select", "duplicate-entry")[1] == "1 duplicate-entry (warning, 1 fixable unsafely)\n"
    Path("README.md").write_text(OLD)
    assert run("--statistics", "--select", "spaced-link")[:2] == (0, "")
