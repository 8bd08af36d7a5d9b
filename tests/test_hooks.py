"""The hooks that lists take from this repository: the manifest, and real commits through pre-commit and prek.

The commits need a registry and a minute, so they are made only where AWESOME_LINT_HOOKS is set, as `.ci/run` does.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from awesome_lint.command.contradictions import refuse
from awesome_lint.command.options import parse

ROOT = Path(__file__).resolve().parent.parent
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
MANAGERS = ("pre-commit", "prek")
PACKED = ("src", "rules", "examples", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
OLD = "# Awesome Cells\n\n## Things\n\n" + "".join(
    f"- [Cell {number:03}](https://example.org/{number}) - One about {'the ' * (1 + (number < 200))}number {number}. \n"
    for number in range(300)
)
GOOD = "- [Cell 300](https://example.org/300) - One about the number 300.\n"
BAD = GOOD.replace("](", "] (")
by_hand = pytest.mark.skipif("AWESOME_LINT_HOOKS" not in os.environ, reason="AWESOME_LINT_HOOKS is not set")


def hooks() -> list[dict[str, str]]:
    """Return the scalar fields of each hook; the manifest needs no more of YAML than lines of `key: value`."""
    blocks = re.split(r"(?m)^- ", MANIFEST.read_text())[1:]
    return [dict(re.findall(r"(?m)^ *(\w+): (.*)$", block)) for block in blocks]


def words(hook: dict[str, str]) -> list[str]:
    return [*shlex.split(hook["entry"]), *re.findall(r"[\w-]+", hook.get("args", ""))]


def test_the_hooks_say_what_the_command_knows() -> None:
    for hook in hooks():
        command, *arguments = words(hook)
        assert command == "awesome-lint"
        refuse(parse([*arguments, "README.md"]))


def test_every_file_of_a_commit_is_seen_by_one_process() -> None:
    assert all(hook["require_serial"] == "true" for hook in hooks())


def test_the_network_is_left_to_a_hook_that_is_called_by_name() -> None:
    for hook in hooks():
        assert ("--online" in words(hook)) == (hook["stages"] == "[manual]")


def test_the_manifest_is_valid() -> None:
    run = pytest.importorskip("pre_commit.main").main
    assert run(["validate-manifest", str(MANIFEST)]) == 0


# --- for real


@pytest.fixture(scope="module")
def tool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with the tool in it, as a release is."""
    folder = tmp_path_factory.mktemp("tool")
    for name in PACKED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    call(folder, "git", "init", "-q")
    call(folder, "git", "add", "-A")
    call(folder, "git", "commit", "-q", "-m", "release")
    call(folder, "git", "tag", "v1")
    return folder


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return where the managers keep the environments that they build, once for all tests."""
    return {name: str(tmp_path_factory.mktemp("home")) for name in ("PRE_COMMIT_HOME", "PREK_HOME")}


@pytest.fixture
def listed(tmp_path: Path, homes: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository of a list with five hundred old faults."""
    for name, home in homes.items():
        monkeypatch.setenv(name, home)
    beside = os.path.dirname(sys.executable)
    monkeypatch.setenv("PATH", f"{beside}{os.pathsep}{os.environ['PATH']}")
    call(tmp_path, "git", "init", "-q")
    (tmp_path / "README.md").write_text(OLD)
    call(tmp_path, "git", "add", "-A")
    call(tmp_path, "git", "commit", "-q", "-m", "list")
    return tmp_path


def call(folder: Path, *command: str, status: int = 0) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    said = (done.stdout + done.stderr).decode()
    assert done.returncode == status, said
    return said


def needed(manager: str) -> str:
    found = shutil.which(manager)
    if found is None:
        pytest.skip(f"{manager} is not installed")
    return found


@by_hand
@pytest.mark.parametrize("manager", MANAGERS)
def test_all_files_are_checked_whole(manager: str, listed: Path, tool: Path) -> None:
    said = call(listed, needed(manager), "try-repo", str(tool), "awesome-lint", "--all-files", status=1)
    assert said.count("[trailing-space]") == 1  # it speaks for all of them
    assert said.count("[repeated-word]") == 200
    said = call(listed, needed(manager), "try-repo", str(tool), "awesome-lint-fix", "--all-files", status=1)
    assert "fixed 1 finding in 1 file" in said
    assert (listed / "README.md").read_text() == OLD.replace(". \n", ".\n")


@by_hand
@pytest.mark.parametrize("manager", MANAGERS)
@pytest.mark.parametrize("hook", ["awesome-lint", "awesome-lint-fix"])
def test_a_commit_answers_for_what_it_brings(manager: str, hook: str, listed: Path, tool: Path) -> None:
    config = f"repos:\n- repo: {tool.as_uri()}\n  rev: v1\n  hooks:\n  - id: {hook}\n"
    (listed / ".pre-commit-config.yaml").write_text(config)
    call(listed, "git", "add", "-A")
    call(listed, "git", "commit", "-q", "-m", "hooks")
    call(listed, needed(manager), "install")
    readme = listed / "README.md"

    readme.write_text(OLD + BAD)
    call(listed, "git", "add", "-A")
    said = call(listed, "git", "commit", "-m", "a bad entry", status=1)
    if hook == "awesome-lint":
        assert "README.md:305:3: error[spaced-link]" in said
        assert "trailing-space" not in said
        assert readme.read_text() == OLD + BAD
        readme.write_text(OLD + GOOD)
    else:
        assert "fixed 1 finding in 1 file" in said
        assert readme.read_text() == OLD + GOOD
    call(listed, "git", "commit", "-m", "still bad", status=1)  # what was mended is not staged
    call(listed, "git", "add", "-A")
    call(listed, "git", "commit", "-m", "a good entry")
    assert call(listed, "git", "show", "HEAD:README.md") == OLD + GOOD
