"""The command from outside: what it prints where, what it writes, and how it ends."""

import errno
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

import awesome_lint
from awesome_lint import rulebook
from awesome_lint.cli import main
from awesome_lint.command.options import GROUPS, Arguments, help_text, parse
from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document

ENTRIES = "".join(f"- [Cell {name}](https://example.org/{name}) - One.\n" for name in "abcdef")
CLEAN = f"# Awesome\n\n{ENTRIES}"
# One error with a safe fix, one warning with a safe fix; under --select, what other rules think of it is no matter.
BAD = CLEAN.replace("[Cell b](", "[Cell b] (").replace(
    "[Cell c](https://example.org/c) - One.", "[Cell c](https://example.org/c) - One. "
)
BAD_LINES = ["README.md:4:", "README.md:5:"]
RULES = "spaced-link,trailing-space"
Run = Callable[..., "Outcome"]
needs_posix = pytest.mark.skipif(os.name != "posix", reason="POSIX only")


class Outcome:
    def __init__(self, status: int, out: str, err: str) -> None:
        self.status = status
        self.out = out
        self.err = err


@pytest.fixture
def readme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a list that has two faults, and return its path."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    path = tmp_path / "README.md"
    path.write_bytes(BAD.encode())
    return path


@pytest.fixture
def run(readme: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    """Return what runs the two rules that the list breaks, in this process."""

    def run_main(*arguments: str, select: str = RULES) -> Outcome:
        status = main([*(["--select", select] if select else []), *arguments])
        out, err = capfd.readouterr()
        return Outcome(status, out, err)

    return run_main


def process(
    *arguments: str, data: bytes = b"", env: dict[str, str] | None = None, python: Sequence[str] = ()
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, *python, "-m", "awesome_lint", "--select", RULES, *arguments]
    return subprocess.run(command, input=data, capture_output=True, env={**os.environ, **(env or {})}, check=False)


# --- linting


def test_findings_go_to_standard_output_and_the_rest_to_standard_error(run: Run) -> None:
    found = run("README.md")
    assert found.status == 1
    assert [line[:12] for line in found.out.splitlines()] == BAD_LINES
    assert found.err == "1 error, 1 warning; 2 fixable with --fix\n"


def test_clean_list(run: Run, readme: Path) -> None:
    readme.write_text(CLEAN)
    found = run()
    assert (found.status, found.out, found.err) == (0, "", "nothing found in 1 file\n")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--select", "spaced-link"], 1),
        (["--select", "spaced-link", "--fail-on", "error"], 1),
        (["--select", "trailing-space", "--fail-on", "error"], 0),
        (["--select", "trailing-space", "--fail-on", "warning"], 1),
        (["--select", "trailing-space", "--fail-on", "info"], 1),
        (["--select", "trailing-space", "--exit-zero"], 0),
        (["--select", "final-newline"], 0),
    ],
)
def test_exit_status_by_level(run: Run, arguments: list[str], status: int) -> None:
    assert run("README.md", *arguments, select="").status == status


def test_notes_fail_only_when_asked(run: Run) -> None:
    Path("awesome-lint.toml").write_text('severity = { all = "info" }\n')
    found = run("README.md")
    assert (found.status, len(found.out.splitlines())) == (0, 2)
    assert found.err.startswith("2 notes;")
    assert run("README.md", "--fail-on", "info").status == 1


def test_error_beats_exit_zero(run: Run) -> None:
    assert run("README.md", "none.md", "--exit-zero").status == 2


def test_ignore(run: Run) -> None:
    found = run("--ignore", "trailing-space", "--ignore=unused-directive")
    assert [line[:12] for line in found.out.splitlines()] == BAD_LINES[:1]


def test_directives(run: Run, readme: Path) -> None:
    ours = BAD.replace("# Awesome\n", "# Awesome\n\n<!-- awesome-lint-disable-file trailing-space -- kept -->\n")
    readme.write_text(ours.replace("- [Cell b]", "<!-- awesome-lint-disable-next-line spaced-link -->\n- [Cell b]"))
    assert run().out == ""
    readme.write_text(BAD.replace("- [Cell b]", "<!--lint disable-->\n- [Cell b]"))
    assert run().out == ""


def test_today_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    days = []

    def note(self: object, doc: Document) -> Iterator[Diagnostic]:
        days.append(doc.today.isoformat())
        yield from ()

    monkeypatch.setattr(rulebook.load("trailing-space"), "check", note)
    run("--today", "2031-02-03")
    assert days == ["2031-02-03"]


# --- fixing


def test_fix(run: Run, readme: Path) -> None:
    found = run("--fix")
    assert (found.status, found.out) == (0, "")
    assert found.err == "fixed 2 findings in 1 file\nnothing left in 1 file\n"
    assert readme.read_text() == CLEAN
    again = run("--fix")
    assert (again.status, again.err) == (0, "nothing found in 1 file\n")


