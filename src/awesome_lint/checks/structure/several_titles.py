"""A second heading of level 1."""

from collections.abc import Iterator

from awesome_lint.diagnostic import Diagnostic, Related
from awesome_lint.document import Document
from awesome_lint.rule import Rule

_HABIT = 4  # headings of level 1: their list parts itself with them


class Check(Rule):
    """A second heading of level 1."""

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        titles = [section for section in doc.sections if section.level == 1 and section.title]
        below = sum(1 for section in doc.sections if section.level == 2)
        if not 2 <= len(titles) < _HABIT or below < len(titles):
            return
        for section in titles[1:]:
            holds_sections = doc.sections[section.index + 1 : section.index + 2]
            is_part = bool(holds_sections and holds_sections[0].level > 1)
            yield self.report(
                doc,
                section.span,
                f"another title, '{section.title}'; did you mean a heading of level 2?",
                severity="info" if is_part else "warning",
                related=[Related(doc.path, titles[0].title_span, "the first title")],
            )
