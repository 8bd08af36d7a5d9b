"""The forms in which one thing is linked, so that a list can keep to one of them.

A family is one choice that a list makes, a form one of its answers:

    arxiv           abs, pdf, pdf.pdf, html         arxiv-version   with, without
    arxiv-host      arxiv.org, www.arxiv.org …      doi-host        doi.org, dx.doi.org, www.doi.org
    doi-acm         doi, doi/abs, doi/pdf, doi/full … citation.cfm
    ieee            document, document/, abstract/document, stamp, iel
    openreview      forum, pdf                      acl             page, pdf
    cvf             html, papers                    github-git      plain, .git
    github-slash    without, with

A page and its PDF are both good links, so that those families say something only among links with one label.
"""

import re
from collections.abc import Callable
from typing import Final

from awesome_lint.identity.keys import key
from awesome_lint.named import NamedTuple
from awesome_lint.urls.values import pattern

Match = re.Match[str]
_END: Final = r"(?P<rest>(?:[?#].*)?)"


class _Family(NamedTuple):
    """How the URLs of a family look, and how a form is read from one and written to it (None: not to be)."""

    name: str
    sign: str  # in every URL of the family, so that most URLs cost no match
    shape: str
    read: Callable[[Match], str | None]
    write: Callable[[Match, str], str | None]


def forms(url: str) -> tuple[tuple[str, str], ...]:
    """Return the (family, form) pairs of a URL, one for each choice that was made in writing it."""
    found, shape, match = [], "", None
    for family in _families(url):
        if family.sign in url:
            if family.shape != shape:  # families of one shape stand together
                shape = family.shape
                match = pattern(shape).fullmatch(url)
            form = None if match is None else family.read(match)
            if form is not None:
                found.append((family.name, form))
    return tuple(found)


def form(url: str) -> tuple[str, str] | None:
    """Return the first pair of `forms`: which page of the thing is linked; None without a family."""
    return next(iter(forms(url)), None)


def reform(url: str, family: str, form: str) -> str | None:
    """Return a URL written in another form of a family, the rest of it as it was.

    None when the URL is not of the family, or the form may not exist for it; the identity is always kept.
    """
    for candidate in _FAMILIES:
        if candidate.name == family and candidate.sign in url:
            match = pattern(candidate.shape).fullmatch(url)
            if match is not None and candidate.read(match) is not None:
                written = candidate.write(match, form)
                return written if written is not None and key(written) == key(url) else None
    return None


def _read_arxiv(match: Match) -> str | None:
    kind = match["kind"]
    if match["pdf"] is None:
        return kind
    return "pdf.pdf" if kind == "pdf" else None


def _write_arxiv(match: Match, form: str) -> str | None:
    kind, dot, extension = form.partition(".")
    if form not in ("abs", "pdf", "pdf.pdf"):
        return None  # not every paper has a page in HTML
    paper = f"{match['id']}{match['version'] or ''}"
    return f"{match['site']}{match['host']}/{kind}/{paper}{dot}{extension}{match['rest']}"


def _write_version(match: Match, form: str) -> str | None:
    if form != "without":
        return None
    return f"{match['site']}{match['host']}/{match['kind']}/{match['id']}{match['pdf'] or ''}{match['rest']}"


def _write_host(match: Match, form: str) -> str | None:
    return match["site"] + form + match.string[match.end("host") :]


def _write_acm(match: Match, form: str) -> str | None:
    return f"{match['site']}{form}/{match['id']}{match['rest']}" if form in ("doi", "doi/abs", "doi/pdf") else None


def _write_ieee(match: Match, form: str) -> str | None:
    if form not in ("document", "document/", "abstract/document"):
        return None
    slash = "/" if form.endswith("/") else ""
    return f"{match['site']}{form.removesuffix('/')}/{match['id']}{slash}{match['rest']}"


def _write_acl(match: Match, form: str) -> str | None:
    end = {"page": "/", "pdf": ".pdf"}.get(form)
    return None if end is None else f"{match['site']}{match['id']}{end}{match['rest']}"


def _write_cvf(match: Match, form: str) -> str | None:
    extension = {"html": ".html", "papers": ".pdf"}.get(form)
    return None if extension is None else f"{match['site']}{form}/{match['id']}{extension}{match['rest']}"


