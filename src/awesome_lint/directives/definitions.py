"""Definitions of link references that go over several lines: a comment between these would end them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from awesome_lint.document import Document


def lines_of_definitions(doc: "Document") -> dict[int, range]:
    """Return, for each line, from 0, of a definition of several lines, all of its lines."""
    made = [*doc.env.get("references", {}).values(), *doc.env.get("duplicate_refs", ())]
    spans = [range(*one["map"]) for one in made]
    return {line: lines for lines in spans if len(lines) > 1 for line in lines}
