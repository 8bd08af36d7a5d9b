"""Two sections with one title under the same heading."""

from collections.abc import Iterator

from awesome_lint.changes.added import added_lines
from awesome_lint.diagnostic import Diagnostic, Related
from awesome_lint.document import Document
from awesome_lint.markdown.structure import BOLD_LEVEL
from awesome_lint.markdown.swallowed import coming_headings
from awesome_lint.places import fold
from awesome_lint.rule import Rule
from awesome_lint.section import Section

_TWICE = 2  # a title that comes back more often parts a section on purpose


class Check(Rule):
    """Two sections with one title under the same heading."""

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        if coming_headings(doc):
            return  # which sections stand under one heading is not known before all of them do
        seen: dict[tuple[int, int, str], list[Section]] = {}
        for section in doc.sections:
            title = fold(section.title)
            if section.level != BOLD_LEVEL and title:
                parent = section.parent.index if section.parent else -1
                seen.setdefault((parent, section.level, title), []).append(section)
        added = frozenset[int]() if doc.voters is doc else added_lines(doc.voters.source, doc.source)
        parted = {place[:2] for place, same in seen.items() if len(same) > _TWICE}
        for place, same in seen.items():
            if len(same) == _TWICE and place[:2] not in parted:
                # The one that a change added is one too many, wherever it stands.
                other, found = sorted(same, key=lambda section: doc.source.line_at(section.span.start) in added)
                yield self.report(
                    doc,
                    found.title_span,
                    f"there is already a section '{found.title}', on line {doc.line_of(other.span.start)}",
                    help=f"Links to '#{same[0].anchor}' lead to the first of them.",
                    related=[Related(doc.path, other.title_span, "the other of them")],
                )
