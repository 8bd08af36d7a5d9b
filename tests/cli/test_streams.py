"""The command from outside: what it reads from standard input, and what it prints where."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import BAD, CLEAN, RULES, Run, needs_posix, process

# --- standard input


def test_standard_input(readme: Path) -> None:
    done = process("-", data=BAD.encode())
    assert done.returncode == 1
    assert [line[:4] for line in done.stdout.splitlines()] == [b"-:4:", b"-:5:"]


def test_fix_of_standard_input(readme: Path) -> None:
    text = ("\ufeff" + BAD + "é").replace("\n", "\r\n").encode()
    done = process("--fix", "-", "--ignore", "spaced-link", data=text)
    assert done.stdout == ("\ufeff" + BAD.replace("One. ", "One.") + "é").replace("\n", "\r\n").encode()
    assert done.returncode == 0
    done = process("--fix", "-", "--config", str(readme.parent / "c.toml"), data=text)
    assert done.returncode == 2
    Path("c.toml").write_text('unfixable = ["spaced-link"]')
    done = process("--fix", "-", "--config", "c.toml", data=text)
    assert done.returncode == 1
    assert b"-:4:" in done.stderr, "findings go to standard error"
    assert b"-:4:" not in done.stdout


def test_fix_of_standard_input_leaves_standard_error_to_json(readme: Path) -> None:
    Path("c.toml").write_text('unfixable = ["spaced-link"]')
    done = process("--fix", "-", "--config", "c.toml", "--output-format", "json", data=BAD.encode())
    assert [one["line"] for one in json.loads(done.stderr)] == [4]
    assert done.stdout == BAD.replace("One. ", "One.").encode()


def test_standard_input_as_a_file(readme: Path) -> None:
    Path("docs").mkdir()
    Path("docs/awesome-lint.toml").write_text('per-file-ignores = { "x.md" = ["spaced-link"] }\n')
    done = process("--stdin-filename", "docs/x.md", data=BAD.encode())
    assert [line[:12] for line in done.stdout.splitlines()] == [b"docs/x.md:5:"]
    assert not Path("docs/x.md").exists()


def test_standard_input_that_is_excluded_comes_back(readme: Path) -> None:
    Path("awesome-lint.toml").write_text('exclude = ["old"]\n')
    done = process("--fix", "--stdin-filename", "old/x.md", data=BAD.encode())
    assert (done.returncode, done.stdout) == (0, BAD.encode())
    done = process("--stdin-filename", "old/x.md", data=BAD.encode())
    assert (done.returncode, done.stdout) == (0, b"")


def test_standard_input_knows_the_files_beside_it(readme: Path) -> None:
    text = CLEAN.replace("https://example.org/a", "docs/guide.md").encode()
    command = [sys.executable, "-m", "awesome_lint", "--select", "missing-file", "--output-format", "concise"]
    alone = subprocess.run([*command, "-"], input=text, capture_output=True, check=False)
    named = subprocess.run([*command, "--stdin-filename", "x.md"], input=text, capture_output=True, check=False)
    assert alone.stdout == b""
    assert b"docs/guide.md" in named.stdout


def test_standard_input_in_another_encoding(readme: Path) -> None:
    done = process("-", data="# Liste dés\n".encode("latin-1"))
    assert done.returncode == 2
    assert done.stderr.startswith(b"error: standard input is not UTF-8")


# --- formats


def test_json(run: Run) -> None:
    found = run("--output-format", "json", "README.md")
    assert (found.status, found.err) == (1, "")
    assert [(one["rule"], one["line"]) for one in json.loads(found.out)] == [("spaced-link", 4), ("trailing-space", 5)]


def test_json_of_nothing(run: Run) -> None:
    assert json.loads(run("--output-format", "json", "--fix").out) == []
    assert json.loads(run("--output-format", "json", "none.md").out) == []


def test_full(run: Run) -> None:
    found = run("--output-format", "full")
    assert found.out.endswith("\n1 error, 1 warning; 2 fixable with --fix\n")
    assert found.err == "", "the summary is said once"


@pytest.mark.parametrize(
    ("environment", "painted"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": ""}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
    ],
)
def test_colour(run: Run, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], painted: bool) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run().out) == painted
    assert "\x1b[" not in run("--output-format", "json").out


@needs_posix
def test_terminal_gets_the_full_format_in_colours(readme: Path) -> None:
    import pty

    primary, secondary = pty.openpty()
    env = {**os.environ, "TERM": "xterm", "COLUMNS": "40"}
    command = [sys.executable, "-m", "awesome_lint", "--select", RULES]
    with subprocess.Popen(command, stdout=secondary, stderr=secondary, env=env) as running:
        os.close(secondary)
        printed = b""
        try:
            while piece := os.read(primary, 65536):
                printed += piece
        except OSError:  # how Linux says that the other side has gone
            pass
    os.close(primary)
    assert running.returncode == 1
    assert b"\x1b[1mREADME.md:4:" in printed
    plain = re.sub(rb"\x1b\[\d+m", b"", printed).decode()
    sources = [line for line in plain.splitlines() if " | " in line]
    assert len(sources) == 4
    assert max(map(len, sources)) <= 40
    assert any("…" in line for line in sources)


# --- outputs that do not take what is written


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("output", ["full", "concise"])
def test_output_that_cannot_encode(readme: Path, encoding: str, output: str) -> None:
    readme.write_text(BAD.replace("Cell b", "漢字 é 🔋"), encoding="utf-8")
    done = process("README.md", "--output-format", output, env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"\\u6f22\\u5b57" in done.stdout
    done.stdout.decode(encoding)


def test_json_and_diff_are_utf8_whatever_the_terminal_is(readme: Path) -> None:
    readme.write_text(BAD.replace("Cell b", "漢字 é"), encoding="utf-8")
    env = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = process("--output-format", "json", "README.md", env=env)
    assert "漢字" in json.loads(done.stdout.decode())[0]["message"]
    assert "漢字 é" in process("--diff", "README.md", env=env).stdout.decode()


@needs_posix
@pytest.mark.parametrize("arguments", [[], ["--fix"], ["--output-format", "json"], ["--list-rules"], ["--diff"]])
def test_closed_pipe(readme: Path, arguments: list[str]) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    command = [sys.executable, "-m", "awesome_lint", "--select", RULES, *arguments]
    done = subprocess.run(command, stdout=write_end, stderr=subprocess.PIPE, check=False)
    os.close(write_end)
    assert b"Traceback" not in done.stderr
    assert b"rror" not in done.stderr.replace(b"1 error,", b"")
    assert done.returncode == (0 if arguments in (["--list-rules"], ["--fix"]) else 1)


@needs_posix
@pytest.mark.parametrize("stream", ["1", "2"])
def test_output_closed_from_the_start(readme: Path, stream: str) -> None:
    line = f'"{sys.executable}" -m awesome_lint --select {RULES} {stream}>&-'
    done = subprocess.run(["sh", "-c", line], capture_output=True, check=False)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr + done.stdout


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_full_disk(readme: Path) -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "awesome_lint", "--select", RULES]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert b"error: standard output cannot be written" in done.stderr
    assert b"Traceback" not in done.stderr
