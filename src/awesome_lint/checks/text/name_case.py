"""A name in letters that are not its own, such as `Github` and `Javascript`."""

from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from awesome_lint import rulebook
from awesome_lint.crowd import as_one
from awesome_lint.diagnostic import Diagnostic, Edit, Fix, Severity, Span
from awesome_lint.document import Document
from awesome_lint.english import is_english
from awesome_lint.patterns import lazy, places
from awesome_lint.rule import Rule
from awesome_lint.words import in_title, stands_alone

_AFTER_WORD = lazy(r"(?:^|[^\w'’./-])(?P<word>[a-z]+),? \(?\Z")
_WORD = 24  # characters in which the word before stands
_HABIT = 10  # so many of one wrong form, more than of the right one, are the list's way, and one finding


class Check(Rule):
    """A name in letters that are not its own, such as `Github` and `Javascript`."""

    other_levels: ClassVar = ("info",)
    fixes: ClassVar = ("safe",)

    names: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        wrong = self._wrong(doc)
        found: dict[str, list[Diagnostic]] = {}
        done = 0
        spots = [(at, word) for word in wrong for at in places(doc.outline, [word])]
        for at, word in sorted(spots, key=lambda one: (one[0], -len(one[1]))):  # of two names at one place the longer
            span, right = Span(at, at + len(word)), wrong[word]
            if at >= done and stands_alone(doc.outline, *span) and _is_meant(doc, span, right):
                done = span.end
                edits = [Edit(one, right) for one in (span, *_in_contents(doc, span))]
                fix = Fix(f"Write '{right}'", tuple(edits))
                level: Severity | None = "info" if word in _in_prose() else None
                one = self.report(doc, span, f"'{word}' is written '{right}'", fix=fix, severity=level)
                found.setdefault(word, []).append(one)
        for word, slips in found.items():
            habit = len(slips) >= _HABIT and len(slips) > doc.outline.count(wrong[word])
            yield from [as_one(slips)] if habit else slips

    def _wrong(self, doc: Document) -> dict[str, str]:
        """Return {spelling that occurs in the text: the name}."""
        outline, table, small, words = doc.outline, _table(), _in_prose(), doc.words
        wrong = {word: table[word] for word in words & table.keys()}
        wrong |= {word: small[word][0] for word in words & small.keys()}
        wrong |= {word: table.get(word) or small[word][0] for word in _unlike_words() if word in outline}
        own = {name.casefold(): name for name in self.names}
        if own:
            wrong |= {word: own[word.casefold()] for word in words if own.get(word.casefold(), word) != word}
        return {word: name for word, name in wrong.items() if word not in self.allow}


def _is_meant(doc: Document, span: Span, right: str) -> bool:
    """Whether a word means the name.

    The text of a link is often the name that a project gave itself, unless it is a label that leads to the name's own
    site. A word in small letters may be a command or a package; in the middle of an English sentence it is the name.
    """
    word = doc.outline[span.start : span.end]
    in_prose = word in _in_prose() and _in_prose()[word][0] == right
    link = doc.link_around(span.start)
    if link:
        host, _, path = link.url.partition("//")[2].partition("/")
        is_label = link.text.strip("*_") == word and right.replace(" ", "").lower() in host.lower()
        return not in_prose and is_label and (not path or not in_title(doc, span.start))
    if not in_prose:
        return True
    before = _AFTER_WORD.search(doc.outline, max(span.start - _WORD, 0), span.start)
    after = _in_prose()[word][1]
    if not before or (after and before["word"] not in after):
        return False
    return is_english(doc, span.start) and not in_title(doc, span.start)


def _in_contents(doc: Document, span: Span) -> Iterator[Span]:
    """Yield where the contents repeat a word of a heading, so that they go on saying the same."""
    block = doc.block_at(span.start)
    if not block or block.kind != "heading" or doc.contents is None:
        return
    for item in doc.contents.items:
        if item.target and item.target.span.start <= span.start < item.target.span.end:
            at = doc.outline.find(doc.outline[slice(*span)], *item.link.text_span)
            if at >= 0:
                yield Span(at, at + span.end - span.start)


@cache
def _table() -> dict[str, str]:
    """Return {wrong spelling: the name}."""
    table = {}
    for line in rulebook.data_text("names.tsv").splitlines()[1:]:
        name, _, wrong = line.partition("\t")
        table.update(dict.fromkeys(wrong.split("|"), name))
    return table


@cache
def _in_prose() -> dict[str, tuple[str, frozenset[str]]]:
    """Return {name in small letters: (the name, the words one of which stands before it; none: any)}."""
    rows = (line.split("\t") for line in rulebook.data_text("names_in_prose.tsv").splitlines()[1:])
    return {small: (name, frozenset(filter(None, after.split("|")))) for small, name, after in rows}


@cache
def _unlike_words() -> tuple[str, ...]:
    """Return the wrong spellings that are not single words of the text: those of several, or with a mark in front."""
    return tuple(wrong for wrong in (*_table(), *_in_prose()) if " " in wrong or wrong[0] == ".")
