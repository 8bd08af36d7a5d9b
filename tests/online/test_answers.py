"""What each answer of a server is taken for; the table in rules/links/dead-link.md says the same."""

import asyncio
import errno
import gzip
import socket
from collections.abc import AsyncIterator
from typing import Any

import pytest
from online.double import Double, Player, Reply, Request, reply

from awesome_lint.online.verdict import Verdict
from awesome_lint.online.walls import Answer, judge
from awesome_lint.online.web import BODY_LIMIT

PAGE = "http://page.test-site.org/paper"
KEY = "page.test-site.org/paper"


def by_method(head: bytes | None, get: bytes | None) -> Player:
    return lambda request: head if request.method == "HEAD" else get


@pytest.mark.parametrize(
    ("head", "get", "kind"),
    [
        pytest.param(reply(200), reply(500), "alive", id="200"),
        pytest.param(reply(405), reply(200, "x"), "alive", id="HEAD 405"),
        pytest.param(reply(403), reply(200, "x"), "alive", id="HEAD 403"),
        pytest.param(reply(404), reply(200, "x"), "alive", id="HEAD 404"),
        pytest.param(reply(500), reply(200, "x"), "alive", id="HEAD 500"),
        pytest.param(None, reply(200, "x"), "alive", id="HEAD closed"),
        pytest.param(reply(405), reply(206, "x"), "alive", id="206"),
        pytest.param(reply(405), reply(416), "alive", id="416"),
        pytest.param(reply(404), reply(404), "dead", id="404"),
        pytest.param(reply(410), reply(410), "dead", id="410"),
        pytest.param(reply(200), reply(404), "alive", id="GET not needed"),
        pytest.param(reply(202), reply(202), "unverifiable", id="202 empty"),
        pytest.param(reply(202), reply(202, "a page"), "alive", id="202 with a page"),
        pytest.param(reply(202, x_amzn_waf_action="challenge"), reply(404), "unverifiable", id="AWS 202"),
        pytest.param(reply(405, x_amzn_waf_action="captcha"), reply(404), "unverifiable", id="AWS 405"),
        pytest.param(reply(403, cf_mitigated="challenge"), reply(404), "unverifiable", id="Cloudflare"),
        pytest.param(reply(403), reply(403), "unverifiable", id="403"),
        pytest.param(reply(404), reply(404, x_datadome="1"), "unverifiable", id="DataDome 404"),
        pytest.param(reply(404), reply(404, Set_Cookie="_abck=1"), "unverifiable", id="Akamai 404"),
        pytest.param(reply(200, Set_Cookie="_abck=1"), reply(404), "alive", id="Akamai 200"),
        pytest.param(reply(429, Retry_After="0", x_vercel_mitigated="challenge"), None, "unverifiable", id="Vercel"),
        pytest.param(reply(405), reply(200, "<p>anubis_challenge"), "unverifiable", id="Anubis"),
        pytest.param(reply(403), reply(403, "request could not be satisfied"), "unverifiable", id="CloudFront"),
        pytest.param(reply(500), reply(500), "transient", id="500"),
        pytest.param(reply(503), reply(503), "transient", id="503"),
        pytest.param(reply(408), reply(408), "transient", id="408"),
        pytest.param(None, None, "transient", id="closed"),
        *(
            pytest.param(reply(status), reply(status), "unverifiable", id=str(status))
            for status in (400, 401, 402, 406, 418, 421, 451, 460, 499, 520, 530, 999)
        ),
    ],
)
def test_status_by_method(head: bytes | None, get: bytes | None, kind: str, web: Double) -> None:
    web.plays[KEY] = by_method(head, get)
    assert web.verdict(PAGE).kind == kind


def test_a_refused_range_is_decided_by_a_plain_get(web: Double) -> None:
    def play(request: Request) -> bytes:
        return reply(404 if request.method == "HEAD" or "range" in request.headers else 200, "x")

    web.plays[KEY] = play
    assert web.verdict(PAGE).kind == "alive"
    assert web.requests[1].headers["range"] == f"bytes=0-{BODY_LIMIT - 1}"


def test_dead_is_what_is_dead_twice(web: Double) -> None:
    web.plays[KEY] = lambda request: reply(404 if request.earlier < 2 else 200, "x")
    assert web.verdict(PAGE).kind == "alive"


def test_trouble_that_passes_is_no_trouble(web: Double) -> None:
    web.plays[KEY] = lambda request: reply(500 if request.earlier < 1 else 200, "x")
    assert web.verdict(PAGE).kind == "alive"


def test_name_that_does_not_exist(web: Double) -> None:
    web.missing.add("gone.test-site.org")
    web.plays[KEY] = reply(200)
    found = web.check("http://gone.test-site.org/", PAGE).verdicts
    assert found["gone.test-site.org"].kind == "dead"
    assert found[KEY].kind == "alive"
    assert web.looked_up.count("gone.test-site.org") == 2


def test_where_no_name_exists_the_network_is_missing(web: Double) -> None:
    web.missing |= {"a.test-site.org", "b.test-site.org", "doi.org"}
    found = web.check("http://a.test-site.org/", "http://b.test-site.org/").verdicts
    assert {one.kind for one in found.values()} == {"transient"}


def test_a_host_that_never_answers_is_not_waited_for_link_by_link(web: Double) -> None:
    web.otherwise = lambda request: None
    found = web.check(*(f"http://page.test-site.org/{number}" for number in range(40)))
    assert {one.kind for one in found.verdicts.values()} == {"transient"}
    assert found.sent <= 2 * (6 + 4), "some in each round, and those under way"
    reasons = {one.reason for one in found.verdicts.values()}
    assert reasons == {"the connection broke off", "page.test-site.org answered none of 6 other requests"}


