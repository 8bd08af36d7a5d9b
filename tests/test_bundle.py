"""A run from the bundle is a run; a bundle that is missing, old, broken or unwritable costs time and nothing else."""

import json
import marshal
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import awesome_lint
from awesome_lint import bundle, rulebook
from awesome_lint.bundle import Bundle

pytestmark = pytest.mark.skipif(sys.implementation.name != "cpython", reason="other Pythons keep bytecode otherwise")

OF_BYTECODE = {"PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"}
PROSE = "# Awesome\n\nNothing is listed here yet, and this line has a space at its end. \n"
LIST = (
    "# Awesome\n\n" + "".join(f"- [Cell {name}](https://example.org/{name}) - One.\n" for name in "abcdefgh") + "  \n"
)
PATTERN = """
[[patterns]]
name = "cells"
pattern = "Cell"
where = "title"
message = "a cell"
"""
PLUGIN = '''
import awesome_lint.testing
from awesome_lint.rule import Rule

class Check(Rule):
    """Nothing is wrong."""

    def check(self, doc):
        return ()
'''


class Copy:
    """A copy of the package, which a test may change, and a folder to run it in."""

    def __init__(self, folder: Path) -> None:
        self.package = folder / "src" / "awesome_lint"
        here = Path(awesome_lint.__file__).parent
        shutil.copytree(here, self.package, ignore=shutil.ignore_patterns("__pycache__", "rulebook"))
        shutil.copytree(rulebook.FOLDER, folder / "rules")
        self.lists = folder / "lists"
        self.lists.mkdir()
        self.write(LIST)

    @property
    def kept(self) -> list[Path]:
        return list(self.package.rglob("*.modules*"))

    def write(self, text: str) -> None:
        (self.lists / "README.md").write_text(text, encoding="utf-8")

    def run(self, *arguments: str, python: tuple[str, ...] = (), env: dict[str, str] | None = None) -> tuple[str, int]:
        """Return what a run prints, and how many modules of the package Python had to look for."""
        printed, imported = self.imported_by(*arguments, python=python, env=env)
        return printed, sum(name.startswith("awesome_lint.") for name in imported)

    def imported_by(
        self, *arguments: str, python: tuple[str, ...] = (), env: dict[str, str] | None = None
    ) -> tuple[str, set[str]]:
        """Return what a run prints, and the modules that Python had to look for."""
        environment = {**writing(), "PYTHONPATH": str(self.package.parent), **(env or {})}
        command = [sys.executable, "-X", "importtime", *python, "-m", "awesome_lint", "--exit-zero"]
        command += arguments or ["README.md"]
        done = subprocess.run(command, check=True, cwd=self.lists, env=environment, capture_output=True, text=True)
        return done.stdout, set(re.findall(r"^import time:.*\| +(\S+)$", done.stderr, re.M))


def writing() -> dict[str, str]:
    """Return the environment without what tells Python to write no bytecode, or to write it elsewhere."""
    return {name: value for name, value in os.environ.items() if name not in OF_BYTECODE}


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "some.modules"


def test_the_second_run_reads_one_file_and_says_the_same(copy: Copy) -> None:
    first, many = copy.run()
    (kept,) = copy.kept
    state = kept.stat()
    second, few = copy.run()
    assert first == second
    assert "trailing-space" in first
    assert many > 100
    assert few < 25
    assert copy.kept == [kept]
    assert (kept.stat().st_ino, kept.stat().st_mtime_ns) == (state.st_ino, state.st_mtime_ns)


def test_a_module_that_changed_is_read_anew_with_all_others(copy: Copy) -> None:
    before, _ = copy.run()
    rule = copy.package / "checks" / "text" / "trailing_space.py"
    rule.write_text(rule.read_text("utf-8").replace("space", "void"), encoding="utf-8")
    after, many = copy.run(python=("-B",))
    assert before != after
    assert " void" in after
    assert many > 100
    copy.run()
    again, few = copy.run()
    assert again == after
    assert few < 25


def test_a_module_that_is_gone_is_missed_at_once(copy: Copy) -> None:
    copy.run()
    (copy.package / "checks" / "text" / "trailing_space.py").unlink()
    printed, _ = copy.run()
    assert "trailing-space" not in printed


def test_what_longer_lists_need_is_added(copy: Copy) -> None:
    copy.write(PROSE)
    copy.run()
    copy.write(LIST)
    for _ in range(2):
        _, number = copy.run()
    assert number < 25
    (kept,) = copy.kept
    written = kept.stat().st_mtime_ns
    copy.write(PROSE)
    copy.run()
    assert kept.stat().st_mtime_ns == written


def test_what_other_runs_needed_is_not_imported(copy: Copy) -> None:
    settings = copy.lists / "awesome-lint.toml"
    settings.write_text(PATTERN, encoding="utf-8")
    assert "[cells]" in copy.run()[0]
    settings.unlink()
    for arguments in (["--statistics"], ["--output-format", "json"], ["--output-file", "sarif=report.sarif"]):
        copy.run("README.md", *arguments)
    _, imported = copy.imported_by()
    assert "markdown_it" in imported
    assert not imported & {"aiohttp", "asyncio", "difflib", "hashlib", "json", "rapidfuzz", "regex", "tomllib"}


@pytest.mark.parametrize(
    "arguments", [["--fix"], ["--diff"], ["--add-ignores"], ["--write-baseline", "--baseline", "known.json"]]
)
def test_only_plain_runs_keep_their_modules(arguments: list[str], copy: Copy) -> None:
    copy.run("README.md", *arguments)
    assert not copy.kept


