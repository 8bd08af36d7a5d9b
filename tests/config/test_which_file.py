"""Which file holds the settings of a list, and for which paths its patterns do."""

import pytest
from config.holding import Write, refusal, running, settings

from awesome_lint import rulebook
from awesome_lint.command.options import parse
from awesome_lint.config.file import in_folder
from awesome_lint.config.scopes import Scopes


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
