"""The network pass from end to end: what is asked, what is known already, what came of it."""

import asyncio
import os
import socket
from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple

import aiohttp

from awesome_lint.online.asking import Asking, Question
from awesome_lint.online.cache import Cache
from awesome_lint.online.connector import Lookup, MakeSocket, Resolver, connector, system_lookup
from awesome_lint.online.moved import without_collapsed
from awesome_lint.online.options import OnlineOptions
from awesome_lint.online.policy import Policy
from awesome_lint.online.progress import Progress
from awesome_lint.online.schedule import Clock, Manners, Schedule
from awesome_lint.online.services import SERVERS
from awesome_lint.online.strategies.routes import NOT_ASKED, route, unasked
from awesome_lint.online.strategies.strategy import MANNERS, Strategy
from awesome_lint.online.targets import Target
from awesome_lint.online.verdict import Verdict
from awesome_lint.online.web import HEADER_LIMIT, USER_AGENT, Reach, Web, filled

__all__ = ["THE_WORLD", "Outcome", "Surroundings", "ask"]
_TOKEN: Final = "GITHUB_TOKEN"
_FEW: Final = 3  # hosts that may all be in trouble at one time; where more are silent, it is our network that is


class Surroundings(NamedTuple):
    """What a test puts in the place of the world: names, sockets, certificates, time."""

    lookup: Lookup = system_lookup
    make_socket: MakeSocket = socket.socket
    tls: Any = True
    clock: Clock = Clock()


THE_WORLD: Final = Surroundings()


Cut = Literal["", "interrupted", "deadline", "offline"]


class Outcome(NamedTuple):
    """verdicts: by key. sent: requests made. cut: why not everything was asked for; 'offline': nothing answered."""

    verdicts: dict[str, Verdict]
    sent: int
    cut: Cut


def ask(
    wanted: Sequence[Target],
    options: OnlineOptions,
    cache: Cache,
    surroundings: Surroundings = THE_WORLD,
    environment: Mapping[str, str] = os.environ,
) -> Outcome:
    """Ask for targets and return what is known. Ctrl-C and the deadline cut it short, and what is known is kept."""
    not_asked = (NOT_ASKED | {_bare(host) for host in options.not_asked}) - {_bare(host) for host in options.asked}
    token = environment.get(_TOKEN, "").strip()
    verdicts: dict[str, Verdict] = {}
    routed = []
    for target in wanted:
        known = cache.get(target.key)
        way = () if known else route(target, bool(token), not_asked)
        if known is None and way:
            routed.append((target, way))
        else:
            verdicts[target.key] = known or unasked(target)
    reach = Reach(options.timeout, filled(options.headers), token, options.user_agent or USER_AGENT)
    outcome = _run(_Pass(options, Policy(options.allow_private), reach, surroundings, routed), routed)
    found = without_collapsed(outcome.verdicts)
    verdicts.update((key, cache.put(key, verdict)) for key, verdict in found.items())
    return outcome._replace(verdicts=verdicts)


class _Pass:
    """Builds what a pass needs inside its event loop."""

    def __init__(
        self,
        options: OnlineOptions,
        policy: Policy,
        reach: Reach,
        around: Surroundings,
        routed: Sequence[tuple[Target, tuple[Strategy, ...]]],
    ) -> None:
        self.options = options
        self.policy = policy
        self.reach = reach
        self.around = around
        self.progress = Progress(len(routed))
        self.servers = {**SERVERS, **{name: url.rstrip("/") for name, url in options.servers.items()}}
        self.asking: Asking | None = None
        self.sent = 0

    def schedule(self) -> "Schedule[Question]":
        options = self.options
        of_hosts = {}
        for name, manners in MANNERS.items():
            if name not in options.servers:  # a server of one's own is asked as other hosts are
                of_hosts[SERVERS[name].partition("://")[2]] = manners
        return Schedule(options.concurrency, Manners(options.per_host, options.spacing), of_hosts, self.around.clock)

    async def go(self, routed: Sequence[tuple[Target, tuple[Strategy, ...]]]) -> Cut:
        """Ask; return what cut it short, or ''."""
        resolver = Resolver(self.policy, self.around.lookup)
        connections = connector(resolver, self.options.concurrency, self.around.tls, self.around.make_socket)
        session = aiohttp.ClientSession(
            connector=connections,
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None),
            max_line_size=HEADER_LIMIT,
            max_field_size=HEADER_LIMIT,
            max_headers=1000,
            read_bufsize=2**14,
            trust_env=False,
        )
        async with session:
            schedule = self.schedule()
            web = Web(session, resolver, schedule, self.reach)
            ends = self.around.clock.now() + self.options.deadline
            self.asking = Asking(web, schedule, self.servers, self.options.max_wait, ends, self.progress)
            try:
                async with asyncio.timeout(self.options.deadline):
                    await self.asking.ask(routed)
            except TimeoutError:
                return "deadline"
            except asyncio.CancelledError:
                return "interrupted"
            finally:
                self.sent = web.sent
                self.asking.settle_doubts()
                self.progress.end()
        silent = not web.answers and (resolver.missing or len(web.hosts) >= _FEW)
        return "offline" if silent else ""


def _run(work: _Pass, routed: Sequence[tuple[Target, tuple[Strategy, ...]]]) -> Outcome:
    if not routed:
        return Outcome({}, 0, "")
    cut = asyncio.run(work.go(routed))
    assert work.asking is not None
    return Outcome(work.asking.verdicts, work.sent, cut)


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.")
