"""A heading without a space after its `#` marks, which the page shows as plain text."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Edit, Fix
from awesome_lint.document import Document
from awesome_lint.rule import Rule


class Check(Rule):
    """A heading without a space after its `#` marks, which the page shows as plain text."""

    phase = "structure"
    guard = "heading"
    fixes: ClassVar = ("safe", "unsafe")

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for heading in doc.unspaced_headings:
            marks = doc.raw(heading.span)
            edits = [Edit(heading.span, f"{marks} ")]
            if heading.closing.end > heading.closing.start:
                edits.append(Edit(heading.closing, f" {doc.raw(heading.closing).lstrip()}"))
            yield self.report(
                doc,
                heading.span,
                f"no space after '{marks}', so that '{heading.title}' is no heading",
                fix=Fix("Put a space there", tuple(edits), "safe" if heading.alone else "unsafe"),
            )
