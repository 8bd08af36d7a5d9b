"""What a URL points at, whatever form it is written in: keys, canonical forms, identifiers of papers."""

from awesome_lint.identity.forms import form, forms, reform
from awesome_lint.identity.keys import key
from awesome_lint.identity.papers import (
    ArxivId,
    arxiv_id,
    claimed_arxiv_id,
    claimed_doi,
    doi,
    is_arxiv_grammatical,
    is_doi_grammatical,
)

__all__ = [
    "ArxivId",
    "arxiv_id",
    "claimed_arxiv_id",
    "claimed_doi",
    "doi",
    "form",
    "forms",
    "is_arxiv_grammatical",
    "is_doi_grammatical",
    "key",
    "reform",
]
