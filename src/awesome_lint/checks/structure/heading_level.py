"""A heading that skips a level."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Diagnostic, Related
from awesome_lint.document import Document
from awesome_lint.markdown.structure import BOLD_LEVEL
from awesome_lint.rule import Rule

if TYPE_CHECKING:
    from awesome_lint.section import Section

_HABIT: Final = 4  # times that a list makes the same jump: it means to


class Check(Rule):
    """A heading that skips a level."""

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        previous = None
        skips: dict[tuple[int, int], list[tuple[Section, Section]]] = {}
        for section in doc.sections:
            if section.level == BOLD_LEVEL or section.kind == "html":
                continue
            if previous and section.level > previous.level + 1:
                skips.setdefault((previous.level, section.level), []).append((previous, section))
            previous = section
        for (above, level), found in skips.items():
            before, first = found[0]  # a list that skips a level everywhere hears of it once
            yield self.report(
                doc,
                first.span,
                f"heading of level {level} below one of level {above}; did you mean level {above + 1}?",
                severity="info" if len(found) >= _HABIT else None,
                related=[Related(doc.path, before.span, "the heading above")],
            )
