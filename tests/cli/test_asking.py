"""The command from outside: mistakes in using it, and what it says of itself."""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import BAD, CLEAN, RULES, Run, process

import awesome_lint
from awesome_lint import rulebook
from awesome_lint.command.options import GROUPS, Arguments, help_text, parse
from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document

# --- mistakes


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--fxi"], "unknown option '--fxi'\n\nDid you mean '--fix'?"),
        (["-x"], "unknown option '-x'"),
        (["--fix=yes"], "--fix takes no value"),
        (["--select"], "--select needs a value"),
        (["--select="], "--select needs a value"),
        (["--select", ","], "--select needs a value"),
        (["--config", "--fix"], "--config needs a value"),
        (
            ["--output-format", "jsn"],
            "--output-format: there is no 'jsn'\n\nThere are full, concise, json, github, sarif, rdjson, markdown. Did you",
        ),
        (["--fail-on", "never"], "--fail-on: there is no 'never'"),
        (["--today", "tomorrow"], "--today: 'tomorrow' is not a date"),
        (["--unsafe-fixes"], "--unsafe-fixes alone does nothing"),
        (["--config", "x.toml", "--isolated"], "--config cannot be combined with --isolated"),
        (["-", "README.md"], "standard input cannot be combined with files"),
        (["--stdin-filename", "a.md", "b.md"], "standard input cannot be combined with files"),
        (["--explain", "trailing-spaces"], "unknown rule 'trailing-spaces'\n\nDid you mean 'trailing-space'?"),
        (["--config", "none.toml"], "none.toml: no such file"),
    ],
)
def test_usage(run: Run, arguments: list[str], said: str) -> None:
    found = run(*arguments)
    assert (found.status, found.out) == (2, "")
    assert found.err.startswith(f"error: {said}")
    title, blank, *paragraph = found.err.splitlines()
    assert (title[-1] == ".", blank) == (False, "")
    assert paragraph[-1][-1] in ".?", "what to do next is a sentence"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(">" * 10_000 + " a", id="quotes"),
        pytest.param("- " * 10_000 + "a", id="lists"),
        pytest.param("[" * 10_000 + "a" + "]" * 10_000, id="brackets"),
        pytest.param("![" * 10_000, id="images that never end"),
    ],
)
@pytest.mark.parametrize("arguments", [[], ["--fix"]])
def test_nesting_beyond_any_page(run: Run, readme: Path, text: str, arguments: list[str]) -> None:
    data = f"{BAD}\n{text}\n".encode()
    (readme.parent / "deep.md").write_bytes(data)
    outcome = run("deep.md", "README.md", *arguments)
    assert (outcome.status, "deep.md is nested too deeply" in outcome.err) == (2, True)
    assert "more than 100 deep" in outcome.err
    assert (readme.parent / "deep.md").read_bytes() == data
    assert readme.read_text() == (CLEAN if arguments else BAD), "the other file is linted and fixed all the same"


@pytest.mark.parametrize("text", ["> " * 99 + "a", "[" * 99 + "a" + "]" * 99, "*a **b " * 5_000, "<b>" * 5_000])
def test_nesting_that_can_be_read(run: Run, readme: Path, text: str) -> None:
    readme.write_text(f"{BAD}\n{text}\n")
    outcome = run("README.md", select="spaced-link")
    assert (outcome.status, outcome.out.count("[spaced-link]")) == (1, 1)


def test_rule_that_fails_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: object, doc: Document) -> Iterator[Diagnostic]:
        raise KeyError("oops")

    monkeypatch.setattr(rulebook.load("trailing-space"), "check", fail)
    found = run("README.md")
    assert (found.status, found.out) == (2, "")
    assert "rule 'trailing-space' failed on README.md: KeyError: 'oops'" in found.err
    assert "please report it" in found.err
    assert run("README.md", "--exit-zero").status == 2


def test_failure_elsewhere_asks_to_be_reported(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object, **more: object) -> None:
        raise ZeroDivisionError("of a kind")

    monkeypatch.setattr("awesome_lint.command.loading.parse", fail)
    found = run("README.md")
    assert (found.status, found.out) == (2, "")
    assert found.err.startswith("error: internal error: ZeroDivisionError: of a kind\n\nThis is a bug in awesome-lint.")
    assert rulebook.HOME in found.err


def test_interrupt_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*arguments: object, **more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("awesome_lint.command.loading.parse", stop)
    found = run("README.md")
    assert (found.status, found.out, found.err) == (130, "", "")


def test_names_of_files_cannot_command_the_terminal(run: Run) -> None:
    found = run("x\x1b[31m.md")
    assert "\x1b" not in found.err
    assert r"x\x1b[31m.md does not exist" in found.err


# --- what a run does not pay for


def test_plain_run_loads_no_more_than_it_uses(readme: Path) -> None:
    code = f"import sys; from awesome_lint.cli import main; main(['--select', {RULES!r}]); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "awesome_lint.report.concise" in loaded
    assert not loaded & {"argparse", "difflib", "json", "shutil", "tomllib", "awesome_lint.fixing.mending"}


