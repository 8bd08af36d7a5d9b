"""GitHub's repositories, fifty at a time, where there is a token; without one they are asked for like other pages."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from awesome_lint.online.strategies.strategy import Said, Strategy
from awesome_lint.online.targets import Target
from awesome_lint.online.verdict import Verdict
from awesome_lint.online.web import Web

_BATCH: Final = 50
_LIMIT: Final = 2**20
_FIELDS: Final = "nameWithOwner isArchived isDisabled isPrivate"
_KEY: Final = re.compile(r"github:([^/#?]+)/([^/#?]+)(?:/(?:tree|blob)/([^/#?]+)/([^#?]+))?")
# The owners and repositories there can be; nothing else is written into a query.
_NAME: Final = re.compile(r"[\w.-]+")


def takes(target: Target) -> bool:
    """Tell whether a target is a repository, or a path in one, that can be asked for."""
    found = _KEY.fullmatch(target.key)
    return bool(found and _NAME.fullmatch(found[1]) and _NAME.fullmatch(found[2]))


async def ask(targets: Sequence[Target], web: Web, servers: Mapping[str, str]) -> Said:
    """Ask for repositories. Whoever a partial answer leaves out is not known."""
    parts = []
    for index, target in enumerate(targets):
        found = _KEY.fullmatch(target.key)
        assert found is not None
        owner, name, ref, path = found.groups()
        inside = f" object(expression: {json.dumps(f'{ref}:{path}')}) {{ __typename }}" if ref else ""
        names = f"owner: {json.dumps(owner)}, name: {json.dumps(name)}"
        parts.append(f"r{index}: repository({names}) {{ {_FIELDS}{inside} }}")
    body = json.dumps({"query": f"query {{ {' '.join(parts)} }}"}).encode()
    headers = {"Authorization": f"Bearer {web.reach.token}", "Content-Type": "application/json"}
    answer = await web.request("POST", f"{servers['github']}/graphql", headers, data=body, limit=_LIMIT)
    try:
        said = json.loads(answer.body)
        data, errors = said.get("data") or {}, said.get("errors") or []
        gone = {error["path"][0] for error in errors if error.get("type") == "NOT_FOUND" and error.get("path")}
        known = {}
        for index, target in enumerate(targets):
            verdict = _verdict(target, data.get(f"r{index}"), f"r{index}" in gone)
            if verdict:
                known[target.key] = verdict
    except (ValueError, AttributeError, KeyError, TypeError, RecursionError):
        return {}
    return known


def _verdict(target: Target, said: Any, gone: bool) -> Verdict | None:
    if said is None:
        return Verdict("dead", "no such repository, or none that is public") if gone else None
    found = _KEY.fullmatch(target.key)
    assert found is not None
    if said["isPrivate"] or said["isDisabled"]:
        return Verdict("unverifiable", "the repository is not public")
    if found[3] and not said.get("object"):
        return None  # the branch may have a slash in its name: the page knows
    name = said["nameWithOwner"]
    if name.lower() != f"{found[1]}/{found[2]}".lower() and _NAME.fullmatch(name.replace("/", "")):
        return Verdict("moved", "renamed", _renamed(target.url, name))
    if said["isArchived"]:
        return Verdict("archived", "its owner archived it")
    return Verdict("alive-by-id", "GitHub has it")


def _renamed(url: str, name: str) -> str:
    return re.sub(r"(?i)^(https?://(?:www\.)?github\.com/+)[^/?#]+/[^/?#]+", rf"\g<1>{name}", url)


STRATEGY = Strategy("github", "github", _BATCH, ask)
