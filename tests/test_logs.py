"""What stands in the log of a runner: it reads every line, and what a list says must command nothing there."""

import io
import os
import re
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_lint.command.options import FORMATS
from awesome_lint.diagnostic import Diagnostic, Edit, Fix, Related, Span
from awesome_lint.errors import UserError
from awesome_lint.report import FOR_PEOPLE, Findings, load
from awesome_lint.source import Source
from awesome_lint.terminal import complain, inert, say

# What a log or a terminal could take for a command, in pieces that fall together at random.
HOSTILE = st.lists(
    st.sampled_from(
        ["::", "##[", "]", "\r", "\n", "\r\n", "\x1b[31m", "\x1b]0;x\x07", "\u202e", "\u2066", "\u2028", "\x85", "\x0b", " ",
         "\u3000", "\t", "error", "::error::x", "::add-mask::x", "##[add-mask]x", "::stop-commands::x", "#", ":", "[", "é"]
    )
    | st.characters(codec="utf-8", exclude_characters="\0"),
    min_size=1,
    max_size=12,
).map("".join)  # fmt: skip
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
OURS = re.compile(r"::(?:warning |group::|endgroup::|notice )")


def commands(log: str) -> list[str]:
    """Return the lines that a runner takes for commands: those of today, and those of old, which stand anywhere."""
    lines = re.split(r"\r\n?|\n", log)
    bare = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in lines]
    return [line for line in bare if line.lstrip().startswith("::") or "##[" in line]


def finding(text: str, words: str, path: str) -> Findings:
    source = Source(text, path)
    end = len(text)
    fix = Fix(words, (Edit(Span(0, min(3, end)), words), Edit(Span(end, end), text)), "safe")
    related = (Related(path, Span(0, end), words),)
    one = Diagnostic("own-rule", path, Span(0, end), words, "warning", words, fix, related)
    return Findings([one] * 12, {path: source}, {"own-rule": ""})


def log_of(name: str, findings: Findings, colour: bool) -> str:
    """Return what a run prints of findings."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")
    for piece in load(name).render(findings, colour):
        if name in FOR_PEOPLE:
            say(piece, out)
        else:
            out.write(f"{piece}\n")
    out.flush()
    written: bytes = out.buffer.getvalue()
    return written.decode("utf-8")


@pytest.mark.parametrize(("name", "colour"), [*((name, False) for name in FORMATS), ("full", True), ("concise", True)])
@settings(max_examples=25)
@given(text=HOSTILE, words=HOSTILE, path=HOSTILE)
def test_no_format_lets_a_list_speak_to_the_runner(name: str, colour: bool, text: str, words: str, path: str) -> None:
    with patch.dict(os.environ, GITHUB_ACTIONS="true"):
        log = log_of(name, finding(text, words, path), colour)
    assert [line for line in commands(log) if name != "github" or not OURS.match(line)] == []
    assert UNSEEN.search(re.sub(r"\x1b\[\d+m", "", log) if colour and name in FOR_PEOPLE else log) is None


@settings(max_examples=50)
@given(title=HOSTILE, advice=HOSTILE)
def test_nor_does_an_error(title: str, advice: str) -> None:
    said = io.StringIO()
    with patch.dict(os.environ, GITHUB_ACTIONS="true"), patch.object(sys, "stderr", said):
        complain(UserError(title, f"It is {'x' * 90} {advice}.\n\n{advice}"))
    assert commands(said.getvalue()) == []
    assert UNSEEN.search(said.getvalue()) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", ": :error::x"),
        (" \t::error::x", " \t: :error::x"),
        ("\x1b[1m::x", "\x1b[1m: :x"),
        ("a\n::x", "a\n: :x"),
        ("a ##[debug]x", "a ## [debug]x"),
        (":::x", ": ::x"),
        ("a::b # [c", "a::b # [c"),
    ],
)
def test_what_is_changed_is_little(text: str, shown: str) -> None:
    assert inert(text) == shown


def test_elsewhere_the_text_is_shown_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    out = io.StringIO()
    say("::x ##[y", out)
    assert out.getvalue() == "::x ##[y\n"


LIST = "# Things\n\n::add-mask::x\n\n- [A](https://a.test-site.org)  - One.\n\n::add-mask::y\n"


def test_a_diff_in_a_log_commands_nothing_and_still_applies(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(LIST, encoding="utf-8")
    command = [sys.executable, "-m", "awesome_lint", "README.md", "--diff", "--select", "repeated-space"]
    env = {**os.environ, "GITHUB_ACTIONS": "true"}
    log = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False).stdout
    first, *others, last = commands(log)
    word = first.removeprefix("::stop-commands::")
    assert len(word) > 20
    assert last == f"::{word}::"
    assert all("add-mask" in line for line in others)
    with open(tmp_path / "diff", "w", encoding="utf-8") as file:
        subprocess.run(command, cwd=tmp_path, env=env, stdout=file, check=False)
    assert (tmp_path / "diff").read_text(encoding="utf-8").startswith("--- a/README.md\n"), "a file is no log"
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "apply"], cwd=tmp_path, input=log, text=True, check=True)
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == LIST.replace("  -", " -")
