"""Which files a run reads, and what it says of those it does not."""

import errno
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from awesome_lint.cli import main
from awesome_lint.command.discover import shown

LIST = "# Awesome\n\n" + "".join(f"- [Cell {name}](https://example.org/{name}) - One.\n" for name in "abcdef")
PROSE = "# How to contribute\n\nOpen an issue. \n\nThen wait.\n"
Tree = Callable[..., Path]
needs_links = pytest.mark.skipif(os.name == "nt", reason="links need rights there")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tree:
    """Work in an empty folder; return what writes files of one text below it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()

    def write(*names: str, text: str = LIST) -> Path:
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            # A blank at the end of each first line makes one finding in each file that is read.
            path.write_text(text.replace("\n", " \n", 1), encoding="utf-8")
        return tmp_path

    return write


class Outcome:
    """What a run said."""

    def __init__(self, arguments: Sequence[str], capsys: pytest.CaptureFixture[str]) -> None:
        self.status = main(["--select", "trailing-space", *arguments])
        self.out, self.err = capsys.readouterr()
        self.files = [line.split(":")[0] for line in self.out.splitlines()]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    return lambda *arguments: Outcome(arguments, capsys)


@pytest.mark.parametrize("name", ["README.md", "readme.md", "ReadMe.MD", "README.markdown"])
def test_readme_of_the_folder(tree: Tree, run: Callable[..., Outcome], name: str) -> None:
    tree("other.md", name)
    assert run().files == [name]


def test_no_readme(tree: Tree, run: Callable[..., Outcome]) -> None:
    tree("list.md", "README.txt")
    found = run()
    assert (found.status, found.out) == (2, "")
    assert "README.txt is not Markdown" in found.err
    Path("README.txt").unlink()
    assert "no README.md in this folder" in run().err


@pytest.mark.parametrize("arguments", [[], ["README.rst"], ["."]])
def test_restructured_text_is_not_read(tree: Tree, run: Callable[..., Outcome], arguments: list[str]) -> None:
    tree("README.rst")
    found = run(*arguments)
    assert found.status == 2
    assert "README.rst" in found.err
    assert "Markdown" in found.err


def test_folder_is_walked_for_lists(tree: Tree, run: Callable[..., Outcome]) -> None:
    tree("README.md", "docs/list.markdown", "docs/b.md", "docs/notes.txt")
    tree("CONTRIBUTING.md", "docs/prose.md", text=PROSE)
    tree(".github/x.md", "node_modules/x/README.md", ".venv/x.md", "venv/x.md", "docs/.hidden.md")
    found = run(".")
    assert found.files == ["README.md", "docs/b.md", "docs/list.markdown"]
    assert found.status == 1


def test_named_file_need_not_be_a_list(tree: Tree, run: Callable[..., Outcome]) -> None:
    tree("CONTRIBUTING.md", text=PROSE)
    assert run("CONTRIBUTING.md").files == ["CONTRIBUTING.md"] * 2


def test_hidden_file_may_be_named(tree: Tree, run: Callable[..., Outcome]) -> None:
    tree(".github/README.md")
    assert run(".github/README.md").files == [".github/README.md"]
    assert run(".github").files == [".github/README.md"]


def test_folder_without_a_list(tree: Tree, run: Callable[..., Outcome]) -> None:
    tree("a/README.md")
    tree("b/prose.md", "c/notes.txt", text=PROSE)
    found = run("a", "b", "c")
    assert (found.status, found.files) == (2, ["a/README.md"])
    assert "b contains no list" in found.err
    assert "c contains no list" in found.err
    assert "a contains no list" not in found.err


def test_blank_files_of_a_folder_are_no_mistake(tree: Tree, run: Callable[..., Outcome]) -> None:
    tree("README.md")
    Path("empty.md").touch()
    Path("blank.md").write_text(" \n\n")
    assert run(".").status == 1
    assert run("empty.md").status == 2


def test_unreadable_file_of_a_folder_is_a_mistake(tree: Tree, run: Callable[..., Outcome]) -> None:
    tree("README.md")
    Path("old.md").write_bytes(b"# caf\xe9\n")
    found = run(".")
    assert (found.status, found.files) == (2, ["README.md"])
    assert "old.md is not UTF-8" in found.err


def test_one_bad_file_does_not_keep_the_others_from_being_linted(tree: Tree, run: Callable[..., Outcome]) -> None:
    tree("a.md", "c.md")
    found = run("a.md", "b.md", "c.md")
    assert (found.status, found.files) == (2, ["a.md", "c.md"])
    assert "b.md does not exist" in found.err


@needs_links
def test_file_is_read_once(tree: Tree, run: Callable[..., Outcome]) -> None:
    folder = tree("README.md", "docs/a.md")
    os.symlink("README.md", "ABOUT.md")
    assert run("README.md", "./README.md", str(folder / "README.md"), "ABOUT.md").files == ["README.md"]
    assert run("README.md", ".").files == ["README.md", "docs/a.md"]
    assert run("ABOUT.md").files == ["ABOUT.md"]
    assert run(".").files == ["README.md", "docs/a.md"], "reported by its own name"
    assert run(".", "docs").status == 1, "the list of docs was read already, and is one"


@needs_links
def test_walk_writes_nothing_outside_its_folder(tree: Tree, run: Callable[..., Outcome]) -> None:
    folder = tree("README.md", "docs/a.md")
    before = (folder / "README.md").read_bytes()
    os.symlink("../README.md", "docs/about.md")
    os.symlink("a.md", "docs/b.md")
    found = run("--fix", "docs")
    assert found.status == 2
    assert "docs/about.md is a link that leads out of docs, and was not changed" in found.err
    assert "`awesome-lint --fix docs/about.md`" in found.err.replace("\n", " ")
    assert (folder / "README.md").read_bytes() == before
    assert (folder / "docs/a.md").read_text() == LIST
    assert run("--fix", "docs", "docs/about.md").status == 0, "named, and so written through"
    assert (folder / "README.md").read_text() == LIST
    assert Path("docs/about.md").is_symlink()


def test_folder_that_cannot_be_listed(tree: Tree, run: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch) -> None:
    tree("docs/README.rst")

    def refused(path: str = ".") -> list[str]:
        raise PermissionError(errno.EACCES, "Permission denied", path)

    monkeypatch.setattr("os.listdir", refused)
    assert "no README.md in this folder" in run().err
    found = run("docs")
    assert found.status == 2
    assert "docs contains no list" in found.err
    assert "Traceback" not in found.err


def test_exclude_holds_for_named_files_too(tree: Tree, run: Callable[..., Outcome]) -> None:
    tree("README.md", "old/README.md", "docs/x.md")
    Path("awesome-lint.toml").write_text('exclude = ["old", "docs/*.md"]\n')
    assert run(".").files == ["README.md"]
    assert run("README.md", "old/README.md", "docs/x.md").files == ["README.md"]
    for arguments in (["old/README.md"], ["old"], ["docs/x.md", "old"]):
        found = run(*arguments)
        assert (found.status, found.out) == (0, "")
        assert found.err == "nothing was checked: the settings leave out every file that was named\n"


def test_configuration_nearest_to_each_file(tree: Tree, run: Callable[..., Outcome]) -> None:
    tree("README.md", "a/README.md", "b/README.md")
    Path("a/awesome-lint.toml").write_text('severity.text = "error"\n')
    Path("b/awesome-lint.toml").write_text('exclude = ["README.md"]\n')
    assert run(".").out.replace("white space at the end of the line", "…").splitlines() == [
        "README.md:1:10: warning[trailing-space] …",
        "a/README.md:1:10: error[trailing-space] …",
    ]


def test_files_of_several_configurations_are_compared(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    """A rule that looks at all files of the run sees those of other configurations, too."""
    tree("a/README.md", "b/README.md")
    Path("a/awesome-lint.toml").write_text('severity.text = "error"\n')
    alone = main(["--select", "duplicate-entry,duplicate-link", "--fail-on", "info", "a"]), capsys.readouterr().out
    both = main(["--select", "duplicate-entry,duplicate-link", "--fail-on", "info", "."]), capsys.readouterr().out
    shared = main(["--isolated", "--select", "duplicate-entry,duplicate-link", "--fail-on", "info", "."])
    assert alone == (0, "")
    assert both == (shared, capsys.readouterr().out)


def test_folder_that_may_not_be_read(tree: Tree, run: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch) -> None:
    tree("README.md", "shut/README.md")
    scan = os.scandir

    def refuse(path: str) -> Iterator[os.DirEntry[str]]:  # permission bits do not bind the superuser
        if os.path.basename(path) == "shut":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = run(".")
    assert (found.status, found.files) == (2, ["README.md"])
    assert "shut cannot be read" in found.err


def test_paths_as_they_are_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown("README.md") == shown("./README.md") == shown("docs/../README.md") == "README.md"
    assert shown(str(tmp_path / "docs" / "x.md")) == "docs/x.md"
    assert shown("../x.md") == "../x.md"
    outside = str(tmp_path.parent / "x.md")
    assert shown(outside) == outside.replace(os.sep, "/")
    assert shown(str(tmp_path / "..x.md")) == "..x.md"
