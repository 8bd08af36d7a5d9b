"""A description that ends differently from the others of the list."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar, Final

from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.habits.ballots import lacks_period
from awesome_lint.habits.notes import section_notes
from awesome_lint.habits.vote import Habit
from awesome_lint.habits.vote import vote as form
from awesome_lint.rule import Rule

_SHARE: Final = 0.25  # of the ends without a vote that lack a period; where more do, they are the list's way
_NONE: Final = "none"  # what votes call an end without a period


class Check(Rule):
    """A description that ends differently from the others of the list."""

    needs_list = True
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for entry, vote, habit in doc.style.odd("final-period"):
            assert entry.parts.description is not None
            yield self._found(doc, entry.parts.description.span.end, vote.value, habit)
        yield from self._without_votes(doc)
        yield from self._below_headings(doc)

    def _without_votes(self, doc: Document) -> Iterator[Diagnostic]:
        """Yield the descriptions whose end has no vote and that lack the period that the list writes."""
        habit = doc.style.habits("final-period").get("at-end")
        if habit is None or habit.value != "." or not habit.total:
            return
        lacking = [entry for entry in doc.entries if lacks_period(entry)]
        verdicts = [lacks_period(entry) for entry in doc.voters.entries] if lacking else []
        if verdicts.count(True) > _SHARE * (len(verdicts) - verdicts.count(None)):
            return
        for entry in lacking:
            assert entry.parts.description is not None
            if not doc.style.is_sections_way("final-period", entry, form("at-end", _NONE)):
                yield self._found(doc, entry.parts.description.span.end, _NONE, habit)

    def _below_headings(self, doc: Document) -> Iterator[Diagnostic]:
        """Yield the lines below headings that end differently from those of the other sections."""
        notes = [note for note in section_notes(doc) if note.end]
        voting = notes if doc.voters is doc else [note for note in section_notes(doc.voters) if note.end]
        for shape in ("italic", "plain"):
            counts = Counter(note.end for note in voting if note.emphasis == shape)
            habit = doc.style.settings.voted("final-period", shape, counts)
            if habit is None:
                continue
            for note in notes:
                if note.emphasis == shape and note.end != habit.value:
                    what = "the line below the heading", "the other sections have"
                    yield self._found(doc, note.span.end, note.end, habit, *what)

    def _found(
        self,
        doc: Document,
        end: int,
        ending: str,
        habit: Habit,
        what: str = "the description",
        others: str = "the list writes",
    ) -> Diagnostic:
        """Return the finding for words that end at an offset in another way than the habit."""
        usual, last = habit.value, Span(end - 1, end)
        if ending == _NONE:
            said, instead, fix = f"no '{usual}'", "one", replace(last, doc.raw(last) + usual, f"Add '{usual}'")
        elif usual == _NONE:
            said, instead, fix = f"'{ending}'", "none", replace(last, "", f"Remove '{ending}'")
        else:
            said, instead, fix = f"'{ending}'", f"'{usual}'", replace(last, usual, f"Write '{usual}'")
        message = f"{said} at the end of {what}, where {others} {instead} ({habit.grounds})"
        return self.report(doc, last, message, fix=fix)
