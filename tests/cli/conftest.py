"""What the tests of the command share."""

from pathlib import Path

import pytest
from command_line import BAD, RULES, Outcome, Run

from awesome_lint.cli import main


@pytest.fixture
def readme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a list that has two faults, and return its path."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    path = tmp_path / "README.md"
    path.write_bytes(BAD.encode())
    return path


@pytest.fixture
def run(readme: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    """Return what runs the two rules that the list breaks, in this process."""

    def run_main(*arguments: str, select: str = RULES) -> Outcome:
        status = main([*(["--select", select] if select else []), *arguments])
        out, err = capfd.readouterr()
        return Outcome(status, out, err)

    return run_main
