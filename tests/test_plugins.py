"""Plugins: rules in Python, from a file or of an installed package."""

import os
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from awesome_lint import UserError
from awesome_lint.command.options import parse
from awesome_lint.config.scopes import Scopes
from awesome_lint.rule import Rule
from awesome_lint.testing import Example, check, examples

PLUGIN = Path(__file__).parents[1] / "examples" / "plugin"
FILE = PLUGIN / "awesome_lint_empty_praise" / "empty_praise.py"
PAGE = FILE.with_name("empty-praise.md").read_text(encoding="utf-8")
LIST = """\
# Awesome Kettles

- [Ada](https://example.org/a) - An amazing kettle.
- [Bea](https://example.org/b) - Boils milk.
- [Cem](https://example.org/c) - Boils eggs.
- [Dov](https://example.org/d) - Boils tea.
- [Eve](https://example.org/e) - Steams.
"""
RULE = '''
from awesome_lint.rule import Rule

class {name}(Rule):
    """What is wrong."""
    {body}
    def check(self, doc):
        {check}
'''


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a list."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "README.md").write_text(LIST, encoding="utf-8")
    return tmp_path


def run(*arguments: str, path: Path | None = None) -> tuple[int, str, str]:
    env = {**os.environ, "PYTHONPATH": str(path)} if path else None
    command = [sys.executable, "-m", "awesome_lint", "--output-format", "concise", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env=env, check=False, encoding="utf-8")
    return done.returncode, done.stdout, done.stderr


def write(name: str, check: str = "return ()", body: str = "", rule: str = "Check") -> str:
    Path(name).write_text(RULE.format(name=rule, body=body, check=check), encoding="utf-8")
    return name


def rules(*arguments: str) -> list[Rule]:
    return Scopes(parse(arguments)).of("README.md").rules


def refusal(*arguments: str) -> tuple[str, str]:
    with pytest.raises(UserError) as caught:
        rules(*arguments)
    return caught.value.title, caught.value.advice


def _rule() -> type[Rule]:
    spec = spec_from_file_location("awesome_lint_empty_praise.empty_praise", FILE)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    rule: type[Rule] = module.EmptyPraise
    return rule


@pytest.mark.parametrize("example", [pytest.param(one, id=one.name) for one in examples(PAGE)])
def test_example_of_the_page(example: Example) -> None:
    check(_rule(), example)


def test_file_is_loaded_where_the_command_line_names_it() -> None:
    status, out, err = run("--plugin", str(FILE), "--fail-on", "info")
    assert (status, out) == (
        1,
        "README.md:3:37: info[empty-praise] 'amazing' praises, and says nothing of 'Ada'\n",
    ), err
    status, out, _ = run("--plugin", str(FILE), "--list-rules")
    assert "+ empty-praise" in out
    assert "A description that praises what it should describe." in out
    status, out, _ = run("--plugin", str(FILE), "--explain", "empty-praise")
    assert (status, out) == (0, "# empty-praise\n\nA description that praises what it should describe.\n")


def test_installed_plugin_is_loaded_where_the_settings_name_it(folder: Path) -> None:
    site = folder / "site"
    info = site / "awesome_lint_empty_praise-0.1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: awesome-lint-empty-praise\nVersion: 0.1.0\n")
    (info / "entry_points.txt").write_text(
        "[awesome_lint.rules]\nempty-praise = awesome_lint_empty_praise.empty_praise\n"
    )
    (site / "awesome_lint_empty_praise").symlink_to(FILE.parent, target_is_directory=True)
    assert run("--fail-on", "info", path=site)[:2] == (0, ""), "nobody asked for it"
    settings = (
        'plugins = ["empty-praise"]\n[severity]\nempty-praise = "warning"\n[rules.empty-praise]\nwords = ["milk"]\n'
    )
    Path(".awesome-lint.toml").write_text(settings)
    status, out, err = run(path=site)
    assert (status, out) == (1, "README.md:4:40: warning[empty-praise] 'milk' praises, and says nothing of 'Bea'\n"), (
        err
    )
    Path(".awesome-lint.toml").write_text('plugins = ["empty-prais"]\n')
    status, _, err = run(path=site)
    assert status == 2
    assert "there is no plugin 'empty-prais' ('plugins', .awesome-lint.toml)" in err
    assert "Did you mean 'empty-praise'?" in err.replace("\n", " ")


