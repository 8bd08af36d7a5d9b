"""Slips that a list makes everywhere are one finding, and mended by one fix, which leaves alone what is disabled."""

import pytest

from awesome_lint import rulebook
from awesome_lint.crowd import as_one
from awesome_lint.diagnostic import Diagnostic, Safety, Span, replace
from awesome_lint.engine import fix, lint
from awesome_lint.parse import parse
from awesome_lint.rule import Rule
from awesome_lint.source import Source

SPACED = "- [name](https://example.org)  - Words.\n"
MENDED = "- [name](https://example.org) - Words.\n"
LINES = [
    ("trailing-space", "- [name](https://example.org) - Words. \n", MENDED),
    ("repeated-space", SPACED, MENDED),
]


def rules(*names: str) -> list[Rule]:
    return [rulebook.load(name)() for name in names]


@pytest.mark.parametrize(("rule", "line", "mended"), LINES)
def test_many_of_one_kind_are_one_finding(rule: str, line: str, mended: str) -> None:
    check = rules(rule)
    few, many = parse(Source(line * 250)), parse(Source(line * 251))
    assert len(lint([few], check)) == 250
    (found,) = lint([many], check)
    assert found.message.endswith("here and in many more places")
    assert found.help == "There are 251 such places, and the fix mends all of them."
    result = fix(many, check)
    assert (result.text, result.remaining, result.withdrawn) == (mended * 251, [], [])


@pytest.mark.parametrize(("rule", "line", "mended"), LINES)
def test_a_disabled_line_of_a_crowd_is_neither_counted_nor_mended(rule: str, line: str, mended: str) -> None:
    kept = f"<!-- awesome-lint-disable-next-line {rule} -->\n\n{line}\n"
    many = parse(Source(line * 200 + "\n" + kept + line * 100))
    (found,) = lint([many], rules(rule, "unused-directive"))
    assert found.help == "There are 300 such places, and the fix mends all of them."
    result = fix(many, rules(rule, "unused-directive"))
    assert (result.text, result.remaining) == (mended * 200 + "\n" + kept + mended * 100, [])


def test_the_first_that_is_not_disabled_speaks_for_a_crowd() -> None:
    region = f"<!-- awesome-lint-disable text -->\n\n{SPACED * 3}\n<!-- awesome-lint-enable text -->\n\n"
    many = parse(Source(region + SPACED * 251))
    (found,) = lint([many], rules("repeated-space"))
    assert many.line_of(found.span.start) == 9
    result = fix(many, rules("repeated-space"))
    assert (result.text, result.remaining) == (region + MENDED * 251, [])


def test_directives_may_leave_less_than_a_crowd() -> None:
    region = f"<!-- awesome-lint-disable repeated-space -->\n\n{SPACED * 300}\n<!-- awesome-lint-enable -->\n\n"
    many = parse(Source(region + SPACED * 2))
    found = lint([many], rules("repeated-space", "unused-directive"))
    assert [(one.rule, one.help) for one in found] == [("repeated-space", None)] * 2


WAYS = {
    "name-case": "- [Kettle {n}](https://example.org/{n}) - Boils water by Github.{mark}\n",
    "broken-anchor": "- [Kettle {n}](#Kettle-{n}){mark}\n\n## Kettle {n}\n\n",
    "inconsistent-heading-case": (
        "- [kettle N{n}](#kettle-n{n}){mark}\n\n## Kettle N{n}\n\n- [Lid {n}](https://example.org/{n}) - Closes it.\n\n"
    ),
}


@pytest.mark.parametrize("rule", WAYS)
@pytest.mark.parametrize("spared", [0, 3])
def test_what_speaks_for_all_leaves_alone_the_line_that_is_disabled(rule: str, spared: int) -> None:
    mark = f" <!-- awesome-lint-disable-line {rule} -->"
    doc = parse(Source("".join(WAYS[rule].format(n=n, mark=mark if n == spared else "") for n in range(14))))
    check = rules(rule, "unused-directive")
    found = lint([doc], check)
    assert {one.rule for one in found} == {rule}
    result = fix(doc, check, allow=("safe", "unsafe"))
    old, new = doc.text.splitlines(), result.text.splitlines()
    assert [number for number, line in enumerate(old) if mark in line and new[number] == line]
    assert (sum(line != now for line, now in zip(old, new, strict=True)), result.remaining) == (13, [])


@pytest.mark.parametrize(
    ("safeties", "safety", "help"),
    [
        (["safe", "safe"], "safe", "There are 2 such places, and the fix mends all of them."),
        (["safe", "unsafe", None], "unsafe", "There are 3 such places, and the fix mends 2 of them."),
        ([None, None], None, "There are 2 such places."),
    ],
)
def test_one_fix_for_all_claims_no_more_than_theirs(
    safeties: list[Safety | None], safety: Safety | None, help: str
) -> None:
    spans = [Span(at, at + 1) for at in range(len(safeties))]
    fixes = [one and replace(span, "", "Remove it", one) for span, one in zip(spans, safeties, strict=True)]
    found = [
        Diagnostic("a-rule", "README.md", span, "a slip", "warning", None, fix)
        for span, fix in zip(spans, fixes, strict=True)
    ]
    one = as_one(found)
    assert (one.fix and one.fix.safety, one.help) == (safety, help)


def test_links_that_wait_for_their_address_are_one_note_where_that_is_the_lists_way() -> None:
    waiting, other = "- A name. [[code]()]\n", "- Another. [[data]()]\n"
    few, many = parse(Source(waiting * 10 + other)), parse(Source(waiting * 11 + other))
    assert len(lint([few], rules("malformed-url"))) == 11
    first, last = lint([many], rules("malformed-url"))
    assert (first.message, first.severity, first.help) == (
        "the link 'code' has no address, here and in many more places",
        "info",
        "There are 11 such places.",
    )
    assert last.message == "the link 'data' has no address"
