"""A heading with nothing below it."""

from collections import Counter
from collections.abc import Iterator

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.markdown.structure import BOLD_LEVEL
from awesome_lint.places import fold
from awesome_lint.rule import Rule
from awesome_lint.section import Section

_HABIT = 5  # so many headings without anything, a fifth of their level, are the list's way to write two in a row
_SHARE = 0.2
_LONGEST = 60  # characters of a title; what is longer is a sentence in large letters


class Check(Rule):
    """A heading with nothing below it."""

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        sections = doc.sections
        empty = [
            section
            for section, after in zip(sections, [*sections[1:], None], strict=False)
            if _is_empty(doc, section) and not (after and (after.level > section.level or _is_part(after, section)))
        ]
        every, same = (Counter(section.level for section in some) for some in (sections, empty))
        for section in empty:
            count = same[section.level]
            if count < _HABIT or count < _SHARE * every[section.level]:
                yield self.report(doc, section.span, f"there is nothing below the heading '{section.title}'")


def _is_part(after: Section, section: Section) -> bool:
    """Whether the next heading is a year of this one's, at the same level by mistake."""
    return after.title.strip().isdigit() and not section.title.strip().isdigit()


def _is_empty(doc: Document, section: Section) -> bool:
    if section.kind == "html" or section.level == BOLD_LEVEL or not 0 < len(section.title) <= _LONGEST:
        return False
    if doc.text[section.span.end : section.end].strip():
        return False
    return bool(fold(section.title)) and not doc.links_in(*section.span)
