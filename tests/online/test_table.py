"""The table in rules/links/dead-link.md: each of its rows is played, and comes out as it says."""

import json
import re
from collections.abc import Callable
from typing import Any, Final

import pytest
from online.double import Double, Player, Reply, Request, reply
from online.test_answers import CHUNKED, by_method, endless, slowly
from online.test_strategies import LIVES, MISSING, atom, handle

from awesome_lint.online.verdict import Kind
from awesome_lint.rulebook import page

PAGE: Final = "http://page.test-site.org/paper"
ACM, ARXIV = "https://dl.acm.org/doi/10.1145/3498361.3539765", "https://arxiv.org/abs/2206.15472"
SPRINGER, WILEY = "https://link.springer.com/article/10.1007/s1", "https://onlinelibrary.wiley.com/doi/10.1002/abc.1"
REVIEW, VIDEO = "https://openreview.net/forum?id=AbC_1", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
MODEL, REPOSITORY = "https://huggingface.co/o/n", "https://github.com/o/lives"
POST, PROFILE, IEEE = "https://x.com/a/status/1", "https://linkedin.com/in/a", "https://ieeexplore.ieee.org/document/1"
GONE = reply(404, MISSING)
HIDDEN = reply(403, '{"name": "ForbiddenError"}')
WITHDRAWN = handle(1, "https://www.crossref.org/deleted_DOI.html")
HEADER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
Case = Callable[[Double], str]


def asked(*players: Reply | Player, url: str = PAGE, **more: Any) -> list[Case]:
    """Return a case for each way in which whatever is asked may answer; it returns the kind of the verdict."""

    def case(player: Reply | Player) -> Case:
        def play(web: Double) -> str:
            web.otherwise = player if callable(player) else lambda request: player
            return web.verdict(url, timeout=0.3, **more).kind

        return play

    return [case(player) for player in players]


def statuses(*numbers: int, body: str = "", **headers: str) -> list[Case]:
    return asked(*(reply(number, body, **headers) for number in numbers))


def after_head(make: Callable[[], Reply]) -> Player:
    return lambda request: reply(405) if request.method == "HEAD" else make()


def part(**answers: bytes) -> Player:
    """Answer by a word in the address; of anything else it is said 403."""
    return lambda request: next((said for word, said in answers.items() if word in request.url), reply(403))


def repository(errors: object = (), **fields: object) -> list[Case]:
    said = {"data": {"r0": {**LIVES, **fields} if fields else None}, "errors": errors}
    return asked(part(graphql=reply(200, json.dumps(said))), url=REPOSITORY, token="word")


def redirects(status: int, location: str) -> Player:
    """Redirect the address that is asked for first, and answer 200 at any other."""
    return lambda request: reply(status, Location=location) if request.url in PAGE else reply(200)


def on_and_on(request: Request) -> bytes:
    return reply(302, Location=request.url.rpartition("/")[2] + "1")


def nameless(*others: str) -> list[Case]:
    def play(web: Double) -> str:
        web.missing |= {"page.test-site.org", *others}
        return web.verdict(PAGE).kind

    return [play]


def untrusted(web: Double) -> str:
    return web.verdict(PAGE.replace("http:", "https:"), tls=True).kind


def silent(web: Double) -> str:
    web.otherwise = lambda request: None
    found = web.check(*(f"{PAGE}/{number}" for number in range(20)))
    assert found.sent <= 2 * (6 + 4), "some in each round, and those under way"
    (kind,) = {one.kind for one in found.verdicts.values()}
    return kind


def pressed(web: Double) -> str:
    web.otherwise = lambda request: reply(429, Retry_After="30")
    found = web.check(PAGE, f"{PAGE}/other")
    assert max(request.earlier for request in web.requests) == 2, "asked again twice"
    (kind,) = {one.kind for one in found.verdicts.values()}
    return kind


def patient(web: Double) -> str:
    web.otherwise = lambda request: reply(503, Retry_After="30") if request.earlier < 2 else reply(200)
    return web.verdict(PAGE).kind


