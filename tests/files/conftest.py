"""What the tests of files share."""

from pathlib import Path

import pytest
from files.failing import LIST


@pytest.fixture
def readme(tmp_path: Path) -> Path:
    path = tmp_path / "README.md"
    path.write_bytes(LIST)
    return path
