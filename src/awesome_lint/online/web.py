"""One request: judged before it is sent, made when it is its host's turn, read up to a limit."""

import asyncio
import math
import os
import re
import socket
import ssl
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final, Literal, NamedTuple

import aiohttp
from yarl import URL

from awesome_lint import __version__
from awesome_lint.errors import UserError
from awesome_lint.online.connector import BlockedError, NoSuchNameError, Resolver
from awesome_lint.online.hosts import refusal
from awesome_lint.online.schedule import Busy, Schedule
from awesome_lint.online.waits import seconds_to_wait
from awesome_lint.online.walls import Answer, wall
from awesome_lint.rulebook import HOME

BODY_LIMIT: Final = 64 * 1024
HEADER_LIMIT: Final = 64 * 1024  # bytes of one; real sites send more than the 8 KiB that aiohttp takes
USER_AGENT: Final = f"awesome-lint/{__version__} (+{HOME})"
_USUAL: Final = {
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Language": "en",
    "Accept-Encoding": "identity",
}


class Failure(Exception):  # noqa: N818  what happened is not a fault of the program
    """A request that brought no answer."""

    def __init__(self, kind: Literal["blocked", "no-name", "refused", "transient"], reason: str) -> None:
        super().__init__(reason)
        self.kind = kind
        self.reason = reason


class Reach(NamedTuple):
    """timeout: seconds for one request. headers: what a host is sent besides, by its name. token: GitHub's, or ''."""

    timeout: float
    headers: Mapping[str, Mapping[str, str]]
    token: str
    user_agent: str = USER_AGENT


class Web:
    """Sends requests. `sent` and `answers` count them, `hosts` are those asked.

    `stopped` names the services that want no more robots in this run. `silent` counts the requests to a host since it
    last answered one.
    """

    def __init__(
        self, session: aiohttp.ClientSession, resolver: Resolver, schedule: "Schedule[Any]", reach: Reach
    ) -> None:
        self.session = session
        self.resolver = resolver
        self.schedule = schedule
        self.reach = reach
        self.sent = 0
        self.answers = 0
        self.hosts: set[str] = set()
        self.stopped: set[str] = set()
        self.silent: Counter[str] = Counter()
        self._refusals: dict[tuple[str, str | None, int | None], str | None] = {}

    async def request(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str] | None = None,
        *,
        data: bytes | None = None,
        limit: int = BODY_LIMIT,
    ) -> Answer:
        """Send one request, follow nothing, and read at most `limit` bytes of what comes. Raises Failure and Busy."""
        address = parsed(url)
        reason = self._refusal(address)
        if reason:
            raise Failure("blocked", reason)
        host = address.host or ""
        if self.silent[host] >= _SILENCE:
            raise Failure("transient", f"{host} answered none of {_SILENCE} other requests")
        await self.schedule.turn(host)
        self.sent += 1
        self.hosts.add(host)
        # Built anew for each request: what is meant for one host must not travel to the next.
        sent = {**_USUAL, "User-Agent": self.reach.user_agent, **(headers or {}), **self.reach.headers.get(host, {})}
        try:
            answer = await self._ask(method, address, sent, data, limit)
        except Exception as error:  # aiohttp raises bare ValueError and AssertionError, too
            failure = _failure(error, self.reach.timeout)
            self.silent[host] += failure.kind == "transient"
            raise failure from error
        self.answers += 1
        self.silent[host] = 0
        self._heed(host, answer)
        return answer

    def _heed(self, host: str, answer: Answer) -> None:
        """Note that a host answered; raise Busy where it asks to be left alone."""
        wait = seconds_to_wait(answer.headers) if answer.status in (429, 503) else None
        if answer.status == 429 and wait is None and wall(answer) is None:  # a wall's page is no plea for patience
            wait = _UNSAID
        if wait is None:
            self.schedule.served(host)
            return
        refusals = self.schedule.pause(host, wait)
        raise Busy(host, wait if refusals < _REFUSALS else math.inf, told=True)

    def _refusal(self, address: URL) -> str | None:
        """Return why an address is not asked; that depends on its beginning alone, which many addresses share."""
        origin = address.scheme, address.raw_host, address.port
        if origin not in self._refusals:
            self._refusals[origin] = refusal(address, self.resolver.policy)
        return self._refusals[origin]

    async def _ask(self, method: str, url: URL, headers: Mapping[str, str], data: bytes | None, limit: int) -> Answer:
        ends = asyncio.get_running_loop().time() + self.reach.timeout
        async with asyncio.timeout_at(ends):
            response = await self.session.request(method, url, headers=headers, data=data, allow_redirects=False)
        try:
            body, whole = (b"", False) if method == "HEAD" else await _beginning(response, limit, ends)
            return Answer(response.status, response.headers, body, whole)
        finally:
            # What was not read to its end is not waited for.
            response.release() if response.content.at_eof() else response.close()


