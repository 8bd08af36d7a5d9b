"""Running rules: what is reported and in which order, what a broken rule does; and fixing to rest."""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import pytest

from awesome_lint.diagnostic import Diagnostic, Edit, Fix, Phase, Related, Safety, Span, replace
from awesome_lint.document import Document
from awesome_lint.engine import FixResult, RuleError, fix, lint
from awesome_lint.errors import UserError
from awesome_lint.online import verdict
from awesome_lint.online.verdict import Verdict
from awesome_lint.parse import parse
from awesome_lint.rule import Answers, Guard, Rule
from awesome_lint.source import Source

LIST = "# Awesome\n\n" + "".join(f"- [name{n}](https://example.org/{n}) - Words.\n" for n in range(6))


def document(text: str, path: str = "README.md") -> Document:
    return parse(Source(text, path), lambda path: True, datetime.date(2026, 6, 1))


class Swap(Rule):
    """Replaces each match of a pattern in the text."""

    group = "text"
    fixes = ("safe", "unsafe", "suggestion")

    def __init__(
        self,
        name: str,
        pattern: str,
        new: str | Callable[[re.Match[str]], str],
        phase: Phase = "content",
        guard: Guard = "word",
        safety: Safety = "safe",
    ) -> None:
        super().__init__()
        self.name = name  # type: ignore[misc]
        self.phase = phase  # type: ignore[misc]
        self.guard = guard  # type: ignore[misc]
        self.pattern = re.compile(pattern)
        self.new = new
        self.safety = safety

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for match in self.pattern.finditer(doc.text):
            new = self.new if isinstance(self.new, str) else self.new(match)
            yield self.report(
                doc, match.span(), f"'{match[0]}'", fix=replace(Span(*match.span()), new, "mend", self.safety)
            )


class Check(Rule):
    """A rule made of a function."""

    def __init__(self, name: str, run: Callable[["Check", Document], Iterable[Diagnostic]]) -> None:
        super().__init__()
        self.name = name  # type: ignore[misc]
        self.run = run

    def check(self, doc: Document) -> Iterable[Diagnostic]:
        return self.run(self, doc)


class Twice(Rule):
    """Reports a first line that a file before has too."""

    def check_files(self, docs: Sequence[Document]) -> Iterator[Diagnostic]:
        seen: dict[str, Document] = {}
        for doc in docs:
            line = doc.source.line_text(0)
            if line in seen:
                first = Related(seen[line].path, Span(0, len(line)), "first here")
                yield self.report(doc, (0, len(line)), "the same first line", related=[first])
            seen.setdefault(line, doc)


Twice.name = "twice"  # a class is named after its module


def mark(rule: Check, doc: Document) -> Iterator[Diagnostic]:
    for match in re.finditer("X", doc.text):
        yield rule.report(doc, match.span(), "an X")


def names(found: list[Diagnostic]) -> list[tuple[str, int, str]]:
    return [(one.path, one.span.start, one.rule) for one in found]


def test_findings_are_sorted_whatever_the_order_of_rules_and_files() -> None:
    docs = [document("b X\nX\n", "b.md"), document("X\n", "a.md")]
    rules = [Check("zeta", mark), Check("alpha", mark)]
    found = lint(docs, rules)
    assert names(found) == [
        ("a.md", 0, "alpha"),
        ("a.md", 0, "zeta"),
        ("b.md", 2, "alpha"),
        ("b.md", 2, "zeta"),
        ("b.md", 4, "alpha"),
        ("b.md", 4, "zeta"),
    ]
    assert lint(docs[::-1], rules[::-1]) == found


def test_rules_that_need_a_list_are_silent_elsewhere() -> None:
    rule = Check("needy", mark)
    rule.needs_list = True  # type: ignore[misc]
    assert lint([document("Some X words.\n")], [rule]) == []
    assert len(lint([document(LIST + "\nX\n")], [rule])) == 1


def test_ignored_by_path() -> None:
    docs = [document("X\n", "a.md"), document("X\n", "b.md")]
    found = lint(docs, [Check("one", mark), Twice()], ignored=lambda path: {"one", "twice"} if path == "a.md" else ())
    assert names(found) == [("b.md", 0, "one")], "a file that a rule ignores is no 'first place' either"


def test_rule_over_all_files() -> None:
    docs = [document("# B\n", "b.md"), document("# B\n", "a.md"), document("# C\n", "c.md")]
    assert names(lint(docs, [Twice()])) == [("b.md", 0, "twice")]
    assert names(lint(docs[:1], [Twice()], others=docs[1:])) == [("b.md", 0, "twice")]
    assert names(lint(docs[1:], [Twice()], others=docs[:1])) == [], "nothing is reported on the others"


def test_hidden_findings() -> None:
    text = "X\nX <!-- awesome-lint-disable-line one -->\n"
    assert names(lint([document(text)], [Check("one", mark), Check("two", mark)])) == [
        ("README.md", 0, "one"),
        ("README.md", 0, "two"),
        ("README.md", 2, "two"),
    ]


# Directives that hide nothing


class Unused(Rule):
    """Stands in for the rule whose findings the engine makes."""

    group = "structure"
    phase = "structure"
    guard = "layout"
    fixes = ("safe",)


Unused.name = "unused-directive"


