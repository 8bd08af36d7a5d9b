"""A mark between title and description other than the list's, or none at all."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.entries.entry import Entry
from awesome_lint.habits.ballots import missing_separator
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_PARTED_LATER = lazy(r"[^\n]{0,60} [-–—|]+ |(?:\S+ ){0,2}\S*[:：—]")  # the words before it belong to the title
_WORDS = 4  # of a description; fewer may be a remark


class Check(Rule):
    """A mark between title and description other than the list's, or none at all."""

    needs_list = True
    fixes: ClassVar = ("safe", "unsafe")

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for entry, vote, habit in doc.style.odd("separator"):
            separator = entry.parts.separator
            assert separator is not None
            title = f"Write '{habit.value}'"
            is_prose = min(doc.outline[slice(*separator.span)]) >= " "  # no line break, no tag
            yield self.report(
                doc,
                separator.span,
                f"separator '{vote.value}' where the list writes '{habit.value}' ({habit.grounds})",
                fix=replace(separator.span, habit.value, title) if is_prose else None,
            )
        yield from self.missing(doc)

    def missing(self, doc: Document) -> Iterator[Diagnostic]:
        usual = doc.style.habits("separator").get("linked-title")
        for entry, vote, habit in doc.style.odd("separated") if usual else ():
            found = missing_separator(entry)
            if usual is None or vote.value != "no" or found is None:
                continue
            gap, word = found
            mark = doc.raw(gap).strip()
            if not mark and not _describes(entry, word):
                continue
            what = f"separator '{doc.raw(gap)}'" if mark else "no separator"
            # Without any mark, where the title ends is a guess.
            fix = replace(gap, usual.value, f"Write '{usual.value}'", "safe" if mark else "unsafe")
            yield self.report(
                doc,
                Span(gap.start, word.end),
                f"{what} before the description, where the list writes '{usual.value}' ({habit.grounds})",
                fix=fix,
            )


def _describes(entry: Entry, word: Span) -> bool:
    """Whether the words that begin there describe what is listed, rather than belong to its title."""
    outline = entry.doc.outline
    if not outline[word.start].isupper() or _PARTED_LATER.match(outline, word.start, entry.head.end):
        return False
    return len(entry.doc.plain(word.start, entry.head.end).split()) >= _WORDS
