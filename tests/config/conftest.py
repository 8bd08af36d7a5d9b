"""What the tests of the settings share."""

from pathlib import Path

import pytest
from config.holding import Write


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Work in an empty folder that ends the search upward; return what writes a file below it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()

    def write_file(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write_file
