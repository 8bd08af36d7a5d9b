"""Two labels with nothing between them, in a list that puts a mark there."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar, Final

from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.entries.labels import Label
from awesome_lint.habits.style import is_way
from awesome_lint.habits.vote import Habit
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_GAP: Final = lazy(r"[\])]? {0,2}[,|/·;]? {0,2}[\[(]?")
_MARKS: Final = ",|/·;"
_BRACKETS: Final = "[]()"
_LONGEST: Final = 6  # characters between two labels


class Check(Rule):
    """Two labels with nothing between them, in a list that puts a mark there."""

    needs_list = True
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        usual = _usual(doc)
        if usual is None:
            return
        text, habit = usual
        gaps = list(_gaps(doc))
        by_section: dict[int, Counter[str]] = {}
        for label, gap in gaps:
            by_section.setdefault(_section(label), Counter())[_mark(doc, gap)] += 1
        for label, gap in gaps:
            if _mark(doc, gap) or is_way(by_section[_section(label)], ""):
                continue
            yield self.report(
                doc,
                label.link.span,
                f"no '{habit.value}' before this label, where the list writes one ({habit.grounds})",
                fix=replace(gap, text, f"Write '{text}'"),
            )


def _gaps(doc: Document) -> Iterator[tuple[Label, Span]]:
    """Yield the labels that follow another link of their entry, each with the gap before it, brackets left out."""
    outline = doc.outline
    labels = {label.link.span: label for label in doc.labels}
    for entry in doc.entries if labels else ():
        for before, link in zip(entry.links, entry.links[1:], strict=False):
            label = labels.get(link.span)
            start, end = before.span.end, link.span.start
            if label is None or end - start > _LONGEST or before is entry.parts.title_link:
                continue
            if _GAP.fullmatch(outline, start, end):
                while start < end and outline[start] in _BRACKETS:
                    start += 1
                while end > start and outline[end - 1] in _BRACKETS:
                    end -= 1
                yield label, Span(start, end)


def _mark(doc: Document, gap: Span) -> str:
    text = doc.raw(gap)
    return text if any(mark in text for mark in _MARKS) else ""


def _usual(doc: Document) -> tuple[str, Habit] | None:
    """Return (what stands between labels, spaces included; the habit of writing its mark) where that is a mark."""
    texts = Counter(_mark(doc.voters, gap) for _, gap in _gaps(doc.voters))
    marks: Counter[str] = Counter()
    for text, count in texts.items():
        marks[text.strip()] += count
    habit = doc.style.settings.voted("label-separator", "", marks)
    if habit is None or not habit.value:
        return None
    return max((text for text in texts if text.strip() == habit.value), key=texts.__getitem__), habit


def _section(label: Label) -> int:
    section = label.link.entry.section if label.link.entry else None
    return section.index if section else -1
