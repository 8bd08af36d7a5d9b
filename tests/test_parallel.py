"""Several processes say what one says: the same findings in the same order, the same errors, the same status."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from awesome_lint import rulebook
from awesome_lint.cli import main
from awesome_lint.command import parallel
from awesome_lint.command.discover import Found
from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document

# A fork beside threads, which the runner of the tests has and a run has not.
pytestmark = pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
forks = pytest.mark.skipif(not parallel.FORKS, reason="what a test does to a rule reaches forked processes only")
FILES = 6
KINDS = ["", "Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf"]
Both = Callable[..., tuple[int, str, str]]


def one_list(number: int) -> str:
    """Return a list with mistakes of its own, and papers of its neighbour under other titles."""
    papers = "".join(
        f"- [NeurIPS'{20 + index % 5}] {word} Cells of Kind {KINDS[number]} by Hand. "
        f"[[paper](https://arxiv.org/abs/{1901 + index}.{number:05})]\n"
        for index, word in enumerate(["Charging", "Cooling", "Draining", "Heating", "Mapping", "Sorting", "Testing"])
    )
    neighbour = f"- [ICML'21] Quite Another Work about Anodes. [[paper](https://arxiv.org/abs/1901.{number - 1:05})]\n"
    return f"# Awesome Batteries {number}\n\n## Papers\n\n{papers}{neighbour}- [NeruIPS'22] Slips  of Two Kinds. [[paper](https://arxiv.org/abs/2205.{number:05})] \n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with some lists, a page that is none, and an empty file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    for number in range(1, FILES):
        (tmp_path / f"list-{number}.md").write_text(one_list(number), encoding="utf-8", newline="\n")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "list.md").write_bytes(b"\xef\xbb\xbf" + one_list(FILES).replace("\n", "\r\n").encode())
    (tmp_path / "notes.md").write_text("# Notes\n\nNo list.\n", encoding="utf-8")
    (tmp_path / "empty.md").touch()
    return tmp_path


@pytest.fixture
def both(folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Both:
    """Return what runs the command in one process and in two, and holds the second to the first."""

    def run(*arguments: str) -> tuple[int, str, str]:
        outcomes = []
        for cores in (1, 2):
            monkeypatch.setattr(parallel, "_cores", lambda cores=cores: cores)
            monkeypatch.setattr(parallel, "_WORTH", 0)
            monkeypatch.setattr(parallel, "_BATCH", 1500)
            outcomes.append((main([*arguments, "--today", "2026-11-21"]), *capfd.readouterr()))
        assert outcomes[0] == outcomes[1]
        return outcomes[0]

    return run


def test_files_are_linted_in_other_processes(folder: Path, both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = []
    parallel_run = parallel.run

    def noted(work: parallel.Work, batches: list[list[Found]]) -> Iterator[list[parallel.Outcome]]:
        counts.append(len(batches) > 1)
        return parallel_run(work, batches)

    monkeypatch.setattr(parallel, "run", noted)
    assert both(".")[0] == 1
    assert counts == [True]  # once, in the second of the two runs


@pytest.mark.parametrize("output", ["concise", "full", "json"])
def test_findings_are_the_same(both: Both, output: str) -> None:
    status, out, _ = both(".", "--output-format", output)
    assert status == 1
    assert out.count("misspelt-venue") >= FILES
    assert out.count("conflicting-entry") >= FILES - 1  # between files


def test_duplicates_between_files_are_the_same(folder: Path, both: Both) -> None:
    (folder / ".awesome-lint.toml").write_text('[rules.duplicate-entry]\nscope = "list"\n', encoding="utf-8")
    (folder / "sub" / ".awesome-lint.toml").write_text('ignore = ["text"]\n', encoding="utf-8")
    copied = one_list(1).splitlines()[4]
    (folder / "more.md").write_text(f"{one_list(7)}{copied}\n", encoding="utf-8")
    status, out, _ = both("list-3.md", ".", "--output-format", "json")
    assert status == 1
    assert out.count('"duplicate-entry"') >= 1


def test_directives_hide_what_is_between_files(folder: Path, both: Both) -> None:
    path = folder / "list-2.md"
    hiding = "<!-- awesome-lint-disable-file conflicting-entry, trailing-space -- known -->\n"
    path.write_text(path.read_text(encoding="utf-8") + f"\n{hiding}", encoding="utf-8")
    status, out, _ = both(".", "--output-format", "json")
    assert status == 1
    assert out.count('"conflicting-entry"') == FILES - 2
    assert "unused-directive" not in out


def test_bad_files_are_complained_of_in_order(folder: Path, both: Both) -> None:
    (folder / "latin.md").write_bytes("- ä\n".encode("latin-1"))
    status, out, err = both("missing.md", "list-1.md", "latin.md", "list-2.md", "list-1.md", "empty.md")
    assert status == 2
    assert "list-2.md" in out
    assert err.index("missing.md") < err.index("latin.md") < err.index("empty.md")


@forks
def test_a_rule_that_fails_is_named(both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: object, doc: Document) -> Iterator[Diagnostic]:
        if doc.path != "list-1.md":
            raise KeyError("oops")
        yield from ()

    monkeypatch.setattr(rulebook.load("trailing-space"), "check", fail)
    monkeypatch.setattr(rulebook.load("final-newline"), "check", fail)
    status, _, err = both(".", "--select", "trailing-space,final-newline")
    assert status == 2
    assert "rule 'final-newline' failed on list-2.md: KeyError: 'oops'" in err


@forks
def test_a_process_that_dies_is_an_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def die(self: object, doc: Document) -> Iterator[Diagnostic]:
        os.kill(os.getpid(), signal.SIGKILL)
        yield from ()

    monkeypatch.setattr(rulebook.load("trailing-space"), "check", die)
    monkeypatch.setattr(parallel, "_cores", lambda: 2)
    monkeypatch.setattr(parallel, "_WORTH", 0)
    monkeypatch.setattr(parallel, "_BATCH", 1500)
    assert main(["."]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("error: a process that linted some of the files ended unexpectedly")


TWINS = """
## Sizes