_WALLED: Final = (200, 202, 403, 404, 405, 429, 500)
_HEADERS: Final = "cf_mitigated x_amzn_waf_action x_vercel_mitigated x_datadome x_dd_b x_kpsdk_ct x_kpsdk_r".split()
_BESIDE_ERRORS: Final = (
    *({"Set_Cookie": f"{name}=1"} for name in ("_abck", "bm_sz", "visid_incap_7", "datadome", "_pxhd")),
    *({"x_iinfo": "1"}, {"x_cdn": "Incapsula"}, {"x_akamai_session_info": "1"}),
)
_ANUBIS: Final = ("<p>anubis_challenge", "<a href='/.within.website/x/cmd/anubis/'>")
# The beginning of a row, what it must say, and how it is played.
ROWS: Final[tuple[tuple[str, Kind, list[Case]], ...]] = (
    ("GET answers 404 or 410", "dead", statuses(404, 410)),
    ("HEAD answers 404", "alive", asked(*(by_method(reply(one), reply(200, "x")) for one in (404, 410)))),
    ("the host's name", "dead", nameless()),
    ("no name is found", "transient", nameless("doi.org")),
    ("the DOI index does not", "dead", asked(handle(100), WITHDRAWN, url=ACM)),
    *(
        ("the DOI index knows", "alive-by-id", asked(part(handles=handle(1)), url=url))
        for url in (ACM, SPRINGER, WILEY)
    ),
    ("arXiv lists", "alive-by-id", asked(part(query=atom("abs/2206.15472v1")), part(handles=handle(1)), url=ARXIV)),
    ("neither version of OpenReview", "dead", asked(GONE, url=REVIEW)),
    ("OpenReview shows", "unverifiable", asked(part(api2=GONE, api=HIDDEN), part(api2=HIDDEN), url=REVIEW)),
    ("YouTube has neither", "dead", asked(reply(404), url=VIDEO)),
    ("YouTube has a picture", "unverifiable", asked(part(oembed=reply(404), ytimg=reply(200)), url=VIDEO)),
    ("Hugging Face answers 404", "dead", asked(reply(404), url=MODEL)),
    ("Hugging Face answers 401", "unverifiable", asked(reply(401), reply(403), url=MODEL)),
    ("GitHub answers NOT_FOUND", "dead", repository([{"type": "NOT_FOUND", "path": ["r0"]}])),
    ("GitHub answers NOT_FOUND", "dead", asked(reply(404), url=REPOSITORY)),
    ("GitHub gives", "moved", repository(nameWithOwner="new/name")),
    ("GitHub says that its owner", "archived", repository(isArchived=True)),
    ("GitHub says that it is", "unverifiable", repository(isPrivate=True) + repository(isDisabled=True)),
    ("any status from 200", "alive", statuses(200, 201, 202, 203, 206, 226, body="x")),
    ("any status from 200", "alive", asked(by_method(reply(405), reply(416)))),
    ("redirects that end", "redirected", asked(redirects(302, "/b"), redirects(301, "http://b.other-site.org/"))),
    ("redirects that end", "moved", asked(redirects(301, "/b"), redirects(308, "http://test-site.org/b"))),
    ("202 without", "unverifiable", statuses(202)),
    *(("`cf-mitigated`", "unverifiable", statuses(*_WALLED, **{name: "challenge"})) for name in _HEADERS),
    *(
        ("a page of Anubis", "unverifiable", asked(*(by_method(reply(405), reply(one, body)) for one in (200, 403))))
        for body in _ANUBIS
    ),
    *(("a page of Anubis", "unverifiable", statuses(403, 404, 500, **headers)) for headers in _BESIDE_ERRORS),
    ("a page of Anubis", "unverifiable", asked(by_method(reply(404), reply(404, "<i class=cf-chl-x>")))),
    ("a page of Anubis", "unverifiable", asked(by_method(reply(403), reply(403, "request could not be satisfied")))),
    ("401, 402", "unverifiable", statuses(401, 402, 403, 406, 418, 421, 451, 460, 499, 520, 530, 600, 999)),
    ("400, 405", "unverifiable", statuses(300, 302, 304, 400, 405, 409, 422, 459)),
    ("429 without", "unverifiable", [pressed]),
    ("429 without", "alive", [patient]),
    ("408, 425", "transient", [*statuses(408, 425, 500, 503, 519, 531, 599), *asked(lambda request: None)]),
    ("408, 425", "transient", asked(lambda request: slowly([b"", b""], 2))),
    ("200 with a page that breaks", "alive", asked(after_head(lambda: slowly([HEADER + b"Content-Length: 99\r\n\r\nx"], 0)))),
    ("200 with a page that breaks", "alive", asked(after_head(lambda: endless(HEADER + b"\r\n", b"x" * 65536)))),
    ("200 with a page that breaks", "alive", asked(after_head(lambda: slowly([HEADER + b"\r\n", *[b"x"] * 9], 1)))),
    ("6 requests", "transient", [silent]),
    ("redirects in a circle", "unverifiable", [*asked(reply(302, Location="/paper"), on_and_on), untrusted]),
    ("redirects in a circle", "unverifiable", asked(after_head(lambda: slowly([CHUNKED + b"zz\r\nnonsense"], 0)))),
    ("an address or", "skipped", asked(redirects(302, "http://10.0.0.1/")) + asked(None, url="http://192.168.1.1/")),
    *(("X, LinkedIn", "skipped", asked(reply(200), url=url)) for url in (POST, PROFILE, IEEE)),
)  # fmt: skip
WORDS: Final[dict[Kind, str]] = {"alive-by-id": "alive by its", "skipped": "not asked"}


def table() -> dict[str, str]:
    """Return what the page says: from what was seen to the verdict."""
    rows = re.findall(r"^\| (.+) \| (.+) \|$", page("dead-link"), re.M)
    return dict(rows[2:])


@pytest.mark.parametrize("row", table())
def test_row(row: str, web: Double) -> None:
    played = [(kind, cases) for start, kind, cases in ROWS if row.startswith(start)]
    assert played, "a row that no test plays"
    for kind, cases in played:
        assert re.search(rf"\b{WORDS.get(kind, kind)}\b", table()[row]), "the page says something else"
        for number, case in enumerate(cases):
            web.reset()
            assert case(web) == kind, number


def test_each_is_a_row_of_the_page() -> None:
    assert [start for start, _, _ in ROWS if sum(row.startswith(start) for row in table()) != 1] == []
