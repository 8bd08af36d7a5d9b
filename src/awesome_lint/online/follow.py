"""Redirects, followed by hand: each hop is judged anew, with headers of its own."""

from contextlib import suppress
from http.cookies import CookieError, SimpleCookie
from typing import Final, NamedTuple
from urllib.parse import quote, urldefrag

from yarl import URL

from awesome_lint.online.walls import Answer
from awesome_lint.online.web import BODY_LIMIT, Failure, Web, parsed

HOPS: Final = 10
PERMANENT: Final = frozenset({301, 308})
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})


class Chain(NamedTuple):
    """Where a URL led. answer: the last. statuses: of the redirects before it; url: the last address."""

    answer: Answer
    statuses: tuple[int, ...]
    url: str

    @property
    def permanent(self) -> bool:
        """Whether there were redirects, and all of them for good."""
        return bool(self.statuses) and PERMANENT.issuperset(self.statuses)


async def follow(
    web: Web, method: str, url: str, headers: dict[str, str] | None = None, limit: int = BODY_LIMIT
) -> Chain:
    """Ask for a URL and follow where it leads. Raises Failure (a loop and too many hops are one) and Busy."""
    url, fragment = urldefrag(url)
    statuses: list[int] = []
    cookies: dict[str, SimpleCookie] = {}  # by host, for this chain only: some sites turn in circles until they see one
    seen: set[tuple[str, str]] = set()
    while True:
        sent = _cookies(cookies.get(parsed(url).host or "")) if cookies else ""
        if (url, sent) in seen:
            raise Failure("refused", "its redirects go in a circle")
        seen.add((url, sent))
        answer = await web.request(method, url, {**(headers or {}), **({"Cookie": sent} if sent else {})}, limit=limit)
        location = answer.headers.get("Location", "").strip()
        if answer.status not in _REDIRECTS or not location:
            return Chain(answer, tuple(statuses), f"{url}#{fragment}" if fragment else url)
        if len(statuses) == HOPS:
            raise Failure("refused", f"more than {HOPS} redirects")
        statuses.append(answer.status)
        for line in answer.headers.getall("Set-Cookie", []):
            with suppress(CookieError):
                cookies.setdefault(parsed(url).host or "", SimpleCookie()).load(line)
        url, new = urldefrag(_joined(url, location))
        fragment = new or fragment


def _cookies(jar: SimpleCookie | None) -> str:
    return "; ".join(f"{name}={morsel.value}" for name, morsel in jar.items()) if jar else ""


def _joined(url: str, location: str) -> str:
    """Return where a Location leads; spaces and other odd characters in it are quoted as browsers do."""
    quoted = quote(location, safe="%/:=&?~#+!$,;'@()*[]|")
    try:
        return str(URL(url).join(URL(quoted, encoded=True)))
    except ValueError:
        raise Failure("refused", "a redirect leads to something that is not a URL") from None
