"""A description that ends differently from the others of the list."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar, Final

from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.habits.ballots import lacks_period
from awesome_lint.habits.notes import section_notes
from awesome_lint.habits.vote import vote as form
from awesome_lint.rule import Rule

_SHARE: Final = 0.25  # of the ends without a vote that lack a period; where more do, they are the list's way


class Check(Rule):
    """A description that ends differently from the others of the list."""

    needs_list = True
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for entry, vote, habit in doc.style.odd("final-period"):
            description = entry.parts.description
            assert description is not None
            end = description.span.end
            if vote.value == "none":
                message = f"no '{habit.value}' at the end of the description, where the list writes one"
                span, text, title = Span(end - 1, end), doc.text[end - 1] + habit.value, f"Add '{habit.value}'"
            elif habit.value == "none":
                message = f"'{vote.value}' at the end of the description, where the list writes none"
                span, text, title = Span(end - 1, end), "", f"Remove '{vote.value}'"
            else:
                message = f"'{vote.value}' at the end of the description, where the list writes '{habit.value}'"
                span, text, title = Span(end - 1, end), habit.value, f"Write '{habit.value}'"
            yield self.report(doc, span, f"{message} ({habit.grounds})", fix=replace(span, text, title))
        yield from self._without_votes(doc)
        yield from self._below_headings(doc)

    def _without_votes(self, doc: Document) -> Iterator[Diagnostic]:
        """Yield the descriptions whose end has no vote and that lack the period that the list writes."""
        habit = doc.style.poll("final-period").habits.get("at-end")
        if habit is None or habit.value != "." or not habit.total:
            return
        verdicts = [(entry, verdict) for entry in doc.entries if (verdict := lacks_period(entry)) is not None]
        lacking = [entry for entry, verdict in verdicts if verdict]
        if len(lacking) > _SHARE * len(verdicts):
            return
        for entry in lacking:
            description = entry.parts.description
            assert description is not None
            if doc.style.is_sections_way("final-period", entry, form("at-end", "none")):
                continue
            end = description.span.end
            yield self.report(
                doc,
                Span(end - 1, end),
                f"no '.' at the end of the description, where the list writes one ({habit.grounds})",
                fix=replace(Span(end - 1, end), f"{doc.text[end - 1]}.", "Add '.'"),
            )

    def _below_headings(self, doc: Document) -> Iterator[Diagnostic]:
        """Yield the lines below headings that end otherwise than those of the other sections."""
        settings = doc.style.settings._replace(pinned={})
        for shape in ("italic", "plain"):
            counts = Counter(note.end for note in section_notes(doc.voters) if note.emphasis == shape and note.end)
            habit = settings.habit("final-period", shape, counts)
            if habit is None or habit.votes == habit.total == len(section_notes(doc)):
                continue
            for note in section_notes(doc):
                if note.emphasis != shape or not note.end or note.end == habit.value:
                    continue
                end = note.span.end
                lacks = note.end == "none"
                what = "no '.' at the end" if lacks else "'.' at the end"
                text, title = (f"{doc.text[end - 1]}.", "Add '.'") if lacks else ("", "Remove '.'")
                yield self.report(
                    doc,
                    Span(end - 1, end),
                    f"{what} of the line below the heading, where the other sections "
                    f"{'have one' if lacks else 'have none'} ({habit.grounds})",
                    fix=replace(Span(end - 1, end), text, title),
                )
