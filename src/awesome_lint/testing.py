"""The public runner of rule examples: the pages of the rulebook and the tests of plugins are written in one form.

A page is Markdown. Under a heading, a fenced block whose info string is

- `md bad` is a list with something wrong, `md good` one with nothing wrong,
- `md fixed` is what all fixes make of the `bad` block before it,
- `text` is what the `concise` format prints of that block, without the path,
- `answers` holds what the network pass would know of the links in the examples under that heading, a line for each:
  address, kind, reason, and where it moved to after `->`,
- `toml` holds options for the examples under that heading, as they stand below `[rules.<name>]`.

Two words may follow: `page` says that the block is no list, `exact` that its first or last bytes matter, so that the
variants with a byte order mark, CRLF, other words in front and no last newline are left out. Trailing spaces are
written as `␠` and tabs as `⇥`.
"""

import datetime
import re
import tomllib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, cast

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.engine import fix, lint
from awesome_lint.named import NamedTuple
from awesome_lint.parse import parse
from awesome_lint.patterns import lazy
from awesome_lint.rule import Answers, Option, Rule, levels_of
from awesome_lint.source import Source

if TYPE_CHECKING:
    from awesome_lint.online.verdict import Kind

TODAY: Final = datetime.date(2026, 6, 1)  # the day on which all examples are read
_FENCE = lazy(r"^(?P<fence>`{3,})(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=fence)[ ]*$", re.M | re.S)
_HEADING = lazy(r"^#{2,6} +(.+)$", re.M)
_LINE = lazy(r"line \d+")
_WORDS_BEFORE: Final = "Some words before.\n\n"


class Example(NamedTuple):
    """One `bad` or `good` block of a page with what belongs to it.

    name: the heading it stands under, and its number there. line: of the page, from 1. bad, good: the text; one of
    them is None. answers: what the network would say. fixed, expected: the blocks after it, None where there are none.
    flags: the words of its info string.
    """

    name: str
    line: int
    bad: str | None
    good: str | None
    fixed: str | None
    expected: str | None
    options: dict[str, Option]
    flags: frozenset[str]
    answers: Answers | None = None


def examples(page: str) -> Iterator[Example]:
    """Yield the examples of a page in order; a block that belongs to none is a ValueError."""
    headings = [(match.start(), match[1].strip()) for match in _HEADING.finditer(page)]
    pending: Example | None = None
    options: dict[str, Option] = {}
    answers: Answers | None = None
    under, count = "", 0
    for match in _FENCE.finditer(page):
        heading = next((title for start, title in reversed(headings) if start < match.start()), "")
        if heading != under:
            under, count, options, answers = heading, 0, {}, None
        language, *flags = match["info"].split() or [""]
        body = match["body"].replace("␠", " ").replace("⇥", "\t")
        line = page.count("\n", 0, match.start()) + 1
        if language == "toml" and not flags:
            values = tomllib.loads(body)
            options = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
        elif language == "answers":
            answers = _answers(body)
        elif language == "text" and not flags and pending:
            pending = pending._replace(expected=body)
        elif language == "md" and "fixed" in flags:
            if pending is None or pending.bad is None:
                raise ValueError(f"line {line}: a `fixed` block without a `bad` one before it")
            pending = pending._replace(fixed=body)
        elif language == "md" and flags and flags[0] in ("bad", "good"):
            if pending:
                yield pending
            count += 1
            bad, good = (body, None) if flags[0] == "bad" else (None, body)
            pending = Example(f"{under} {count}", line, bad, good, None, None, options, frozenset(flags[1:]), answers)
    if pending:
        yield pending


def document(text: str, flags: frozenset[str] = frozenset(), path: str = "README.md") -> Document:
    """Parse the text of an example; it is taken for a list unless `page` is among the flags."""
    made = parse(Source(text.removeprefix("\ufeff"), path, text.startswith("\ufeff")), lambda path: True, TODAY)
    made.__dict__["is_list"] = "page" not in flags  # examples are shorter than lists
    return made


def findings(
    rule: type[Rule],
    text: str,
    options: dict[str, Option],
    flags: frozenset[str],
    answers: Answers | None = None,
) -> list[Diagnostic]:
    """Return what a rule says of a text; `answers` is what the network knows of its links."""
    return lint([document(text, flags)], [rule(options)], answers=answers)


