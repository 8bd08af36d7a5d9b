"""A run that is killed, or meets another one, leaves a file as it was or as it should be, and nothing in between."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")

COMMAND = [sys.executable, "-m", "awesome_lint", "--isolated", "--fix", "README.md"]
# Kills itself at a step of those that touch the file or what stands in for it.
SUICIDE = """
import os, signal, sys
left = int(sys.argv.pop(1))
def count(event, args):
    global left
    if event in ("open", "os.rename", "os.remove", "os.chmod", "os.chown", "os.setxattr") and "lint-" in str(args[0]):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(count)
from awesome_lint.cli import entry
entry()
"""
STEPS = 4  # at least: opened, given away, made readable, renamed


def make(folder: Path, entries: int) -> tuple[bytes, bytes]:
    """Write a list with mistakes; return its bytes, and those that a whole run makes of them."""
    lines = [f"- [Tool {n:04}](http://github.com/example/tool-{n})  -  Does it.\n" for n in range(entries)]
    old = ("# Awesome Tools\n\n## Tools\n\n" + "".join(lines)).encode()
    new = old.replace(b"http:", b"https:").replace(b"  -  ", b" - ")
    (folder / "README.md").write_bytes(old)
    return old, new


@pytest.mark.parametrize("step", range(1, STEPS + 1))
def test_killed_at_each_step_of_writing(tmp_path: Path, step: int) -> None:
    old, new = make(tmp_path, 10)
    command = [sys.executable, "-c", SUICIDE, str(step), "--isolated", "--fix", "README.md"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert run.returncode == -signal.SIGKILL, run.stderr.decode()
    assert (tmp_path / "README.md").read_bytes() == old
    assert subprocess.run(COMMAND, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    assert (tmp_path / "README.md").read_bytes() == new


def test_killed_at_any_moment(tmp_path: Path) -> None:
    old, new = make(tmp_path, 300)
    started = time.monotonic()
    subprocess.run(COMMAND, cwd=tmp_path, capture_output=True, check=False)
    whole = time.monotonic() - started
    assert (tmp_path / "README.md").read_bytes() == new
    chance = random.Random(1)
    for _ in range(8):
        (tmp_path / "README.md").write_bytes(old)
        run = subprocess.Popen(COMMAND, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(whole * chance.uniform(0.5, 1.1))
        run.kill()
        run.wait()
        assert (tmp_path / "README.md").read_bytes() in (old, new)


def test_two_runs_at_once(tmp_path: Path) -> None:
    old, new = make(tmp_path, 100)
    for _ in range(4):
        (tmp_path / "README.md").write_bytes(old)
        runs = [subprocess.Popen(COMMAND, cwd=tmp_path, stderr=subprocess.PIPE, text=True) for _ in range(2)]
        said = [run.communicate()[1] for run in runs]
        codes = [run.returncode for run in runs]
        assert 0 in codes
        assert set(codes) <= {0, 2}
        for code, message in zip(codes, said, strict=True):
            assert code == 0 or "changed on disk" in message, message
        assert (tmp_path / "README.md").read_bytes() == new
        assert os.listdir(tmp_path) == ["README.md"]
