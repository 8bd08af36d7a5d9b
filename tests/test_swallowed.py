"""Markdown inside HTML blocks: what is found, what a blank line would make of it, and how fixing it ends."""

import pytest
from stand_ins import document

from awesome_lint.checks.structure.markdown_in_html import Check
from awesome_lint.engine import fix

SECTIONS = "".join(f'<a name="{n}" />\n## Part {n}\n' for n in range(60))


def safeties(text: str) -> list[bool]:
    """Return for each stretch of swallowed Markdown whether a blank line changes nothing else."""
    return [one.alone for one in document(text).swallowed_markdown]


@pytest.mark.parametrize(
    "text",
    [
        "<br>\n## A\nb\n",
        "<br>\n## A\n* [b](c)\n  - d\n      e\n",
        "<br>\n## A\n<div>\n    <b>code in HTML</b>\n</div>\n",
        "<br>\n- [a](b)\n\n- [c](d)\n",
        "<br>\n1. [a](b)\n\nc\n",
        "<br>\n## A\n\n    code\n",
        "<br>\n## A\n| b | c |\n|---|---|\n| [d](e) | f |\n",
        "<br>\n- [a](b)\n</div>\n\n  c\n",
    ],
)
def test_safe(text: str) -> None:
    assert safeties(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "> <br>\n> ## A\n",
        "- a\n\n  <br>\n  ## A\n",
        "<br>\n## A\n    code\n",
        "<br>\n## A\n\tcode\n",
        "<br>\n## A\n> b\n    code\n",
        "<br>\n## A\n|b|\n|-|\nc\n    code\n",
        "<br>\n## A `\n<img src='b'>`\n",
        "<br>\n## A\n```\ncode\n```\n",
        "<br>\n## A\n[b]: c\n",
        "<br>\n## A\n<!-- of several\nlines -->\n",
        "<br>\n- [a](b)\n\n  c\n",
        "<br>\n1. [a](b)\n\n3. c\n",
        "<div>\n- [a](b)\n <textarea>\n\n",
    ],
)
def test_unsafe(text: str) -> None:
    assert safeties(text) == [False]


def test_sections_without_a_blank_line_are_found_at_once() -> None:
    assert safeties(SECTIONS) == [True] * 60
    done = fix(document(SECTIONS), [Check()])
    assert (done.withdrawn, done.unsettled, done.remaining) == ([], [], [])
    assert done.text == SECTIONS.replace(" />\n", " />\n\n")
    assert len(done.doc.sections) == 60


@pytest.mark.parametrize("rule", ["* * *", "- - -", "-\t- - ", " *  * * *"])
def test_a_thematic_break_begins_no_list(rule: str) -> None:
    text = f"<br>\n{rule}\n- [a](https://example.org/a)\n"
    done = fix(document(text), [Check()])
    assert (done.withdrawn, done.remaining) == ([], [])
    assert done.text == text.replace("\n- [", "\n\n- [")


def test_headings_that_come_are_told_with_their_level_and_title() -> None:
    (one,) = document("<br>\n## *A* [b](c) ##\n### D\n# [e]\n").swallowed_markdown
    assert one.headings == ((5, 2, "A b"), (22, 3, "D"), (28, 1, "[e]"))
    assert one.title == "A b"
