"""The edit algebra: small cases by name, and its laws on random edits."""

import random
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_lint.diagnostic import Diagnostic, Edit, Fix, Span
from awesome_lint.fixing.edits import InvalidFixError, Shift, apply, written


def edit(start: int, end: int, text: str) -> Edit:
    return Edit(Span(start, end), text)


def finding(*edits: Edit, rule: str = "some-rule", message: str = "wrong") -> Diagnostic:
    start = edits[0].span.start if edits else 0
    return Diagnostic(rule, "README.md", Span(start, start), message, "warning", fix=Fix("mend", edits))


def run(text: str, *found: Diagnostic, newline: str = "\n") -> tuple[str, int, int]:
    done = apply(text, newline, found)
    return done.text, len(done.applied), len(done.skipped)


@pytest.mark.parametrize(
    ("found", "text"),
    [
        pytest.param([], "abcdef", id="nothing"),
        pytest.param([finding(edit(1, 2, "X"))], "aXcdef", id="replace"),
        pytest.param([finding(edit(6, 6, "!"))], "abcdef!", id="insert at the end"),
        pytest.param([finding(edit(0, 0, "!"))], "!abcdef", id="insert at the start"),
        pytest.param([finding(edit(0, 6, ""))], "", id="delete everything"),
        pytest.param([finding(edit(4, 5, "Y"), edit(0, 1, "X"))], "XbcdYf", id="edits in any order"),
        pytest.param([finding(edit(2, 3, "Y")), finding(edit(1, 2, "X"))], "aXYdef", id="neighbours"),
        pytest.param([finding(edit(1, 2, "X"), edit(1, 2, "X"))], "aXcdef", id="an edit said twice"),
        pytest.param([finding(edit(2, 2, "+"), edit(2, 4, "X"))], "ab+Xef", id="one fix may insert before its edit"),
        pytest.param([finding(edit(2, 4, "X"), edit(4, 4, "+"))], "abX+ef", id="and after it"),
    ],
)
def test_apply(found: list[Diagnostic], text: str) -> None:
    done = apply("abcdef", "\n", found)
    assert (done.text, len(done.applied), done.skipped) == (text, len(found), [])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(edit(1, 4, "X"), edit(3, 5, "Y"), id="overlap"),
        pytest.param(edit(1, 5, "X"), edit(2, 3, "Y"), id="inside"),
        pytest.param(edit(1, 4, "X"), edit(1, 4, "Y"), id="same span"),
        pytest.param(edit(2, 2, "X"), edit(2, 2, "Y"), id="insertions at one point"),
        pytest.param(edit(2, 2, "X"), edit(2, 4, "Y"), id="insertion at the start of a replacement"),
        pytest.param(edit(1, 3, "X"), edit(3, 3, "Y"), id="insertion at the end of a replacement"),
        pytest.param(edit(1, 4, "X"), edit(2, 2, "Y"), id="insertion inside a replacement"),
    ],
)
def test_of_two_in_conflict_the_first_is_made(first: Edit, second: Edit) -> None:
    alone = apply("abcdef", "\n", [finding(first)]).text
    for found in ([finding(first), finding(second)], [finding(second), finding(first)]):
        done = apply("abcdef", "\n", found)
        assert done.text == alone
        assert [one.fix.edits for one in done.applied if one.fix] == [(first,)]
        assert [one.fix.edits for one in done.skipped if one.fix] == [(second,)]


def test_rule_name_decides_between_two_at_one_place() -> None:
    found = [finding(edit(1, 2, "Z"), rule="zeta"), finding(edit(1, 2, "A"), rule="alpha")]
    assert [one.rule for one in apply("abc", "\n", found).applied] == ["alpha"]


def test_fix_is_whole_or_not_at_all() -> None:
    whole = finding(edit(0, 1, "X"), edit(4, 5, "X"))
    late = finding(edit(3, 5, "Y"), edit(5, 6, "Y"))
    assert run("abcdef", whole, late) == ("XbcdXf", 1, 1)


def test_identical_edits_merge() -> None:
    one = finding(edit(1, 2, "X"), edit(3, 4, "X"), rule="one")
    two = finding(edit(1, 2, "X"), edit(4, 5, "Y"), rule="two")
    assert run("abcdef", one, two) == ("aXcXYf", 2, 0)
    assert run("abcdef", finding(edit(2, 2, "-")), finding(edit(2, 2, "-"), rule="other")) == (
        "ab-cdef",
        2,
        0,
    )


def test_fix_that_changes_nothing_is_skipped_and_blocks_nobody() -> None:
    idle = finding(edit(0, 3, "abc"))
    assert run("abcdef", idle, finding(edit(1, 2, "X"))) == ("aXcdef", 1, 1)


def test_finding_without_a_fix_is_left_out() -> None:
    bare = Diagnostic("r", "p", Span(0, 1), "m", "error")
    assert apply("ab", "\n", [bare, finding()]).applied == []


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_of_the_file(newline: str) -> None:
    text = f"a{newline}b{newline}"
    at = text.index("b")
    assert run(text, finding(edit(at, at, "new\nline\n")), newline=newline)[0] == (
        f"a{newline}new{newline}line{newline}b{newline}"
    )


