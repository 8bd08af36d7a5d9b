"""A README that github.com cuts off."""

from collections.abc import Iterator

from awesome_lint.diagnostic import Diagnostic, Span
from awesome_lint.document import Document
from awesome_lint.rule import Rule


class Check(Rule):
    """A README that github.com cuts off."""

    limit: int = 512_000  # bytes of a README that github.com renders

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        name = doc.path.rpartition("/")[2].lower()
        if 4 * len(doc.text) <= self.limit or not (name.startswith("readme") or name == "-"):
            return
        size = len(doc.source.encode(doc.text))
        if size > self.limit:
            shown = len(doc.source.encode(doc.text)[: self.limit].decode("utf-8", "ignore"))
            line = doc.source.line_at(min(shown, len(doc.text)))
            yield self.report(
                doc,
                Span(doc.source.line_starts[line], doc.source.line_ends[line]),
                f"the file has {size:,} bytes, and github.com cuts a README off after {self.limit:,}, which is here",
                help="Move sections into files of their own, and link to them.",
            )