def test_unused_directive_speaks_when_all_others_have() -> None:
    text = "X <!-- awesome-lint-disable-line one -->\na <!-- awesome-lint-disable-line one -->\n"
    assert names(lint([document(text)], [Unused(), Check("one", mark)])) == [("README.md", 43, "unused-directive")]
    assert lint([document(text)], [Check("one", mark)]) == []
    assert lint([document(text)], [Unused(), Check("one", mark)], ignored=lambda path: {"unused-directive"}) == []


class Online(Rule):
    """A rule that has nothing to say without the network."""

    online = True

    def judge(self, doc: Document, answers: Answers) -> Iterable[Diagnostic]:
        for link, said in answers.in_document(doc):
            if said.kind == "dead":
                yield self.report(doc, link.url_span, "dead")


Online.name = "online"


def test_directive_for_a_rule_that_did_not_run_is_left_alone() -> None:
    text = "a <!-- awesome-lint-disable-line one, online, trailing-space -->\n"
    (found,) = lint([document(text)], [Unused(), Check("one", mark), Online()])
    assert found.message == "the directive hides no finding of 'one'"
    assert lint([document(text)], [Unused(), Check("one", mark), Online()], ignored=lambda path: {"one"}) == []


def test_what_the_network_knows_joins_in() -> None:
    hidden = "https://a.org <!-- awesome-lint-disable-line online -->\n"
    doc = document(f"{hidden}https://b.org\n")
    dead = verdict.Answers({"a.org": Verdict("dead"), "b.org": Verdict("dead")})
    assert names(lint([doc], [Unused(), Online()], answers=dead)) == [("README.md", len(hidden), "online")]
    assert names(lint([doc], [Unused(), Online()], answers=verdict.Answers({"b.org": Verdict("dead")}))) == [
        ("README.md", 14, "unused-directive"),
        ("README.md", len(hidden), "online"),
    ]
    assert lint([doc], [Unused(), Online()]) == []
    assert lint([doc], [Online()], answers=dead, ignored=lambda path: {"online"}) == []


def test_unused_directive_is_removed() -> None:
    text = "- a <!-- awesome-lint-disable-line one -->\n- X <!-- awesome-lint-disable-line one -->\n"
    done = fix(document(text), [Unused(), Check("one", mark)])
    assert done.text == "- a\n- X <!-- awesome-lint-disable-line one -->\n"
    assert not done.withdrawn
    assert [one.rule for one in done.remaining] == []


def test_directive_that_a_fix_leaves_idle_stays_until_it_is() -> None:
    rules = [Unused(), Swap("one", "X", "a")]
    text = "- X <!-- awesome-lint-disable-line one -->\n"
    assert fix(document(text), rules).text == text, "what is hidden is not fixed"


# Rules that are broken


def raises(rule: Check, doc: Document) -> Iterator[Diagnostic]:
    yield rule.report(doc, (0, 1), "fine")
    raise KeyError("venue")


@pytest.mark.parametrize(
    ("run", "reason"),
    [
        pytest.param(raises, "KeyError: 'venue'", id="raises"),
        pytest.param(lambda rule, doc: 1 / 0, "ZeroDivisionError", id="raises at once"),
        pytest.param(lambda rule, doc: [rule.report(doc, (0, 99), "m")], "ValueError", id="span behind the end"),
        pytest.param(lambda rule, doc: [rule.report(doc, (3, 2), "m")], "ValueError", id="span backwards"),
        pytest.param(
            lambda rule, doc: [rule.report(doc, (0, 1), "m")._replace(path="x.md")],
            "StopIteration",
            id="another file",
        ),
        pytest.param(
            lambda rule, doc: [rule.report(doc, (0, 1), "m")._replace(rule="x")],
            "ValueError",
            id="another rule",
        ),
        pytest.param(lambda rule, doc: None, "TypeError", id="yields nothing that can be listed"),
    ],
)
def test_broken_rule_is_named(run: Callable[[Check, Document], Iterable[Diagnostic]], reason: str) -> None:
    with pytest.raises(RuleError) as caught:
        lint([document("words\n", "docs/README.md")], [Check("bad-rule", run)])
    assert caught.value.title.startswith("rule 'bad-rule' failed on docs/README.md: ")
    assert reason in caught.value.title
    assert "Traceback" in caught.value.advice
    assert "--ignore bad-rule" in caught.value.advice
    assert (caught.value.rule, caught.value.path) == ("bad-rule", "docs/README.md")


def test_rule_that_refuses_its_settings_is_no_bug() -> None:
    def refuse(rule: Check, doc: Document) -> Iterable[Diagnostic]:
        raise UserError("the pattern has no closing bracket", "Mend it.")

    with pytest.raises(UserError) as caught:
        lint([document("words\n")], [Check("pattern", refuse)])
    assert not isinstance(caught.value, RuleError)


def test_impossible_fix_names_its_rule() -> None:
    def split(rule: Check, doc: Document) -> Iterable[Diagnostic]:
        bad = Fix("mend", (Edit(Span(0, 3), "a"), Edit(Span(2, 4), "b")))
        yield rule.report(doc, (0, 1), "m", fix=bad)

    rule = Check("bad-rule", split)
    rule.fixes = ("safe",)  # type: ignore[misc]
    with pytest.raises(RuleError, match="InvalidFixError: two edits of its fix overlap"):
        fix(document("words\n"), [rule])


# Fixing


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
