"""The GitHub Action: its script on real repositories, and what its files promise."""

import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

TOP = Path(__file__).resolve().parent.parent
LIST = "# Awesome Kettles\n\n" + "".join(
    f"- [Kettle {number}](https://example.org/{number}) - Boils  water.\n" for number in range(12)
)
GOOD = "- [Zinc](https://example.org/zinc) - Shines.\n"
BAD = "- [Zinc](https://example.org/zinc) - Shines ::error::brightly.  And more.\n"


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("action_run", TOP / "action" / "run.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True, text=True).stdout.strip()


def merged(folder: Path, added: str) -> None:
    """Make a repository whose HEAD merges a pull request that adds a text to the list."""
    git(folder.parent, "init", "-q", "-b", "main", str(folder))
    (folder / "README.md").write_text(LIST, encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "one")
    git(folder, "switch", "-qc", "change")
    (folder / "README.md").write_text(LIST + added, encoding="utf-8")
    git(folder, "commit", "-qam", "two")
    git(folder, "switch", "-q", "main")
    git(folder, "merge", "-q", "--no-ff", "-m", "merge", "change")


class Step:
    """A step of a job, with the files through which it speaks to the runner."""

    def __init__(self, folder: Path, workspace: Path) -> None:
        self.output, self.summary = folder / "output", folder / "summary"
        event = folder / "event.json"
        event.write_text(json.dumps({"pull_request": {"base": {"sha": "0" * 40}}}), encoding="utf-8")
        self.env = {
            "GITHUB_EVENT_NAME": "pull_request",
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_OUTPUT": str(self.output),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_WORKSPACE": str(workspace),
        }

    def run(self, **inputs: str) -> int:
        env = self.env | {f"AWESOME_LINT_{name.upper()}": value for name, value in inputs.items()}
        status: int = script().main(env, [sys.executable, "-m", "awesome_lint", "--select=repeated-space"])
        assert f"exit-code={status}\n" in self.output.read_text(encoding="utf-8")
        return status


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "workspace"


def test_a_pull_request_hears_of_what_it_brings(
    tmp_path: Path, workspace: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    merged(workspace, BAD)
    step = Step(tmp_path, workspace)
    assert step.run(sarif="lint.sarif", rdjson="lint.rdjson", markdown="lint.md", patch="lint.patch") == 1
    lines = capfd.readouterr().out.splitlines()
    assert len(lines) == 1, "the 12 old faults are not its business"
    assert lines[0].startswith("::warning title=repeated-space,file=README.md,line=15,")
    assert "findings=1\n" in step.output.read_text(encoding="utf-8")
    summary = step.summary.read_text(encoding="utf-8")
    assert summary.startswith("### awesome-lint\n\n1 warning")
    assert (workspace / "lint.md").read_text(encoding="utf-8") == summary
    assert len(json.loads((workspace / "lint.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == 1
    assert len(json.loads((workspace / "lint.rdjson").read_text(encoding="utf-8"))["diagnostics"]) == 1
    git(workspace, "apply", "lint.patch")
    assert (workspace / "README.md").read_text(encoding="utf-8") == LIST + BAD.replace(".  A", ". A")


def test_a_pull_request_that_adds_a_good_entry_passes(tmp_path: Path, workspace: Path) -> None:
    merged(workspace, GOOD)
    step = Step(tmp_path, workspace)
    assert step.run() == 0
    assert "Nothing was found." in step.summary.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("inputs", "status"),
    [
        ({"since": "all"}, 1),
        ({"since": "all", "fail_on": "error"}, 0),
        ({"since": "all", "fail_on": "never"}, 0),
        ({"since": "all", "args": "--ignore=repeated-space"}, 0),
        ({"since": "HEAD"}, 0),
        ({"since": "HEAD^1"}, 0),
        ({"since": "none-such"}, 2),
        ({"since": "all", "paths": "README.md\nnone.md"}, 2),
        ({"since": "all", "paths": "--exit-zero"}, 2),
    ],
)
def test_inputs(tmp_path: Path, workspace: Path, inputs: dict[str, str], status: int) -> None:
    merged(workspace, GOOD)
    step = Step(tmp_path, workspace)
    assert step.run(**inputs) == status
    assert f"complete={'false' if status == 2 else 'true'}\n" in step.output.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        ({"fail_on": "warn"}, "fail-on: there is no 'warn'; write one of error, warning, info, never"),
        ({"online": "yes"}, "online: write true or false, not 'yes'"),
        ({"working_directory": "docs"}, "working-directory: there is no folder"),
    ],
)
def test_inputs_that_do_not_do(
    tmp_path: Path, workspace: Path, capfd: pytest.CaptureFixture[str], inputs: dict[str, str], said: str
) -> None:
    merged(workspace, GOOD)
    assert Step(tmp_path, workspace).run(**inputs) == 2
    assert capfd.readouterr().out.startswith(f"::error title=awesome-lint::{said}")


def test_no_summary_where_none_is_wanted(tmp_path: Path, workspace: Path) -> None:
    merged(workspace, BAD)
    step = Step(tmp_path, workspace)
    assert step.run(summary="false") == 1
    assert not step.summary.exists()


def test_a_checkout_of_one_commit_is_deepened_by_one(tmp_path: Path, workspace: Path) -> None:
    origin = tmp_path / "origin"
    merged(origin, BAD)
    git(tmp_path, "clone", "-q", "--depth=1", origin.as_uri(), str(workspace))
    assert Step(tmp_path, workspace).run() == 1
    assert git(workspace, "log", "--format=%s", "-1", "HEAD^1") == "one"


def test_checkouts_without_a_base(tmp_path: Path, workspace: Path, capfd: pytest.CaptureFixture[str]) -> None:
    origin = tmp_path / "origin"
    merged(origin, BAD)
    git(tmp_path, "clone", "-q", "--depth=1", origin.as_uri(), str(workspace))
    git(workspace, "remote", "set-url", "origin", (tmp_path / "gone").as_uri())
    assert Step(tmp_path, workspace).run() == 2
    assert "could not be fetched: set fetch-depth: 2" in capfd.readouterr().out
    git(origin, "switch", "-q", "change")
    step = Step(tmp_path, origin)
    assert step.run() == 2
    assert "is not the merge of the pull request" in capfd.readouterr().out
    base = git(origin, "rev-parse", "main^1")
    Path(step.env["GITHUB_EVENT_PATH"]).write_text(
        json.dumps({"pull_request": {"base": {"sha": base}}}), encoding="utf-8"
    )
    assert step.run() == 1
    (tmp_path / "plain").mkdir()
    assert Step(tmp_path, tmp_path / "plain").run() == 2
    assert "is no git checkout" in capfd.readouterr().out


def test_nothing_that_a_pull_request_brings_is_imported(tmp_path: Path, workspace: Path) -> None:
    merged(workspace, GOOD)
    for name in ("json.py", "awesome_lint.py", "sitecustomize.py"):
        (workspace / name).write_text("open('pwned', 'w').close()\n", encoding="utf-8")
    env = {**os.environ, **Step(tmp_path, workspace).env, "AWESOME_LINT_FAIL_ON": "no level"}
    done = subprocess.run([sys.executable, "-I", str(TOP / "action" / "run.py")], cwd=workspace, env=env, check=False)
    assert done.returncode == 2
    assert not (workspace / "pwned").exists()


# --- the files


def action() -> str:
    return (TOP / "action.yml").read_text(encoding="utf-8")


def test_inputs_reach_the_script_through_the_environment_alone() -> None:
    declared = re.findall(r"^  ([a-z-]+):$", action().split("inputs:")[1].split("outputs:")[0], re.MULTILINE)
    mapped = re.findall(r"AWESOME_LINT_([A-Z_]+): \$\{\{ inputs\.([a-z-]+) \}\}", action())
    assert [name for _, name in mapped] == declared
    assert all(variable == name.upper().replace("-", "_") for variable, name in mapped)
    read = (TOP / "action" / "run.py").read_text(encoding="utf-8")
    for name in declared:
        assert f'"{name}"' in read, "an input that nothing reads"
    assert "${{" not in action().split("run: ")[1], "the script holds no expression"
    assert "uses:" not in action(), "no action of somebody else's"


def test_the_actions_of_the_examples_are_pinned() -> None:
    for file in sorted((TOP / "examples" / "workflows").glob("*.yml")):
        used = re.findall(r"^ +-? ?uses: (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
        others = [one for one in used if not one.startswith("awesome-lint/awesome-lint@")]
        assert others
        assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one) for one in others)


GH = """\
#!/bin/sh
echo "$@" >> "$LOG"
case "$2" in list) echo "$ISSUE" ;; esac
"""


@pytest.mark.skipif(os.name == "nt", reason="the script is for the shell of a runner")
@pytest.mark.parametrize(
    ("findings", "complete", "issue", "done"),
    [
        ("0", "true", "7", "close"),
        ("0", "true", "", None),
        ("3", "true", "7", "edit"),
        ("3", "true", "", "create"),
        ("0", "false", "7", None),
        ("3", "false", "7", None),
        ("3", "false", "", "create"),
        ("0", "false", "", None),
    ],
)
def test_the_issue_about_links(findings: str, complete: str, issue: str, done: str | None, tmp_path: Path) -> None:
    text = (TOP / "examples" / "workflows" / "links.yml").read_text(encoding="utf-8")
    (tmp_path / "gh").write_text(GH, encoding="utf-8")
    (tmp_path / "gh").chmod(0o755)
    said = {"FINDINGS": findings, "COMPLETE": complete, "REPORT": "- `$(x)`", "TITLE": "Links", "ISSUE": issue}
    env = {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "LOG": str(tmp_path / "log"), **said}
    script = re.findall(r"^ +run: \|\n((?: {10}.*\n)+)", text, re.MULTILINE)[-1]
    subprocess.run(["bash", "-e", "-o", "pipefail", "-c", script], cwd=tmp_path, env=env, check=True)
    calls = [line.split()[1] for line in (tmp_path / "log").read_text(encoding="utf-8").splitlines()]
    assert calls == ["list"] + ([done] if done else [])
    assert (tmp_path / "body.md").read_text(encoding="utf-8") == "- `$(x)`\n"


def test_no_expression_in_the_scripts_of_the_examples() -> None:
    for file in sorted((TOP / "examples" / "workflows").glob("*.yml")):
        text = file.read_text(encoding="utf-8")
        for run in re.findall(r"^ +run: \|\n((?: {10}.*\n)+)", text, re.MULTILINE):
            assert "${{" not in run
        assert "\npermissions: {}\n" in text
        assert "pull_request_target" not in text
        assert "persist-credentials: false" in text
