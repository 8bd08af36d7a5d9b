"""The identifiers of papers: arXiv numbers and DOIs, their grammar, and where a URL holds one."""

from typing import Final

from awesome_lint.identity.keys import key, meant
from awesome_lint.named import NamedTuple
from awesome_lint.urls.values import pattern

_ARXIV_HOST: Final = r"(?i:https?://(?:[\w-]+\.)*arxiv\.org)/+"
_ARCHIVES: Final = (
    r"acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs"
    r"|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol"
    r"|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con"
)
_DOI_HOST: Final = r"(?i:https?://(?:dx\.|www\.)?doi\.org)/+"
_DOI_PATH: Final = r"(?i:https?://[^/?#]+)/(?:[^?#]*/)?(10\.[^?#]*)"


class ArxivId(NamedTuple):
    """An arXiv identifier: `2206.15472` or `cs/9901001`, the version asked for, and when it was submitted."""

    id: str
    version: int | None
    year: int
    month: int


def arxiv_id(url: str) -> ArxivId | None:
    """Return the arXiv paper a URL leads to, on whatever site; None also when its month does not exist."""
    identity, _, _ = key(url).partition("#")
    kind, _, identifier = identity.partition(":")
    if kind != "arxiv" or not is_arxiv_grammatical(identifier):
        return None
    date = identifier.rpartition("/")[2]
    version = pattern(r"\d(?:\.\d{4,5}|\d{6})v(\d+)(?!\d)").search(url)
    year = int(date[:2])
    century = 1900 if "/" in identifier and year > 90 else 2000
    return ArxivId(identifier, int(version[1]) if version is not None else None, century + year, int(date[2:4]))


def is_arxiv_grammatical(identifier: str) -> bool:
    """Whether a text can be an arXiv identifier, with or without a version.

    `YYMM.NNNN` from April 2007 to December 2014, `YYMM.NNNNN` since, `archive/YYMMNNN` (or `archive.XX/…`)
    from 1991 to March 2007; the month exists and the number is not zero. The future is the caller's concern.
    """
    modern = pattern(r"(\d\d(?:0[1-9]|1[0-2]))\.(\d{4,5})(?:v[1-9]\d*)?").fullmatch(identifier)
    if modern is not None:
        date, number = modern.groups()
        return date >= "0704" and len(number) == (5 if date >= "1501" else 4) and int(number) > 0
    shape = rf"(?:{_ARCHIVES})(?:\.[A-Z]{{2}})?/(\d\d(?:0[1-9]|1[0-2]))(?!000)\d{{3}}(?:v[1-9]\d*)?"
    old = pattern(shape).fullmatch(identifier)
    return old is not None and not "0703" < old[1] < "9101"


def claimed_arxiv_id(url: str) -> str | None:
    """Return what stands where arxiv.org has the identifier, well formed or not; None without a paper."""
    found = pattern(_ARXIV_HOST + r"(?:abs|pdf|html|format)/+([^?#]+)").match(meant(url))
    if found is None:
        return None
    claimed = pattern(r"\.{1,2}(?:pdf|html|ps)\Z").sub("", found[1].rstrip("/"))
    archive, slash, number = claimed.partition("/")
    if slash and not (archive[:1].isalpha() and "/" not in number):
        return None  # a file of the paper's HTML, not the paper
    return claimed if pattern(r"\d").search(claimed) is not None else None


def doi(url: str) -> str | None:
    """Return the DOI that a URL leads to, in lower case, or None."""
    kind, _, identifier = key(url).partition("#")[0].partition(":")
    return identifier if kind == "doi" else None


def is_doi_grammatical(text: str) -> bool:
    """Whether a text can be a DOI (`10.1145/3650200.3656592`) or a short one (`10/ggv7qs`)."""
    return pattern(r"10\.\d{4,9}(?:\.\d+)*/[^\s/]\S*|10/[a-z0-9]{3,}").fullmatch(text) is not None


def claimed_doi(url: str) -> str | None:
    """Return what stands where doi.org, or a publisher (`/doi/10.…`), has the DOI, well formed or not."""
    url = meant(url)
    found = pattern(_DOI_HOST + r"([^?#]+)").match(url)
    if found is not None:
        claimed = found[1]
        if "/" not in claimed and pattern(r"[a-z0-9]{3,}").fullmatch(claimed) is not None:
            return None  # a short DOI without its prefix
    else:
        found = pattern(_DOI_PATH).fullmatch(url.partition("?")[0].partition("#")[0])
        if found is None or "/doi/" not in url:
            return None
        claimed = found[1]
    return _unquoted(claimed)


def _unquoted(text: str) -> str:
    if "%" not in text:
        return text
    from urllib.parse import unquote  # few identifiers have anything to decode

    return unquote(text)