def test_fix_keeps_the_bytes_that_no_fix_names(run: Run, readme: Path) -> None:
    wrap = b"\xef\xbb\xbf%b\x0b\xc2\x85 end"
    readme.write_bytes(wrap % BAD.replace("\n", "\r\n").encode())
    assert run("--fix").status == 0
    assert readme.read_bytes() == wrap % CLEAN.replace("\n", "\r\n").encode()


def test_fix_reports_what_remains(run: Run, readme: Path) -> None:
    Path("pyproject.toml").write_text('[tool.awesome-lint]\nunfixable = ["spaced-link"]\n')
    found = run("--fix")
    assert found.status == 1
    assert [line[:12] for line in found.out.splitlines()] == BAD_LINES[:1]
    assert found.err == "fixed 1 finding in 1 file\n1 error\n", "a fix that is forbidden is not offered"
    assert "[Cell b] (" in readme.read_text()


def test_exit_non_zero_on_fix(run: Run, readme: Path) -> None:
    assert run("--fix", "--exit-non-zero-on-fix").status == 1
    assert run("--fix", "--exit-non-zero-on-fix").status == 0
    readme.write_text(BAD)
    assert run("--fix", "--exit-non-zero-on-fix", "--exit-zero").status == 0


def test_fix_of_several_files(run: Run) -> None:
    Path("b.md").write_text(CLEAN)
    Path("c.md").write_text(BAD)
    found = run("--fix", "README.md", "b.md", "none.md", "c.md")
    assert found.status == 2
    assert "fixed 4 findings in 2 files\nnothing left in 3 files\n" in found.err
    assert "none.md does not exist" in found.err
    assert {Path(name).read_text() for name in ("README.md", "b.md", "c.md")} == {CLEAN}


def test_unsafe_fixes_only_when_asked(run: Run, readme: Path) -> None:
    twice = CLEAN.replace("One.\n", "One one two.\n", 1).replace("One one two", "the the end")
    readme.write_text(twice)
    assert run("--fix", select="repeated-word").status == 1
    assert readme.read_text() == twice
    assert run("--fix", "--unsafe-fixes", select="repeated-word").status == 0
    assert readme.read_text() == twice.replace("the the", "the")


def test_file_that_may_not_be_written(run: Run, readme: Path) -> None:
    readme.chmod(0o444)
    found = run("--fix")
    assert found.status == 2
    assert "README.md is read-only" in found.err
    assert "fixed" not in found.err
    assert [line[:12] for line in found.out.splitlines()] == BAD_LINES, "what is in the file is what is reported"
    assert readme.read_text() == BAD


@pytest.mark.parametrize("function", ["open", "fsync", "replace"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO])
def test_fix_that_cannot_be_written_loses_nothing(
    run: Run, readme: Path, monkeypatch: pytest.MonkeyPatch, function: str, code: int
) -> None:
    genuine = getattr(os, function)

    def fail(*arguments: Any, **more: Any) -> Any:
        if function == "open" and not str(arguments[0]).endswith(".tmp"):
            return genuine(*arguments, **more)
        raise OSError(code, os.strerror(code), "x")

    monkeypatch.setattr(os, function, fail)
    found = run("--fix")
    assert found.status == 2
    title, advice = found.err.split("\n\n", 1)
    assert "README.md" in title
    assert advice.strip()
    assert "fixed" not in found.err
    assert [line[:12] for line in found.out.splitlines()] == BAD_LINES
    assert readme.read_text() == BAD
    assert sorted(os.listdir()) == [".git", "README.md"], "no temporary file is left"


@pytest.mark.parametrize("text", [BAD, BAD.replace("\n", "\r\n"), "\ufeff" + BAD, BAD.removesuffix("\n")])
def test_diff_is_a_patch(run: Run, readme: Path, text: str) -> None:
    readme.write_bytes(text.encode())
    patch = process("--diff", "README.md")
    assert (patch.returncode, patch.stderr) == (1, f"would fix 2 findings in 1 file{os.linesep}".encode())
    assert readme.read_bytes() == text.encode(), "nothing is written"
    subprocess.run(["git", "apply", "-"], input=patch.stdout, check=True)
    patched = readme.read_bytes()
    readme.write_bytes(text.encode())
    run("--fix")
    assert patched == readme.read_bytes()
    clean = process("--diff", "README.md")
    assert (clean.returncode, clean.stdout) == (0, b"")


def test_diff_of_a_line_without_an_end(run: Run, readme: Path) -> None:
    readme.write_bytes(CLEAN.removesuffix("\n").encode() + b" ")
    assert run("--diff").out.splitlines() == [
        "--- a/README.md",
        "+++ b/README.md",
        "@@ -5,4 +5,4 @@",
        *(f" {line}" for line in CLEAN.splitlines()[4:7]),
        f"-{CLEAN.splitlines()[7]} ",
        "\\ No newline at end of file",
        f"+{CLEAN.splitlines()[7]}",
        "\\ No newline at end of file",
    ]


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
    text = (Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8")
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
    text = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
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
