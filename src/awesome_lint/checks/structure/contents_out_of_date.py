"""Contents that do not say what the page holds."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.contents.review import review
from awesome_lint.diagnostic import Diagnostic, Fix, Related
from awesome_lint.document import Document
from awesome_lint.places import fold
from awesome_lint.rule import Rule


class Check(Rule):
    """Contents that do not say what the page holds."""

    other_levels: ClassVar = ("info",)
    phase = "structure"
    guard = "anchor"
    fixes: ClassVar = ("safe",)

    leave_out: tuple[str, ...] = ()

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        # Contents that name a heading which is none yet will be right when it is one.
        if doc.contents is None or doc.unspaced_headings or doc.swallowed_markdown:
            return
        for flaw in review(doc, doc.contents, frozenset(map(fold, self.leave_out))):
            yield self.report(
                doc,
                flaw.span,
                flaw.message,
                fix=Fix(flaw.mend, flaw.edits) if flaw.edits else None,
                severity=flaw.severity,
                related=[Related(doc.path, flaw.related, "the other place")] if flaw.related else (),
            )