def test_nothing_is_kept_where_python_keeps_no_bytecode(copy: Copy) -> None:
    copy.run(env={"PYTHONDONTWRITEBYTECODE": "1"})
    assert not copy.kept


def test_bytecode_that_is_kept_elsewhere_takes_the_bundle_along(copy: Copy, tmp_path: Path) -> None:
    elsewhere = {"PYTHONPYCACHEPREFIX": str(tmp_path / "bytecode")}
    copy.run(env=elsewhere)
    assert not copy.kept
    assert len(list((tmp_path / "bytecode").rglob("*.modules"))) == 1


def test_code_without_docstrings_is_kept_apart(copy: Copy) -> None:
    copy.run()
    copy.run(python=("-OO",))
    assert len(copy.kept) == 2


LOAD = """
import sys
from awesome_lint.bundle import Bundle
before = {*sys.modules}
Bundle(sys.argv[1]).load()
import awesome_lint.engine, awesome_lint.urls, awesome_lint.identity
print(len({*sys.modules} - before), awesome_lint.urls.problem, awesome_lint.engine.__spec__.loader.name)
"""


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not marshalled",
        marshal.dumps(7),
        marshal.dumps((("of another version",), [])),
        marshal.dumps((bundle.FORM, 7)),
        marshal.dumps((bundle.FORM, [("a", "module")])),
    ],
)
def test_a_bad_file_is_not_believed(data: bytes, path: Path) -> None:
    path.write_bytes(data)
    assert loaded(path) == loaded(path.with_name("missing"))


SOUND = """
import sys
import awesome_lint.command
from awesome_lint.bundle import Bundle
before = {*sys.modules}
Bundle(sys.argv[1]).load()
print(len([name for name in {*sys.modules} - before if name.startswith("awesome_lint.")]), end=" ")
from awesome_lint import rule
from awesome_lint.command import run
print(run.engine is sys.modules["awesome_lint.engine"] and run.engine.Rule is rule.Rule, end="")
"""


def test_a_bundle_that_fails_leaves_nothing_behind_and_is_made_anew(copy: Copy) -> None:
    printed, _ = copy.run()
    (kept,) = copy.kept
    form, modules = marshal.loads(kept.read_bytes())
    *_, last = modules
    wrong = compile("raise ImportError('what it imports is gone')", last[1], "exec")
    kept.write_bytes(marshal.dumps((form, [*modules[:-1], (*last[:-1], wrong)])))
    command = [sys.executable, "-c", SOUND, str(kept)]
    environment = {**writing(), "PYTHONPATH": str(copy.package.parent)}
    told = subprocess.run(command, check=True, capture_output=True, env=environment, text=True).stdout
    assert told == "0 True"
    assert copy.run()[0] == printed
    again, few = copy.run()
    assert again == printed
    assert few < 25


def test_what_a_plugin_imported_is_not_kept(copy: Copy) -> None:
    (copy.lists / "plugin.py").write_text(PLUGIN, encoding="utf-8")
    copy.run("README.md", "--plugin", "plugin.py")
    assert not copy.kept


def loaded(path: Path) -> str:
    command = [sys.executable, "-c", LOAD, str(path)]
    return re.sub(" at 0x[0-9a-f]+", "", subprocess.run(command, check=True, capture_output=True, text=True).stdout)


DESCRIBE = """
import json, sys
from awesome_lint.bundle import Bundle
kept = Bundle(sys.argv[1])
kept.load()
kept.grows = True
from awesome_lint.cli import main
main(["--isolated", "--exit-zero", "--output-file", "json=" + sys.argv[2], sys.argv[3]])
told = {}
for name, module in sys.modules.items():
    if name.startswith("awesome_lint."):
        spec, (parent, _, last) = module.__spec__, name.rpartition(".")
        told[name] = [
            module.__name__, module.__file__, module.__package__, module.__cached__, getattr(module, "__path__", None),
            type(module.__loader__).__name__, spec.name, spec.origin, spec.parent, spec.has_location,
            sorted(vars(module)), type(getattr(sys.modules[parent], last)).__name__,
        ]
print(json.dumps([len(told), told]))
kept.save()
"""


def test_modules_are_as_they_would_be_if_imported(path: Path, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(LIST, encoding="utf-8")
    command = [sys.executable, "-c", DESCRIBE, *map(str, (path, tmp_path / "report.json", tmp_path / "README.md"))]
    told = []
    for _ in range(2):
        run = subprocess.run(command, check=True, capture_output=True, env=writing(), text=True)
        told.append((json.loads(run.stdout.splitlines()[-1]), (tmp_path / "report.json").read_text("utf-8")))
    assert told[0] == told[1]
    assert marshal.loads(path.read_bytes())[0] == bundle.FORM


def test_a_folder_that_cannot_be_written_is_no_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "file").touch()
    (tmp_path / "folder.modules").mkdir()
    for path in (tmp_path / "file" / "some.modules", tmp_path / "folder.modules"):
        kept = Bundle(str(path))
        kept.grows = True
        kept.save()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["file", "folder.modules"]


def test_modules_in_another_order_do_no_harm(copy: Copy) -> None:
    printed, _ = copy.run()
    (kept,) = copy.kept
    form, modules = marshal.loads(kept.read_bytes())
    for order in (modules[::-1], sorted(modules)):
        kept.write_bytes(marshal.dumps((form, order)))
        assert copy.run(python=("-B",))[0] == printed
