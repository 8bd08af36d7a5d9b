"""One paper under two titles, or one title under two venues."""

from collections.abc import Iterator, Sequence

from awesome_lint.diagnostic import Diagnostic, Related
from awesome_lint.document import Document
from awesome_lint.duplicates import Twin, twins
from awesome_lint.rule import Rule


class Check(Rule):
    """One paper under two titles, or one title under two venues."""

    needs_list = True

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for twin in doc.twins:
            if twin.kind == "two titles":
                yield self.twin(twin)

    def check_files(self, docs: Sequence[Document]) -> Iterator[Diagnostic]:
        if len(docs) > 1:
            for twin in twins(docs):
                if twin.kind == "two titles" and twin.entry.doc is not twin.first.doc:
                    yield self.twin(twin)

    def twin(self, twin: Twin) -> Diagnostic:
        """Return the finding for a pair."""
        entry, first = twin.entry, twin.first
        assert entry.primary is not None
        where = f"on line {first.line}" if entry.doc is first.doc else f"in {first.doc.path}, line {first.line}"
        return self.report(
            entry.doc,
            entry.primary.span,
            f"the link of '{entry.title}' is that of '{first.title}' {where}; one of the two is wrong",
            related=[Related(first.doc.path, first.parts.title.span, "the other entry")],
        )
