"""An arXiv or DOI link whose identifier cannot be one."""

from collections.abc import Iterator

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.rule import Rule


class Check(Rule):
    """An arXiv or DOI link whose identifier cannot be one."""

    severity = "error"

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        if "arxiv" not in doc.text and "doi" not in doc.text:
            return
        from awesome_lint.identity import claimed_arxiv_id, claimed_doi, is_arxiv_grammatical, is_doi_grammatical

        for link in doc.links:
            if link.kind == "reference" or not link.is_web:
                continue
            if "arxiv" in link.url:
                identifier = claimed_arxiv_id(link.url)
                if identifier is not None and not is_arxiv_grammatical(identifier):
                    yield self.report(doc, link.url_span, f"'{identifier}' is not an arXiv identifier")
            elif "doi" in link.url:
                identifier = claimed_doi(link.url)
                if identifier is not None and not is_doi_grammatical(identifier):
                    yield self.report(doc, link.url_span, f"'{identifier}' is not a DOI")
