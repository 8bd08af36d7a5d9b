"""What the tests of what changed share."""

from pathlib import Path

import pytest
from changes.repository import OLD, Outcome, Run, commit, git

from awesome_lint.cli import main


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a repository without a commit."""
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    return tmp_path


@pytest.fixture
def listed(repository: Path) -> Path:
    """Work in a repository with a list that has a dozen old faults."""
    commit(OLD)
    return repository


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    def run_main(*arguments: str) -> Outcome:
        status = main([*arguments])
        return Outcome(status, *capfd.readouterr())

    return run_main
