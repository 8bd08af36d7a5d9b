"""README.md says what is true: its list is reported and mended as shown, its settings hold, its commands run."""

import re
import shlex
import subprocess
import tomllib
from pathlib import Path

import pytest

from awesome_lint.cli import main
from awesome_lint.command.options import GROUPS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """Return the fenced blocks of a language, in their order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.M | re.S)


def prose() -> str:
    """Return the text without its fenced blocks."""
    return re.sub(r"^```.*?^```$", "", README, flags=re.M | re.S)


def commands() -> list[str]:
    """Return the command lines that stand in the running text."""
    return sorted({" ".join(line.split()) for line in re.findall(r"`(awesome-lint [^`]+)`", prose())})


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a git repository with the list that README.md shows, committed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    (tmp_path / "README.md").write_text(blocks("md")[0], encoding="utf-8")
    for arguments in ("init -q", "add README.md", "commit -q -m List"):
        subprocess.run(["git", *arguments.split()], check=True)
    return tmp_path


@pytest.mark.usefixtures("checkout")
def test_the_list_is_reported_as_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["README.md", "--output-format", "full"]) == 1
    captured = capsys.readouterr()
    assert f"$ awesome-lint README.md\n{captured.out}{captured.err}" == blocks("text")[0]


def test_the_list_is_mended_as_shown(checkout: Path) -> None:
    main(["README.md", "--fix"])
    assert (checkout / "README.md").read_text(encoding="utf-8") == blocks("md")[1]


@pytest.mark.parametrize("command", commands())
@pytest.mark.usefixtures("checkout")
def test_commands_run(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = shlex.split(command)[1:]
    if "--online" in arguments:
        # Whether the option is taken; the list has no link to ask about.
        Path("README.md").write_text("# Awesome Nothing\n\n- Yet\n", encoding="utf-8")
    assert main(arguments) in (0, 1), capsys.readouterr().err


def test_options_are_those_there_are() -> None:
    there = {option.name for _, options in GROUPS for option in options}
    assert set(re.findall(r"`(?:[^`]* )?(--[a-z][a-z-]*)", prose())) - {"--hook-stage", "--files"} <= there


@pytest.mark.parametrize("settings", blocks("toml"))
def test_settings_hold(settings: str, checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (checkout / "mine.toml").write_text(settings, encoding="utf-8")
    assert main(["--config", "mine.toml", "--show-config", "README.md"]) == 0
    shown = capsys.readouterr().out
    assert all(key in shown for key in tomllib.loads(settings))


def test_hooks_are_those_on_offer() -> None:
    offered = set(re.findall(r"^- id: (\S+)$", (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"), re.M))
    assert set(re.findall(r"\bid: ([a-z-]+)", blocks("yaml")[0])) <= offered
    assert set(re.findall(r"\bawesome-lint-(?:fix|links)\b", README)) <= offered


def test_inputs_of_the_action_are_those_it_has() -> None:
    inputs = (ROOT / "action.yml").read_text(encoding="utf-8").split("\ninputs:\n")[1].split("\nruns:\n")[0]
    section = README.split("## As a GitHub Action")[1].split("\n## ")[0]
    named = set(re.findall(r"`([a-z-]+)(?:: [a-z]+)?`", section))
    assert named
    assert named <= set(re.findall(r"^  ([a-z-]+):$", inputs, re.M))
