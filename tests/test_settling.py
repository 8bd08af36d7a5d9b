"""Fixing to rest: passes, phases, cycles and withdrawn fixes."""

import re
from collections.abc import Callable, Iterable

from stand_ins import Check, Swap, Twice, document, mark

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.engine import fix
from awesome_lint.fixing.settle import FixResult
from awesome_lint.rule import Rule
from awesome_lint.rulebook import load
from awesome_lint.source import Source


def settle(text: str, *rules: Rule, **options: object) -> FixResult:
    done = fix(document(text), rules, **options)  # type: ignore[arg-type]
    assert fix(document(done.text), rules, **options).text == done.text, "a second run changes nothing"  # type: ignore[arg-type]
    return done


def test_fix() -> None:
    done = settle("- teh a\n- teh b X\n", Swap("the", "teh", "the"), Check("one", mark))
    assert done.text == "- the a\n- the b X\n"
    assert [one.rule for one in done.applied] == ["the", "the"]
    assert [one.rule for one in done.remaining] == ["one"]
    assert (done.withdrawn, done.unsettled, done.doc.text) == ([], [], done.text)


def test_nothing_to_fix_gives_the_same_document() -> None:
    doc = document("- a X\n")
    done = fix(doc, [Swap("the", "teh", "the"), Check("one", mark)])
    assert done.doc is doc
    assert len(done.remaining) == 1


def test_bytes_that_no_fix_names_stay() -> None:
    source = Source("- teh a \r\n- b\t\n\n\x0b\r\nc\u2028\r\n", "README.md", bom=True)
    done = fix(source, [Swap("the", "teh", "the")])
    assert done.doc.source.encode(done.text) == source.encode(source.text.replace("teh", "the"))


def test_inserted_line_ends_are_the_files() -> None:
    rule = Swap("para", " Y ", "\n\nY ", safety="unsafe")
    assert settle("a Y b\r\n", rule, allow=("unsafe",)).text == "a\r\n\r\nY b\r\n"


def test_safeties() -> None:
    rules = [
        Swap("one", "a", "b"),
        Swap("two", "c", "d", safety="unsafe"),
        Swap("six", "e", "f", safety="suggestion"),
    ]
    assert settle("a c e\n", *rules).text == "b c e\n"
    assert settle("a c e\n", *rules, allow=("safe", "unsafe")).text == "b d e\n"
    assert settle("a c e\n", *rules, allow=()).text == "a c e\n"


def test_phases_follow_one_another_and_begin_again() -> None:
    order: list[str] = []

    def told(name: str, new: str) -> Callable[[re.Match[str]], str]:
        return lambda match: order.append(name) or new  # type: ignore[func-returns-value, redundant-expr]

    done = settle(
        "- 1\n",
        Swap("layout-rule", "[34]", lambda match: {"3": "4", "4": "5"}[match[0]], "layout"),
        Swap("content-rule", "[25]", lambda match: {"2": "3", "5": "6"}[match[0]], "content"),
        Swap("structure-rule", "[16]", lambda match: {"1": "2", "6": "7"}[match[0]], "structure"),
    )
    assert done.text == "- 7\n"
    assert [one.rule.split("-")[0] for one in done.applied] == [
        "structure",
        "content",
        "layout",
        "layout",
        "content",
        "structure",
    ]


def test_fixes_that_overlap_are_made_in_turn() -> None:
    done = settle("- aab\n", Swap("one", "aa", "a"), Swap("two", "ab", "b"))
    assert done.text == "- b\n"
    assert [one.rule for one in done.applied] == ["one", "two"]


def test_fix_that_changes_nothing_does_not_keep_us_busy() -> None:
    done = fix(document("- a\n"), [Swap("idle", "a", "a"), Swap("one", "b", "c")])
    assert (done.text, done.applied, done.unsettled, len(done.remaining)) == ("- a\n", [], [], 1)


def test_rules_that_undo_each_other_are_named_and_taken_back() -> None:
    done = settle("- a teh\n", Swap("there", "a", "b"), Swap("back", "b", "a"), Swap("the", "teh", "the"))
    assert done.text == "- b the\n", "the text at which the circle was entered"
    assert done.unsettled == ["back", "there"]
    assert [one.rule for one in done.applied if one.rule == "the"] == ["the"]


def test_cycle_through_phases() -> None:
    done = settle("- a\n", Swap("there", "a", "b", "structure"), Swap("back", "b", "a", "layout"))
    assert (done.text, done.unsettled, done.applied) == ("- a\n", ["back", "there"], [])


