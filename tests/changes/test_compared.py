"""What `--since`, `--staged` and `--changed` compare with, and what is fixed then."""

from pathlib import Path

import pytest
from changes.repository import BAD, GOOD, NAMES, OLD, Run, commit, git, write


def test_a_branch_is_compared_with_where_it_left_the_other(listed: Path, run: Run) -> None:
    git("checkout", "-q", "-b", "topic")
    commit(OLD + GOOD)
    git("checkout", "-q", "main")
    commit(OLD.replace("things. \n", "things.\n"))
    git("checkout", "-q", "topic")
    assert run("--since", "main").rules == []


def test_staged_content_is_what_is_checked(listed: Path, run: Run) -> None:
    write(OLD + BAD)
    assert run("--staged").rules == []
    git("add", "-A")
    write(OLD)
    assert run("--staged").rules == ["spaced-link"]
    assert run("--changed").rules == ["spaced-link"]
    assert run("--since", "HEAD").rules == []


def test_a_file_that_is_not_staged_at_all(listed: Path, run: Run) -> None:
    write(OLD, "other.md")
    found = run("--staged", "other.md")
    assert found.status == 2
    assert "git add other.md" in found.err
    assert run("--staged", ".").status == 0


def test_a_staged_file_that_was_deleted_since(listed: Path, run: Run) -> None:
    write(OLD + BAD)
    git("add", "-A")
    Path("README.md").unlink()
    assert run("--staged", "README.md").rules == ["spaced-link"]


def test_before_the_first_commit_everything_is_new(repository: Path, run: Run) -> None:
    write(OLD)
    git("add", "-A")
    assert len(run("--staged").rules) == len(NAMES)
    assert len(run("--changed").rules) == len(NAMES)
    found = run("--since", "HEAD")
    assert found.status == 2
    assert "There is no commit yet" in found.err


def test_changed_without_anything_staged_is_everything(listed: Path, run: Run) -> None:
    assert len(run("--changed").rules) == len(NAMES)


def test_changed_reads_the_commits_that_pre_commit_names(
    listed: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(OLD + BAD)
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", "HEAD~1")
    monkeypatch.setenv("PRE_COMMIT_TO_REF", "HEAD")
    assert run("--changed").rules == ["spaced-link"]


def test_changed_outside_a_repository_is_everything(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write(OLD)
    assert len(run("--changed").rules) == len(NAMES)
    found = run("--since", "HEAD")
    assert found.status == 2
    assert "is not in a git repository" in found.err


def test_a_fix_touches_only_what_is_reported(listed: Path, run: Run) -> None:
    write(OLD + BAD)
    assert run("--since", "HEAD", "--fix").status == 0
    assert Path("README.md").read_text() == OLD + GOOD


def test_a_fix_of_what_is_staged_waits_for_the_index(listed: Path, run: Run) -> None:
    write(OLD + BAD)
    git("add", "-A")
    assert run("--staged", "--fix").status == 0
    assert Path("README.md").read_text() == OLD + GOOD
    assert git("show", ":README.md") == OLD + BAD


def test_a_file_staged_in_part_is_not_fixed(listed: Path, run: Run) -> None:
    write(OLD + BAD)
    git("add", "-A")
    write(OLD + BAD + "\nMore.\n")
    found = run("--staged", "--fix")
    assert found.status == 2
    assert "is only partly staged" in found.err
    assert "git add README.md" in found.err
    assert Path("README.md").read_text() == OLD + BAD + "\nMore.\n"
    assert run("--staged", "--diff").status == 1


def test_what_contradicts(listed: Path, run: Run) -> None:
    for arguments in (["--since", "HEAD", "--staged"], ["--staged", "-"], ["--changed", "-"]):
        assert run(*arguments).status == 2
