"""Directives: what they hide, what they are of no use for, and how they are taken away."""

import pytest

from awesome_lint.diagnostic import Diagnostic, Span
from awesome_lint.directives.directive import npm_rules
from awesome_lint.directives.suppress import Suppressions
from awesome_lint.document import Document
from awesome_lint.parse import parse
from awesome_lint.rule import Rule
from awesome_lint.rulebook import data_text, rule_groups
from awesome_lint.source import Source

GROUPS = {
    "duplicate-link": "entries",
    "name-case": "text",
    "misspelling": "text",
    "blank-lines": "text",
    "unused-directive": "structure",
}


class Check(Rule):
    """Stands in for the rule that reports directives."""


Check.name = "unused-directive"


def document(text: str) -> Document:
    return parse(Source(text))


def at(text: str, mark: str = "X", rule: str = "name-case") -> Diagnostic:
    """Return a finding at the first place of a mark."""
    start = text.index(mark)
    return Diagnostic(rule, "-", Span(start, start + 1), "wrong", "warning")


def is_hidden(text: str, mark: str = "X", rule: str = "name-case") -> bool:
    return Suppressions(document(text), GROUPS).hides(at(text, mark, rule))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- X <!-- awesome-lint-disable-line name-case -->\n", id="line"),
        pytest.param("- X <!--awesome-lint-disable-line name-case-->\n", id="no blanks around"),
        pytest.param("- X <!-- awesome-lint-disable-line -->\n", id="all rules"),
        pytest.param("- X <!-- awesome-lint-disable-line text -->\n", id="a group"),
        pytest.param("- X <!-- awesome-lint-disable-line misspelling,name-case -->\n", id="comma"),
        pytest.param("- X <!-- awesome-lint-disable-line misspelling name-case -->\n", id="blank"),
        pytest.param("- X <!-- awesome-lint-disable-line name-case -- they say so -->\n", id="reason"),
        pytest.param("- X <!-- awesome-lint-disable-line name-case — they say so -->\n", id="dash"),
        pytest.param("| a |\n|---|\n| X <!-- awesome-lint-disable-line name-case --> |\n", id="table row"),
        pytest.param("a\nX <!-- awesome-lint-disable-line name-case -->\nb\n", id="inside a paragraph"),
        pytest.param("<p>X <!-- awesome-lint-disable-line name-case --></p>\n", id="in HTML"),
        pytest.param("<!-- awesome-lint-disable-next-line name-case -->\n- X\n", id="next line"),
        pytest.param("<!-- awesome-lint-disable-next-line name-case -->\n\n- X\n", id="next line that is not blank"),
        pytest.param("<!-- awesome-lint-disable-next-line\n     name-case -->\r\n- X\n", id="comment of two lines"),
        pytest.param("- a\n  <!-- awesome-lint-disable-next-line name-case -->\n- X\n", id="indented in an item"),
        pytest.param(
            "<!-- awesome-lint-disable-next-line name-case -->\n"
            "<!-- awesome-lint-disable-next-line misspelling\n-->\n- X\n",
            id="another directive between",
        ),
        pytest.param("- a\n<!-- awesome-lint-disable name-case -->\n- b\n- X\n", id="from here on"),
        pytest.param("a <!-- awesome-lint-disable name-case --> X\n", id="from here on in the line"),
        pytest.param("- X\n\n<!-- awesome-lint-disable-file name-case -->\n", id="file, wherever it stands"),
        pytest.param(
            "<!-- awesome-lint-disable name-case -->\n<!-- awesome-lint-enable misspelling -->\n- X\n",
            id="another rule is enabled again",
        ),
        pytest.param(
            "<!-- awesome-lint-disable -->\na\n\n<!-- awesome-lint-enable -->\nb\n"
            "<!-- awesome-lint-disable name-case -->\n\nX\n",
            id="off, on and off again",
        ),
    ],
)
def test_hidden(text: str) -> None:
    assert is_hidden(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- X\n", id="no directive"),
        pytest.param("- X <!-- awesome-lint-disable-line misspelling -->\n", id="another rule"),
        pytest.param("- X <!-- awesome-lint-disable-line a -- name-case -->\n", id="only the reason names it"),
        pytest.param("- X\n- b <!-- awesome-lint-disable-line name-case -->\n", id="the line before"),
        pytest.param("- b <!-- awesome-lint-disable-line name-case -->\n- X\n", id="the line after"),
        pytest.param("<!-- awesome-lint-disable-next-line name-case -->\n- b\n- X\n", id="the line after the next"),
        pytest.param("- X\n<!-- awesome-lint-disable name-case -->\n", id="before it is switched off"),
        pytest.param("X <!-- awesome-lint-disable name-case -->\n", id="before it, in its line"),
        pytest.param(
            "<!-- awesome-lint-disable name-case -->\na\n\n<!-- awesome-lint-enable name-case -->\nX\n",
            id="enabled",
        ),
        pytest.param("<!-- awesome-lint-disable name-case -->\na\n\n<!-- awesome-lint-enable -->\nX\n", id="all on"),
        pytest.param("<!-- awesome-lint-disable -->\na\n\n<!-- awesome-lint-enable text -->\nX\n", id="group enabled"),
        pytest.param("`<!-- awesome-lint-disable-file -->`\n\nX\n", id="in code"),
        pytest.param("```\n<!-- awesome-lint-disable-file -->\n```\n\nX\n", id="in a fence"),
        pytest.param("<!-- awesome-lint-disable-fil -->\nX\n", id="misspelt"),
        pytest.param("<!-- see awesome-lint-disable-file -->\nX\n", id="not at the beginning"),
    ],
)
def test_not_hidden(text: str) -> None:
    assert not is_hidden(text)


