"""The settings of `[online]`: who may set what, and what is wrong with the rest."""

import re
from pathlib import Path

import pytest
from online.double import Double

from awesome_lint.cli import main


@pytest.mark.parametrize(
    "line",
    ['allow-private = ["10.0.0.0/8"]', 'servers = {doi = "http://evil.test-site.org"}', "spacing = 0", "per-host = 99"],
)
def test_what_widens_the_reach_is_for_the_command_line_to_allow(
    line: str, command: Path, web: Double, capsys: pytest.CaptureFixture[str]
) -> None:
    (command / "awesome-lint.toml").write_text(f"[online]\n{line}\n", encoding="utf-8")
    assert main(["README.md", "--online"]) == 2
    assert "widens what the network pass reaches" in capsys.readouterr().err
    assert web.requests == []
    assert main(["README.md"]) == 0, "offline it does no harm"
    assert main(["README.md", "--online", "--config", "awesome-lint.toml"]) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("deadlin = 5", "Did you mean 'deadline'?"),
        ('deadline = "5"', "must be a number of seconds above 0\n\nIt is '5'."),
        ("deadline = 0", "must be a number of seconds above 0"),
        ("timeout = 0.0", "must be a number of seconds above 0"),
        ("timeout = true", "must be a number of seconds above 0"),
        ("spacing = -1", "must be a number of seconds, at least 0\n\nIt is -1."),
        ("max-wait = nan", "must be a number of seconds, at least 0"),
        ("fail-after = 0", "must be a whole number of at least 1"),
        ("concurrency = 1.5", "must be a whole number of at least 1"),
        ("per-host = -3", "must be a whole number of at least 1"),
        ("fragments = 1", "must be true or false"),
        ('not-asked = "a.org"', "must be a list of host names\n\nIt is 'a.org'."),
        ('not-asked = ["a.org", "https://b.org/x"]', "'https://b.org/x' is not one."),
        ('asked = ["a b"]', "'a b' is not one."),
        ("asked = [1]", "1 is not one."),
        ('allow-private = "10.0.0.0/8"', "It is '10.0.0.0/8'."),
        ('allow-private = ["10.0.0.1/8"]', "'10.0.0.1/8' is not one: 10.0.0.1/8 has host bits set."),
        ('allow-private = ["10.0.0.300"]', "'10.0.0.300' is not one: "),
        ('allow-private = ["http://wiki.corp"]', "'http://wiki.corp' is not one: "),
        ('allow-private = ["wiki corp"]', "'wiki corp' is not one."),
        ("allow-private = [10]", "10 is not one: "),
        ('servers = {doy = "https://doi.org"}', "Did you mean 'doi'?"),
        ('servers = {doi = "doi.org"}', "That of doi is 'doi.org'; write one like 'https://doi.org'."),
        ('servers = {doi = "https://"}', "That of doi is 'https://'"),
        ('servers = {doi = "https://a.org:x"}', "That of doi is 'https://a.org:x'"),
        ("servers = {doi = 1}", "That of doi is 1"),
        ("servers = 1", "must be a table of base URLs by the name of the service"),
        ('headers = {"a.org" = "X"}', "That of a.org is 'X'."),
        ('headers = {"https://a.org" = {X = "y"}}', "'https://a.org' is not a host name."),
        ('headers = {"a.org" = {"X Y" = "y"}}', "'X Y' cannot be the name of a header."),
        ('headers = {"a.org" = {X = "y\\nZ: z"}}', "The value of X is 'y\\nZ: z', not a line of text."),
        ('headers = {"a.org" = {X = "${NOT_SET_ANYWHERE}"}}', "needs NOT_SET_ANYWHERE"),
        ('user-agent = "a\\r\\nX: y"', "must be a line of text"),
    ],
)
def test_settings_that_are_wrong(
    text: str, said: str, command: Path, web: Double, capsys: pytest.CaptureFixture[str]
) -> None:
    (command / "mine.toml").write_text(f"[online]\n{text}\n", encoding="utf-8")
    assert main(["README.md", "--online", "--config", "mine.toml"]) == 2
    assert said in re.sub(r"(?<!\n)\n(?!\n)", " ", capsys.readouterr().err), "whatever line it is wrapped at"
    assert web.requests == []


def test_settings_that_are_right(command: Path, web: Double) -> None:
    lines = [
        "deadline = 60",
        "spacing = 0",
        "max-wait = 0",
        'not-asked = ["a.test-site.org", "www.b.org.", "bücher.example"]',
        'allow-private = ["10.0.0.0/8", "fd00::/8", "::1", "127.0.0.1", "wiki", "wiki.corp"]',
        'servers = {doi = "http://localhost:8080/doi", arxiv = "https://[::1]/"}',
        'headers = {"a.org" = {X-Y = "a b"}}',
        'user-agent = "me/1.0 (+https://example.org)"',
    ]
    (command / "mine.toml").write_text("[online]\n" + "\n".join(lines) + "\n", encoding="utf-8")
    assert main(["README.md", "--online", "--config", "mine.toml"]) == 0
    assert web.requests == []


def test_online_must_be_a_table(command: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (command / "mine.toml").write_text("online = 1\n", encoding="utf-8")
    assert main(["README.md", "--config", "mine.toml"]) == 2
    assert "must be a table" in capsys.readouterr().err


def test_settings_are_shown(command: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (command / "awesome-lint.toml").write_text("[online]\ndeadline = 60\n", encoding="utf-8")
    assert main(["--show-config"]) == 0
    assert "[online]\ndeadline = 60  # awesome-lint.toml\n" in capsys.readouterr().out
