"""Newcomers do not vote: habits are those of the old text."""

import re
from pathlib import Path

from changes.repository import NAMES, Run, commit, plain, write


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


def test_each_category_keeps_its_own_order(repository: Path, run: Run) -> None:
    def page(sorted_names: list[str]) -> str:
        categories = {"Sorted": sorted_names, "Grown": ["zz", *NAMES]}
        below = (f"- {name}\n" + plain(names, ".").replace("- [", "  - [") for name, names in categories.items())
        return "# Awesome\n\n## Things\n\n" + "".join(below)

    names = [f"{letter}{letter}" for letter in "cdefghijklmn"]
    commit(page(names))
    write(page([*names[:4], "ww", *names[4:]]))
    found = run("--since", "HEAD", "--select", "unsorted-entries")
    assert re.findall(r"'(\w+)' is out of order", found.out) == ["ww"]


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
