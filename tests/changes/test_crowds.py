"""What is said of many places at once, where some of them are new."""

from pathlib import Path

import pytest
from changes.repository import BAD, GOOD, NAMES, OLD, Run, commit, plain, write


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


def test_what_speaks_for_many_may_begin_elsewhere(repository: Path, run: Run) -> None:
    names = [name.title() for name in NAMES]
    contents = "".join(f"- [{name}](#{name})\n" for name in names)
    sections = "".join(f"\n## {name}\n\n{plain([name])}" for name in names)
    commit(f"# Awesome\n\n{contents}{sections}")
    assert run().rules == ["broken-anchor"]
    write(f"# Awesome\n\n{contents.replace('#Alpha', '#alpha')}{sections}")
    assert run().rules == ["broken-anchor"]
    assert run("--since", "HEAD").rules == []