def test_directives_hide_nothing_of_themselves_unless_named() -> None:
    text = "- X <!-- awesome-lint-disable-line -->\n"
    assert not is_hidden(text, "<!--", "unused-directive")
    assert not is_hidden(text.replace(" -->", " structure -->"), "<!--", "unused-directive")
    assert is_hidden(text.replace(" -->", " unused-directive -->"), "<!--", "unused-directive")


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        pytest.param("<!--lint disable double-link-->\n\n- X\n", True, id="disable"),
        pytest.param("<!--lint disable remark-lint:double-link-->\n\n- X\n", True, id="with the source's name"),
        pytest.param("<!-- lint disable awesome-toc double-link -->\n\n- X\n", True, id="several ids"),
        pytest.param("<!--lint disable-->\n\n- X\n", True, id="all"),
        pytest.param("<!--lint disable double-link-->\n\n<!--lint enable double-link-->\n\n- X\n", False, id="enable"),
        pytest.param("<!--lint disable awesome-license-->\n\n- X\n", False, id="an id without counterpart"),
        pytest.param("<!--lint ignore double-link-->\n\n- a\n- X\n\nb\n", True, id="next node"),
        pytest.param("<!--lint ignore double-link-->\n\n- a\n\nX\n", False, id="after the next node"),
        pytest.param("- a\n\n  <!--lint ignore double-link-->\n\n  X\n", True, id="next node in an item"),
        pytest.param("- X\n\n  <!--lint ignore double-link-->\n\n  b\n", False, id="before it"),
        pytest.param("- a\n\n  <!--lint ignore double-link-->\n- X\n", False, id="no next node in its item"),
        pytest.param("- X <!--lint ignore double-link-->\n", True, id="inline: its own line"),
        pytest.param("<!--linting disable double-link-->\n\n- X\n", False, id="another marker"),
        pytest.param("<!--lint off double-link-->\n\n- X\n", False, id="another word"),
    ],
)
def test_npm_directives(text: str, hidden: bool) -> None:
    assert is_hidden(text, rule="duplicate-link") is hidden


