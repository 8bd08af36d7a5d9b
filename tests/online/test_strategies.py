"""Each index, with answers in the shape it gives them, whole, partial and broken."""

import json

import pytest
from online.double import Double, Request, reply

ACM = "https://dl.acm.org/doi/abs/10.1145/3498361.3539765"
HANDLE = "doi.org/api/handles/10.1145/3498361.3539765"


def handle(code: int, page: str = "https://dl.acm.org/doi/10.1145/3498361.3539765", status: int = 200) -> bytes:
    values = [{"index": 1, "type": "URL", "data": {"format": "string", "value": page}}]
    return reply(status, json.dumps({"responseCode": code, "handle": "10.1145/x", "values": values}))


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (handle(1), "alive-by-id"),
        (handle(200), "alive-by-id"),
        (handle(200, status=404), "alive-by-id"),
        (handle(100, status=404), "dead"),
        (handle(2, status=500), "transient"),
        (handle(1, "https://www.crossref.org/deleted_DOI.html"), "dead"),
        (reply(200, "<html>"), "unverifiable"),
        (reply(200, "[]"), "unverifiable"),
        (reply(200, "[" * 60_000), "unverifiable"),
        (reply(502, "oops"), "transient"),
    ],
)
def test_doi(answer: bytes, kind: str, web: Double) -> None:
    web.plays[HANDLE] = answer
    assert web.verdict(ACM).kind == kind
    assert {one.url.partition("/")[0] for one in web.requests} == {"doi.org"}, "ACM itself is not asked"


@pytest.mark.parametrize(
    "url",
    [
        "https://link.springer.com/chapter/10.1007/978-3-030-1_2",
        "https://onlinelibrary.wiley.com/doi/full/10.1002/abc.1",
        "https://www.tandfonline.com/doi/10.1080/1",
        "https://dx.doi.org/10.1016/j.x.2020.1",
    ],
)
def test_publishers_are_asked_for_by_doi(url: str, web: Double) -> None:
    web.otherwise = lambda request: handle(1) if "/api/handles/" in request.url else reply(403)
    assert web.verdict(url).kind == "alive-by-id"


def test_nature_is_believed_where_the_guess_fails(web: Double) -> None:
    web.plays["doi.org/api/handles/10.1038/s41586-1"] = handle(100)
    web.plays["www.nature.com/articles/s41586-1"] = reply(200)
    assert web.verdict("https://www.nature.com/articles/s41586-1").kind == "alive"


def atom(*ids: str) -> bytes:
    entries = "".join(f"<entry><id>http://arxiv.org/{one}</id><title>x</title></entry>" for one in ids)
    feed = '<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/1</id>'
    return reply(200, f"<?xml version='1.0'?>{feed}{entries}</feed>")


QUERY = "export.arxiv.org/api/query"
A, B = "https://arxiv.org/abs/2206.15472", "https://arxiv.org/pdf/2107.03065v2"
BOMB = "<!DOCTYPE x [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><feed><entry><id>&b;</id></entry></feed>"


@pytest.mark.parametrize(
    "feed",
    [
        atom("abs/2206.15472v3"),
        atom("abs/2206.15472v3", "api/errors#incorrect_id_format"),
        atom("abs/2206.15472v3", "abs/2206.15472v3", "abs/9999.99999"),
        atom(),
        atom("api/errors#incorrect_id_format_for_x"),
        reply(200, "<feed><entry>"),
        reply(200, BOMB),
        reply(200, b"\xff\xfe"),
        reply(200, ""),
        reply(403, "no robots"),
        reply(429, Retry_After="5"),
        reply(500),
    ],
)
def test_arxiv_says_who_is_there_and_the_doi_who_is_not(feed: bytes, web: Double) -> None:
    web.plays[QUERY] = feed
    web.plays["doi.org/api/handles/10.48550/arxiv.2206.15472"] = handle(1)
    web.plays["doi.org/api/handles/10.48550/arxiv.2107.03065"] = handle(100)
    found = web.check(A, B).verdicts
    assert {key: one.kind for key, one in found.items()} == {
        "arxiv:2206.15472": "alive-by-id",
        "arxiv:2107.03065": "dead",
    }
    assert sum(QUERY in one.url for one in web.requests) == 1


def test_arxiv_is_asked_for_a_hundred_at_a_time(web: Double) -> None:
    def play(request: Request) -> bytes:
        ids = request.url.partition("id_list=")[2].partition("&")[0].split(",")
        assert f"max_results={len(ids)}" in request.url
        return atom(*(f"abs/{one}v1" for one in ids))

    web.plays[QUERY] = play
    found = web.check(*(f"https://arxiv.org/abs/2401.{number:05}" for number in range(1, 251))).verdicts
    assert {one.kind for one in found.values()} == {"alive-by-id"}
    assert len(web.requests) == 3


