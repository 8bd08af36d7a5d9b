"""A second heading of level 1."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from awesome_lint.diagnostic import Diagnostic, Related, Severity
from awesome_lint.document import Document
from awesome_lint.places import fold
from awesome_lint.rule import Rule

if TYPE_CHECKING:
    from awesome_lint.section import Section

_HABIT = 4  # headings of level 1: their list parts itself with them


class Check(Rule):
    """A second heading of level 1."""

    other_levels: ClassVar = ("info",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        titles = [section for section in doc.sections if section.level == 1 and section.title]
        below = sum(1 for section in doc.sections if section.level == 2)
        if not 2 <= len(titles) < _HABIT or below < len(titles):
            return
        first, *others = titles
        slips = [section for section in others if _is_slip(doc, section, first)]
        parts = [section for section in others if section not in slips]
        for section in slips:
            yield self._found(doc, first, section)
        if parts:  # they may well be meant, all of them
            yield self._found(doc, first, *parts, severity="info")

    def _found(
        self, doc: Document, first: "Section", section: "Section", *more: "Section", severity: Severity | None = None
    ) -> Diagnostic:
        """Return the finding for a heading, and for more of its kind."""
        related = [Related(doc.path, first.title_span, "the first title")]
        related += [Related(doc.path, one.title_span, "one more") for one in more]
        message = f"another title, '{section.title}'; did you mean a heading of level 2?"
        return self.report(doc, section.span, message, related=related, severity=severity)


def _is_slip(doc: Document, section: "Section", first: "Section") -> bool:
    """Whether a heading repeats the title, or the contents name the sections below it beside it and not below."""
    if fold(section.title) == fold(first.title):
        return True
    levels = {item.target: item.level for item in doc.contents.items if item.target} if doc.contents else {}
    own = levels.get(section)
    return own is not None and any(level <= own for target, level in levels.items() if target.parent is section)
