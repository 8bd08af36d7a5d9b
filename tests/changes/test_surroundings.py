"""Repositories, settings and states of git as they occur."""

import os
import subprocess
from pathlib import Path

import pytest
from changes.repository import BAD, GOOD, OLD, Run, commit, git, write


def test_a_hook_names_repository_and_index(listed: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """As `git commit --only` does, whose index is another file than usual."""
    write(OLD + BAD)
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/other-index")
    git("read-tree", "HEAD")
    git("add", "README.md")
    monkeypatch.setenv("GIT_DIR", ".git")
    assert run("--staged").rules == ["spaced-link"]
    monkeypatch.delenv("GIT_INDEX_FILE")
    assert run("--staged").rules == []


def test_without_git(listed: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(listed))
    for option in (["--since", "HEAD"], ["--staged"], ["--changed"]):
        found = run(*option)
        assert (found.status, found.out) == (2, "")
        assert "git was not found" in found.err
        assert "Install it" in found.err


@pytest.mark.skipif(os.name == "nt", reason="needs a script that runs")
@pytest.mark.parametrize("folder", [".", ""])
def test_a_git_of_the_repository_itself_is_not_run(
    listed: Path, run: Run, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    write("#!/bin/sh\ntouch ran\n", "git")
    Path("git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    assert run("--since", "HEAD").status == 0
    assert not Path("ran").exists()


def test_settings_of_git_that_change_what_it_prints(listed: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("docs").mkdir()
    commit(OLD, "docs/läser.md")
    settings = {
        "diff.relative": "true",
        "diff.noprefix": "true",
        "diff.renames": "false",
        "diff.renameLimit": "1",
        "diff.external": "false",
        "diff.orderFile": "nowhere",
        "core.quotePath": "true",
        "color.ui": "always",
    }
    for name, value in settings.items():
        git("config", name, value)
    monkeypatch.setenv("GIT_LITERAL_PATHSPECS", "1")
    git("mv", "docs/läser.md", "moved.md")
    git("mv", "README.md", "readme-too.md")
    write(OLD + GOOD, "moved.md")
    write(OLD + BAD, "readme-too.md")
    monkeypatch.chdir("docs")
    assert run("--since", "HEAD", "../moved.md", "../readme-too.md").rules == ["spaced-link"]
    git("add", "-A", "..")
    assert run("--staged", "../moved.md", "../readme-too.md").rules == ["spaced-link"]
    assert run("--changed", "../moved.md", "../readme-too.md").rules == ["spaced-link"]


def test_filters_of_the_repository_do_not_run(listed: Path, run: Run) -> None:
    git("config", "filter.touching.smudge", "touch ran; cat")
    write("*.md filter=touching\n", ".gitattributes")
    write(OLD + BAD)
    git("add", "-A")
    write(OLD)
    assert run("--staged").rules == ["spaced-link"]
    assert run("--since", "HEAD").rules == []
    assert not Path("ran").exists()


def test_a_name_in_other_letters_where_they_do_not_count(listed: Path, run: Run) -> None:
    """As on the disks of macOS and Windows, whose index may have another name than the folder."""
    git("config", "core.ignorecase", "true")
    Path("README.md").rename("ReadMe.md")
    write(OLD + BAD, "ReadMe.md")
    assert run("--since", "HEAD", "ReadMe.md").rules == ["spaced-link"]
    git("rm", "-q", "--cached", "README.md")
    git("add", "-A")
    assert run("--staged", "ReadMe.md").rules == ["spaced-link"]
    write(OLD[: OLD.index("- [Cell beta")] + BAD, "ReadMe.md")  # too little for git to see a renamed file
    assert run("--since", "HEAD", "ReadMe.md").rules == ["spaced-link"]


def test_a_file_to_be_added_later_is_not_staged(listed: Path, run: Run) -> None:
    write(OLD, "other.md")
    git("add", "-N", "other.md")
    found = run("--staged", "other.md")
    assert found.status == 2
    assert "other.md is not staged" in found.err
    assert run("--staged", ".").status == 0
    git("rm", "-q", "--cached", "README.md")
    git("add", "-N", "README.md")
    write(OLD + BAD)
    assert run("--changed", "README.md").rules == ["spaced-link"]


def test_a_file_in_the_middle_of_a_merge(listed: Path, run: Run) -> None:
    git("checkout", "-q", "-b", "topic")
    commit(OLD + GOOD)
    git("checkout", "-q", "main")
    commit(OLD + BAD)
    subprocess.run(["git", "merge", "topic"], capture_output=True, check=False)
    found = run("--staged")
    assert found.status == 2
    assert "README.md is part of an unfinished merge" in found.err


def test_a_repository_of_somebody_else(listed: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    for option in (["--since", "HEAD"], ["--changed"]):
        found = run(*option)
        assert found.status == 2
        assert "git config --global --add safe.directory" in found.err


def test_a_shallow_clone(listed: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(OLD + GOOD)
    first = git("rev-parse", "HEAD~1").strip()
    git("clone", "-q", "--depth=1", f"file://{listed}", "clone")
    monkeypatch.chdir("clone")
    found = run("--since", first)
    assert found.status == 2
    assert "This clone is shallow" in found.err
    write(OLD + GOOD + BAD.replace("nu", "xi"))
    assert run("--since", "HEAD").rules == ["spaced-link"]


def test_a_commit_that_is_not_known(listed: Path, run: Run) -> None:
    found = run("--since", "--staged")
    assert found.status == 2
    for name in ("nowhere", "HEAD~5"):
        found = run("--since", name)
        assert found.status == 2
        assert f"git knows no commit '{name}'" in found.err


def test_line_ends_that_git_converts(listed: Path, run: Run) -> None:
    git("config", "core.autocrlf", "true")
    write((OLD + BAD).replace("\n", "\r\n"))
    assert run("--since", "HEAD").rules == ["spaced-link"]
    git("add", "-A")
    assert run("--staged").rules == ["spaced-link"]
    assert run("--staged", "--fix").status == 0
    assert Path("README.md").read_bytes() == (OLD + GOOD).replace("\n", "\r\n").encode()


def test_an_old_text_in_another_encoding(repository: Path, run: Run) -> None:
    commit((OLD + "\nCafé.\n").encode("latin-1"))
    write(OLD + "\nCafé.\n")
    assert run("--since", "HEAD").rules == []


def test_a_folder_below_the_top(listed: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("docs").mkdir()
    commit(OLD, "docs/list.md")
    write(OLD + BAD, "docs/list.md")
    git("config", "diff.relative", "true")
    monkeypatch.chdir("docs")
    assert run("--since", "HEAD", "list.md").rules == ["spaced-link"]
    git("add", "-A")
    assert run("--staged", "list.md").rules == ["spaced-link"]
    assert run("--changed", "list.md", "../README.md").rules == ["spaced-link"]
