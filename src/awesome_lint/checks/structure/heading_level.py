"""A heading that skips a level."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Final

from awesome_lint.diagnostic import Diagnostic, Related
from awesome_lint.document import Document
from awesome_lint.markdown.structure import BOLD_LEVEL
from awesome_lint.markdown.swallowed import coming_headings
from awesome_lint.rule import Rule

if TYPE_CHECKING:
    from awesome_lint.section import Section

_HABIT: Final = 4  # times that a list makes the same jump: it means to
_TWICE: Final = 2  # times are enough where nearly all sections below that level are of the lower one,
_MANY: Final = 8  # or so many such sections
_SHARE: Final = 0.8


class Check(Rule):
    """A heading that skips a level."""

    other_levels: ClassVar = ("info",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        sections = [one for one in doc.sections if one.level != BOLD_LEVEL and one.kind != "html"]
        skips: dict[tuple[int, int], list[tuple[Section, Section]]] = {}
        for above, section in pairwise(sections):
            if section.level > above.level + 1:
                skips.setdefault((above.level, section.level), []).append((above, section))
        if skips and coming_headings(doc):
            return  # one of them may have the level between
        listed = [entry.span.start for entry in doc.entries] if skips else []
        for levels, found in skips.items():
            # Words in large letters, news and the contents have the level whose look pleases.
            telling = [pair for pair in found if _holds(sections, pair[1], listed)]
            before, first = (telling or found)[0]  # a list that skips a level everywhere hears of it once
            meant = not telling or _is_habit(sections, *levels, len(found))
            yield self.report(
                doc,
                first.span,
                f"heading of level {levels[1]} below one of level {levels[0]}; did you mean level {levels[0] + 1}?",
                severity="info" if meant else None,
                related=[Related(doc.path, before.span, "the heading above")],
            )


def _holds(sections: "list[Section]", section: "Section", listed: list[int]) -> bool:
    """Whether entries stand in a section, or in those below it."""
    at = sections.index(section)
    after = (one.span.start for one in sections[at + 1 :] if one.level <= section.level)
    end = next(after, None)
    return any(section.span.start <= start and (end is None or start < end) for start in listed)


def _is_habit(sections: "list[Section]", above: int, level: int, times: int) -> bool:
    """Whether a list means its jumps from one level to another."""
    below = [one.level for one in sections if one.parent and one.parent.level == above]
    low, next_one = below.count(level), below.count(above + 1)
    return times >= _HABIT or ((times >= _TWICE or low >= _MANY) and low >= _SHARE * (low + next_one))
