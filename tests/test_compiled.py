"""Kept patterns are the patterns; a file that is missing, old, broken or unwritable costs time and nothing else."""

import marshal
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from awesome_lint import compiled
from awesome_lint.compiled import Programs

SAMPLES = [
    (r"(?P<year>(?:19|20)\d\d)|(?P<short>['’]\d\d)(?!\d)", 0),
    (r"[^\W\d_]{2,}|[\u3040-\u30ff\u4e00-\u9fff]+", re.I),
    (r"(a)(?P<b>b)?(?:c|d)*?\Z", re.M | re.S),
    (r"(?i:straße)\b[\ud800-\udfff]?", 0),
]
TEXT = "In 2024 or '25, DER Straße 你好 abcd\nab STRASSE aB"


def results(pattern: re.Pattern[str]) -> list[object]:
    return [(match.span(), match.groups(), match.groupdict(), match.lastgroup) for match in pattern.finditer(TEXT)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "some.patterns"


@pytest.fixture(autouse=True)
def written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def saved(path: Path) -> None:
    programs = Programs(str(path))
    for sample in SAMPLES:
        programs.compiled(*sample)
    programs.save()


def no_parser(name: str) -> object:
    assert name == "_sre", "a pattern was compiled that had been kept"
    return sys.modules[name]


@pytest.mark.skipif(sys.implementation.name != "cpython", reason="other Pythons compile in their own way")
def test_second_run_compiles_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(path)
    monkeypatch.setattr(compiled, "import_module", no_parser)
    programs = Programs(str(path))
    for source, flags in SAMPLES:
        kept, fresh = programs.compiled(source, flags), re.compile(source, flags)
        assert kept == fresh
        assert (kept.groups, kept.groupindex, kept.flags) == (fresh.groups, fresh.groupindex, fresh.flags)
        assert results(kept) == results(fresh)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not marshalled",
        marshal.dumps(7),
        marshal.dumps((("of another version",), {}, "", {})),
        marshal.dumps((compiled.FORM, {SAMPLES[0]: (32, b"\xff" * 40, 3, {"year": 1, "short": 2})}, "", {})),
        marshal.dumps((compiled.FORM, {SAMPLES[0]: (32, b"odd", 3, {})}, "", {})),
        marshal.dumps((compiled.FORM, {SAMPLES[0]: None}, "", {})),
        marshal.dumps((compiled.FORM, {SAMPLES[0]: "nonsense"}, "", {})),
    ],
)
def test_a_bad_file_is_not_believed(data: bytes, path: Path) -> None:
    path.write_bytes(data)
    programs = Programs(str(path))
    for source, flags in SAMPLES:
        assert results(programs.compiled(source, flags)) == results(re.compile(source, flags))
    programs.save()


PARSE = """
import re, sys
from awesome_lint.compiled import Programs
programs = Programs(sys.argv[1])
programs.lend()
made = []
machine = re._compiler.compile
re._compiler.compile = lambda *what: made.append(what) or machine(*what)
from markdown_it import MarkdownIt
print(len(made), MarkdownIt().render("# A `b` <c> [d](e)"), end="")
programs.save()
"""


@pytest.mark.skipif(sys.implementation.name != "cpython", reason="other Pythons compile in their own way")
def test_the_second_run_compiles_nothing_of_markdown_it_but_what_hangs_on_chance(path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    told = []
    for _ in range(3):
        command = [sys.executable, "-c", PARSE, str(path)]
        run = subprocess.run(command, check=True, capture_output=True, env=environment, text=True)
        made, _, html = run.stdout.partition(" ")
        told.append((int(made), html, path.stat().st_mtime_ns))
    assert told[0][0] > 40
    assert max(made for made, _, _ in told[1:]) < 10
    assert len({(html, written) for _, html, written in told}) == 1


def test_the_patterns_of_another_version_of_the_parser_are_learned_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import markdown_it

    written = []
    for version in ("1.0", "1.0", "2.0"):
        monkeypatch.setattr(markdown_it, "__version__", version)
        before = path.stat().st_mtime_ns if path.exists() else 0
        saved(path)
        written.append(path.stat().st_mtime_ns != before)
    assert written == [True, False, True]


def test_a_wrong_pattern_is_an_error_of_re(path: Path) -> None:
    with pytest.raises(re.error):
        Programs(str(path)).compiled("(", 0)


def test_nothing_is_written_that_is_not_new_or_not_wanted(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(path)
    before = path.stat()
    saved(path)
    after = path.stat()
    # Not all of it: reading the file may change when it was read.
    assert (after.st_ino, after.st_mtime_ns, after.st_size) == (before.st_ino, before.st_mtime_ns, before.st_size)
    path.unlink()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    saved(path)
    assert not path.exists()


def test_a_folder_that_cannot_be_written_is_no_matter(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    saved(tmp_path / "file" / "some.patterns")
    (tmp_path / "folder.patterns").mkdir()
    saved(tmp_path / "folder.patterns")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["file", "folder.patterns"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="POSIX only")
def test_the_file_of_another_user_is_not_believed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(path)
    assert len(Programs(str(path))) == len(SAMPLES)
    monkeypatch.setattr(os, "geteuid", lambda: path.stat().st_uid + 1)
    assert len(Programs(str(path))) == 0


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the cache folder is found in another way")
def test_a_run_keeps_its_patterns(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Awesome\n\n- [a](https://a.example) - A thing.\n", encoding="utf-8")
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-P", "-m", "awesome_lint", "--exit-zero", "README.md"]
    for _ in range(2):
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, env=environment)
        (kept,) = (tmp_path / "cache").rglob("*.patterns")
        assert len(Programs(str(kept))) > 10
        assert [one.name for one in kept.parent.iterdir()] == [kept.name]


def test_without_a_home_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "cache_folder", lambda: "~/.cache/awesome-lint")
    kept = compiled.programs.__wrapped__()
    kept.compiled("a", 0)
    kept.save()
    assert not Path("~").exists()