def test_moved_lines_keep_their_line_ends() -> None:
    text = "b\r\na\r\n"
    assert run(text, finding(edit(0, 6, "a\r\nb\r\n")), newline="\r\n")[0] == "a\r\nb\r\n"
    assert written(Fix("t", (edit(0, 0, "x\r\ny"),)), "\n")[0].text == "x\r\ny"


@pytest.mark.parametrize(
    ("edits", "reason"),
    [
        pytest.param((edit(2, 9, ""),), "a text of 6", id="after the end"),
        pytest.param((edit(-1, 2, ""),), "a text of 6", id="before the start"),
        pytest.param((edit(3, 2, ""),), "a text of 6", id="backwards"),
        pytest.param((edit(0, 3, "x"), edit(2, 4, "y")), "overlap", id="overlap"),
        pytest.param((edit(2, 2, "x"), edit(2, 2, "y")), "overlap", id="two insertions at one point"),
        pytest.param((edit(5, 6, ""),), "CR and LF", id="half a line end"),
        pytest.param((edit(5, 5, "x"),), "CR and LF", id="between CR and LF"),
    ],
)
def test_impossible_fix_names_its_rule(edits: tuple[Edit, ...], reason: str) -> None:
    with pytest.raises(InvalidFixError, match=reason) as caught:
        apply("abcd\r\n", "\r\n", [finding(*edits, rule="bad-rule")])
    assert caught.value.found.rule == "bad-rule"


def test_shift() -> None:
    done = apply("abcdef", "\n", [finding(edit(1, 2, "XYZ")), finding(edit(3, 5, "")), finding(edit(6, 6, "!"))])
    shift = Shift(done.edits)
    assert done.text == "aXYZcf!"
    assert [done.text[slice(*span)] for span in shift.spans] == ["XYZ", "", "!"]
    assert [done.text[shift.offset(at)] for at in (0, 2, 5)] == ["a", "c", "f"]
    assert shift.offset(6) == len(done.text)


TEXT = "The quick brown\nfox jumps\n"
EDITS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, 6), st.text("ab\n", max_size=3)).map(
    lambda raw: edit(raw[0], min(raw[0] + raw[1], len(TEXT)), raw[2])
)


def is_possible(edits: list[Edit]) -> bool:
    try:
        apply(TEXT, "\n", [finding(*edits)])
    except InvalidFixError:
        return False
    return True


FIXES = st.lists(EDITS, min_size=1, max_size=3).filter(is_possible)
FINDINGS = st.lists(
    st.builds(lambda edits, rule: finding(*edits, rule=rule), FIXES, st.sampled_from(["one", "two"])),
    max_size=12,
)


def by_hand(text: str, edits: list[Edit]) -> str:
    for span, new in reversed(edits):
        text = text[: span.start] + new + text[span.end :]
    return text


@given(FINDINGS)
def test_laws(found: list[Diagnostic]) -> None:
    done = apply(TEXT, "\n", found)
    assert len(done.applied) + len(done.skipped) == len(found)
    assert done.text == by_hand(TEXT, done.edits)
    assert set(done.edits) == {one for each in done.applied if each.fix for one in each.fix.edits}
    for one, two in zip(done.edits, done.edits[1:], strict=False):
        assert one.span.end <= two.span.start
    assert bool(done.applied) == bool(done.edits)
    if found and any(by_hand(TEXT, written(one.fix, "\n")) != TEXT for one in found if one.fix):
        assert done.applied, "the first fix that changes something is always made"


@given(FINDINGS, st.randoms())
def test_order_of_findings_does_not_matter(found: list[Diagnostic], chance: random.Random) -> None:
    shuffled = list(found)
    chance.shuffle(shuffled)
    one, two = apply(TEXT, "\n", found), apply(TEXT, "\n", shuffled)
    assert (one.text, one.edits, one.applied) == (two.text, two.edits, two.applied)


@given(FINDINGS)
def test_shift_follows_what_no_edit_names(found: list[Diagnostic]) -> None:
    done = apply(TEXT, "\n", found)
    shift = Shift(done.edits)
    for span, new in zip(shift.spans, done.edits, strict=True):
        assert done.text[slice(*span)] == new.text
    touched = {at for one in done.edits for at in range(one.span.start, one.span.end)}
    for at in range(len(TEXT)):
        if at not in touched:
            assert done.text[shift.offset(at)] == TEXT[at]


@given(FINDINGS)
def test_passes_end_when_fixes_do_not_come_back(found: list[Diagnostic]) -> None:
    done = apply(TEXT, "\n", found)
    assert apply(TEXT, "\n", done.applied).skipped == []


def calls(count: int) -> int:
    """Return how many calls it takes to apply that many fixes, and one that has as many edits."""
    text = "word  \n" * count
    found = [finding(edit(at * 7 + 4, at * 7 + 6, "")) for at in range(count)]
    found.append(finding(*(edit(at * 7, at * 7 + 1, "W") for at in range(count)), rule="all"))
    total = 0

    def count_calls(_: object, event: str, __: object) -> None:
        nonlocal total
        total += event in ("call", "c_call")

    sys.setprofile(count_calls)
    try:
        done = apply(text, "\n", found)
    finally:
        sys.setprofile(None)
    assert len(done.applied) == count + 1
    return total


def test_effort_is_linear_in_the_number_of_fixes() -> None:
    assert calls(2_000) < 11 * calls(200)
