"""What the GitHub Action does: installs awesome-lint from the Action's own checkout, and runs it as the inputs ask.

Needs nothing but Python. What a pull request brings is data here: Python runs isolated, so that no file of the
checkout is imported, and no word of an input or of the event reaches a shell.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
LEVELS = ("error", "warning", "info", "never")


class InputError(Exception):
    """An input, or the checkout, that does not do; the message says what to do."""


def main(env: Mapping[str, str], command: Sequence[str] | None = None) -> int:
    """Install, lint and write the outputs; return the exit status of the step.

    command: how to run awesome-lint; default: as installed here.
    """
    status, found = 2, 0
    try:
        with tempfile.TemporaryDirectory(dir=env.get("RUNNER_TEMP")) as folder:
            status, found = lint(env, command or install(Path(folder)), Path(folder))
    except InputError as error:
        sys.stdout.write(f"::error title=awesome-lint::{escaped(str(error))}\n")
    output = env.get("GITHUB_OUTPUT")
    if output:
        complete = "true" if status in (0, 1) else "false"
        append(output, f"exit-code={status}\nfindings={found}\ncomplete={complete}\n")
    return status


def install(folder: Path) -> list[str]:
    """Install awesome-lint into an environment of its own; return the command that runs it."""
    if sys.version_info < (3, 11):  # noqa: UP036 - whatever Python the runner has starts this file
        version = ".".join(map(str, sys.version_info[:2]))
        raise InputError(
            f"awesome-lint needs Python 3.11 or later, and this runner has {version}: run it on ubuntu-latest"
        )
    venv = folder / "venv"
    python = str(venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
    pip = [python, "-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", str(HERE)]
    for step in ([sys.executable, "-I", "-m", "venv", str(venv)], pip):
        done = subprocess.run(step, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if done.returncode:
            raise InputError(f"awesome-lint could not be installed:\n{done.stdout.strip()}")
    return [python, "-I", "-m", "awesome_lint"]


def lint(env: Mapping[str, str], command: Sequence[str], folder: Path) -> tuple[int, int]:
    """Run awesome-lint; return its exit status, and how much it found."""
    here = Path(env.get("GITHUB_WORKSPACE", ".")) / value(env, "working-directory", ".")
    if not here.is_dir():
        raise InputError(f"working-directory: there is no folder {here}; is there a step actions/checkout before?")
    common, wanted = arguments(env, here)
    reports = {"json": str(folder / "found.json"), "markdown": str(folder / "summary.md")}
    extra = [f"--output-file={name}={file}" for name, file in reports.items()]
    extra += [
        f"--output-file={name}={value(env, name)}" for name in ("sarif", "rdjson", "markdown") if value(env, name)
    ]
    sys.stdout.flush()
    status = subprocess.run(
        [*command, "--output-format=github", *extra, *wanted, *common], cwd=here, check=False
    ).returncode
    patch = value(env, "patch")
    if patch and status != 2:
        with open(here / patch, "wb") as file:
            done = subprocess.run([*command, "--diff", *common], cwd=here, stdout=file, check=False)
        status = 2 if done.returncode == 2 else status
    summary = Path(reports["markdown"])
    if summary.is_file() and flag(env, "summary", "true") and env.get("GITHUB_STEP_SUMMARY"):
        append(env["GITHUB_STEP_SUMMARY"], summary.read_text(encoding="utf-8"))
    found = Path(reports["json"])
    return status, len(json.loads(found.read_text(encoding="utf-8"))) if found.is_file() else 0


def arguments(env: Mapping[str, str], here: Path) -> tuple[list[str], list[str]]:
    """Return the arguments that every run takes, and those of the run that reports."""
    level = value(env, "fail-on", "warning")
    if level not in LEVELS:
        raise InputError(f"fail-on: there is no '{level}'; write one of {', '.join(LEVELS)}")
    wanted = ["--exit-zero"] if level == "never" else [f"--fail-on={level}"]
    if flag(env, "online", "false"):
        wanted.append("--online")
    since = value(env, "since") or (base(env, here) if env.get("GITHUB_EVENT_NAME") == "pull_request" else "all")
    common = lines(env, "args") if since == "all" else [f"--since={since}", *lines(env, "args")]
    return [*common, "--", *lines(env, "paths")], wanted


def base(env: Mapping[str, str], here: Path) -> str:
    """Return the commit that a pull request is to be merged into: the first parent of the merge that GitHub made.

    The checkout holds that merge alone; one commit more is fetched, not the history.
    """
    head = git(here, "cat-file", "-p", "HEAD")
    if head is None:
        raise InputError(f"{here} is no git checkout: add a step actions/checkout before, or set since: all")
    parents = [line.split()[1] for line in head.split("\n\n")[0].splitlines() if line.startswith("parent ")]
    if len(parents) > 1:
        if not known(here, parents[0]):
            commit = (git(here, "rev-parse", "HEAD") or "").strip()
            git(here, "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--depth=2", "origin", commit)
        if known(here, parents[0]):
            return parents[0]
        raise InputError("the base of the pull request could not be fetched: set fetch-depth: 2 at actions/checkout")
    event = json.loads(Path(env["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    commit = str(event.get("pull_request", {}).get("base", {}).get("sha", ""))
    if commit.isalnum() and known(here, commit):
        return commit
    raise InputError(
        "what is checked out is not the merge of the pull request: leave out ref: at actions/checkout, or set "
        "fetch-depth: 0 there"
    )


def known(here: Path, commit: str) -> bool:
    """Whether a commit is in the checkout."""
    return git(here, "cat-file", "-e", f"{commit}^{{commit}}") is not None


def git(here: Path, *words: str) -> str | None:
    """Return what git says; None where it fails."""
    command = [git_program(), "-C", str(here), *words]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    return None if done.returncode else done.stdout


def git_program() -> str:
    """Return where git is: Windows would first look in the current folder, which a pull request fills."""
    name = "git.exe" if os.name == "nt" else "git"
    folders = [Path(folder) for folder in os.get_exec_path()]
    found = (str(folder / name) for folder in folders if folder.is_absolute() and (folder / name).is_file())
    program = next(found, None)
    if program is None:
        raise InputError("this runner has no git: run it on ubuntu-latest, or set since: all")
    return program


def value(env: Mapping[str, str], name: str, default: str = "") -> str:
    """Return an input, without white space around it."""
    return env.get(f"AWESOME_LINT_{name.upper().replace('-', '_')}", "").strip() or default


def flag(env: Mapping[str, str], name: str, default: str) -> bool:
    """Return an input that is true or false."""
    text = value(env, name, default).lower()
    if text not in ("true", "false"):
        raise InputError(f"{name}: write true or false, not '{text}'")
    return text == "true"


def lines(env: Mapping[str, str], name: str) -> list[str]:
    """Return the lines of an input."""
    return [line.strip() for line in value(env, name).splitlines() if line.strip()]


def escaped(text: str) -> str:
    """Return a text as the message of a workflow command."""
    return text.replace("##[", "## [").replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def append(path: str, text: str) -> None:
    """Add a text to one of the files through which a step speaks to the runner."""
    with open(path, "a", encoding="utf-8") as file:
        file.write(text)


if __name__ == "__main__":
    sys.exit(main(os.environ))