_ARXIV: Final = (
    r"(?P<site>https?://)(?P<host>[\w.-]*arxiv\.org)/(?P<kind>abs|pdf|html)/"
    r"(?P<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?P<version>v\d+)?(?P<pdf>\.pdf)?/?" + _END
)
_ACM: Final = (
    r"(?P<site>https?://dl\.acm\.org/)(?P<form>doi(?:/(?:abs|pdf|full|fullHtml|epdf|pdfplus|abstract))?)/"
    r"(?P<id>10\.\d{4,9}/[^?#]+)" + _END
)
_ACM_CITATION: Final = (
    r"(?P<site>https?://dl\.acm\.org/)citation\.cfm\?(?:[^#]*&)?(?:id|doid)=(?:10\.1145/)?"
    r"(?P<number>\d+\.\d+)(?:&[^#]*)?(?P<rest>(?:#.*)?)"
)
_REPOSITORY: Final = (
    r"(?P<site>https?://(?:www\.)?github\.com/)(?P<id>[\w-]+/[\w.-]+?)(?P<git>\.git)?(?P<slash>/?)" + _END
)
_IEEE: Final = r"(?P<site>https?://ieeexplore\.ieee\.org/)"
_FAMILIES: Final = (
    _Family("arxiv", "arxiv.org/", _ARXIV, _read_arxiv, _write_arxiv),
    _Family(
        "arxiv-version",
        "arxiv.org/",
        _ARXIV,
        lambda match: "with" if match["version"] else "without",
        _write_version,
    ),
    _Family("arxiv-host", "arxiv.org/", _ARXIV, lambda match: match["host"], _write_host),
    _Family("doi-acm", "dl.acm.org/", _ACM, lambda match: match["form"], _write_acm),
    _Family(
        "doi-acm",
        "dl.acm.org/citation",
        _ACM_CITATION,
        lambda match: "citation.cfm",
        lambda match, form: (
            f"{match['site']}{form}/10.1145/{match['number']}{match['rest']}"
            if form in ("doi", "doi/abs", "doi/pdf")
            else None
        ),
    ),
    _Family(
        "doi-host",
        "doi.org/",
        r"(?P<site>https?://)(?P<host>(?:dx\.|www\.)?doi\.org)/10\.\d{4,9}(?:\.\d+)*/.+",
        lambda match: match["host"],
        _write_host,
    ),
    _Family(
        "ieee",
        "ieeexplore.ieee.org/",
        _IEEE + r"(?P<form>(?:abstract/)?document)/(?P<id>\d+)(?P<slash>/?)" + _END,
        lambda match: match["form"] + (match["slash"] if match["form"] == "document" else ""),
        _write_ieee,
    ),
    _Family(
        "ieee",
        "ieeexplore.ieee.org/stamp",
        _IEEE + r"stamp/stamp\.jsp\?(?:[^#]*&)?arnumber=0*(?P<id>\d+)(?:&[^#]*)?(?P<rest>(?:#.*)?)",
        lambda match: "stamp",
        _write_ieee,
    ),
    _Family(
        "ieee",
        "ieeexplore.ieee.org/iel",
        _IEEE + r"iel[\w-]*/(?:\d+/)*0*(?P<id>\d+)(?:\.pdf)?(?:\?[^#]*)?(?P<rest>(?:#.*)?)",
        lambda match: "iel",
        _write_ieee,
    ),
    _Family(
        "openreview",
        "openreview.net/",
        r"(?P<site>https?://openreview\.net/)(?P<form>forum|pdf)(?P<rest>\?(?:[^#]*&)?id=.+)",
        lambda match: match["form"],
        lambda match, form: match["site"] + form + match["rest"] if form in ("forum", "pdf") else None,
    ),
    _Family(
        "acl",
        "aclanthology.org/",
        r"(?P<site>https?://(?:www\.)?aclanthology\.org/)"
        r"(?P<id>[A-Z]\d\d-\d{4}|\d{4}\.[\w-]+\.\d+)(?P<end>\.pdf|/)?" + _END,
        lambda match: "pdf" if match["end"] == ".pdf" else "page",
        _write_acl,
    ),
    _Family(
        "cvf",
        "openaccess.thecvf.com/",
        r"(?P<site>https?://openaccess\.thecvf\.com/content\w*/(?:[\w-]+/){0,2})(?P<form>html|papers)/"
        r"(?P<id>[^/?#]+_paper)\.(?:html|pdf)" + _END,
        lambda match: match["form"],
        _write_cvf,
    ),
    _Family(
        "github-git",
        "github.com/",
        _REPOSITORY,
        lambda match: ".git" if match["git"] else "plain",
        lambda match, form: match["site"] + match["id"] + match["rest"] if form == "plain" and match["git"] else None,
    ),
    _Family(
        "github-slash",
        "github.com/",
        _REPOSITORY,
        lambda match: None if match["git"] else "with" if match["slash"] else "without",
        lambda match, form: match["site"] + match["id"] + ("/" if form == "with" else "") + match["rest"],
    ),
)
_OF_REPOSITORIES: Final = tuple(family for family in _FAMILIES if family.sign == "github.com/")


def _families(url: str) -> tuple[_Family, ...]:
    """Return the families of which a URL may be; most URLs of most lists are those of repositories."""
    return _OF_REPOSITORIES if url.startswith("https://github.com/") else _FAMILIES
