"""A link to what is no longer there."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.rule import Answers, Rule


class Check(Rule):
    """A link to what is no longer there."""

    online = True
    severity: ClassVar = "error"

    def judge(self, doc: Document, answers: Answers) -> Iterator[Diagnostic]:
        for link, verdict in answers.in_document(doc):
            if verdict.kind == "dead":
                yield self.report(doc, link.url_span, f"dead link: {verdict.reason}")