| Name | Link |
| ---- | ---- |
| Cell | [page](https://example.org/{0}/small) |
| Cell | [page](https://example.org/{0}/large) |

## Courses

- [A Course about Cells](https://example.org/{0}/spring)
- [A Course about Cells](https://example.org/{0}/autumn)
- [Anodes from the Start](https://example.org/{0}/one) - Explains how anodes are made by hand.
- [Anodes from the Start](https://example.org/{0}/two) - Explains how anodes are made by hand.
"""


def test_entries_of_one_title_are_compared_as_in_one_process(folder: Path, both: Both) -> None:
    for path in folder.glob("list-*.md"):
        path.write_text(path.read_text(encoding="utf-8") + TWINS.format(path.stem), encoding="utf-8", newline="\n")
    status, out, _ = both(".", "--select", "duplicate-entry,conflicting-entry,duplicate-link")
    assert status == 1
    assert out.count("'Anodes from the Start'") == out.count("'A Course about Cells'") == FILES - 1


def test_processes_that_begin_anew_find_the_same(both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "FORKS", False)
    assert both(".", "--output-format", "json")[0] == 1


def test_little_work_is_done_in_one_process(folder: Path) -> None:
    found = [Found(str(path), path.name, None) for path in sorted(folder.glob("*.md"))]
    assert parallel.batches(found, []) == []


def test_rules_that_need_whole_documents_are_given_them(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_cores", lambda: 2)
    monkeypatch.setattr(parallel, "_WORTH", 0)
    monkeypatch.setattr(parallel, "_BATCH", 1500)
    found = [Found(str(path), path.name, None) for path in sorted(folder.glob("*.md"))]
    rule = rulebook.load("conflicting-entry")
    assert parallel.batches(found, [rule()])
    monkeypatch.setattr(rule, "reads_listings", False)
    assert parallel.batches(found, [rule()]) == []
