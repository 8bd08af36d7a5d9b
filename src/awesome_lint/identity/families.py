"""Which hosts name things in their addresses, and how each is read.

A family takes the path of an address without its first slash, and the query without tracking parameters,
both with percent-encoding in one form, and returns the key of the thing, or None when the address names
none.
"""

from collections.abc import Callable
from functools import partial
from typing import Final

from awesome_lint.identity import papers_at, things_at
from awesome_lint.urls.values import pattern

Family = Callable[[str, str], str | None]
Shapes = tuple[tuple[str, str], ...]  # the first (pattern of a path, key for its groups) that fits


def _shaped(shapes: Shapes, path: str, query: str) -> str | None:
    for form, key in shapes:
        found = pattern(form).fullmatch(path)
        if found is not None:
            return key.format(*found.groups())
    return None


_DOI: Final = r"(10\.\d{4,9}(?:\.\d+)*/.+?)"
_VIEWS: Final = "abs|full|pdf|epdf|pdfdirect|pdfplus|abstract|epub|book|reader|figure|ref|citedby"
_ACL_ID: Final = r"([A-Z]\d\d-\d{4}|\d{4}\.[a-z0-9_]+-[a-z0-9]+\.\d+)"

_atypon: Final = partial(papers_at.doi_in, rf"doi/(?:(?:{_VIEWS})/)?{_DOI}(?:/(?:{_VIEWS}))?/?")
_doi_org: Final = partial(papers_at.doi_in, rf"(?:doi:)?{_DOI}/?")
_springer: Final = partial(
    papers_at.doi_in,
    r"(?:(?:article|chapter|book|content/pdf|epdf|protocol|referenceworkentry|referencework)/)?"
    rf"{_DOI}(?:\.pdf|/fulltext\.html)?/?",
)
_biorxiv: Final = partial(
    papers_at.doi_in, rf"content/{_DOI}(?:v\d+)?(?:\.(?:full(?:\.pdf|-text)?|abstract|article-info))?/?"
)
_iop: Final = partial(papers_at.doi_in, rf"article/{_DOI}(?:/(?:pdf|meta))?/?")
_frontiers: Final = partial(
    papers_at.doi_in, rf"(?:journals/[\w-]+/)?articles/{_DOI}(?:/(?:full|abstract|pdf|text))?/?"
)
_aps: Final = partial(papers_at.doi_in, rf"[a-z]+/(?:abstract|pdf)/{_DOI}")
_acl: Final = partial(
    _shaped,
    ((rf"(?:anthology/)?(?:papers/)?(?:[A-Z]/[A-Z]\d\d/)?{_ACL_ID}(?:v\d)?(?:\.pdf|\.bib)?/?", "acl:{}"),),
)
_PROCEEDINGS: Final = r"/*(?:paper_files/)?paper/(\d{4})/(?:hash|file)/([0-9a-f]{32})-(?:Abstract|Paper)[^/]*"
_nips: Final = partial(_shaped, ((_PROCEEDINGS, "nips:{}:{}"), (r"paper/(\d+)-[\w-]+(?:\.pdf)?", "nips:{}")))
_mlsys: Final = partial(_shaped, ((_PROCEEDINGS, "mlsys:{}:{}"),))
_pmlr: Final = partial(_shaped, ((r"([vr]\d+)/([\w-]*\d\d[a-z]{0,2})(?:/\2)?(?:\.html|\.pdf)?", "pmlr:{}/{}"),))
_cvf: Final = partial(
    _shaped,
    ((r"(?:openaccess/)?content\w*/(?:[\w-]+/){0,2}(?:html|papers)/([^/]+)_paper\.(?:html|pdf)", "cvf:{}"),),
)
_aaai: Final = partial(
    _shaped,
    (
        (
            r"(?:ojs/)?index\.php/([\w-]+)/article/(?:view|download|viewFile|viewPaper)/(\d+)(?:/\d+)?/?",
            "aaai:{}:{}",
        ),
    ),
)
_ijcai: Final = partial(_shaped, ((r"[Pp]roceedings/(\d{4})/0*(\d+)(?:\.pdf)?/?", "ijcai:{}:{}"),))
_ecva: Final = partial(
    _shaped,
    (
        (r"papers/(eccv_\d{4})/papers_ECCV/papers/0*(\d+)\.pdf", "ecva:{}:{}"),
        (r"papers/(eccv_\d{4})/papers_ECCV/html/0*(\d+)_ECCV_\d{4}_paper\.php", "ecva:{}:{}"),
    ),
)
_semantic_scholar: Final = partial(_shaped, ((r"(?:paper|reader)/(?:[^/]+/)?([0-9a-f]{40})/?", "s2:{}"),))
_elsevier: Final = partial(
    _shaped,
    ((r"(?:science/article/(?:abs/|am/)?|retrieve/)pii/([SB][0-9X]{15,17})(?:/pdf(?:ft)?)?/?", "pii:{}"),),
)

# Hosts without `www.`; `*.` stands for one more label.
_BY_FAMILY: Final[tuple[tuple[Family, tuple[str, ...]], ...]] = (
    (papers_at.arxiv, ("arxiv.org", "*.arxiv.org", "xxx.lanl.gov", "ar5iv.org", "ar5iv.labs.arxiv.org")),
    (papers_at.arxiv, ("alphaxiv.org", "arxiv-vanity.com", "scirate.com")),
    (_doi_org, ("doi.org", "dx.doi.org", "doi.acm.org")),
    (papers_at.acm, ("dl.acm.org", "portal.acm.org")),
    (papers_at.ieee, ("ieeexplore.ieee.org",)),
    (papers_at.openreview, ("openreview.net",)),
    (papers_at.nature, ("nature.com",)),
    (papers_at.plos, ("journals.plos.org",)),
    (_springer, ("link.springer.com",)),
    (_atypon, ("onlinelibrary.wiley.com", "*.onlinelibrary.wiley.com", "tandfonline.com", "science.org")),
    (_atypon, ("journals.sagepub.com", "pubs.acs.org", "epubs.siam.org", "pnas.org", "annualreviews.org")),
    (
        _atypon,
        ("royalsocietypublishing.org", "pubsonline.informs.org", "worldscientific.com", "ascelibrary.org"),
    ),
    (_biorxiv, ("biorxiv.org", "medrxiv.org")),
    (_iop, ("iopscience.iop.org",)),
    (_frontiers, ("frontiersin.org",)),
    (_aps, ("journals.aps.org",)),
    (_acl, ("aclanthology.org", "aclanthology.info", "aclweb.org")),
    (_nips, ("papers.nips.cc", "papers.neurips.cc", "proceedings.neurips.cc")),
    (_mlsys, ("proceedings.mlsys.org",)),
    (_pmlr, ("proceedings.mlr.press",)),
    (_cvf, ("openaccess.thecvf.com", "cv-foundation.org")),
    (_aaai, ("ojs.aaai.org", "aaai.org")),
    (_ijcai, ("ijcai.org",)),
    (_ecva, ("ecva.net",)),
    (_semantic_scholar, ("semanticscholar.org",)),
    (_elsevier, ("sciencedirect.com", "linkinghub.elsevier.com")),
    (things_at.github, ("github.com",)),
    (things_at.hugging_face, ("huggingface.co", "hf.co")),
    (things_at.youtube, ("youtube.com", "m.youtube.com", "youtube-nocookie.com")),
    (things_at.youtu_be, ("youtu.be",)),
)
FAMILIES: Final[dict[str, Family]] = {host: family for family, hosts in _BY_FAMILY for host in hosts}
