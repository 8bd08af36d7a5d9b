"""A heading or a list without a blank line between HTML and it, which the page shows as plain text."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Edit, Fix, Related, Span
from awesome_lint.document import Document
from awesome_lint.rule import Rule

_HELP = "A block of HTML goes on to the next blank line, and what stands in it is not read as Markdown."


class Check(Rule):
    """A heading or a list without a blank line between HTML and it, which the page shows as plain text."""

    phase = "structure"
    guard = "html"
    fixes: ClassVar = ("safe", "unsafe")

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for one in doc.swallowed_markdown:
            what = f"'{one.title}' is no heading" if one.title else "this list is plain text"
            edit = Edit(Span(one.start, one.start), f"{one.around}\n")
            yield self.report(
                doc,
                one.span,
                f"no blank line after the HTML, so that {what}",
                help=_HELP,
                fix=Fix("Put a blank line above it", (edit,), "safe" if one.alone else "unsafe"),
                related=[Related(doc.path, one.html, "the HTML begins here")],
            )
