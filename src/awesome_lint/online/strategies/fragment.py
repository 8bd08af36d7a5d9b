"""Places on pages: whether an anchor of that name is there, as far as it shows without running scripts."""

from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from typing import Final
from urllib.parse import unquote

from awesome_lint.online.follow import follow
from awesome_lint.online.strategies.strategy import Said, Strategy
from awesome_lint.online.targets import Target
from awesome_lint.online.verdict import ALIVE, Verdict
from awesome_lint.online.walls import judge
from awesome_lint.online.web import Web

_LIMIT: Final = 2 * 2**20
_OF_A_READER: Final = ("l", ":~:", "page=", "issuecomment-", "/", "!")  # lines, text, pages: made by the site's scripts


async def ask(targets: Sequence[Target], web: Web, servers: Mapping[str, str]) -> Said:
    """Look for the fragment of each target on its page; a README of GitHub is read as Markdown."""
    return {target.key: await _look(target, web, servers) for target in targets}


async def _look(target: Target, web: Web, servers: Mapping[str, str]) -> Verdict:
    wanted = unquote(target.fragment)
    key = target.key.partition("#")[0]
    if wanted.lower().startswith(_OF_A_READER) and not wanted.isalpha():
        return ALIVE
    if key.startswith("github:"):
        owner_and_name, _, rest = key.removeprefix("github:").partition("/blob/")
        if owner_and_name.count("/") != 1 or (rest and not rest.lower().endswith(".md")):
            return ALIVE  # not a page that Markdown makes
        url = f"{servers['github-raw']}/{owner_and_name}/{rest or 'HEAD/README.md'}"
    else:
        url = target.url
    chain = await follow(web, "GET", url, limit=_LIMIT)
    found = judge(chain.answer)
    if found.kind != "alive":
        # Of the page itself its own question speaks.
        return Verdict("unverifiable", f"its page could not be read for '#{target.fragment}'")
    body = chain.answer.body
    if len(body) >= _LIMIT:
        return ALIVE
    text = body.decode("utf-8", "replace")
    names = _markdown_anchors(text) if key.startswith("github:") else _html_anchors(text)
    if wanted.lower() in names or f"user-content-{wanted.lower()}" in names:
        return ALIVE
    return Verdict("unverifiable", f"the page shows no anchor '#{target.fragment}'")


def _markdown_anchors(text: str) -> set[str]:
    from awesome_lint.parse import parse
    from awesome_lint.source import Source

    return {name.lower() for name in parse(Source(text)).anchors}


def _html_anchors(text: str) -> set[str]:
    names: set[str] = set()

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            names.update(value.lower() for name, value in attrs if value and name in ("id", "name"))

    Reader().feed(text)
    return names


STRATEGY = Strategy("fragment", "", 1, ask)