def npm_ids() -> list[str]:
    return [line.split("\t")[0] for line in data_text("npm_rules.tsv").splitlines()[1:]]


def test_npm_table() -> None:
    assert npm_ids() == sorted(set(npm_ids()))
    assert npm_rules("remark-lint-double-link") == ("duplicate-entry", "duplicate-link")
    assert npm_rules("awesome-license") == ()


def test_npm_table_names_rules_that_exist() -> None:
    if len(rule_groups()) < 60:
        pytest.skip("not all rules are written yet")
    ours = {rule for name in npm_ids() for rule in npm_rules(name)}
    assert ours <= set(rule_groups())


# Unused directives


def unused(text: str, *found: Diagnostic, ran: frozenset[str] = frozenset(GROUPS)) -> list[tuple[str, ...]]:
    hidden = Suppressions(document(text), GROUPS)
    for one in found:
        hidden.hides(one)
    return [one.names for one in hidden.unused(ran)]


def test_used_directive_is_not_reported() -> None:
    text = "- X <!-- awesome-lint-disable-line name-case -->\n"
    assert unused(text, at(text)) == []
    assert unused(text) == [("name-case",)]
    assert unused(text, at(text, rule="misspelling")) == [("name-case",)]


def test_each_name_counts_for_itself() -> None:
    text = "- X <!-- awesome-lint-disable-line misspelling, name-case, blank-lines -->\n"
    assert unused(text, at(text)) == [("misspelling", "blank-lines")]


def test_rule_that_did_not_run_is_given_the_benefit_of_the_doubt() -> None:
    text = "- X <!-- awesome-lint-disable-line name-case -->\n"
    assert unused(text, ran=frozenset({"misspelling"})) == []
    assert unused("- X <!-- awesome-lint-disable-line text -->\n", ran=frozenset({"name-case"})) == []
    assert unused("- X <!-- awesome-lint-disable-line -->\n", ran=frozenset({"name-case"})) == []
    assert unused("- X <!-- awesome-lint-disable-line -->\n") == [()]


def test_of_two_that_hide_a_finding_both_are_used() -> None:
    text = "<!-- awesome-lint-disable-file name-case -->\n\nX <!-- awesome-lint-disable-line name-case -->\n"
    assert unused(text, at(text)) == []


def test_stretch_that_another_one_makes_needless() -> None:
    text = "<!-- awesome-lint-disable name-case -->\n\n<!-- awesome-lint-disable name-case -->\n\nX\n"
    assert unused(text, at(text)) == [("name-case",)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("<!-- awesome-lint-enable name-case -->\nX\n", [("name-case",)], id="nothing was off"),
        pytest.param(
            "<!-- awesome-lint-disable name-case -->\nX\n\n<!-- awesome-lint-enable name-case -->\n",
            [],
            id="pair",
        ),
        pytest.param(
            "<!-- awesome-lint-disable name-case -->\nX\n\n<!-- awesome-lint-enable misspelling -->\n",
            [("misspelling",)],
            id="another rule was off",
        ),
        pytest.param("<!-- awesome-lint-disable -->\nX\n\n<!-- awesome-lint-enable text -->\n", [], id="part of all"),
    ],
)
def test_enable(text: str, names: list[tuple[str, ...]]) -> None:
    assert unused(text, at(text)) == names


def test_enable_is_judged_by_the_directives_alone() -> None:
    assert unused("<!-- awesome-lint-enable name-case -->\nX\n", ran=frozenset()) == [("name-case",)]


def test_npm_directive_may_be_needed_by_the_npm_tool() -> None:
    assert unused("<!--lint disable double-link-->\n<!--lint disable-->\nX\n") == []


def reports(text: str) -> list[tuple[str, str | None]]:
    hidden = Suppressions(document(text), GROUPS)
    return [(one.message, one.help) for one in hidden.report(Check(), frozenset(GROUPS))]