def test_old_arxiv_ids(web: Double) -> None:
    web.plays[QUERY] = atom("abs/math.GT/0309136v1", "abs/cs/0112017v1")
    found = web.check("https://arxiv.org/abs/math/0309136", "https://arxiv.org/abs/cs/0112017").verdicts
    assert {one.kind for one in found.values()} == {"alive-by-id"}


LIVES = {"nameWithOwner": "o/lives", "isArchived": False, "isDisabled": False, "isPrivate": False}
GRAPHQL = "api.github.com/graphql"
REPOSITORIES = [f"https://github.com/{name}" for name in ("O/lives", "o/old", "o/gone", "o/kept", "o/secret", "o/late")]


def test_github_by_graphql(web: Double) -> None:
    data = {
        "r0": LIVES,
        "r1": {**LIVES, "nameWithOwner": "New/Name"},
        "r2": None,
        "r3": {**LIVES, "nameWithOwner": "o/kept", "isArchived": True},
        "r4": {**LIVES, "nameWithOwner": "o/secret", "isPrivate": True},
        "r5": None,
    }
    errors = [{"type": "NOT_FOUND", "path": ["r2"]}, {"type": "RESOURCE_LIMITS_EXCEEDED", "path": ["r5"]}]
    web.plays[GRAPHQL] = reply(200, json.dumps({"data": data, "errors": errors}))
    web.plays["github.com/o/late"] = reply(200)
    found = web.check(*REPOSITORIES, token="secret").verdicts
    assert [found[f"github:o/{name}"].kind for name in ("lives", "old", "gone", "kept", "secret", "late")] == [
        "alive-by-id",
        "moved",
        "dead",
        "archived",
        "unverifiable",
        "alive",
    ]
    assert found["github:o/old"].target == "https://github.com/New/Name"
    assert web.requests[0].headers["authorization"] == "Bearer secret"
    assert all("authorization" not in one.headers for one in web.requests[1:]), "the token stays with its host"


@pytest.mark.parametrize(
    "answer",
    [
        reply(200, '{"errors": [{"type": "RATE_LIMITED"}]}'),
        reply(200, '{"data": null}'),
        reply(200, '{"data": {"r0": {"nameWithOwner": 1}}}'),
        reply(200, "[]"),
        reply(401, "Bad credentials"),
        reply(403, '{"message": "API rate limit exceeded"}', x_ratelimit_remaining="0"),
        reply(429, Retry_After="7200"),
        reply(200, '{"data": {"r0": {"nameWithOwner": "o/liv'),
        reply(502, "<html>"),
    ],
)
def test_github_without_an_answer_is_asked_for_by_its_page(answer: bytes, web: Double) -> None:
    web.plays[GRAPHQL] = answer
    web.plays["github.com/o/lives"] = reply(200)
    assert web.verdict("https://github.com/o/lives", token="secret").kind == "alive"


def test_path_in_a_repository(web: Double) -> None:
    inside = {**LIVES, "object": {"__typename": "Tree"}}
    web.plays[GRAPHQL] = reply(200, json.dumps({"data": {"r0": inside, "r1": {**LIVES, "object": None}}}))
    web.plays["github.com/o/lives/tree/a/b/c"] = reply(200)
    urls = ("https://github.com/o/lives/tree/main/src", "https://github.com/o/lives/tree/a/b/c")
    found = web.check(*urls, token="secret").verdicts
    assert [one.kind for one in found.values()] == ["alive-by-id", "alive"]
    assert b"main:src" in web.requests[0].body


def test_github_without_a_token(web: Double) -> None:
    web.plays["github.com/o/old"] = reply(301, Location="https://github.com/new/name")
    web.plays["github.com/new/name"] = reply(200)
    found = web.check("https://github.com/o/old", "https://github.com/o/gone").verdicts
    assert found["github:o/old"].kind == "moved"
    assert found["github:o/gone"].kind == "dead"
    assert GRAPHQL not in {one.url for one in web.requests}


def test_a_token_is_not_sent_along_a_redirect(web: Double) -> None:
    web.plays[GRAPHQL] = reply(307, Location="https://evil.test-site.org/graphql")
    web.plays["github.com/o/r"] = reply(200)
    web.check("https://github.com/o/r", token="secret")
    assert all("evil" not in one.url for one in web.requests)


REVIEW = "https://openreview.net/forum?id=AbC_1"
MISSING = json.dumps({"name": "NotFoundError"})


