"""Connections, with the policy on addresses enforced where the socket is made.

That is the one place that sees every address connected to: literals, answers of the resolver, each attempt of several,
each hop of a redirect.
"""

import asyncio
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Any, Final

from aiohttp import TCPConnector
from aiohttp.abc import AbstractResolver, ResolveResult

from awesome_lint.online.policy import Policy

Lookup = Callable[[str], list[str]]  # from a name to its addresses; blocking; raises socket.gaierror
MakeSocket = Callable[[int, int, int], socket.socket]
_THREADS: Final = 32  # a look-up only waits; by default there would be few more threads than cores
_EXISTS: Final = "doi.org"
_ABSENT: Final = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


class BlockedError(OSError):
    """The policy forbids the address."""


class NoSuchNameError(OSError):
    """The name does not exist, as two look-ups say."""


class Resolver(AbstractResolver):
    """Asks the system, in threads of its own, once for each name of a run. `missing`: the network was found to be."""

    def __init__(self, policy: Policy, lookup: Lookup) -> None:
        self.policy = policy
        self.lookup = lookup
        self.missing = False
        self._resolved = False
        self._threads = ThreadPoolExecutor(_THREADS, "resolve")
        self._known: dict[str, asyncio.Future[list[str]]] = {}

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Return the addresses of a name; one that is not public refuses all, for it smells of rebinding."""
        if host not in self._known:
            self._known[host] = asyncio.ensure_future(self._ask(host))
        addresses = await asyncio.shield(self._known[host])
        name = host.lower().rstrip(".")
        for address in addresses:
            if not self.policy.allows(address, name):
                raise BlockedError(f"{host} leads to {address}, which is not a public address")
        return [_result(host, address, port) for address in addresses]

    async def finds_names(self) -> bool:
        """Tell whether any name is found; where none is, not even one that surely exists, the network is missing."""
        if not self._resolved:
            with suppress(OSError):
                await self.resolve(_EXISTS)
        self.missing = not self._resolved
        return self._resolved

    async def _ask(self, host: str) -> list[str]:
        loop = asyncio.get_running_loop()
        for attempt in (1, 2):
            try:
                found = await loop.run_in_executor(self._threads, self.lookup, host)
            except socket.gaierror as error:
                if error.errno not in _ABSENT:
                    raise
                if attempt == 2:
                    raise NoSuchNameError(f"{host} does not exist") from None
            else:
                self._resolved = True
                return found
        return []

    async def close(self) -> None:
        """Let the threads end."""
        for future in self._known.values():
            if future.done() and not future.cancelled():
                future.exception()  # read, so that nobody complains that it was not
            future.cancel()
        self._threads.shutdown(wait=False, cancel_futures=True)


def system_lookup(host: str) -> list[str]:
    """Return the addresses of a name, as the system finds them."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def connector(resolver: Resolver, limit: int, tls: Any, make: MakeSocket = socket.socket) -> TCPConnector:
    """Return a connector that makes no socket for an address which the policy forbids.

    limit: connections at one time. tls: an SSL context, or True for the system's. make: makes the socket.
    """
    return TCPConnector(
        resolver=resolver,
        limit=limit,
        ssl=tls,
        use_dns_cache=False,  # the resolver has its own, and a second one would live on after the check
        keepalive_timeout=15,
        socket_factory=partial(_guarded, resolver.policy, make),
    )


def _guarded(policy: Policy, make: MakeSocket, info: Any) -> socket.socket:
    family, kind, protocol, _, address = info
    if not policy.allows(address[0]):
        raise BlockedError(f"{address[0]} is not a public address")
    return make(family, kind, protocol)


def _result(host: str, address: str, port: int) -> ResolveResult:
    return ResolveResult(
        hostname=host,
        host=address,
        port=port,
        family=socket.AF_INET6 if ":" in address else socket.AF_INET,
        proto=socket.IPPROTO_TCP,
        flags=socket.AI_NUMERICHOST,
    )