_UNSAID: Final = 5.0  # seconds to wait where a host says only that it is too much
_REFUSALS: Final = 3  # one after the other, and a host means it
_SILENCE: Final = 6  # requests one after the other; each may have waited as long as it could


async def _beginning(response: aiohttp.ClientResponse, limit: int, ends: float) -> tuple[bytes, bool]:
    """Return at most `limit` bytes of what of a body has come by the loop's time `ends`, and whether that is all."""
    parts: list[bytes] = []
    size = 0
    # A body that breaks off or dawdles proves nothing: the status was sent, and that is what counts.
    with suppress(TimeoutError, aiohttp.ClientPayloadError, aiohttp.http_exceptions.HttpProcessingError):
        async with asyncio.timeout_at(ends):
            while size < limit:
                part = await response.content.read(min(16384, limit - size))
                if not part:
                    return b"".join(parts), True
                parts.append(part)
                size += len(part)
    return b"".join(parts), False


def parsed(url: str) -> URL:
    """Return a URL without user and fragment; what is not a URL is a Failure."""
    try:
        # A name and password in a list were never meant to be sent by whoever checks it.
        return URL(url).with_user(None).with_fragment(None)
    except ValueError as error:
        raise Failure("refused", f"not a URL: {error}") from None


def _failure(error: Exception, timeout: float) -> Failure:
    inner = getattr(error, "os_error", error)
    if isinstance(inner, BlockedError):
        return Failure("blocked", str(inner))
    if isinstance(inner, NoSuchNameError):
        return Failure("no-name", str(inner))
    if isinstance(error, TimeoutError):
        return Failure("transient", f"no answer in {timeout:g} s")
    if isinstance(error, ssl.SSLError | aiohttp.ClientSSLError) or isinstance(inner, ssl.SSLError):
        return Failure("refused", "its certificate or TLS is not accepted")
    if isinstance(error, aiohttp.ClientResponseError | ValueError | aiohttp.InvalidURL):
        # Its status is of the parser's making, never the server's.
        return Failure("refused", "its answer breaks HTTP")
    return Failure("transient", _of_connection(inner))


def _of_connection(error: BaseException) -> str:
    if isinstance(error, socket.gaierror):
        return "its name could not be looked up"
    if isinstance(error, OSError) and error.errno and error.errno > 0:
        return f"no connection ({os.strerror(error.errno).lower()})"
    return "the connection broke off"


def filled(headers: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """Return headers with `${NAME}` filled in from the environment; a name that is not set is a UserError."""

    def value(match: re.Match[str]) -> str:
        if match[1] not in os.environ:
            raise UserError(f"'online.headers' needs {match[1]}", "Set it in the environment, or leave the header out.")
        return os.environ[match[1]].strip()

    return {
        host.lower(): {name: re.sub(r"\$\{(\w+)\}", value, text) for name, text in table.items()}
        for host, table in headers.items()
    }