def test_settings_cannot_load_a_file(folder: Path) -> None:
    write("evil.py", body="open('ran', 'w')")
    Path(".awesome-lint.toml").write_text('plugins = ["evil.py"]\n')
    title, advice = refusal()
    assert title == ".awesome-lint.toml: 'plugins' names the file evil.py"
    assert "`--plugin evil.py`" in advice
    assert not (folder / "ran").exists()


def test_file_may_hold_several_rules_with_names_of_their_own() -> None:
    first = RULE.format(name="A", body='name = "first"; group = "text"', check="return ()")
    second = RULE.format(name="B", body='name = "second"', check="return ()")
    Path("two.py").write_text(first + second)
    found = {rule.name: rule.group for rule in rules("--plugin", "two.py")}
    assert (found["first"], found["second"]) == ("text", "plugins")
    assert {rule.name for rule in rules("--plugin", "two.py", "--select", "plugins")} == {"second"}


def test_what_is_no_rule_is_refused() -> None:
    assert refusal("--plugin", "none.py")[0] == "--plugin none.py: no such file"
    Path("empty.py").write_text("")
    assert refusal("--plugin", "empty.py")[0] == "plugin 'empty.py' has no rule"
    Path("broken.py").write_text("import nothing_of_that_name\n")
    title, advice = refusal("--plugin", "broken.py")
    assert title.startswith("plugin 'broken.py' cannot be loaded: ModuleNotFoundError")
    assert "Traceback" in advice
    wrong = [
        (write("Bad_Name.py"), "is named 'Bad-Name'; the name of a rule is words in lower case, separated by dashes"),
        (write("level.py", body="severity = 'eror'"), "has the level 'eror'; there are error, warning, info"),
        (write("fixes.py", body="fixes = ('sure',)"), "offers fixes ('sure',); there are safe, unsafe, suggestion"),
    ]
    for file, mistake in wrong:
        assert refusal("--plugin", file)[0] == f"plugin '{file}': Check {mistake}"
    Path("idle.py").write_text('from awesome_lint.rule import Rule\nclass Check(Rule):\n    """What."""\n')
    assert refusal("--plugin", "idle.py")[0] == "plugin 'idle.py': Check has neither check nor check_files nor judge"
    Path("mute.py").write_text("from awesome_lint.rule import Rule\nclass Check(Rule):\n    check = print\n")
    assert refusal("--plugin", "mute.py")[0] == "plugin 'mute.py': Check has no docstring to say what it finds"
    assert refusal("--plugin", write("repeated_space.py"))[0] == "there is a built-in rule 'repeated-space'"


def test_rule_that_only_judges() -> None:
    text = RULE.replace("check(self, doc)", "judge(self, doc, answers)")
    Path("dead.py").write_text(text.format(name="Check", body="online = True", check="return ()"))
    assert "dead" in {rule.name for rule in rules("--plugin", "dead.py")}
    Path("dumb.py").write_text(text.format(name="Check", body="", check="return ()"))
    assert refusal("--plugin", "dumb.py")[0] == "plugin 'dumb.py': Check has judge, but not `online = True`"
    write("idle.py", body="online = True")
    assert refusal("--plugin", "idle.py")[0] == "plugin 'idle.py': Check has `online = True`, but no judge"


def test_the_name_of_a_file_is_no_leave_to_load_code(folder: Path) -> None:
    """What the settings may do hangs on where they stand, not on how that place is called."""
    write("evil.py", body="open('ran', 'w')")
    Path("command line").write_text('plugins = ["evil.py"]\n')
    assert refusal("--config", "command line")[0] == "command line: 'plugins' names the file evil.py"
    assert not (folder / "ran").exists()


def test_rule_that_raises_names_the_plugin() -> None:
    write("crash.py", "raise ValueError('oh')")
    status, _, err = run("--plugin", "crash.py")
    assert status == 2
    assert "rule 'crash' failed on README.md: ValueError: oh" in err
    assert "This is a bug in the plugin plugins.crash" in err.replace("\n", " ")