def test_rule_that_never_rests_is_taken_back_and_the_others_are_not() -> None:
    done = settle("- a teh\n", Swap("more", "a", "aa"), Swap("the", "teh", "the"))
    assert (done.text, done.unsettled) == ("- a the\n", ["more"])
    assert [one.rule for one in done.applied] == ["the"]


def test_ten_passes_are_allowed() -> None:
    count = Swap("count", r"(?<=x)\d+", lambda match: str(max(int(match[0]) - 1, 0)))
    assert settle("- x10\n", count).text == "- x0\n"
    assert fix(document("- x11\n"), [count]).unsettled == ["count"]


def test_guilty_fix_is_never_written() -> None:
    done = settle("- teh `code` a\n- teh b\n", Swap("bad", "code|b", "c"), Swap("the", "teh", "the"))
    assert done.text == "- the `code` a\n- the c\n"
    (one,) = done.withdrawn
    assert (one.rule, one.path, one.line, one.excerpt) == ("bad", "README.md", 1, "- teh `code` a")
    assert one.reason == "line 1: markup changed"
    assert [one.rule for one in done.remaining] == ["bad"]


def test_guilty_fix_is_not_tried_again_when_text_before_it_moves() -> None:
    parsed = 0

    def counting(source: Source) -> Document:
        nonlocal parsed
        parsed += 1
        return document(source.text)

    shrink = Swap("shrink", "x+", lambda match: match[0][:-3], "content")
    done = fix(Source("- xxxxxxxxxxxx `code`\n"), [shrink, Swap("bad", "code", "c")], parse=counting)
    assert done.text == "-  `code`\n"
    assert len(done.withdrawn) == 1
    assert parsed < 12


def test_unsafe_fixes_are_not_proved() -> None:
    bad = Swap("bad", "`code`", "c", safety="unsafe")
    assert settle("- `code`\n", bad, allow=("safe", "unsafe")).text == "- c\n"


def test_choose_what_may_be_fixed() -> None:
    done = fix(
        document("- teh a\n- teh b\n"),
        [Swap("the", "teh", "the")],
        choose=lambda doc, found: [one for one in found if doc.source.line_at(one.span.start) == 1],
    )
    assert done.text == "- teh a\n- the b\n"
    assert len(done.remaining) == 1


def test_only_rules_with_a_fix_run_more_than_twice() -> None:
    runs = 0

    def counted(rule: Check, doc: Document) -> Iterable[Diagnostic]:
        nonlocal runs
        runs += 1
        return ()

    fix(document("- aaaa\n"), [Swap("one", "aa", "a"), Check("costly", counted)])
    assert runs == 2, "once before, once in the end"


def test_rule_over_all_files_sees_the_text_as_it_is_now() -> None:
    other = document("# B\n", "a.md")
    done = fix(document("# A\n", "b.md"), [Twice(), Swap("b", "A", "B")], others=[other])
    assert (done.text, [one.rule for one in done.remaining]) == ("# B\n", ["twice"])


def test_fixes_that_make_links_have_their_lines_to_themselves() -> None:
    done = settle(
        "- [a] (http://arxiv.org/abs/2206.15472)\n- teh b\n",
        Swap("spaced", r"(?<=\]) (?=\()", "", guard="markup"),
        Swap("scheme", "http:", "https:", guard="url"),
        Swap("the", "teh", "the"),
    )
    assert done.text == "- [a](https://arxiv.org/abs/2206.15472)\n- the b\n"
    assert [one.rule for one in done.applied] == ["spaced", "the", "scheme"]


def test_contents_have_the_file_to_themselves() -> None:
    done = settle(
        "# A\n\n- [B](#b)\n- [C](#c)\n\n## B\n\n- a  b\n",
        Swap("contents", r"- \[C\]\(#c\)\n", "", "structure", "anchor"),
        Swap("blanks", "(?<=a)  (?=b)", " ", "structure", "layout"),
    )
    assert done.text == "# A\n\n- [B](#b)\n\n## B\n\n- a b\n"
    assert [one.rule for one in done.applied] == ["contents", "blanks"]


def test_headings_one_below_another_are_made_at_once() -> None:
    # A fuzzer found twelve of them: each made the one above it safe to mend, which took more passes than there are.
    done = settle("Words\n" + "##Broken\n" * 12 + "- [Tools](#tools)\n", load("unspaced-heading")())
    assert done.text == "Words\n" + "## Broken\n" * 12 + "- [Tools](#tools)\n"
    assert not done.unsettled
