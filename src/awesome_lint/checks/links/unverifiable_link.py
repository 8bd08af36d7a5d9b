"""A link that could not be checked."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.rule import Answers, Rule


class Check(Rule):
    """A link that could not be checked."""

    online = True
    severity: ClassVar = "info"

    def judge(self, doc: Document, answers: Answers) -> Iterator[Diagnostic]:
        for link, verdict in answers.in_document(doc):
            if verdict.kind in ("unverifiable", "transient"):
                yield self.report(doc, link.url_span, f"cannot be verified: {verdict.reason}")
