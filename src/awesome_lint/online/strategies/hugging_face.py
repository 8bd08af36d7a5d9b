"""Models, data sets and spaces of Hugging Face, by its interface."""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from awesome_lint.online.strategies.strategy import Said, Strategy
from awesome_lint.online.targets import Target
from awesome_lint.online.verdict import Verdict
from awesome_lint.online.web import Web

_REDIRECTS = (301, 302, 307, 308)


async def ask(targets: Sequence[Target], web: Web, servers: Mapping[str, str]) -> Said:
    """Ask for a repository; 401 means that it is missing or not public, and nobody can tell which."""
    found = {}
    for target in targets:
        name = target.key.removeprefix("hf:").partition("#")[0]
        path = name if name.startswith(("datasets/", "spaces/")) else f"models/{name}"
        answer = await web.request("GET", f"{servers['hugging-face']}/api/{quote(path, safe='/')}")
        if answer.status == 200:
            found[target.key] = Verdict("alive-by-id", "Hugging Face has it")
        elif answer.status in (401, 403):
            found[target.key] = Verdict("unverifiable", "missing or not public, which Hugging Face does not tell apart")
        elif answer.status == 404:
            found[target.key] = Verdict("dead", "Hugging Face has nothing of that name")
        elif answer.status in _REDIRECTS:
            new = re.fullmatch(r"(?:https?://[^/]+)?/api/(?:models/)?([\w./-]+)", answer.headers.get("Location", ""))
            if new:
                found[target.key] = Verdict("moved", "renamed", f"https://huggingface.co/{new[1]}")
    return found


STRATEGY = Strategy("hugging-face", "hugging-face", 1, ask)
