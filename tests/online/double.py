"""The web in one thread: a server on loopback that plays every host, and the seams by which a pass reaches it.

Names lead to a public address that nobody dials: the socket, which was let through by the policy as it stands, connects
to the double instead. So everything that keeps a pass from private addresses is at work in these tests.
"""

import asyncio
import os
import socket
import ssl
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from typing import Any, NamedTuple

from awesome_lint.online.cache import Cache
from awesome_lint.online.check import Outcome, Surroundings, ask
from awesome_lint.online.options import OnlineOptions
from awesome_lint.online.schedule import Clock
from awesome_lint.online.services import SERVERS
from awesome_lint.online.targets import targets
from awesome_lint.online.verdict import Verdict
from awesome_lint.parse import parse
from awesome_lint.source import Source

PUBLIC = "93.184.215.14"
PEM = os.path.join(os.path.dirname(__file__), "double.pem")


class Request(NamedTuple):
    """One request as it came; `url` has its host and path with query, `earlier` tells how often it came before."""

    method: str
    url: str
    headers: dict[str, str]
    body: bytes
    earlier: int


Reply = bytes | AsyncIterator[bytes] | None
Player = Callable[[Request], Reply]


def reply(status: int, body: bytes | str = b"", **headers: str) -> bytes:
    """Return an answer as bytes; `_` in the names of headers stands for '-'."""
    data = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status} Said"]
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    fields = {"Content-Type": "text/html", "Content-Length": str(len(data)), **given}
    lines += [f"{name}: {value}" for name, value in fields.items()]
    return "\r\n".join([*lines, "", ""]).encode("utf-8", "surrogateescape") + data


class Double:
    """plays: an answer or a function of the request, by 'host/path'; of anything else it is said 404."""

    def __init__(self) -> None:
        self.ports: dict[int, int] = {}
        self._writers: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        started = threading.Event()
        self._thread = threading.Thread(target=self._serve, args=(started,), daemon=True)
        self._thread.start()
        assert started.wait(10)
        self.real_ports = dict(self.ports)
        self.reset()

    def reset(self) -> None:
        """Forget what was played, asked and connected."""
        self.ports = dict(self.real_ports)
        self.plays: dict[str, bytes | Player] = {}
        self.otherwise: Player = lambda request: reply(404)
        self.requests: list[Request] = []
        self.connected: list[str] = []
        self.names: dict[str, list[list[str]]] = {}
        self.missing: set[str] = set()
        self.looked_up: list[str] = []

    def _serve(self, started: threading.Event) -> None:
        async def start() -> None:
            tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            tls.load_cert_chain(PEM)
            plain = await asyncio.start_server(self._connection, "127.0.0.1", 0)
            secure = await asyncio.start_server(self._connection, "127.0.0.1", 0, ssl=tls)
            self.ports = {80: plain.sockets[0].getsockname()[1], 443: secure.sockets[0].getsockname()[1]}
            self._servers = (plain, secure)
            started.set()

        self._loop.set_exception_handler(lambda loop, context: None)
        self._loop.run_until_complete(start())
        self._loop.run_forever()

    def close(self) -> None:
        """End the thread."""
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()

    async def _end(self) -> None:
        for server in self._servers:
            server.close()
        for writer in self._writers:
            writer.transport.abort()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.sleep(0.05)  # transports end one turn of the loop later

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while await self._one(reader, writer):
                pass
        writer.transport.abort() if writer.transport.is_closing() else writer.close()
        self._writers.discard(writer)

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").splitlines()
        method, path, _ = first.split(" ")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)}
        body = await reader.readexactly(int(headers.get("content-length", 0)))
        url = headers["host"].partition(":")[0] + path
        count = sum(1 for one in self.requests if (one.method, one.url) == (method, url))
        request = Request(method, url, headers, body, count)
        self.requests.append(request)
        play = self.plays.get(url) or self.plays.get(url.partition("?")[0], self.otherwise)
        said = play(request) if callable(play) else play
        if said is None:
            return False
        if isinstance(said, bytes):
            head, _, rest = said.partition(b"\r\n\r\n")
            writer.write(head + b"\r\n\r\n" + (b"" if method == "HEAD" else rest))
            await writer.drain()
            return b"Connection: close" not in head
        async for part in said:
            writer.write(part)
            await writer.drain()
        return False

    def lookup(self, host: str) -> list[str]:
        """Stand in for the system's look-up; `names` holds the answers to one look-up after another."""
        self.looked_up.append(host)
        if host in self.missing:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        answers = self.names.get(host, [[PUBLIC]])
        return answers[min(self.looked_up.count(host), len(answers)) - 1]

    def make_socket(self, family: int, kind: int, protocol: int) -> socket.socket:
        """Make a socket that notes where it is sent and connects to the double."""
        double = self

        class Rerouted(socket.socket):
            def connect(self, address: Any) -> None:
                double.connected.append(address[0])
                super().connect(("127.0.0.1", double.ports.get(address[1], double.ports[80])))

        return Rerouted(socket.AF_INET, kind, protocol)

    def asked(self) -> list[str]:
        """Return the requests as 'METHOD url', in order."""
        return [f"{one.method} {one.url}" for one in self.requests]

    def around(self, tls: Any = None, clock: Clock | None = None) -> Surroundings:
        """Return what a pass needs to reach the double."""
        if tls is None:
            tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # reading the certificates of the system takes long
            tls.check_hostname, tls.verify_mode = False, ssl.CERT_NONE
        return Surroundings(self.lookup, self.make_socket, tls, clock or Quick())

    def check(
        self,
        *urls: str,
        cache: Cache | None = None,
        tls: Any = None,
        clock: Clock | None = None,
        token: str = "",
        **options: Any,
    ) -> Outcome:
        """Ask for links and return what is known of them."""
        doc = parse(Source("\n".join(f"- [x](<{url}>)" for url in urls) + "\n", "README.md"))
        given = {"spacing": 0.0, "timeout": 5.0, "servers": dict(SERVERS), **options}
        chosen = OnlineOptions(**given)
        environment = {"GITHUB_TOKEN": token} if token else {}
        wanted = targets([doc], fragments=chosen.fragments)
        return ask(wanted, chosen, cache or Cache(None), self.around(tls, clock), environment)

    def verdict(self, url: str, **more: Any) -> Verdict:
        """Ask for one link; return what is known of it."""
        (verdict,) = self.check(url, **more).verdicts.values()
        return verdict


class Quick(Clock):
    """Time that passes when somebody waits for it. `slept` holds the waits."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.slept: list[float] = []

    def now(self) -> float:
        return self.time

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds
        await asyncio.sleep(0)

    async def wait(self, event: asyncio.Event, seconds: float | None) -> None:
        if seconds is None:
            await event.wait()
            return
        for _ in range(3):
            await asyncio.sleep(0.001)
            if event.is_set():
                return
        self.time += seconds
