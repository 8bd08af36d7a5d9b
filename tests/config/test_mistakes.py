"""What a configuration may say, and what is said of mistakes in it."""

import re

import pytest
from config.holding import Write, refusal, settings

from awesome_lint import rulebook
from awesome_lint.errors import UserError
from awesome_lint.rule import options_of


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
        ("max-size = true", "awesome-lint.toml: 'max-size' must be a number of bytes above 0", "It is true."),
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