def test_report() -> None:
    assert reports("- X <!-- awesome-lint-disable-line name-cse -->\n") == [
        ("there is no rule 'name-cse'; did you mean 'name-case'?", None)
    ]
    assert reports("- X <!-- awesome-lint-disable-nextline name-case -->\n") == [
        (
            "there is no directive 'awesome-lint-disable-nextline'; did you mean 'awesome-lint-disable-next-line'?",
            None,
        )
    ]
    assert reports("- X <!-- awesome-lint-disable-line qqqqqq -->\n") == [("there is no rule 'qqqqqq'", None)]
    assert reports("- X <!-- awesome-lint-disable-line name-case misspelling -->\n") == [
        ("the directive hides no finding of 'name-case' and 'misspelling'", None)
    ]
    assert reports("- X <!-- awesome-lint-disable-line -->\n") == [("the directive hides no finding", None)]
    assert reports("<!-- awesome-lint-enable -->\n\nX\n") == [
        ("nothing is switched off here that could be enabled", None)
    ]
    assert reports("- X <!-- awesome-lint-disable-line unused-directive -->\n") == []


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        pytest.param("- X <!-- D -->\n- b\n", "- X\n- b\n", id="end of a line"),
        pytest.param("X <!-- D -->  \nb\n", "X  \nb\n", id="a hard break stays"),
        pytest.param("- <!-- D --> X\n", "- X\n", id="after the marker"),
        pytest.param("a <!-- D --> X\n", "a X\n", id="in the middle"),
        pytest.param("a<!-- D -->X\n", "aX\n", id="no blanks"),
        pytest.param("a<!-- D --> X\n", "a X\n", id="a blank on the right only"),
        pytest.param("| X <!-- D --> |\n", "| X |\n", id="cell"),
        pytest.param("- a\n<!-- D -->\n- X\n", "- a\n- X\n", id="line of its own"),
        pytest.param("- a\r\n<!-- D -->\r\n- X\r\n", "- a\r\n- X\r\n", id="CRLF"),
        pytest.param("- a\n  <!-- D -->\n- X\n", "- a\n- X\n", id="indented"),
        pytest.param("a\n\n<!-- D -->\n\nX\n", "a\n\nX\n", id="between blank lines"),
        pytest.param("<!-- D -->\n\nX\n", "X\n", id="at the top"),
        pytest.param("X\n\n<!-- D -->\n", "X\n\n", id="at the bottom"),
        pytest.param("X\n<!-- D -->", "X\n", id="at the bottom without a line end"),
        pytest.param("a\n<!-- D -->\nX\n", "a\n\nX\n", id="between paragraphs"),
        pytest.param("| a |\n|---|\n| b |\n<!-- D -->\n| X |\n", "| a |\n|---|\n| b |\n\n| X |\n", id="table"),
        pytest.param("- a\n<!-- D -->\n  X\n", None, id="before an indented line: left alone"),
    ],
)
def test_removal(text: str, cleaned: str | None) -> None:
    text = text.replace("D", "awesome-lint-disable-line name-case misspelling -- why")
    (one,) = Suppressions(document(text), GROUPS).unused(frozenset(GROUPS))
    got = one.edit and text[: one.edit.span.start] + one.edit.text + text[one.edit.span.end :]
    assert got == cleaned


@pytest.mark.parametrize(
    ("names", "left"),
    [
        ("name-case, misspelling", "misspelling"),
        ("misspelling name-case blank-lines", "misspelling blank-lines"),
        ("misspelling,name-case,blank-lines", "misspelling, blank-lines"),
        ("name-case no-such-rule", "no-such-rule"),
    ],
)
def test_removal_of_one_name(names: str, left: str) -> None:
    text = f"- X <!-- awesome-lint-disable-line {names} -- why -->\n"
    ran = frozenset({"name-case"})
    (one,) = Suppressions(document(text), GROUPS).unused(ran)
    assert one.edit is not None
    got = text[: one.edit.span.start] + one.edit.text + text[one.edit.span.end :]
    assert got == text.replace(names, left)
