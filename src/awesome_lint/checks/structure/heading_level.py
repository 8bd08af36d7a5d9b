"""A heading that skips a level."""

from collections.abc import Iterator

from awesome_lint.diagnostic import Diagnostic, Related
from awesome_lint.document import Document
from awesome_lint.markdown.structure import BOLD_LEVEL
from awesome_lint.rule import Rule


class Check(Rule):
    """A heading that skips a level."""

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        previous = None
        skipped: dict[tuple[int, int], int] = {}
        for section in doc.sections:
            if section.level == BOLD_LEVEL or section.kind == "html":
                continue
            if previous and section.level > previous.level + 1:
                jump = (previous.level, section.level)
                skipped[jump] = skipped.get(jump, 0) + 1
                if skipped[jump] == 1:  # a list that skips a level everywhere hears of it once
                    yield self.report(
                        doc,
                        section.span,
                        f"heading of level {section.level} below one of level {previous.level}; "
                        f"did you mean level {previous.level + 1}?",
                        related=[Related(doc.path, previous.span, "the heading above")],
                    )
            previous = section
