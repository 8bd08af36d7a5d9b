"""The command from outside: what it lints and fixes, and how it ends."""

import errno
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command_line import BAD, BAD_LINES, CLEAN, Run, process

from awesome_lint import rulebook
from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document


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
