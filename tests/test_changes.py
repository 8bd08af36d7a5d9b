"""Only what changed: real repositories, and what `--since`, `--staged` and `--changed` say of them."""

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from awesome_lint.cli import main

NAMES = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu".split()
OLD = "# Awesome Cells\n\n## Things\n\n" + "".join(
    f"- [Cell {name}](https://example.org/{name}) - One about {name} things. \n" for name in NAMES
)
GOOD = "- [Cell nu](https://example.org/nu) - One about nu things.\n"
BAD = "- [Cell nu] (https://example.org/nu) - One about nu things.\n"
Run = Callable[..., "Outcome"]


class Outcome:
    def __init__(self, status: int, out: str, err: str) -> None:
        self.status = status
        self.out = out
        self.err = err

    @property
    def rules(self) -> list[str]:
        return re.findall(r": (?:error|warning|info)\[([\w-]+)\] ", self.out)


def git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], capture_output=True, check=True)
    return done.stdout.decode()


def commit(text: str | bytes, name: str = "README.md") -> None:
    write(text, name)
    git("add", "-A")
    git("commit", "-q", "--allow-empty", "-m", "change")


def write(text: str | bytes, name: str = "README.md") -> None:
    Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a repository without a commit."""
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    return tmp_path


@pytest.fixture
def listed(repository: Path) -> Path:
    """Work in a repository with a list that has a dozen old faults."""
    commit(OLD)
    return repository


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    def run_main(*arguments: str) -> Outcome:
        status = main([*arguments])
        return Outcome(status, *capfd.readouterr())

    return run_main


# --- what is new


def test_old_faults_stop_nobody(listed: Path, run: Run) -> None:
    assert run().rules == ["trailing-space"] * len(NAMES)
    write(OLD + GOOD)
    assert (run("--since", "HEAD").status, run("--since", "HEAD").out) == (0, "")


def test_a_bad_entry_is_reported_alone(listed: Path, run: Run) -> None:
    write(OLD + BAD)
    found = run("--since", "HEAD")
    assert (found.status, found.rules) == (1, ["spaced-link"])


def test_entries_may_move(listed: Path, run: Run) -> None:
    lines = OLD.splitlines(keepends=True)
    write("".join([*lines[:4], *reversed(lines[4:])]))
    assert run("--since", "HEAD").rules == []


def test_an_entry_that_is_edited_keeps_its_old_faults_and_answers_for_new_ones(listed: Path, run: Run) -> None:
    write(OLD.replace("One about beta things. ", "One that tells about beta things. "))
    assert run("--since", "HEAD").rules == []
    write(OLD.replace("One about beta things. ", "One that tells  about beta things. "))
    assert run("--since", "HEAD").rules == ["repeated-space"]


def test_a_fault_that_is_put_right_here_does_not_pay_for_the_same_fault_there(listed: Path, run: Run) -> None:
    commit(OLD.replace("beta things. ", "beta things."))
    write(OLD.replace("gamma things. ", "gamma things."))
    found = run("--since", "HEAD")
    assert [line.split(":")[1] for line in found.out.splitlines()] == ["6"]


def test_a_copy_of_a_faulty_line_is_new_where_it_stands(listed: Path, run: Run) -> None:
    line = OLD.splitlines(keepends=True)[6]
    write(OLD.replace("# Awesome Cells\n", f"# Awesome Cells\n\n{line}"))
    found = run("--since", "HEAD", "--select", "trailing-space")
    assert [line.split(":")[1] for line in found.out.splitlines()] == ["3"]


def test_a_new_copy_of_an_old_entry_is_new(listed: Path, run: Run) -> None:
    write(OLD + "- [Cell beta](https://example.org/beta) - Another about beta things.\n")
    assert run("--since", "HEAD").rules == ["duplicate-entry"]


COPIES = [
    "- [Cell iota](https://example.org/iota) - One about iota things.\n",
    "- [Cell iota](https://example.org/iota) - Another about iota things.\n",
    "- [Cell iota](https://example.org/iota) - One about iota things. \n",
]


@pytest.mark.parametrize("copy", COPIES)
def test_the_copy_is_to_blame_though_it_stands_above(listed: Path, run: Run, copy: str) -> None:
    lines = OLD.splitlines(keepends=True)
    write("".join([*lines[:6], copy, *lines[6:]]))
    found = run("--since", "HEAD", "--select", "duplicate-entry")
    assert [line.split(":")[1] for line in found.out.splitlines()] == ["7"]
    assert "is listed on line 14 already" in found.out


def test_of_a_pair_that_was_there_neither_is_new_when_one_is_edited(repository: Path, run: Run) -> None:
    old = OLD + COPIES[1]
    commit(old)
    for line in (OLD.splitlines(keepends=True)[12], COPIES[1]):
        assert line in old
        write(old.replace(line, line.replace("things.", "fine things.")))
        assert run("--since", "HEAD", "--select", "duplicate-entry").rules == []


def test_what_is_edited_into_a_copy_is_to_blame(listed: Path, run: Run) -> None:
    write(OLD.replace("[Cell beta](https://example.org/beta)", "[Cell iota](https://example.org/iota)"))
    found = run("--since", "HEAD", "--select", "duplicate-entry")
    assert [line.split(":")[1] for line in found.out.splitlines()] == ["6"]


def test_a_copy_in_another_file_is_to_blame(listed: Path, run: Run) -> None:
    write('[rules.duplicate-entry]\nscope = "list"\n', ".awesome-lint.toml")
    commit(OLD.replace("example.org", "example.com").replace("Cell", "Unit"), "about.md")
    write(OLD.replace("example.org", "example.com").replace("Cell", "Unit") + COPIES[0], "about.md")
    found = run("--since", "HEAD", "--select", "duplicate-entry", "about.md", "README.md")
    assert [line.split(":")[:2] for line in found.out.splitlines()] == [["about.md", "17"]]


def test_a_heading_renamed_breaks_the_contents(repository: Path, run: Run) -> None:
    contents = "- [Things](#things)\n- [More](#more)\n\n"
    text = OLD.replace("## Things", f"{contents}## Things") + "\n## More\n\n" + BAD.replace("] (", "](")
    commit(text)
    write(text.replace("## More", "## Others"))
    found = run("--since", "HEAD")
    assert found.status == 1
    assert "broken-anchor" in found.rules
    assert "trailing-space" not in found.rules


def test_a_finding_whose_numbers_change_is_not_new(repository: Path, run: Run) -> None:
    """`(12 of 13 do)` becomes `(13 of 14 do)`."""
    commit(OLD.replace(". \n", ".\n") + BAD.replace("] (", "](").replace("things.", "things"))
    assert "12 of 13" in run().out
    write(Path("README.md").read_text() + "- [Cell xi](https://example.org/xi) - One about xi things.\n")
    assert "13 of 14" in run().out
    assert run("--since", "HEAD").rules == []


def test_a_file_that_is_new_is_new_in_all(listed: Path, run: Run) -> None:
    write(OLD, "other.md")
    assert run("--since", "HEAD", "other.md").rules == ["trailing-space"] * len(NAMES)


def test_a_renamed_file_has_its_old_faults(listed: Path, run: Run) -> None:
    git("mv", "README.md", "list.md")
    assert run("--since", "HEAD", "list.md").rules == []
    assert run("--staged", "list.md").rules == []


def test_a_name_in_any_letters(listed: Path, run: Run) -> None:
    name = 'läser\n"lists" $HOME.md' if os.name == "posix" else "läser lists $HOME.md"
    commit(OLD, name)
    write(OLD + BAD, name)
    assert run("--since", "HEAD", name).rules == ["spaced-link"]
    git("add", "-A")
    assert run("--staged", name).rules == ["spaced-link"]


def test_a_slip_made_everywhere_is_no_news(repository: Path, run: Run) -> None:
    lines = [f"- [Cell {n}](https://example.org/{n}) - One about {n} things. \n" for n in range(253)]
    head = "# Awesome Cells\n\n## Things\n\n"
    for before, after in ((lines, lines[1:]), (lines, [*lines, GOOD]), (lines, [*lines[:240], GOOD])):
        commit(head + "".join(before))
        write(head + "".join(after))
        assert run("--since", "HEAD").rules == []
    commit(head + "".join(lines))
    write(head + "".join(lines[:240]) + BAD.replace("things.", "things. "))
    assert run("--since", "HEAD").rules == ["spaced-link", "trailing-space"]


CROWDS = {
    "insecure-link": ("", "- [Cell {n}](http://github.com/cells/{n}) - One about {n} things.\n"),
    "trailing-space": ("", "- [Cell {n}](https://example.org/{n}) - One about {n} things. \n"),
    "name-case": ("", "- [Cell {n}](https://example.org/{n}) - One about Github and {n} things.\n"),
    "broken-anchor": ("", "- [Cell {n}](#Cell-{n})\n\n## Cell {n}\n\nText.\n\n"),
}


@pytest.mark.parametrize("rule", CROWDS)
@pytest.mark.parametrize("most", [9, 260])
def test_who_adds_to_a_crowd_is_told_of_that_and_nobody_else_of_anything(
    repository: Path, run: Run, rule: str, most: int
) -> None:
    head, line = CROWDS[rule]
    lines = [line.replace("{n}", f"n{n}") for n in range(most + 2)]
    head = "# Awesome Cells\n\n## Things\n\n" + head
    commit(head + "".join(lines[:most]))
    added = head + "".join([*lines[:5], lines[most], *lines[5:most]])
    write(added)
    found = run("--since", "HEAD", "--select", rule)
    assert [int(line.split(":")[1]) for line in found.out.splitlines()] == [
        added[: added.index(lines[most])].count("\n") + 1
    ]
    write(head + "".join(lines[:most]).replace("\n- [Cell n7]", "\n" + GOOD + "- [Cell n7]") + GOOD.replace("nu", "xi"))
    assert run("--since", "HEAD", "--select", rule).rules == []
    write(added)
    assert run("--since", "HEAD", "--select", rule, "--fix").rules == []
    mended = Path("README.md").read_text()
    assert mended != added
    assert [one for one in lines[:most] if one not in mended] == []


def test_many_at_once_are_one_finding_again(repository: Path, run: Run) -> None:
    commit(OLD)
    line = CROWDS["insecure-link"][1]
    write(OLD + "".join(line.replace("{n}", f"n{n}") for n in range(12)))
    found = run("--since", "HEAD", "--select", "insecure-link")
    assert (found.rules, "here and in many more places" in found.out) == (["insecure-link"], True)


def test_a_link_that_proves_https_does_not_put_old_links_in_the_wrong(repository: Path, run: Run) -> None:
    http = "- [Cell nu](http://cells.example.org/nu) - One about nu things.\n"
    commit(OLD + http)
    secure = http.replace("http:", "https:").replace("nu", "xi")
    write(OLD + http + secure)
    assert run("--select", "insecure-link").rules == ["insecure-link"]
    assert run("--since", "HEAD").rules == []
    commit(OLD + secure)
    write(OLD + http + secure)
    assert run("--since", "HEAD").rules == ["insecure-link"]


def test_a_word_put_right_in_a_short_line_leaves_its_other_fault_an_old_one(repository: Path, run: Run) -> None:
    text = OLD + "- [The Dining CryptographersProblem:\n  A Study](no-such-file.pdf)\n"
    commit(text)
    write(text.replace("CryptographersProblem", "Cryptographers Problem"))
    assert run("--since", "HEAD").rules == []


def test_a_heading_put_right_leaves_the_fault_beside_it_an_old_one(repository: Path, run: Run) -> None:
    """Its words stand in half of the lines, but for the one that was put right."""
    text = (
        OLD.replace("things. \n", "Multi Model Systems.\n")
        + " \n### Multi-Model Systems\n\n"
        + BAD.replace("] (", "](")
    )
    commit(text)
    write(text.replace("Multi-Model", "Multi-Modal"))
    assert "trailing-space" in run().rules
    assert run("--since", "HEAD").rules == []


@pytest.mark.parametrize("name", ["README.md", "docs/list.md"])
def test_files_that_were_missing_before_are_no_news(repository: Path, run: Run, name: str) -> None:
    """A former text stands in a repository, too: each of its dead links is an error, as each of the new one is."""
    Path("docs").mkdir()
    text = OLD + "\nSee [a](gone.md), [b](lost.md) and [c](%5C%5Chost%5Cshare).\n"
    commit(text, name)
    write(text + BAD, name)
    assert run("--since", "HEAD", name).rules == ["spaced-link"]


def test_words_that_change_their_letters_only_are_the_same_words(listed: Path, run: Run) -> None:
    text = OLD + "- [Cryptic Domain Relations About Things](https://example.org/beta) - Things. \n"
    commit(text)
    write(text.replace("Cryptic Domain Relations About Things", "cryptic domain relations about things"))
    assert "trailing-space" not in run("--since", "HEAD").rules


def test_what_speaks_for_many_may_begin_elsewhere(repository: Path, run: Run) -> None:
    names = [name.title() for name in NAMES]
    contents = "".join(f"- [{name}](#{name})\n" for name in names)
    sections = "".join(f"\n## {name}\n\n{plain([name])}" for name in names)
    commit(f"# Awesome\n\n{contents}{sections}")
    assert run().rules == ["broken-anchor"]
    write(f"# Awesome\n\n{contents.replace('#Alpha', '#alpha')}{sections}")
    assert run().rules == ["broken-anchor"]
    assert run("--since", "HEAD").rules == []


# --- what it is compared with


def test_a_branch_is_compared_with_where_it_left_the_other(listed: Path, run: Run) -> None:
    git("checkout", "-q", "-b", "topic")
    commit(OLD + GOOD)
    git("checkout", "-q", "main")
    commit(OLD.replace("things. \n", "things.\n"))
    git("checkout", "-q", "topic")
    assert run("--since", "main").rules == []


def test_staged_content_is_what_is_checked(listed: Path, run: Run) -> None:
    write(OLD + BAD)
    assert run("--staged").rules == []
    git("add", "-A")
    write(OLD)
    assert run("--staged").rules == ["spaced-link"]
    assert run("--changed").rules == ["spaced-link"]
    assert run("--since", "HEAD").rules == []


def test_a_file_that_is_not_staged_at_all(listed: Path, run: Run) -> None:
    write(OLD, "other.md")
    found = run("--staged", "other.md")
    assert found.status == 2
    assert "git add other.md" in found.err
    assert run("--staged", ".").status == 0


def test_a_staged_file_that_was_deleted_since(listed: Path, run: Run) -> None:
    write(OLD + BAD)
    git("add", "-A")
    Path("README.md").unlink()
    assert run("--staged", "README.md").rules == ["spaced-link"]


def test_before_the_first_commit_everything_is_new(repository: Path, run: Run) -> None:
    write(OLD)
    git("add", "-A")
    assert len(run("--staged").rules) == len(NAMES)
    assert len(run("--changed").rules) == len(NAMES)
    found = run("--since", "HEAD")
    assert found.status == 2
    assert "There is no commit yet" in found.err


def test_changed_without_anything_staged_is_everything(listed: Path, run: Run) -> None:
    assert len(run("--changed").rules) == len(NAMES)


def test_changed_reads_the_commits_that_pre_commit_names(
    listed: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(OLD + BAD)
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", "HEAD~1")
    monkeypatch.setenv("PRE_COMMIT_TO_REF", "HEAD")
    assert run("--changed").rules == ["spaced-link"]


def test_changed_outside_a_repository_is_everything(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write(OLD)
    assert len(run("--changed").rules) == len(NAMES)
    found = run("--since", "HEAD")
    assert found.status == 2
    assert "is not in a git repository" in found.err


# --- fixes


def test_a_fix_touches_only_what_is_reported(listed: Path, run: Run) -> None:
    write(OLD + BAD)
    assert run("--since", "HEAD", "--fix").status == 0
    assert Path("README.md").read_text() == OLD + GOOD


def test_a_fix_of_what_is_staged_waits_for_the_index(listed: Path, run: Run) -> None:
    write(OLD + BAD)
    git("add", "-A")
    assert run("--staged", "--fix").status == 0
    assert Path("README.md").read_text() == OLD + GOOD
    assert git("show", ":README.md") == OLD + BAD


def test_a_file_staged_in_part_is_not_fixed(listed: Path, run: Run) -> None:
    write(OLD + BAD)
    git("add", "-A")
    write(OLD + BAD + "\nMore.\n")
    found = run("--staged", "--fix")
    assert found.status == 2
    assert "is only partly staged" in found.err
    assert "git add README.md" in found.err
    assert Path("README.md").read_text() == OLD + BAD + "\nMore.\n"
    assert run("--staged", "--diff").status == 1


# --- surroundings


def test_a_hook_names_repository_and_index(listed: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """As `git commit --only` does, whose index is another file than usual."""
    write(OLD + BAD)
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/other-index")
    git("read-tree", "HEAD")
    git("add", "README.md")
    monkeypatch.setenv("GIT_DIR", ".git")
    assert run("--staged").rules == ["spaced-link"]
    monkeypatch.delenv("GIT_INDEX_FILE")
    assert run("--staged").rules == []


def test_without_git(listed: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(listed))
    for option in (["--since", "HEAD"], ["--staged"], ["--changed"]):
        found = run(*option)
        assert (found.status, found.out) == (2, "")
        assert "git was not found" in found.err
        assert "Install it" in found.err


@pytest.mark.skipif(os.name == "nt", reason="needs a script that runs")
@pytest.mark.parametrize("folder", [".", ""])
def test_a_git_of_the_repository_itself_is_not_run(
    listed: Path, run: Run, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    write("#!/bin/sh\ntouch ran\n", "git")
    Path("git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    assert run("--since", "HEAD").status == 0
    assert not Path("ran").exists()


def test_settings_of_git_that_change_what_it_prints(listed: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("docs").mkdir()
    commit(OLD, "docs/läser.md")
    settings = {
        "diff.relative": "true",
        "diff.noprefix": "true",
        "diff.renames": "false",
        "diff.renameLimit": "1",
        "diff.external": "false",
        "diff.orderFile": "nowhere",
        "core.quotePath": "true",
        "color.ui": "always",
    }
    for name, value in settings.items():
        git("config", name, value)
    monkeypatch.setenv("GIT_LITERAL_PATHSPECS", "1")
    git("mv", "docs/läser.md", "moved.md")
    git("mv", "README.md", "readme-too.md")
    write(OLD + GOOD, "moved.md")
    write(OLD + BAD, "readme-too.md")
    monkeypatch.chdir("docs")
    assert run("--since", "HEAD", "../moved.md", "../readme-too.md").rules == ["spaced-link"]
    git("add", "-A", "..")
    assert run("--staged", "../moved.md", "../readme-too.md").rules == ["spaced-link"]
    assert run("--changed", "../moved.md", "../readme-too.md").rules == ["spaced-link"]


def test_filters_of_the_repository_do_not_run(listed: Path, run: Run) -> None:
    git("config", "filter.touching.smudge", "touch ran; cat")
    write("*.md filter=touching\n", ".gitattributes")
    write(OLD + BAD)
    git("add", "-A")
    write(OLD)
    assert run("--staged").rules == ["spaced-link"]
    assert run("--since", "HEAD").rules == []
    assert not Path("ran").exists()


def test_a_name_in_other_letters_where_they_do_not_count(listed: Path, run: Run) -> None:
    """As on the disks of macOS and Windows, whose index may have another name than the folder."""
    git("config", "core.ignorecase", "true")
    Path("README.md").rename("ReadMe.md")
    write(OLD + BAD, "ReadMe.md")
    assert run("--since", "HEAD", "ReadMe.md").rules == ["spaced-link"]
    git("rm", "-q", "--cached", "README.md")
    git("add", "-A")
    assert run("--staged", "ReadMe.md").rules == ["spaced-link"]
    write(OLD[: OLD.index("- [Cell beta")] + BAD, "ReadMe.md")  # too little for git to see a renamed file
    assert run("--since", "HEAD", "ReadMe.md").rules == ["spaced-link"]


def test_a_file_to_be_added_later_is_not_staged(listed: Path, run: Run) -> None:
    write(OLD, "other.md")
    git("add", "-N", "other.md")
    found = run("--staged", "other.md")
    assert found.status == 2
    assert "other.md is not staged" in found.err
    assert run("--staged", ".").status == 0
    git("rm", "-q", "--cached", "README.md")
    git("add", "-N", "README.md")
    write(OLD + BAD)
    assert run("--changed", "README.md").rules == ["spaced-link"]


def test_a_file_in_the_middle_of_a_merge(listed: Path, run: Run) -> None:
    git("checkout", "-q", "-b", "topic")
    commit(OLD + GOOD)
    git("checkout", "-q", "main")
    commit(OLD + BAD)
    subprocess.run(["git", "merge", "topic"], capture_output=True, check=False)
    found = run("--staged")
    assert found.status == 2
    assert "README.md is part of an unfinished merge" in found.err


def test_a_repository_of_somebody_else(listed: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    for option in (["--since", "HEAD"], ["--changed"]):
        found = run(*option)
        assert found.status == 2
        assert "git config --global --add safe.directory" in found.err


def test_a_shallow_clone(listed: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(OLD + GOOD)
    first = git("rev-parse", "HEAD~1").strip()
    git("clone", "-q", "--depth=1", f"file://{listed}", "clone")
    monkeypatch.chdir("clone")
    found = run("--since", first)
    assert found.status == 2
    assert "This clone is shallow" in found.err
    write(OLD + GOOD + BAD.replace("nu", "xi"))
    assert run("--since", "HEAD").rules == ["spaced-link"]


def test_a_commit_that_is_not_known(listed: Path, run: Run) -> None:
    found = run("--since", "--staged")
    assert found.status == 2
    for name in ("nowhere", "HEAD~5"):
        found = run("--since", name)
        assert found.status == 2
        assert f"git knows no commit '{name}'" in found.err


def test_line_ends_that_git_converts(listed: Path, run: Run) -> None:
    git("config", "core.autocrlf", "true")
    write((OLD + BAD).replace("\n", "\r\n"))
    assert run("--since", "HEAD").rules == ["spaced-link"]
    git("add", "-A")
    assert run("--staged").rules == ["spaced-link"]
    assert run("--staged", "--fix").status == 0
    assert Path("README.md").read_bytes() == (OLD + GOOD).replace("\n", "\r\n").encode()


def test_an_old_text_in_another_encoding(repository: Path, run: Run) -> None:
    commit((OLD + "\nCafé.\n").encode("latin-1"))
    write(OLD + "\nCafé.\n")
    assert run("--since", "HEAD").rules == []


def test_a_folder_below_the_top(listed: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("docs").mkdir()
    commit(OLD, "docs/list.md")
    write(OLD + BAD, "docs/list.md")
    git("config", "diff.relative", "true")
    monkeypatch.chdir("docs")
    assert run("--since", "HEAD", "list.md").rules == ["spaced-link"]
    git("add", "-A")
    assert run("--staged", "list.md").rules == ["spaced-link"]
    assert run("--changed", "list.md", "../README.md").rules == ["spaced-link"]


def test_what_contradicts(listed: Path, run: Run) -> None:
    for arguments in (["--since", "HEAD", "--staged"], ["--staged", "-"], ["--changed", "-"]):
        assert run(*arguments).status == 2


# --- newcomers do not vote


def plain(names: list[str], ending: str = "") -> str:
    return "".join(f"- [{name}](https://example.org/{name}) - One about {name} things{ending}\n" for name in names)


def test_newcomers_do_not_make_a_habit(repository: Path, run: Run) -> None:
    old = "# Awesome\n\n## Things\n\n" + plain(NAMES[:9], ".")
    commit(old)
    write(old + plain(["nu", "omega", "xi"]) + plain(["beth", "gimel", "daleth"], "."))
    assert "inconsistent-final-period" not in run("--since", "HEAD").rules


def test_newcomers_do_not_break_a_habit(repository: Path, run: Run) -> None:
    old = "# Awesome\n\n## Things\n\n" + plain(NAMES, ".")
    commit(old)
    write(old + plain(["nu", "omega", "xi"]))
    assert "inconsistent-final-period" not in run().rules
    assert run("--since", "HEAD").rules.count("inconsistent-final-period") == 3


def test_a_way_of_a_section_is_found_again_when_sections_come_before_it(repository: Path, run: Run) -> None:
    own = "## Others\n\n" + plain(["aleph", "beth", "gimel", "daleth"], ".").replace(" - One", " – One")
    start = "# Awesome\n\n## Things\n\n" + plain([*NAMES, *(f"x{number}" for number in range(40))], ".")
    commit(f"{start}\n{own}")
    write(f"{start}\n## New\n\nText.\n\n{own}" + plain(["he"], ".").replace(" - One", " – One"))
    assert run("--since", "HEAD", "--select", "inconsistent-separator").rules == []


def test_newcomers_do_not_push_an_entry_out_of_order(repository: Path, run: Run) -> None:
    """Of `b a c` either `a` or `b` may be the odd one: what stood in order stays so."""
    names = [f"{letter}{letter}" for letter in "cdefghijklmn"]
    old = "# Awesome\n\n## Things\n\n"
    commit(old + plain(names, "."))
    new = [*names[:4], "zz", "zzz", *names[4:]]
    write(old + plain(new, "."))
    found = run("--since", "HEAD", "--select", "unsorted-entries")
    assert re.findall(r"'(\w+)' is out of order", found.out) == ["zz", "zzz"]
    new = [*names[:7], "aa", "ab", "ac", *names[7:]]
    write(old + plain(new, "."))
    found = run("--since", "HEAD", "--select", "unsorted-entries")
    assert re.findall(r"'(\w+)' is out of order", found.out) == ["aa", "ab", "ac"]


def test_newcomers_do_not_wake_the_rules_on_venues(repository: Path, run: Run) -> None:
    tagged = [
        f"- [NeruIPS'2{n}] Paper on {name}. [[paper](https://example.org/{name})]\n" for n, name in enumerate(NAMES[:4])
    ]
    old = "# Awesome\n\n## Things\n\n" + "".join(tagged)
    commit(old)
    write(
        old
        + "".join(
            f"- [ICML'2{n}] Paper on {name}. [[paper](https://example.org/{name})]\n"
            for n, name in enumerate(NAMES[4:8])
        )
    )
    assert "misspelt-venue" in run().rules
    assert "misspelt-venue" not in run("--since", "HEAD").rules
