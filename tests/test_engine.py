"""Running rules: what is reported and in which order, what a broken rule does; and fixing to rest."""

from collections.abc import Callable, Iterable, Iterator

import pytest
from stand_ins import LIST, Check, Swap, Twice, document, mark, names

from awesome_lint.diagnostic import Diagnostic, Edit, Fix, Span
from awesome_lint.document import Document
from awesome_lint.engine import RuleError, fix, lint
from awesome_lint.errors import UserError
from awesome_lint.online import verdict
from awesome_lint.online.verdict import Verdict
from awesome_lint.rule import Answers, Rule


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
        pytest.param(lambda rule, doc: [rule.report(doc, (0, 99), "m")], "ValueError", id="span after the end"),
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
