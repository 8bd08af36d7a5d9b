"""What beats what among presets, files and the command line, and where each value comes from."""

import pytest
from config.holding import Write, running, settings

from awesome_lint import rulebook
from awesome_lint.config.file import Config, read_preset
from awesome_lint.config.settings import Settings
from awesome_lint.rule import Rule


def test_default_runs_what_is_on_by_default(write: Write) -> None:
    default = {
        name for name in rulebook.rule_groups() if rulebook.load(name).default and not rulebook.load(name).preview
    }
    assert running() == default
    assert default


def test_rule_that_is_off_needs_its_name(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rulebook.load("trailing-space"), "default", False)
    monkeypatch.setattr(rulebook.load("final-newline"), "preview", True)
    assert not {"trailing-space", "final-newline"} & running("--select", "text")
    assert running("--select", "trailing-space,final-newline") == {"trailing-space", "final-newline"}
    assert "final-newline" in running("--preset", "strict")
    assert "trailing-space" not in running("--preset", "strict")
    verdicts = settings().verdicts
    assert verdicts["trailing-space"].reason == "off by default: select it by name"
    assert "preset strict" in verdicts["final-newline"].reason


def test_rules_that_are_not_selected_are_not_imported(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    imported = []
    load = rulebook.load

    def noted(name: str) -> type[Rule]:
        imported.append(name)
        return load(name)

    monkeypatch.setattr(rulebook, "load", noted)
    assert running("--select", "trailing-space") == {"trailing-space"}
    assert imported == ["trailing-space"]


def test_preset_of_the_command_line_stands_in_for_what_the_file_selects(write: Write) -> None:
    write("awesome-lint.toml", 'preset = "strict"\nselect = ["text"]\nignore = ["mojibake"]\n')
    assert running() <= {name for name, group in rulebook.rule_groups().items() if group == "text"}
    assert "spaced-link" in running("--preset", "minimal")
    assert "mojibake" not in running("--preset", "minimal")
    assert "spaced-link" in running("--preset", "default")


@pytest.mark.parametrize("name", ["default", "minimal", "strict"])
def test_presets_name_rules_that_exist(name: str) -> None:
    preset = read_preset(name, rulebook.preset_path(name))
    assert Settings(None, Config("command line", "", {"preset": name})).rules
    assert sorted(preset.values["select"]) == preset.values["select"], "sorted"


def test_presets_are_a_ladder(write: Write) -> None:
    assert running("--preset", "minimal") < running("--preset", "default") <= running("--preset", "strict")


def test_severity_by_rule_group_and_all(write: Write) -> None:
    write(
        "awesome-lint.toml", '[severity]\nall = "info"\ntext = "warning"\nmojibake = "error"\nrepeated-space = "off"\n'
    )
    held = settings()
    assert held.severity("mojibake") == "error"
    assert held.severity("trailing-space") == "warning"
    assert held.severity("spaced-link") == "info"
    assert "repeated-space" not in {rule.name for rule in held.rules}
    assert settings("--isolated").severity("mojibake") is None


def test_fixable_and_unfixable(write: Write) -> None:
    assert settings().fixable("trailing-space")
    write("awesome-lint.toml", 'unfixable = ["text"]\n')
    assert not settings().fixable("trailing-space")
    assert settings().fixable("spaced-link")
    write("awesome-lint.toml", 'fixable = ["trailing-space", "entries"]\nunfixable = ["spaced-link"]\n')
    held = settings()
    assert held.fixable("trailing-space")
    assert held.fixable("inconsistent-marker")
    assert not held.fixable("spaced-link")
    assert not held.fixable("mojibake")


def test_each_value_has_an_origin(write: Write) -> None:
    write("awesome-lint.toml", 'max-size = 9\n[severity]\nbare-link = "error"\n')
    held = settings("--preset", "strict", "--ignore", "text")
    assert held.value("max-size") == (9, "awesome-lint.toml")
    assert held.value("select")[1] == "preset strict"
    assert held.value("ignore") == (["text"], "command line")
    assert held.value("preset") == ("strict", "command line")
    assert held.value("fixable") == (["all"], "default")
    assert held.value("exclude") == (None, "default")
    assert held.entries("severity")["bare-link"] == ("error", "awesome-lint.toml")
    assert "preset strict" in {origin for _, origin in held.entries("severity").values()}