def test_a_host_that_answers_now_and_then_is_asked_for_all(web: Double) -> None:
    web.otherwise = lambda request: reply(200) if request.method == "GET" else None
    found = web.check(*(f"http://page.test-site.org/{number}" for number in range(40)))
    assert {one.kind for one in found.verdicts.values()} == {"alive"}


def test_a_host_that_was_silent_gets_its_second_chance(web: Double) -> None:
    web.otherwise = lambda request: None if len(web.requests) < 12 else reply(200)
    found = web.check(*(f"http://page.test-site.org/{number}" for number in range(40)))
    assert {one.kind for one in found.verdicts.values()} == {"alive"}


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ConnectionRefusedError(errno.ECONNREFUSED, "Connect call failed"), "no connection (connection refused)"),
        (OSError(errno.ENETUNREACH, "x"), "no connection (network is unreachable)"),
        (ConnectionResetError(), "the connection broke off"),
    ],
)
def test_what_failed_is_told_in_words(error: OSError, said: str, web: Double, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object) -> None:
        raise error

    monkeypatch.setattr(web, "make_socket", fail)
    assert web.verdict(PAGE) == Verdict("transient", said)


def test_a_name_that_cannot_be_looked_up(web: Double, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(host: str) -> list[str]:
        raise socket.gaierror(socket.EAI_AGAIN, "try again")

    monkeypatch.setattr(web, "lookup", fail)
    assert web.verdict(PAGE) == Verdict("transient", "its name could not be looked up")


async def slowly(parts: list[bytes], pause: float) -> AsyncIterator[bytes]:
    for part in parts:
        yield part
        await asyncio.sleep(pause)


async def endless(start: bytes, part: bytes) -> AsyncIterator[bytes]:
    yield start
    while True:
        yield part


HEAD_OF_GZIP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n"
PLAIN = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\n"
CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
MANY = "".join(f"X-{number}: 1\r\n" for number in range(200)).encode()


def odd_bodies() -> dict[str, tuple[Any, str]]:
    bomb = gzip.compress(bytes(50_000_000))
    return {
        "header of 9 KiB": (lambda: reply(200, "x", X_Long="y" * 9000), "alive"),
        "200 headers": (lambda: b"HTTP/1.1 200 OK\r\n" + MANY + b"Content-Length: 1\r\n\r\nx", "alive"),
        "header of 100 KiB": (lambda: reply(200, "x", X_Long="y" * 100_000), "unverifiable"),
        "bad chunk": (lambda: slowly([CHUNKED + b"zz\r\nnonsense"], 0), "unverifiable"),
        "early close": (lambda: slowly([b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx"], 0), "alive"),
        "a length that is too short": (lambda: reply(200, "a page", Content_Length="1"), "unverifiable"),
        "a length below nothing": (lambda: reply(200, "x", Content_Length="-1"), "unverifiable"),
        "a length in words": (lambda: reply(200, "x", Content_Length="many"), "unverifiable"),
        "two lengths": (lambda: reply(200, "x", content_length="2"), "unverifiable"),
        "no HTTP": (lambda: slowly([b"SSH-2.0-OpenSSH_9.6\r\n\r\n"], 0), "unverifiable"),
        "endless": (lambda: endless(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"x" * 65536), "alive"),
        "gzip bomb": (lambda: slowly([HEAD_OF_GZIP + bomb], 0), "alive"),
        "one byte a second": (lambda: slowly([bytes([byte]) for byte in reply(200, "x")], 1), "transient"),
        "silence": (lambda: slowly([b"", b""], 5), "transient"),
        "a page of one byte a second": (lambda: slowly([PLAIN, b"x", b"y"], 1), "alive"),
        "nothing there, at one byte a second": (lambda: slowly([PLAIN.replace(b"200", b"404"), b"x"], 1), "dead"),
    }


@pytest.mark.parametrize("name", list(odd_bodies()))
def test_odd_answers(name: str, web: Double) -> None:
    make, kind = odd_bodies()[name]

    def play(request: Request) -> Reply:
        said: Reply = reply(405) if request.method == "HEAD" else make()
        return said

    web.plays[KEY] = play
    assert web.verdict(PAGE, timeout=0.4).kind == kind


def test_a_server_that_never_answers_head(web: Double) -> None:
    web.plays[KEY] = lambda request: slowly([b"", b""], 5) if request.method == "HEAD" else reply(200, "x")
    assert web.verdict(PAGE, timeout=0.4).kind == "alive"


def test_body_is_read_up_to_the_limit(web: Double, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = []

    def note(answer: Answer) -> Any:
        sizes.append(len(answer.body))
        return judge(answer)

    monkeypatch.setattr("awesome_lint.online.fetch.judge", note)
    bomb = gzip.compress(bytes(50_000_000))

    def play(request: Request) -> Reply:
        return reply(405) if request.method == "HEAD" else slowly([HEAD_OF_GZIP + bomb], 0)

    web.plays[KEY] = play
    assert web.verdict(PAGE).kind == "alive"
    assert sizes == [BODY_LIMIT]


def test_tls_that_is_not_accepted(web: Double) -> None:
    web.plays[KEY] = reply(200)
    assert web.verdict(PAGE.replace("http:", "https:")).kind == "alive"
    found = web.verdict(PAGE.replace("http:", "https:"), tls=True)
    assert (found.kind, found.reason) == ("unverifiable", "its certificate or TLS is not accepted")


def test_tls_spoken_to_a_server_without(web: Double) -> None:
    web.ports[443] = web.ports[80]
    assert web.verdict(PAGE.replace("http:", "https:"), timeout=0.4).kind in ("unverifiable", "transient")


def test_refused_connection(web: Double) -> None:
    web.ports[80] = 1
    assert web.verdict(PAGE).kind == "transient"
