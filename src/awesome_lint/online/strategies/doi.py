"""DOIs, by the handle system: the publishers' pages turn robots away, the index does not."""

import json
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from awesome_lint.online.strategies.strategy import Said, Strategy
from awesome_lint.online.targets import Target
from awesome_lint.online.verdict import Verdict
from awesome_lint.online.web import Web

_EXISTS = (1, 200)
_UNKNOWN = 100
_WITHDRAWN = "deleted_doi"


async def ask(targets: Sequence[Target], web: Web, servers: Mapping[str, str]) -> Said:
    """Ask for the DOI of a target; an arXiv paper has one, too."""
    found = {}
    for target in targets:
        doi = target.key.removeprefix("doi:").partition("#")[0]
        if doi.startswith("arxiv:"):
            doi = "10.48550/arxiv." + doi.removeprefix("arxiv:")
        answer = await web.request("GET", f"{servers['doi']}/api/handles/{quote(doi, safe='/')}?type=URL")
        verdict = _verdict(answer.body, answer.status)
        # That an article's name is the end of its DOI is what the publisher mostly does, not what it must do.
        if verdict and not (verdict.kind == "dead" and "nature.com/" in target.url):
            found[target.key] = verdict
    return found


def _verdict(body: bytes, status: int) -> Verdict | None:
    try:
        said = json.loads(body)
        code = said["responseCode"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None if status < 500 else Verdict("transient", f"the DOI index is in trouble ({status})")
    if code == _UNKNOWN:
        return Verdict("dead", "no such DOI")
    if code not in _EXISTS:
        return Verdict("transient", f"the DOI index is in trouble (code {code})")
    values = said.get("values")
    pages = [value.get("data") for value in values if isinstance(value, dict)] if isinstance(values, list) else []
    if any(isinstance(page, dict) and _WITHDRAWN in str(page.get("value")).lower() for page in pages):
        return Verdict("dead", "its DOI was withdrawn")
    return Verdict("alive-by-id", "its DOI is registered")


STRATEGY = Strategy("doi", "doi", 1, ask)
