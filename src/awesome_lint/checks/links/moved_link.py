"""A link to what has moved for good."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, replace
from awesome_lint.document import Document
from awesome_lint.rule import Answers, Rule


class Check(Rule):
    """A link to what has moved for good."""

    online = True
    guard = "url"
    fixes: ClassVar = ("unsafe",)

    def judge(self, doc: Document, answers: Answers) -> Iterator[Diagnostic]:
        for link, verdict in answers.in_document(doc):
            if verdict.kind == "moved" and verdict.target:
                target = verdict.target
                if "#" in link.url and "#" not in target:
                    target += "#" + link.url.partition("#")[2]
                # What a server names is written into the list only where nothing in it can end the link early.
                plain = target.isascii() and target.isprintable() and not set(target) & set(" ()<>[]\"'`|\\")
                yield self.report(
                    doc,
                    link.url_span,
                    f"moved for good ({verdict.reason}) to {target}",
                    fix=replace(link.url_span, target, "Write the new address", "unsafe") if plain else None,
                )
