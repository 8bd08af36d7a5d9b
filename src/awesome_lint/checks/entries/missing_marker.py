"""A line that lost its list marker, or the space after it."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Fix
from awesome_lint.document import Document
from awesome_lint.entries.markers import lost_markers
from awesome_lint.rule import Rule

_TITLES = {
    "glued": "Put a space there",
    "lost": "Put the marker there",
    "run": "Put the markers there",
    "lone": "Put the marker there",
}


class Check(Rule):
    """A line that lost its list marker, or the space after it."""

    needs_list = True
    phase = "structure"
    guard = "markup"
    fixes: ClassVar = ("unsafe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for lost in lost_markers(doc):
            if lost.kind == "glued":
                message = f"no space after the marker '{lost.marker}', so that this is no list item"
            elif lost.kind == "lost":
                message = (
                    f"the marker '{lost.marker}' is missing, so that the page shows this as part of the text above"
                )
            elif lost.kind == "lone":
                message = f"the marker '{lost.marker}' is missing: the line has the form of the list's entries"
            else:
                message = f"{len(lost.edits)} lines without the marker '{lost.marker}' run together into one paragraph"
            yield self.report(doc, lost.span, message, fix=Fix(_TITLES[lost.kind], lost.edits, "unsafe"))