# --- asking


def test_version(run: Run) -> None:
    text = (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text)["project"]["version"] == awesome_lint.__version__
    for arguments in (["--version"], ["README.md", "--version"]):
        found = run(*arguments, select="")
        assert (found.status, found.out) == (0, f"awesome-lint {awesome_lint.__version__}\n")


def test_help_tells_every_option(run: Run) -> None:
    found = run("--help")
    assert (found.status, found.out) == (0, f"{help_text()}\n")
    assert run("-h").out == found.out
    assert max(map(len, found.out.splitlines())) <= 120
    for _, options in GROUPS:
        for option in options:
            assert f"\n  {option.name} " in found.out


def test_every_option_has_an_attribute_and_a_reader() -> None:
    attributes = {option.name[2:].replace("-", "_") for _, options in GROUPS for option in options}
    assert attributes == set(vars(Arguments())) - {"paths"}


def test_arguments_in_any_order() -> None:
    args = parse(["a.md", "--select", "x, y", "--fix", "--select=z", "b.md", "--fail-on=error", "--", "--diff"])
    assert args.paths == ["a.md", "b.md", "--diff"]
    assert args.select == ["x", "y", "z"]
    assert (args.fix, args.diff, args.fail_on) == (True, False, "error")


def test_names_of_files_may_have_commas(run: Run, readme: Path) -> None:
    args = parse(["--select", "a,b", "--plugin", "c,d.py", "--select", " e ", "--plugin", "f.py"])
    assert (args.select, args.plugin) == (["a", "b", "e"], ["c,d.py", "f.py"])
    run("--output-file", "json=found, all.json", "--output-file", "sarif=found.sarif")
    assert json.loads(readme.with_name("found, all.json").read_text("utf-8"))
    assert readme.with_name("found.sarif").is_file()


def test_every_exit_status_is_told(run: Run) -> None:
    text = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    assert re.findall(r"^\| (\d+) \|", text, re.M) == ["0", "1", "2", "130"]
    assert re.findall(r"\b\d+\b", run("--help").out.split("Exit status:")[1].split("\n\n")[0]) == ["0", "1", "2", "130"]


def test_without_docstrings(readme: Path) -> None:
    """As under `PYTHONOPTIMIZE=2`."""
    done = process("--list-rules", python=["-OO"])
    assert (done.returncode, done.stdout) == (0, process("--list-rules").stdout)
    assert process(python=["-OO"]).stdout == process().stdout
    plugin = readme.with_name("calm.py")
    plugin.write_text(
        'from awesome_lint.rule import Rule\nclass Check(Rule):\n    """What."""\n    def check(self, doc): return ()\n'
    )
    done = process("--plugin", str(plugin), "--list-rules", python=["-OO"])
    assert (done.returncode, b" calm " in done.stdout) == (0, True)


def test_explain_prints_the_page(run: Run) -> None:
    found = run("--explain", "trailing-space")
    assert (found.status, found.out) == (0, rulebook.page("trailing-space"))


def test_list_rules(run: Run) -> None:
    listed = run("--list-rules").out
    on = {line.split()[1] for line in listed.splitlines() if line.startswith("  + ")}
    assert on == set(RULES.split(","))
    for name in rulebook.rule_groups():
        assert re.search(rf"^  [ +] {name} ", listed, re.M)


def test_show_config_is_toml_with_origins(run: Run) -> None:
    Path("pyproject.toml").write_text(
        '[tool.awesome-lint]\nexclude = ["old \\u001b"]\nmax-size = 9\n'
        '[tool.awesome-lint.rules.duplicate-entry]\nscope = "list"\n'
        '[tool.awesome-lint.per-file-ignores]\n"docs/*.md" = ["text"]\n'
    )
    found = run("--show-config", select="duplicate-entry,text")
    assert found.status == 0
    assert found.out.startswith("# configuration file: pyproject.toml\n")
    assert 'select = ["duplicate-entry", "text"]  # command line\n' in found.out
    assert "max-size = 9  # pyproject.toml\n" in found.out
    assert 'fixable = ["all"]  # default\n' in found.out
    assert 'scope = "list"  # pyproject.toml\n' in found.out
    assert "#   spaced-link: not in select, command line\n" in found.out
    shown = tomllib.loads(found.out)
    assert shown["per-file-ignores"] == {"docs/*.md": ["text"]}
    assert shown["exclude"] == ["old \x1b"]
    assert "rules" in shown


def test_show_config_of_another_folder(run: Run) -> None:
    Path("docs").mkdir()
    Path("docs/.awesome-lint.toml").write_text("max-size = 7\n")
    assert "max-size = 7  # docs/.awesome-lint.toml\n" in run("--show-config", "docs/README.md").out
    assert "# configuration file: none\n" in run("--show-config").out
