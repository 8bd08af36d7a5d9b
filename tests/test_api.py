"""The linter as a library."""

import datetime
import re
import subprocess
import sys
from pathlib import Path

import pytest

import awesome_lint
from awesome_lint import FixedText, UserError, fix_text, lint_text
from awesome_lint.source import Source

LIST = """\
# Awesome Kettles

- [Ada](https://example.org/a) - Boils water.
- [Bea](https://example.org/b) - Boils milk.
- [Cem](https://example.org/c) - Boils  eggs.
- [Dov](https://example.org/d) - Boils tea.
- [Eve](https://example.org/e) - See [the manual](docs/manual.md).
"""


def test_lint_text_gives_findings_with_places() -> None:
    (found,) = lint_text(LIST)
    assert (found.rule, found.path, found.severity) == ("repeated-space", "README.md", "warning")
    assert LIST[slice(*found.span)] == "  "
    assert Source(LIST).place(found.span.start) == (5, 39)


def test_fix_text_mends_what_is_safe() -> None:
    fixed = fix_text(LIST)
    assert isinstance(fixed, FixedText)
    assert fixed.text == LIST.replace("Boils  eggs", "Boils eggs")
    assert [one.rule for one in fixed.applied] == ["repeated-space"]
    assert fixed.remaining == []
    assert fix_text(fixed.text) == FixedText(fixed.text, [], [])


def test_unsafe_fixes_are_asked_for() -> None:
    doubled = LIST.replace("  eggs", " the the eggs")
    assert fix_text(doubled).text == doubled
    assert fix_text(doubled, unsafe=True).text == LIST.replace("  eggs", " the eggs")


def test_bytes_that_no_fix_names_stay() -> None:
    odd = "\ufeff" + LIST.replace("\n", "\r\n").rstrip()
    fixed = fix_text(odd, config={"select": ["repeated-space"]})
    assert fixed.text == odd.replace("Boils  eggs", "Boils eggs")
    assert (
        lint_text(odd, config={"select": ["repeated-space"]})[0].span == lint_text(LIST.replace("\n", "\r\n"))[0].span
    )


def test_config_is_what_a_file_says() -> None:
    assert lint_text(LIST, config={"ignore": ["text"]}) == []
    assert lint_text(LIST, config={"per-file-ignores": {"*.md": ["repeated-space"]}}) == []
    (found,) = lint_text(LIST, config={"severity": {"repeated-space": "error"}, "unfixable": ["text"]})
    assert (found.severity, found.fix) == ("error", None)
    kept = fix_text(LIST, config={"unfixable": ["text"]})
    assert (kept.text, kept.remaining[0].fix) == (LIST, None)


def test_style_is_obeyed() -> None:
    plain = LIST.replace("Boils  eggs.", "Boils eggs")
    assert lint_text(plain) == []
    found = lint_text(plain, config={"style": {"final-period": "."}})
    assert [one.rule for one in found] == ["inconsistent-final-period"]
    assert fix_text(plain, config={"style": {"final-period": "."}}).text == LIST.replace("  eggs", " eggs")


def test_wrong_config_says_what_to_do() -> None:
    with pytest.raises(UserError, match="config: unknown key 'selekt'") as caught:
        lint_text(LIST, config={"selekt": ["text"]})
    assert caught.value.advice == "Did you mean 'select'?"
    with pytest.raises(UserError, match="'select' must be a list of strings"):
        lint_text(LIST, config={"select": "text"})
    with pytest.raises(UserError, match="binary file"):
        lint_text("# A\0B\n")


def test_files_and_the_day_are_the_callers() -> None:
    found = lint_text(LIST, exists=lambda path: path != "docs/manual.md", config={"select": ["links"]})
    assert [one.rule for one in found] == ["missing-file"]
    dated = LIST.replace("- [Ada](", "- [NeurIPS'31] [Ada](").replace("- [Bea](", "- [NeurIPS'22] [Bea](")
    config = {"select": ["venue-year"]}
    assert [one.rule for one in lint_text(dated, config=config, today=datetime.date(2026, 6, 1))] == ["venue-year"]
    assert lint_text(dated, config=config, today=datetime.date(2031, 12, 31)) == []


def test_importing_the_package_stays_light() -> None:
    program = "import sys; before = set(sys.modules); import awesome_lint; print(sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True)
    assert set(done.stdout.strip("[]\n").replace("'", "").split(", ")) <= {"awesome_lint", "typing", *typing_needs()}


def typing_needs() -> set[str]:
    """Return what the standard library's `typing` loads."""
    program = "import sys, typing; print(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_all_names_are_there_and_no_other() -> None:
    assert all(getattr(awesome_lint, name) is not None for name in awesome_lint.__all__)
    with pytest.raises(AttributeError, match="no attribute 'lint'"):
        awesome_lint.lint  # noqa: B018


def test_readme_shows_what_works(capsys: pytest.CaptureFixture[str]) -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", readme, re.M | re.S)
    assert blocks
    for block in blocks:
        exec(block, {})
    shown = capsys.readouterr().out
    assert shown.startswith("warning repeated-space Span(start=57, end=59) 2 spaces where one is meant\n")
    assert shown.endswith("- [Ada](https://example.org/a) - Boils water.\n\n")
