"""A name in letters that are not its own, such as `Github` and `Javascript`."""

from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from awesome_lint import rulebook
from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.patterns import places
from awesome_lint.rule import Rule
from awesome_lint.words import stands_alone


class Check(Rule):
    """A name in letters that are not its own, such as `Github` and `Javascript`."""

    fixes: ClassVar = ("safe",)

    names: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        outline, table = doc.outline, _table()
        words = doc.words
        wrong = {word: table[word] for word in words & table.keys() if word not in self.allow}
        wrong |= {name: table[name] for name in _of_two_words() if name in outline and name not in self.allow}
        own = {name.casefold(): name for name in self.names}
        if own:
            wrong |= {word: own[word.casefold()] for word in words if own.get(word.casefold(), word) != word}
        found = [(at, word) for word in wrong for at in places(outline, [word])]
        done = 0
        for at, word in sorted(found, key=lambda one: (one[0], -len(one[1]))):  # of two names at one place the longer
            if at >= done and stands_alone(outline, at, at + len(word)) and not _in_link(doc, at):
                right = wrong[word]
                done = at + len(word)
                yield self.report(
                    doc,
                    Span(at, at + len(word)),
                    f"'{word}' is written '{right}'",
                    fix=replace(Span(at, at + len(word)), right, f"Write '{right}'"),
                )


def _in_link(doc: Document, at: int) -> bool:
    """Whether a word stands in the text of a link, which is often the name that a project gave itself."""
    return doc.link_around(at) is not None


@cache
def _table() -> dict[str, str]:
    """Return {wrong spelling: the name}."""
    table = {}
    for line in rulebook.data_text("names.tsv").splitlines()[1:]:
        name, _, wrong = line.partition("\t")
        table.update(dict.fromkeys(wrong.split("|"), name))
    return table


@cache
def _of_two_words() -> tuple[str, ...]:
    return tuple(wrong for wrong in _table() if " " in wrong)
