"""Places on pages: whether an anchor of that name is there, as far as it shows without running scripts."""

import re
from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import unquote

from awesome_lint.online.follow import follow
from awesome_lint.online.page_anchors import README_LIMIT, page_anchors, readme_anchors
from awesome_lint.online.strategies.strategy import Said, Strategy
from awesome_lint.online.targets import Target
from awesome_lint.online.verdict import ALIVE, Verdict
from awesome_lint.online.walls import Answer, judge
from awesome_lint.online.web import Web

_LIMIT: Final = 2 * 2**20
# What a site's scripts or the browser make of a fragment: lines of a file, text, a page or a time, a comment, a view.
_MADE_BY_A_READER: Final = re.compile(
    r"L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?|lines-\d.*|:~:.*|(?:issue|discussion|commit|pullrequest|review)[-_a-z]*\d+"
    r"|diff-[0-9a-f]+.*|[/!?].*|[\w-]+=.*",
    re.I | re.S,
)
_PAGE: Final = re.compile(r"html|xml", re.I)


async def ask(targets: Sequence[Target], web: Web, servers: Mapping[str, str]) -> Said:
    """Look for the fragment of each target on its page; a README of GitHub is read as Markdown."""
    return {target.key: await _look(target, web, servers) for target in targets}


async def _look(target: Target, web: Web, servers: Mapping[str, str]) -> Verdict:
    url = _source(target, servers)
    if _MADE_BY_A_READER.fullmatch(unquote(target.fragment)) or url is None:
        return ALIVE
    chain = await follow(web, "GET", url, limit=_LIMIT)
    if judge(chain.answer).kind != "alive":
        # Of the page itself its own question speaks.
        return Verdict("unverifiable", f"its page could not be read for '#{target.fragment}'")
    return _found(target, chain.answer)


def _source(target: Target, servers: Mapping[str, str]) -> str | None:
    """Return the address of what holds the places; None where there is no telling."""
    key = target.key.partition("#")[0]
    if not key.startswith("github:"):
        return target.url
    repository, _, rest = key.removeprefix("github:").partition("/blob/")
    if repository.count("/") != 1 or (rest and not rest.lower().endswith(".md")):
        return None  # not a page that Markdown makes
    return f"{servers['github-raw']}/{repository}/{rest or 'HEAD/README.md'}"


def _found(target: Target, answer: Answer) -> Verdict:
    content_type = answer.headers.get("Content-Type", "html")
    markdown = target.key.startswith("github:")
    if not answer.whole or (len(answer.body) > README_LIMIT if markdown else not _PAGE.search(content_type)):
        return ALIVE  # the place may be in what was not read, or be made by whatever shows the file
    names = readme_anchors(answer.body) if markdown else page_anchors(answer.body, content_type)
    if names is None:
        return Verdict("unverifiable", f"its page could not be read for '#{target.fragment}'")
    wanted = unquote(target.fragment).lower()
    if wanted in names or f"user-content-{wanted}" in names:
        return ALIVE
    return Verdict("unverifiable", f"the page shows no anchor '#{target.fragment}'")


STRATEGY = Strategy("fragment", "", 1, ask)
