"""The ordinary way to ask: HEAD, and where that does not settle it, the beginning of the page by GET."""

from typing import Final

from awesome_lint.online.follow import Chain, follow
from awesome_lint.online.moved import is_move
from awesome_lint.online.verdict import Verdict
from awesome_lint.online.walls import judge, wall
from awesome_lint.online.web import BODY_LIMIT, Failure, Web

_RANGE: Final = {"Range": f"bytes=0-{BODY_LIMIT - 1}"}


async def look(web: Web, url: str) -> Verdict:
    """Ask for a URL; raises Failure and Busy.

    Only what GET says can be dead; and a wall that shows itself to HEAD is not asked again.
    """
    try:
        chain = await follow(web, "HEAD", url)
    except Failure as error:
        # A server may break off at HEAD alone; but what names and addresses say does not depend on the method.
        if error.kind in ("blocked", "no-name"):
            raise
    else:
        if wall(chain.answer):
            return judge(chain.answer)
        if 200 <= chain.answer.status < 300 and chain.answer.status != 202:
            return await _alive(web, url, chain)
    return await _by_get(web, url)


async def _by_get(web: Web, url: str) -> Verdict:
    chain = await follow(web, "GET", url, _RANGE)
    found = judge(chain.answer)
    if found.kind != "alive" and not wall(chain.answer):
        chain = await follow(web, "GET", url)  # a server may stumble over the range
        found = judge(chain.answer)
    return _of_chain(url, chain) if found.kind == "alive" else found


async def _alive(web: Web, url: str, chain: Chain) -> Verdict:
    found = _of_chain(url, chain)
    if found.kind != "moved":
        return found
    again = await follow(web, "GET", url, _RANGE)
    said = judge(again.answer)
    return _of_chain(url, again) if said.kind == "alive" else said


def _of_chain(url: str, chain: Chain) -> Verdict:
    if not chain.statuses:
        return Verdict("alive", str(chain.answer.status))
    way = " and ".join(dict.fromkeys(str(status) for status in chain.statuses))
    if chain.permanent and is_move(url, chain.url, len(chain.statuses)):
        return Verdict("moved", way, chain.url)
    return Verdict("redirected", way, chain.url)