def _answers(body: str) -> Answers:
    from awesome_lint.identity import key
    from awesome_lint.online.verdict import Answers as Known
    from awesome_lint.online.verdict import Verdict

    verdicts = {}
    for line in body.splitlines():
        said, _, target = line.partition(" -> ")
        url, kind, *reason = said.split(" ")
        verdicts[key(url)] = Verdict(cast("Kind", kind), " ".join(reason), target or None)
    return Known(verdicts)


def check(rule: type[Rule], example: Example) -> None:
    """Run an example, and hold the rule to what every rule promises; an AssertionError says what is broken."""
    if example.good is not None:
        found = findings(rule, example.good, example.options, example.flags, example.answers)
        assert not found, f"the good example is reported: {shown(example.good, found)}"
        return
    text = example.bad or ""
    found = findings(rule, text, example.options, example.flags, example.answers)
    assert found, "nothing is reported in the bad example"
    if example.expected is not None:
        assert shown(text, found) == example.expected, f"reported:\n{shown(text, found)}"
    _check_values(rule, text, found)
    fixed = _fixed(rule, text, example)
    if example.fixed is not None:
        assert fixed == example.fixed, f"the fixes make:\n{fixed}"
    else:
        assert fixed == text, f"the page shows no fixed text, but the fixes make:\n{fixed}"
    assert _fixed(rule, fixed, example) == fixed, "fixing twice changes the text again"
    if "exact" not in example.flags:
        _check_variants(rule, example, text, found, fixed)


def shown(text: str, found: list[Diagnostic]) -> str:
    """Return the findings as the `concise` format prints them, without the path."""
    source = Source(text.removeprefix("\ufeff"))
    lines = []
    for one in found:
        line, column = source.place(one.span.start)
        lines.append(f"{line}:{column}: {one.severity}[{one.rule}] {one.message}\n")
    return "".join(lines)


def _fixed(rule: type[Rule], text: str, example: Example) -> str:
    made = document(text, example.flags)

    def parse_again(source: Source) -> Document:
        return document(("\ufeff" if source.bom else "") + source.text, example.flags)

    result = fix(made, [rule(example.options)], allow=("safe", "unsafe"), answers=example.answers, parse=parse_again)
    assert not result.withdrawn, f"the engine withdrew a fix: {result.withdrawn}"
    return ("\ufeff" if made.source.bom else "") + result.text


def _check_values(rule: type[Rule], text: str, found: list[Diagnostic]) -> None:
    for one in found:
        assert one.rule == rule.name, f"a finding names the rule {one.rule}"
        assert 0 <= one.span.start <= one.span.end <= len(text), f"a span outside the text: {one}"
        assert not one.message.endswith("."), f"a message with a final period: {one.message}"
        assert one.severity in levels_of(rule), f"{one.severity} is not among the declared {levels_of(rule)}"
        if one.fix:
            assert one.fix.safety in rule.fixes, f"{one.fix.safety} is not among the declared {rule.fixes}"
            assert one.fix.title, f"a fix without a title: {one.fix}"
            assert one.fix.edits, f"a fix without edits: {one.fix}"


def _check_variants(rule: type[Rule], example: Example, text: str, found: list[Diagnostic], fixed: str) -> None:
    """Other bytes around the same list give the same findings, shifted, and the same fixes."""
    count = _WORDS_BEFORE.count("\n")
    variants = {
        "CRLF": (text.replace("\n", "\r\n"), fixed.replace("\n", "\r\n"), 0),
        "BOM": ("\ufeff" + text, "\ufeff" + fixed, 0),
        "words before": (_WORDS_BEFORE + text, _WORDS_BEFORE + fixed, count),
        "no last newline": (text.rstrip("\n"), fixed.rstrip("\n"), 0),
    }
    wanted = [(line, column, _LINE.sub("line #", one.message)) for one, (line, column) in _placed(text, found)]
    for name, (changed, mended, shift) in variants.items():
        now = findings(rule, changed, example.options, example.flags, example.answers)
        placed = _placed(changed, now)
        seen = [(line - shift, column, _LINE.sub("line #", one.message)) for one, (line, column) in placed]
        assert seen == wanted, f"{name}: other findings:\n{shown(changed, now)}"
        got = _fixed(rule, changed, example)
        assert got == mended, f"{name}: other fixes:\n{got!r}"


def _placed(text: str, found: list[Diagnostic]) -> Iterator[tuple[Diagnostic, tuple[int, int]]]:
    source = Source(text.removeprefix("\ufeff"))
    for one in found:
        yield one, source.place(one.span.start)
