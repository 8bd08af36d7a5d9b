"""What the address of a paper proves about its venue and year, without a look at the network.

The facts are rows of rules/data/url_evidence.tsv; here stands only where in an address their keys are found.
The host decides first, so that most addresses cost one look-up. Preprint servers prove nothing: what lies
there may have been published anywhere since.
"""

from collections.abc import Callable

from awesome_lint.venues.evidence_doi import acm, anthology, by_registrant, nature
from awesome_lint.venues.evidence_table import (
    Evidence,
    facts,
    full_year,
    leading_digits,
    leading_letters,
    paths,
    row_of,
    told,
)
from awesome_lint.venues.registry import registry

__all__ = ["Evidence", "evidence"]

_SILENT = ("arxiv.org", "github.com", "openreview.net")
# Letters in the name of a file that could be a venue; shorter ones are too often something else.
_FILE_LETTERS = 3


def evidence(url: str) -> Evidence | None:
    """Return what an absolute http(s) address proves, None where it proves nothing."""
    _, scheme, rest = url.partition("://")
    host, _, path = rest.partition("/")
    host = host.lower().removeprefix("www.")
    if not scheme or not path:
        return None
    reader = _READERS.get(host)
    found = reader(path) if reader else None
    return found or _path(host, path) or (None if host in _SILENT else _file_name(path))


def _doi(path: str) -> Evidence | None:
    """Read the DOI that ends a path, whatever stands before it."""
    start = path.find("10.")
    if start < 0:
        return None
    doi = path[start:].partition("?")[0].partition("#")[0].rstrip("/")
    return by_registrant(doi) or _path("doi.org", doi)


def _acm_library(path: str) -> Evidence | None:
    _, old, number = path.partition("citation.cfm?id=")
    return acm(number.partition("&")[0]) if old else _doi(path)


def _usenix(path: str) -> Evidence | None:
    """Read conference/osdi22/, legacy/event/nsdi08/ and files/sec22-name.pdf."""
    parts = path.lower().partition("?")[0].rstrip("/").split("/")
    folders = ("conference", "event", "events")
    slugs = [parts[place + 1] for place, part in enumerate(parts[:-1]) if part in folders]
    for part in (*slugs, parts[-1]):
        slug = leading_letters(part)
        digits = leading_digits(part[len(slug) :])
        fact = row_of("usenix", slug)
        if fact and len(digits) in (2, 4):
            return told(fact, "usenix", slug + digits, full_year(digits))
    return None


def _pmlr(path: str) -> Evidence | None:
    """Read the volume, v162, near the beginning of a path."""
    for part in path.split("/")[:4]:
        fact = row_of("pmlr", part)
        if fact:
            return told(fact, "pmlr", part)
    return None


def _jmlr(path: str) -> Evidence | None:
    """Read the old home of the Proceedings of Machine Learning Research, beside the journal."""
    return _pmlr(path) if path.startswith("proceedings/") else None


def _mlresearch(path: str) -> Evidence | None:
    """Read the Proceedings of Machine Learning Research where their files lie."""
    return _pmlr(path) if path.startswith("mlresearch/") else None


def _cvf(path: str) -> Evidence | None:
    """Read content/CVPR2021W/, content_cvpr_2018/, content_ICCVW_2019/ and content_CVPR_2019_workshops/."""
    first, _, rest = path.partition("?")[0].partition("/")
    folder = rest.partition("/")[0] if first == "content" else first.removeprefix("content_")
    lower = folder.lower()
    letters = leading_letters(lower)
    digits = leading_digits(lower[len(letters) :].lstrip("_"))
    fact = row_of("cvf", letters.removesuffix("w"))
    if fact is None or len(digits) != 4:
        return None
    if letters.endswith("w") or lower.rpartition(digits)[2].lstrip("_").startswith("w"):
        fact = fact._replace(venues=fact.venues[::-1])
    return told(fact, "cvf", folder, int(digits))


def _aaai(path: str) -> Evidence | None:
    """Read index.php/AAAI/article/view/16123; the numbers of a year lie together."""
    _, article, rest = path.lower().partition("/aaai/article/")
    number = leading_digits(rest.partition("/")[2])
    for ends, fact in facts("aaai") if article and number else ():
        first, _, last = ends.partition("-")
        if int(first) <= int(number) <= int(last):
            return told(fact, "aaai", number)
    return None


def _path(host: str, path: str) -> Evidence | None:
    """Read the addresses whose beginning tells: a folder named by a year or by the number of a volume."""
    lower = f"{path.lower()}/"
    for before, wanted, after, fact in paths(host):
        digits = leading_digits(lower[len(before) :]) if wanted else ""
        right_length = len(digits) == wanted or (wanted < 0 and digits)
        if right_length and lower.startswith(before + digits + after):
            number = (full_year(digits) if wanted > 0 else int(digits)) if digits else None
            return told(fact, "path", path[: len(before + digits)], number)
    return None


def _file_name(path: str) -> Evidence | None:
    """Read MobiSys20-Elf.pdf, eddl-sec21.pdf and the like."""
    name = path.partition("?")[0].partition("#")[0].rpartition("/")[2]
    if not name.lower().endswith(".pdf"):
        return None
    for token in name[:-4].replace("-", "_").replace(".", "_").split("_"):
        letters = token.rstrip("0123456789")
        digits = token[len(letters) :]
        venues = _written(letters) if len(digits) in (2, 4) and len(letters) >= _FILE_LETTERS else ()
        if venues:
            year = full_year(digits)
            return Evidence(venues, year, (year,), "weak", "file-name", token)
    return None


def _written(name: str) -> tuple[str, ...]:
    """Return the names of the venues that a name in any letter case can stand for."""
    known = registry()
    for form in (name, name.upper()):
        senses = known.senses(form)
        if senses:
            return tuple(sense.venue for sense in senses if sense.venue)
        venue = known.exact(form)
        if venue:
            return (venue.name,)
    venue = known.folded(name)
    return (venue.name,) if venue else ()


_READERS: dict[str, Callable[[str], Evidence | None]] = {
    "aaai.org": _aaai,
    "aclanthology.info": anthology,
    "aclanthology.org": anthology,
    "aclweb.org": anthology,
    "dl.acm.org": _acm_library,
    "doi.acm.org": _doi,
    "doi.org": _doi,
    "dx.doi.org": _doi,
    "jmlr.org": _jmlr,
    "link.springer.com": _doi,
    "nature.com": nature,
    "ojs.aaai.org": _aaai,
    "openaccess.thecvf.com": _cvf,
    "pnas.org": _doi,
    "proceedings.mlr.press": _pmlr,
    "raw.githubusercontent.com": _mlresearch,
    "science.org": _doi,
    "static.usenix.org": _usenix,
    "usenix.org": _usenix,
}