@pytest.mark.parametrize(
    ("new", "old", "kind"),
    [
        (reply(200, '{"notes": [{"id": "AbC_1"}]}'), reply(500), "alive-by-id"),
        (reply(404, MISSING), reply(200, '{"notes": [{}]}'), "alive-by-id"),
        (reply(404, MISSING), reply(404, MISSING), "dead"),
        (reply(200, '{"notes": []}'), reply(404, '{"errors": [{"name": "NotFoundError"}]}'), "dead"),
        (reply(403, '{"name": "ForbiddenError"}'), reply(500), "unverifiable"),
        (reply(404, MISSING), reply(200, "<html>challenge"), "alive"),
        (reply(403, "<html>"), reply(403), "alive"),
    ],
)
def test_openreview(new: bytes, old: bytes, kind: str, web: Double) -> None:
    web.plays["api2.openreview.net/notes?id=AbC_1"] = new
    web.plays["api.openreview.net/notes?id=AbC_1"] = old
    web.plays["openreview.net/forum?id=AbC_1"] = reply(200)
    assert web.verdict(REVIEW).kind == kind


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (reply(200, "{}"), "alive-by-id"),
        (reply(401), "unverifiable"),
        (reply(404), "dead"),
        (reply(307, Location="/api/models/new/name"), "moved"),
        (reply(500), "alive"),
    ],
)
def test_hugging_face(answer: bytes, kind: str, web: Double) -> None:
    web.plays["huggingface.co/api/models/o/n"] = answer
    web.plays["huggingface.co/o/n"] = reply(200)
    found = web.verdict("https://huggingface.co/o/n")
    assert found.kind == kind
    assert found.target == ("https://huggingface.co/new/name" if kind == "moved" else None)


def test_hugging_face_data_sets(web: Double) -> None:
    web.plays["huggingface.co/api/datasets/o/n"] = reply(200, "{}")
    assert web.verdict("https://huggingface.co/datasets/o/n").kind == "alive-by-id"


@pytest.mark.parametrize(
    ("oembed", "picture", "kind"),
    [
        (200, 404, "alive-by-id"),
        (401, 404, "alive-by-id"),
        (403, 404, "alive-by-id"),
        (404, 404, "dead"),
        (400, 404, "dead"),
        (404, 200, "unverifiable"),
        (500, 404, "alive"),
    ],
)
def test_youtube(oembed: int, picture: int, kind: str, web: Double) -> None:
    web.plays["www.youtube.com/oembed"] = reply(oembed, "{}")
    web.plays["i.ytimg.com/vi/dQw4w9WgXcQ/mqdefault.jpg"] = reply(picture)
    web.plays["www.youtube.com/watch"] = reply(200)
    assert web.verdict("https://www.youtube.com/watch?v=dQw4w9WgXcQ").kind == kind


@pytest.mark.parametrize(
    "url",
    [
        "https://x.com/a/status/1",
        "https://www.linkedin.com/in/a",
        "https://ieeexplore.ieee.org/document/1234",
        "https://dl.acm.org/citation.cfm?id=1234",
        "https://img.shields.io/badge/a-b-c",
    ],
)
def test_hosts_that_are_not_asked(url: str, web: Double) -> None:
    assert web.verdict(url).kind == "skipped"
    assert web.requests == []
    web.otherwise = lambda request: reply(200)
    assert web.verdict(url, asked=(url.split("/")[2],)).kind == "alive"


def test_hosts_that_the_settings_leave_out(web: Double) -> None:
    assert web.verdict("https://a.test-site.org/", not_asked=("www.A.test-site.org",)).kind == "skipped"


def test_another_server_can_stand_in(web: Double) -> None:
    web.plays["mirror.test-site.org/doi/api/handles/10.1145/3498361.3539765"] = handle(1)
    assert web.verdict(ACM, servers={"doi": "https://mirror.test-site.org/doi/"}).kind == "alive-by-id"


def test_headers_go_to_their_host_alone(web: Double, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIKI_WORD", "open sesame")
    web.plays["wiki.test-site.org/a"] = reply(302, Location="https://other.test-site.org/")
    web.plays["other.test-site.org/"] = reply(200)
    web.verdict("https://wiki.test-site.org/a", headers={"wiki.test-site.org": {"X-Word": "${WIKI_WORD}"}})
    assert [one.headers.get("x-word") for one in web.requests] == ["open sesame", None]
    assert all(one.headers["user-agent"].startswith("awesome-lint/") for one in web.requests)


def test_names_and_passwords_are_not_sent(web: Double) -> None:
    web.plays["a.test-site.org/"] = reply(200)
    assert web.verdict("https://me:word@a.test-site.org/").kind == "alive"
    assert "authorization" not in web.requests[0].headers
