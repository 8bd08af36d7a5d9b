"""Where the rulebook is looked for, and what is read off the classes of rules."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import ClassVar, Literal

import pytest

import awesome_lint
from awesome_lint import rulebook
from awesome_lint.errors import UserError
from awesome_lint.rule import Rule, options_of

PACKAGE = Path(awesome_lint.__file__).parent


def folder_of(lib: Path) -> Path:
    """Return the rulebook of the copy of the package that stands in a folder."""
    program = "from awesome_lint.rulebook import FOLDER; print(FOLDER)"
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, sys.argv[1]); {program}", str(lib)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return Path(done.stdout.strip())


def test_installed_package_reads_its_own_copy_and_a_checkout_the_folder_at_the_top(tmp_path: Path) -> None:
    lib = tmp_path / "site" / "lib"
    shutil.copytree(PACKAGE, lib / "awesome_lint", ignore=shutil.ignore_patterns("rulebook", "__pycache__"))
    (tmp_path / "site" / "rules").mkdir()  # a checkout's, or a stranger's
    assert folder_of(lib) == tmp_path / "site" / "rules"
    (lib / "awesome_lint" / "rulebook").mkdir()
    assert folder_of(lib) == lib / "awesome_lint" / "rulebook"


def test_unknown_names_have_a_nearest_one() -> None:
    with pytest.raises(UserError, match="unknown rule 'spaced-lnk'") as caught:
        rulebook.load("spaced-lnk")
    assert "Did you mean 'spaced-link'?" in caught.value.advice
    with pytest.raises(UserError, match="unknown preset 'strickt'") as caught:
        rulebook.preset_path("strickt")
    assert "Did you mean 'strict'?" in caught.value.advice


def test_rules_are_sorted_by_group_and_name() -> None:
    found = [(group, name) for name, group in rulebook.rule_groups().items()]
    assert found == sorted(found)
    assert rulebook.groups() == sorted(path.name for path in (PACKAGE / "checks").iterdir() if path.name[0] != "_")


class WithOptions(Rule):
    fixes: ClassVar[tuple[Literal["safe"], ...]] = ("safe",)
    scope: Literal["section", "list"] = "section"
    leave_out: tuple[str, ...] = ()


class WithoutOptions(Rule):
    severity = "info"


def test_options_are_the_annotated_attributes_of_the_class_itself() -> None:
    assert list(options_of(WithOptions)) == [
        ("scope", Literal["section", "list"], "section"),
        ("leave-out", tuple[str, ...], ()),
    ]
    assert list(options_of(WithoutOptions)) == []
    assert list(options_of(Rule)) == []


def test_options_that_are_not_set_have_their_default() -> None:
    assert WithOptions({"leave-out": ("x",)}).leave_out == ("x",)
    assert WithOptions().leave_out == ()
