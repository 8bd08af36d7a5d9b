"""Which findings are new where a list has changed, and which only stand somewhere else."""

import os
from pathlib import Path

import pytest
from changes.repository import BAD, GOOD, NAMES, OLD, Run, commit, git, write


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
    assert "is already listed on line 14" in found.out


def test_of_a_pair_that_was_there_neither_is_new_when_one_is_edited(repository: Path, run: Run) -> None:
    old = OLD + COPIES[1]
    commit(old)
    for line in (OLD.splitlines(keepends=True)[12], COPIES[1]):
        assert line in old
        write(old.replace(line, line.replace("things.", "fine things.")))
        assert run("--since", "HEAD", "--select", "duplicate-entry").rules == []


def test_a_heading_that_was_added_is_to_blame_though_it_stands_above(listed: Path, run: Run) -> None:
    lines = "## Things\n\n- [Cell nu](https://example.org/nu) - One about nu things.\n\n## More\n\nText.\n\n"
    commit(OLD.replace("## Things", "## More\n\nText.\n\n## Things"))
    write(OLD.replace("## Things", f"{lines}## Things"))
    found = run("--since", "HEAD", "--select", "duplicate-heading")
    assert [line.split(":")[1] for line in found.out.splitlines()] == ["3"]
    assert "on line 11" in found.out


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
