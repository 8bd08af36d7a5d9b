"""What the tool promises of any text at all, as functions that raise AssertionError where it is not kept.

The property tests, the fuzzer and the proof over real lists all hold it to the same promises.
"""

import datetime
import io
import json
import random
import re
from collections.abc import Container, Iterable, Iterator
from functools import cache
from typing import Final

from markdown_it import MarkdownIt

from awesome_lint import engine
from awesome_lint.command.options import FORMATS
from awesome_lint.diagnostic import Diagnostic, Edit, sort_key
from awesome_lint.document import Document
from awesome_lint.errors import UserError
from awesome_lint.fixing.settle import FixResult
from awesome_lint.markdown.parser import MAX_NESTING
from awesome_lint.parse import parse
from awesome_lint.report import Findings, load
from awesome_lint.rule import Rule
from awesome_lint.rulebook import load as load_rule
from awesome_lint.rulebook import rule_groups
from awesome_lint.source import Source
from awesome_lint.terminal import visible

_TARGET: Final = re.compile(r' (?:href|src|title)="[^"]*"')
TODAY: Final = datetime.date(2026, 6, 1)


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every built-in rule, those that are off by default included."""
    return tuple(load_rule(name)() for name in rule_groups())


def read(text: str, is_list: bool | None = None) -> Document | None:
    """Parse a text, None where it is refused with a message; `is_list` pretends that it is one, or is none."""
    try:
        doc = parse(Source(text, "README.md"), lambda path: False, TODAY)
    except UserError:
        return None
    if is_list is not None:
        doc.__dict__["is_list"] = is_list
    return doc


def keep_all(text: str, chance: random.Random) -> None:
    """Hold the tool to every promise for one text."""
    doc = read(text, True)
    if doc is None:
        return
    assert doc.source.encode(doc.text) == text.encode(), "reading and writing keep every byte"
    found = engine.lint([doc], all_rules())
    check_findings(doc, found)
    check_reports(doc, found)
    check_order(doc, found, chance)
    check_fixes(doc, chance)


def check_findings(doc: Document, found: list[Diagnostic]) -> None:
    """Findings stand in the text, sorted, and say one thing once."""
    assert found == sorted(found, key=sort_key)
    for one in found:
        assert 0 <= one.span.start <= one.span.end <= len(doc.text), one
        assert one.message, one
        assert len(one.message) < 2000, one
    known = [(one.rule, one.span, one.message) for one in found]
    assert len(set(known)) == len(known), "the same finding twice"


def check_reports(doc: Document, found: list[Diagnostic]) -> None:
    """Every format prints every finding, in UTF-8 and without control characters."""
    findings = Findings(found, {doc.path: doc.source}, rule_groups())
    for name in FORMATS:
        pieces = list(load(name).render(findings, False))
        text = "\n".join(pieces)
        text.encode("utf-8")
        if name == "json":
            assert len(json.loads(text)) == len(found)
        else:
            assert visible(text) == text, f"{name} prints control characters"


def check_order(doc: Document, found: list[Diagnostic], chance: random.Random) -> None:
    """The order in which rules run changes nothing."""
    rules = list(all_rules())
    chance.shuffle(rules)
    assert engine.lint([parse_again(doc.source, doc)], rules) == found


def check_fixes(doc: Document, chance: random.Random) -> FixResult:
    """Safe fixes come to rest, touch only the lines that they name, and make the same in any order of rules.

    Fixes that the engine took back are its proof at work, and no fault: no rule foresees every neighbour that a mark
    may have in a text of marks. On lists there are none (see test_corpus.py).
    """
    passes: list[Document] = []
    once = _fixed(doc, all_rules(), passes)
    assert not once.unsettled, f"rules whose fixes undo one another: {once.unsettled}"
    if not once.applied:
        assert once.text == doc.text
    named = frozenset(line for each in passes for line in _named_lines(each))
    check_lines(doc.text, once.text, named)
    check_rendering(doc.text, once.text, named)
    twice = _fixed(parse_again(once.doc.source, once.doc), all_rules(), [])
    assert twice.text == once.text, f"fixed again by {sorted({one.rule for one in twice.applied})}"
    rules = list(all_rules())
    chance.shuffle(rules)
    other = _fixed(parse_again(doc.source, doc), rules, [])
    assert other.text == once.text, "another order of rules makes another text"
    return once


def check_lines(before: str, after: str, named: Container[str]) -> None:
    """Each line that no fix names stands in the fixed text as it stood, and in its order."""
    left = iter(_lines(after))
    for line in _lines(before):
        if line not in named:
            assert any(line == other for other in left), f"a line that no fix names changed: {line!r}"


def check_rendering(before: str, after: str, named: Container[str]) -> None:
    """Each block that no fix names is rendered as it was, and in its order; save the target of a reference."""
    left = (html for _, html in _rendered(after))
    for lines, html in _rendered(before):
        if not any(line in named for line in lines):
            assert any(html == other for other in left), f"a block that no fix names is rendered anew: {html!r}"


def _rendered(text: str) -> Iterator[tuple[list[str], str]]:
    """Yield the leaf blocks of a text, by markdown-it-py as it comes: (their lines, their HTML)."""
    stock = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable(["table", "strikethrough"])
    env: dict[str, object] = {}
    lines = _lines(text)
    for token in stock.parse(text, env):
        if token.map and token.type in ("inline", "fence", "code_block", "html_block"):
            html = stock.renderer.render([token], stock.options, env)
            if "references" in env:
                html = _TARGET.sub("", html)
            yield lines[token.map[0] : token.map[1]], html


def _fixed(doc: Document, rules: Iterable[Rule], passes: list[Document]) -> FixResult:
    def again(source: Source) -> Document:
        passes.append(parse_again(source, doc))
        return passes[-1]

    passes.append(doc)
    return engine.fix(doc, list(rules), parse=again)


def parse_again(source: Source, doc: Document) -> Document:
    """Parse another text of a document; what is taken for a list stays one."""
    made = parse(source, doc.exists, doc.today)
    made.__dict__["is_list"] = doc.is_list
    return made


def _named_lines(doc: Document) -> Iterator[str]:
    lines = _lines(doc.text)
    for edit in _safe_edits(doc):
        first, last = doc.source.line_at(edit.span.start), doc.source.line_at(edit.span.end)
        yield from lines[first : last + 1]


def _safe_edits(doc: Document) -> Iterator[Edit]:
    for one in engine.lint([doc], all_rules()):
        if one.fix and one.fix.safety == "safe":
            yield from one.fix.edits


def _lines(text: str) -> list[str]:
    """Cut a text as `Source` does: at line feeds, carriage returns and pairs of them."""
    return [line.rstrip("\r\n") for line in io.StringIO(text, newline="")]
