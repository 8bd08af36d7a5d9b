"""`--init`: what it writes holds, changes no finding, and overwrites nothing."""

import json
import os
import random
import tomllib
from pathlib import Path

import pytest

from awesome_lint.cli import main
from awesome_lint.command.starters import CONFIG, HOOK, WORKFLOW, config_text
from awesome_lint.config.file import in_folder
from awesome_lint.parse import parse
from awesome_lint.source import Source
from lists import make_list

FILES = (CONFIG, HOOK, WORKFLOW)
OTHER_WAYS = """
## Elsewhere

* [Alpha](https://example.org/alpha) – does a thing
* [Beta](https://example.org/beta) – does a thing
* [Gamma](https://example.org/gamma) – does a thing
* [Delta](https://example.org/delta) – does a thing
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a list, which is the current folder."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "README.md").write_text(make_list(120), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[tuple[str, int, int]]:
    main(["README.md", "--output-format", "json", "--today", "2026-06-01", *arguments])
    return [(one["rule"], one["line"], one["column"]) for one in json.loads(capsys.readouterr().out)]


def test_it_says_what_it_wrote(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--init"]) == 0
    said = capsys.readouterr().out
    for name in FILES:
        assert f"wrote {name}\n" in said
        assert (folder / name).is_file()
    assert "run `awesome-lint README.md`" in said


def test_nothing_is_overwritten(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / HOOK).write_text("mine", encoding="utf-8")
    (folder / "pyproject.toml").write_text("[tool.awesome-lint]\nmax-size = 99999\n", encoding="utf-8")
    assert main(["--init"]) == 0
    said = capsys.readouterr().out
    assert "pyproject.toml already exists" in said
    assert f"{HOOK} already exists" in said
    assert (folder / HOOK).read_text("utf-8") == "mine"
    assert not (folder / CONFIG).exists()
    assert (folder / WORKFLOW).is_file()


def test_it_names_the_file_in_which_the_settings_stand(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--init"]) == 0
    assert f"Next: read {CONFIG}, then" in capsys.readouterr().out
    (folder / CONFIG).unlink()
    (folder / "pyproject.toml").write_text("[tool.awesome-lint]\n", encoding="utf-8")
    assert main(["--init"]) == 0
    assert "Next: read pyproject.toml, then" in capsys.readouterr().out


def test_lists_that_it_leaves_out_are_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "more.md").write_text(make_list(40), encoding="utf-8")
    assert main(["--init", "."]) == 0
    said = capsys.readouterr().out
    assert "The habits are those of README.md; these lists were not looked at: more.md." in said


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
@pytest.mark.parametrize("name", ["a\nmax-size = 1\n.md", "del\x7f.md", os.fsdecode(b"l\xe4ser.md"), 'a"b.md'])
def test_the_name_of_a_list_is_no_setting(folder: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (folder / "README.md").rename(folder / name)
    assert main(["--init", name]) == 0
    assert set(tomllib.loads((folder / CONFIG).read_text("utf-8"))) == {"style"}


@pytest.mark.parametrize("seed", range(6))
def test_the_settings_leave_the_list_with_its_findings(
    folder: Path, capsys: pytest.CaptureFixture[str], seed: int
) -> None:
    chance = random.Random(seed)
    text = make_list(150, seed) + (OTHER_WAYS if seed % 2 else "")
    lines = text.split("\n")
    for _ in range(8):
        at = chance.randrange(len(lines))
        lines[at] = lines[at].replace(" - ", chance.choice([" – ", ": "]), 1).replace("[paper]", "[Paper]").rstrip(".")
    (folder / "README.md").write_text("\n".join(lines), encoding="utf-8")
    before = found(capsys)
    assert main(["--init"]) == 0
    capsys.readouterr()
    assert "depth-0" in (folder / CONFIG).read_text("utf-8")
    assert found(capsys) == before


def test_a_habit_that_a_section_does_not_share_is_not_pinned(folder: Path) -> None:
    doc = parse(Source(make_list(150) + OTHER_WAYS, "README.md"))
    lines = config_text(doc).splitlines()
    assert any(line.startswith("# final-period.at-end") and "habit of its own" in line for line in lines)
    assert "final-period" not in tomllib.loads("\n".join(lines))["style"]


def test_the_settings_are_those_of_the_votes(folder: Path) -> None:
    main(["--init"])
    config = in_folder(str(folder))
    assert config is not None
    assert config.values["style"]["marker"] == {"depth-0": "-"}
    assert config.values["style"]["venue-form"] == {"beside-title": "V'YY"}


def test_files_go_to_the_top_of_the_repository(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "docs").mkdir()
    (folder / "README.md").rename(folder / "docs" / "LIST.md")
    assert main(["--init", "docs/LIST.md"]) == 0
    assert all((folder / name).is_file() for name in FILES)


def test_what_is_no_list_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "README.md").write_text("# Words\n\nNothing listed.\n", encoding="utf-8")
    assert main(["--init"]) == 2
    assert "there is no list to start from" in capsys.readouterr().err
    assert main(["--init", "nowhere.md"]) == 2
    assert "nowhere.md does not exist" in capsys.readouterr().err
    assert not any((folder / name).exists() for name in FILES)


def test_a_file_that_cannot_be_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".github").write_text("a file where a folder has to be", encoding="utf-8")
    assert main(["--init"]) == 2
    assert f"{WORKFLOW} cannot be written" in capsys.readouterr().err
