"""Reports in files, and the format that is taken without asking."""

import json
from pathlib import Path

import jsonschema
import pytest
from formats.rendering import SCHEMA

from awesome_lint.cli import main

BAD = "# Awesome Kettles\n\n- [Ada](https://example.org/a) - Boils  water.\n"


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "README.md").write_text(BAD, encoding="utf-8")
    return tmp_path


def test_reports_in_files(listed: Path, capfd: pytest.CaptureFixture[str]) -> None:
    wanted = ["--output-file", "sarif=a,b.sarif", "--output-file", "markdown=b=c.md", "--output-file=json=d.json"]
    assert main(["--output-format", "concise", *wanted]) == 1
    assert "[repeated-space]" in capfd.readouterr().out
    jsonschema.Draft4Validator(SCHEMA).validate(json.loads((listed / "a,b.sarif").read_text(encoding="utf-8")))
    assert "repeated-space" in (listed / "b=c.md").read_text(encoding="utf-8")
    assert json.loads((listed / "d.json").read_text(encoding="utf-8"))[0]["rule"] == "repeated-space"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--output-file", "sarif"], "--output-file: 'sarif' is not a format and a file\n\nWrite FORMAT=FILE"),
        (["--output-file", "sarfi=x"], "is not a format and a file"),
        (["--output-file", "sarif=none/x"], "none/x cannot be written: No such file or directory\n\nName a file"),
        (["--output-file", "json=README.md"], "README.md is a list that was read\n\nName another"),
        (["--output-file", "json=x", "--diff"], "--output-file cannot be combined with --diff"),
    ],
)
def test_reports_that_cannot_be_written(
    listed: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(arguments) == 2
    assert said in capfd.readouterr().err
    assert (listed / "README.md").read_text(encoding="utf-8") == BAD


def test_actions_get_annotations(
    listed: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert main([]) == 1
    assert capfd.readouterr().out.startswith("::warning title=repeated-space,file=README.md,line=3")
    assert main(["--output-format", "concise"]) == 1
    assert capfd.readouterr().out.startswith("README.md:3:")
