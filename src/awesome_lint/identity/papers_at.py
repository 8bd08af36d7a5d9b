"""The hosts of papers whose addresses name one; see families.py for what the functions take and return."""

from typing import Final

from awesome_lint.urls.values import pattern

_ARXIV: Final = (
    r"(?:(?:abs|pdf|html|ps|format|src|e-print|overview|papers|replicate|audio|arxiv)/+|ftp/arxiv/papers/\d{4}/)"
    r"(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Za-z-]{2,})?/\d{7})(?:v\d+)?(?:\.{1,2}(?:pdf|ps|html))?/?"
)
_DOI: Final = r"(10\.\d{4,9}(?:\.\d+)*/.+?)/?"


def arxiv(path: str, query: str) -> str | None:
    found = pattern(_ARXIV).fullmatch(path)
    return None if found is None else arxiv_key(found[1])


def arxiv_key(identifier: str) -> str:
    """Return the key of an identifier without its version; `math.GT/0309136` and `math/0309136` are one."""
    archive, slash, number = identifier.partition("/")
    return f"arxiv:{archive.partition('.')[0]}/{number}" if slash else f"arxiv:{identifier}"


def doi_in(form: str, path: str, query: str) -> str | None:
    found = pattern(form).fullmatch(_decoded(path))
    return None if found is None else doi_key(found[1])


def doi_key(doi: str) -> str:
    """Return the key of a DOI; those of arXiv are keys of the paper there."""
    doi = doi.lower().rstrip("/")
    preprint = pattern(r"10\.48550/arxiv\.(\d{4}\.\d{4,5}|[a-z.-]+/\d{7})(?:v\d+)?").fullmatch(doi)
    return f"doi:{doi}" if preprint is None else arxiv_key(preprint[1])


def _decoded(path: str) -> str:
    if "%" not in path:
        return path
    from urllib.parse import unquote  # few addresses have anything to decode

    return unquote(path)


def acm(path: str, query: str) -> str | None:
    if path == "citation.cfm":
        number = pattern(r"(?:^|.*&)(?:id|doid)=(?:10\.1145/)?([\d.]+)(?:&.*|$)").fullmatch(_decoded(query))
        if number is None:
            return None
        return f"doi:10.1145/{number[1]}" if "." in number[1] else f"acm:{number[1]}"
    renditions = "abs|pdf|full|fullHtml|epdf|pdfplus|book|proceedings|abstract|references|cited"
    return doi_in(rf"doi/(?:(?:{renditions})/)?{_DOI}", path, query)


def ieee(path: str, query: str) -> str | None:
    number = pattern(r"(?:abstract/)?document/0*(\d+)(?:/[a-z-]*)?/?").fullmatch(path)
    if number is None:
        number = pattern(r"(?:.*&)?arnumber=0*(\d+)(?:&.*)?").fullmatch(query)
    if number is None:
        number = pattern(r"iel[\w-]*/(?:\d+/)*0*(\d+)(?:\.pdf)?").fullmatch(path)
    return None if number is None else f"ieee:{number[1]}"


def openreview(path: str, query: str) -> str | None:
    if path not in ("forum", "pdf"):
        return None
    paper = pattern(r"(?:.*&)?id=([\w-]+)(?:&.*)?").fullmatch(query)
    return None if paper is None else f"openreview:{paper[1]}"


def nature(path: str, query: str) -> str | None:
    article = pattern(r"articles/([\w.-]+?)(?:\.pdf)?/?").fullmatch(path)
    return None if article is None else f"doi:10.1038/{article[1].lower()}"


def plos(path: str, query: str) -> str | None:
    return doi_in(rf"(?:.*&)?id={_DOI}(?:&.*)?", query, "") if "/article" in path else None
