"""OpenReview, by both versions of its interface; ids are case-sensitive."""

import json
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from awesome_lint.online.strategies.strategy import Said, Strategy
from awesome_lint.online.targets import Target
from awesome_lint.online.verdict import Verdict
from awesome_lint.online.web import Web


async def ask(targets: Sequence[Target], web: Web, servers: Mapping[str, str]) -> Said:
    """Ask for the paper of a target; only when neither version knows it, it is dead."""
    found = {}
    for target in targets:
        paper = quote(target.key.removeprefix("openreview:").partition("#")[0], safe="")
        for server in ("openreview", "openreview-1"):
            said = await _said(web, f"{servers[server]}/notes?id={paper}")
            if said == "found":
                found[target.key] = Verdict("alive-by-id", "OpenReview has it")
            elif said == "hidden":
                found[target.key] = Verdict("unverifiable", "OpenReview does not show it to everybody")
            elif said == "missing":
                if server == "openreview-1":
                    found[target.key] = Verdict("dead", "no such paper on OpenReview")
                continue
            break
    return found


async def _said(web: Web, url: str) -> str:
    answer = await web.request("GET", url, limit=2**20)
    try:
        said = json.loads(answer.body)
        if answer.status == 200:
            return "found" if said["notes"] else "missing"
        names = {said.get("name"), *(error.get("name") for error in said.get("errors", ()) if isinstance(error, dict))}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return "unclear"
    if "NotFoundError" in names:
        return "missing"
    return "hidden" if "ForbiddenError" in names else "unclear"


STRATEGY = Strategy("openreview", "openreview", 1, ask)
