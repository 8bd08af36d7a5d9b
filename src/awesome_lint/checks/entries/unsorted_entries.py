"""An entry out of the order that its section keeps."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from awesome_lint.diagnostic import Diagnostic, Fix, Related
from awesome_lint.document import Document
from awesome_lint.entries.entry import Entry
from awesome_lint.habits.order import misplaced
from awesome_lint.habits.siblings import Misplaced
from awesome_lint.rule import Rule

_IN_WORDS = {
    "name": "by name",
    "year": "by year",
    "year descending": "by year, newest first",
    "date": "by date",
    "date descending": "by date, newest first",
    "venue": "by venue",
}


class Check(Rule):
    """An entry out of the order that its section keeps."""

    needs_list = True
    phase = "structure"
    fixes: ClassVar = ("unsafe",)

    order: Literal["", "name", "year", "year descending", "date", "date descending", "venue"] = ""
    articles: Literal["", "count", "skip"] = ""
    pinned: int = 1

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        articles = None if not self.articles else self.articles == "count"
        for place in misplaced(doc, articles, self.pinned, self.order):
            # An entry that stands before its place is told what it belongs after.
            down = place.before is None or place.before.span.start > place.entry.span.start
            target = place.after if down and place.after else place.before
            assert target is not None
            where = "after" if target is place.after else "before"
            yield self.report(
                doc,
                place.entry.parts.title.span,
                f"'{place.entry.title}' is out of order ({_IN_WORDS[place.by]}); it belongs {where} '{target.title}'",
                related=[Related(doc.path, target.parts.title.span, f"it belongs {where} this entry")],
                fix=_move(doc, place, target),
            )


def _move(doc: Document, place: Misplaced, target: Entry) -> Fix | None:
    """Return the fix that moves a whole entry to its place; None where its lines are not its own."""
    entry = place.entry
    if entry.kind not in ("bullet", "row") or entry.group != target.group:
        return None
    from awesome_lint.fixing.moves import lines_of, moved

    lines, goal = lines_of(doc, entry), lines_of(doc, target)
    where, at = ("after", goal.end) if target is place.after else ("before", goal.start)
    return Fix(f"Move it {where} '{target.title}'", moved(doc, lines, at), "unsafe")
