"""The settings: which file holds, what it may say, what beats what, and where each value comes from."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from awesome_lint import rulebook
from awesome_lint.command.options import parse
from awesome_lint.config.file import Config, in_folder, read_preset
from awesome_lint.config.scopes import Scopes
from awesome_lint.config.settings import Settings
from awesome_lint.errors import UserError
from awesome_lint.rule import Rule, options_of

Write = Callable[[str, str], Path]


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


def settings(*arguments: str, path: str = "README.md") -> Settings:
    return Scopes(parse(arguments)).of(path)


def running(*arguments: str, path: str = "README.md") -> set[str]:
    return {rule.name for rule in settings(*arguments, path=path).rules}


def refusal(*arguments: str) -> tuple[str, str]:
    with pytest.raises(UserError) as caught:
        settings(*arguments)
    return caught.value.title, caught.value.advice


# --- which file


def test_first_name_of_a_folder_holds(write: Write) -> None:
    write("pyproject.toml", "[tool.awesome-lint]\nmax-size = 3\n")
    assert settings().max_size == 3
    write("awesome-lint.toml", "max-size = 2\n")
    assert settings().max_size == 2
    write(".awesome-lint.toml", "max-size = 1\n")
    assert settings().max_size == 1


def test_nearest_folder_holds_and_nothing_is_merged(write: Write) -> None:
    write("awesome-lint.toml", 'max-size = 1\nignore = ["text"]\n')
    write("docs/awesome-lint.toml", "max-size = 2\n")
    assert settings(path="docs/list/README.md").max_size == 2
    assert "trailing-space" in running(path="docs/README.md")
    assert settings(path="other/README.md").max_size == 1
    assert "trailing-space" not in running(path="other/README.md")


def test_files_under_one_configuration_share_their_settings(write: Write) -> None:
    write("awesome-lint.toml", "max-size = 1\n")
    write("a/b/README.md", "")
    scopes = Scopes(parse([]))
    assert scopes.of("README.md") is scopes.of("a/README.md") is scopes.of("a/b/README.md") is scopes.of("a")


def test_search_ends_at_the_repository(write: Write) -> None:
    write("awesome-lint.toml", "max-size = 1\n")
    write("inner/.git", "gitdir: elsewhere\n")
    assert settings(path="inner/deep/README.md").max_size == 5_000_000


@pytest.mark.parametrize("text", ["[project]\nname = 'x'\n", "not TOML at all", "[tool.other]\nx = 1\n"])
def test_pyproject_without_our_table_is_passed_over(write: Write, text: str) -> None:
    write("pyproject.toml", text)
    assert in_folder(".") is None


def test_pyproject_that_only_depends_on_us_is_passed_over(write: Write) -> None:
    write("pyproject.toml", "[dependency-groups]\ndev = ['awesome-lint']\n")
    write("docs/README.md", "")
    assert settings(path="docs/README.md").max_size == 5_000_000


def test_table_in_another_spelling_is_found(write: Write) -> None:
    write("pyproject.toml", '[tool."awesome-lint"]\nmax-size = 7\n')
    assert settings().max_size == 7


def test_named_file_holds_alone(write: Write) -> None:
    write("awesome-lint.toml", "max-size = 1\n")
    write("shared/lint.toml", 'exclude = ["docs"]\n')
    named = settings("--config", "shared/lint.toml")
    assert named.max_size == 5_000_000
    assert named.excludes("docs/README.md"), "its patterns are relative to the current folder"
    assert settings("--isolated").max_size == 5_000_000


def test_named_file_has_to_be_there_and_to_say_something(write: Write) -> None:
    assert refusal("--config", "no.toml")[0] == "no.toml: no such file"
    write("pyproject.toml", "[project]\n")
    assert refusal("--config", "pyproject.toml")[0] == "pyproject.toml has no table [tool.awesome-lint]"


# --- what it may say


@pytest.mark.parametrize(
    ("text", "title", "advice"),
    [
        ("selct = []", "awesome-lint.toml: unknown key 'selct'", "Did you mean 'select'?"),
        ("extend_select = []", "awesome-lint.toml: unknown key 'extend_select'", "Did you mean 'extend-select'?"),
        ("zzz = 1", "awesome-lint.toml: unknown key 'zzz'", "The keys are: preset, select"),
        ("preview = true", "awesome-lint.toml: unknown key 'preview'", ""),
        ("select = 'text'", "awesome-lint.toml: 'select' must be a list of strings", "It is 'text'."),
        ("select = [1]", "awesome-lint.toml: 'select' must be a list of strings", "It is [1]."),
        ("preset = 1", "awesome-lint.toml: 'preset' must be a string", "It is 1."),
        ("max-size = true", "awesome-lint.toml: 'max-size' must be a number of bytes above 0", "It is True."),
        ("max-size = 0", "awesome-lint.toml: 'max-size' must be a number of bytes above 0", "It is 0."),
        ("severity = 'error'", "awesome-lint.toml: 'severity' must be a table", ""),
        ("per-file-ignores.docs = 1", "awesome-lint.toml: 'per-file-ignores.docs' must be a list of strings", ""),
        ("rules.trailing-space = 1", "awesome-lint.toml: 'rules.trailing-space' must be a table", ""),
        ("preset = 'minmal'", "unknown preset 'minmal'", "Did you mean 'minimal'?"),
        (
            "select = ['trailing-spaces']",
            "unknown rule 'trailing-spaces' ('select', awesome-lint.toml)",
            "Did you mean 'trailing-space'?",
        ),
        ("ignore = ['texts']", "unknown rule 'texts' ('ignore', awesome-lint.toml)", "Did you mean 'text'?"),
        ("unfixable = ['nope']", "unknown rule 'nope' ('unfixable', awesome-lint.toml)", "--list-rules"),
        ("severity.nope = 'error'", "unknown rule 'nope' ('severity', awesome-lint.toml)", ""),
        ("per-file-ignores.x = ['nope']", "unknown rule 'nope' ('per-file-ignores.x', awesome-lint.toml)", ""),
        ("rules.nope = {}", "unknown rule 'nope' ('rules', awesome-lint.toml)", ""),
        ("rules.text = {}", "unknown rule 'text' ('rules', awesome-lint.toml)", ""),
        ("severity.text = 'eror'", "awesome-lint.toml: 'severity.text' has no level 'eror'", "Did you mean 'error'?"),
        (
            "rules.oversized-readme.limitt = 1",
            "awesome-lint.toml: rule 'oversized-readme' has no option 'limitt'",
            "Its options are: limit. Did you mean 'limit'?",
        ),
        (
            "rules.trailing-space.x = 1",
            "awesome-lint.toml: rule 'trailing-space' has no option 'x'",
            "It has none.",
        ),
        (
            "rules.oversized-readme.limit = 'big'",
            "awesome-lint.toml: 'rules.oversized-readme.limit' must be a whole number of at least 0",
            "It is 'big'.",
        ),
        (
            "rules.oversized-readme.limit = -1",
            "awesome-lint.toml: 'rules.oversized-readme.limit' must be a whole number of at least 0",
            "It is -1.",
        ),
        (
            "rules.duplicate-entry.allow = [1]",
            "awesome-lint.toml: 'rules.duplicate-entry.allow' must be a list of strings",
            "It is [1].",
        ),
        (
            "rules.duplicate-entry.scope = 'page'",
            "awesome-lint.toml: 'rules.duplicate-entry.scope' must be one of 'section', 'list'",
            "It is 'page'.",
        ),
        ("style = 1", "awesome-lint.toml: 'style' must be a table", "It is 1."),
        ("style.marker = 1", "awesome-lint.toml: 'style.marker' must be a string, or a table of strings", "It is 1."),
        ("style.marker.depth-0 = 1", "awesome-lint.toml: 'style.marker.depth-0' must be a string", "It is 1."),
        ("style.markr = '-'", "awesome-lint.toml: 'style' has no key 'markr'", "Did you mean 'marker'?"),
        ("style.zzz = '-'", "awesome-lint.toml: 'style' has no key 'zzz'", "There are min-votes, min-share, marker"),
        ("style.marker = 'x'", "awesome-lint.toml: 'style.marker' must be '-' or '*' or '+'", "It is 'x'."),
        ("style.separator = 'a'", "awesome-lint.toml: 'style.separator' must be a mark with the spaces around it", ""),
        ("style.venue-form = 'YYYY'", "awesome-lint.toml: 'style.venue-form' must be V for the name and YY", ""),
        ("style.label = 'PDF'", "awesome-lint.toml: 'style.label' must name what it sets: a label", ""),
        ("style.link-form = 'pdf'", "awesome-lint.toml: 'style.link-form' must name what it sets: arxiv, ", ""),
        ("style.link-form.axiv = 'pdf'", "awesome-lint.toml: 'style.link-form.axiv' is not one of arxiv, ", ""),
        (
            "style.link-form.arxiv-host = 'a.b'",
            "awesome-lint.toml: 'style.link-form.arxiv-host' must be 'arxiv.org'",
            "",
        ),
        (
            "style.min-votes = 0",
            "awesome-lint.toml: 'style.min-votes' must be a whole number of at least 1",
            "It is 0.",
        ),
        ("style.min-share = 0.5", "awesome-lint.toml: 'style.min-share' must be a number above 0.5, up to 1", ""),
        ("exclude = ['[z-a]']", "'[z-a]' is not a valid path pattern", ".gitignore"),
    ],
)
def test_mistakes_are_named(write: Write, text: str, title: str, advice: str) -> None:
    write("awesome-lint.toml", text)
    with pytest.raises(UserError) as caught:
        settings().excludes("README.md")
    assert caught.value.title.startswith(title)
    assert advice in caught.value.advice


def test_invalid_toml_names_file_and_line(write: Write) -> None:
    write("awesome-lint.toml", "select = [\n")
    title, advice = refusal()
    assert title == "awesome-lint.toml is not valid TOML"
    assert "line" in advice or "end of document" in advice


def test_toml_in_another_encoding(write: Write) -> None:
    write("awesome-lint.toml", "").write_bytes(b"exclude = ['\xe9']\n")
    assert refusal()[0] == "awesome-lint.toml is not UTF-8"


def test_table_of_pyproject_that_is_none(write: Write) -> None:
    write("pyproject.toml", "[tool]\nawesome-lint = 1\n")
    assert refusal()[0] == "pyproject.toml: 'tool.awesome-lint' is not a table"
    write("pyproject.toml", 'tool = "awesome-lint"\n')
    assert refusal()[0] == "pyproject.toml: 'tool' is not a table"


@pytest.mark.parametrize("name", ["pyproject.toml", "awesome-lint.toml"])
@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"# awesome-lint\n[tool]\nx = '\xe9'\n", "is not UTF-8", id="encoding"),
        pytest.param(b"'awesome-lint' = " + b"[" * 5_000 + b"]" * 5_000, "is nested too deeply", id="lists"),
        pytest.param(b"tool.awesome-lint.rules" + b".a" * 3_000 + b" = 1", "is nested too deeply", id="tables"),
    ],
)
def test_a_file_that_cannot_be_parsed(write: Write, name: str, data: bytes, said: str) -> None:
    if name == "awesome-lint.toml":
        data = data.removeprefix(b"tool.awesome-lint.")
    write(name, "").write_bytes(data)
    assert refusal()[0] == f"{name} {said}"


@pytest.mark.parametrize("name", ["pyproject.toml", "awesome-lint.toml"])
def test_a_file_that_cannot_be_opened(write: Write, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(name, "[tool.awesome-lint]\n")
    there = open

    def refused(file: str, *rest: object) -> object:
        if str(file).endswith(name):
            raise PermissionError(13, "Permission denied")
        return there(file, *rest)  # type: ignore[call-overload]

    monkeypatch.setattr("builtins.open", refused)
    assert refusal() == (
        f"{name} cannot be read",
        "Permission denied. Make it readable, or run with --isolated, which reads no settings.",
    )
    monkeypatch.undo()
    path.unlink()
    path.mkdir()
    assert settings().max_size == 5_000_000
    assert refusal("--config", str(path))[0] == f"{path}: is a folder"


def test_mistakes_on_the_command_line_say_so(write: Write) -> None:
    assert refusal("--select", "txet")[0] == "unknown rule 'txet' ('select', command line)"
    assert refusal("--preset", "nope")[0] == "unknown preset 'nope'"


def test_options_reach_the_rule_with_their_types(write: Write) -> None:
    write(
        "awesome-lint.toml",
        "[rules.duplicate-entry]\nscope = 'list'\nallow = ['x']\n[rules.oversized-readme]\nlimit = 9",
    )
    by_name = {rule.name: rule for rule in settings().rules}
    assert vars(by_name["duplicate-entry"])["scope"] == "list"
    assert vars(by_name["duplicate-entry"])["allow"] == ("x",)
    assert vars(by_name["oversized-readme"])["limit"] == 9


def test_every_option_has_a_type_that_can_be_checked() -> None:
    for name in rulebook.rule_groups():
        for key, _, default in options_of(rulebook.load(name)):
            assert isinstance(default, (bool, int, str, tuple)), f"{name}: {key}"
            assert re.fullmatch("[a-z]+(-[a-z]+)*", key), f"{name}: {key}"


# --- what beats what


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


# --- path patterns


def test_patterns_are_relative_to_their_file(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write("docs/awesome-lint.toml", 'exclude = ["old/*.md"]\n').parent
    assert settings(path="docs/old/x.md").excludes("docs/old/x.md")
    monkeypatch.chdir(folder)
    assert settings(path="old/x.md").excludes("old/x.md")
    assert settings(path="old/x.md").excludes(str(folder / "old" / "x.md"))


def test_per_file_ignores(write: Write) -> None:
    write(
        "awesome-lint.toml",
        '[per-file-ignores]\n"docs/**" = ["text"]\n"README.md" = ["spaced-link"]\n"*.md" = ["mojibake"]\n',
    )
    held = settings()
    text = {name for name, group in rulebook.rule_groups().items() if group == "text"}
    assert held.ignored("docs/x.md") == text
    assert held.ignored("docs/README.md") == text | {"spaced-link"}
    assert held.ignored("other/x.markdown") == frozenset()
    write("awesome-lint.toml", '[per-file-ignores]\n"x.md" = ["all"]\n')
    assert settings().ignored("x.md") == set(rulebook.rule_groups())
