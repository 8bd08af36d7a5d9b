"""Redirects: how far they are followed, and which of them are moves."""

import pytest
from online.double import Double, Request, reply

from awesome_lint.online.moved import is_move

PAGE = "http://site.test-site.org/a"
KEY = "site.test-site.org/a"
END = "site.test-site.org/b"


def to(location: str, status: int = 301, **more: str) -> bytes:
    return reply(status, Location=location, **more)


@pytest.mark.parametrize(
    ("location", "asked"),
    [
        ("/b", END),
        ("b", END),
        ("//site.test-site.org/b", END),
        ("http://site.test-site.org/b#there", END),
        ("/b c", "site.test-site.org/b%20c"),
        ("/\u00fc", "site.test-site.org/%C3%BC"),
        ("/b%2Fc", "site.test-site.org/b%2Fc"),
    ],
)
def test_forms_of_location(location: str, asked: str, web: Double) -> None:
    web.plays.update({KEY: to(location), asked: reply(200)})
    assert web.verdict(PAGE).kind == "moved"
    assert web.asked()[1] == f"HEAD {asked}"


@pytest.mark.parametrize(
    ("status", "kind"), [(301, "moved"), (308, "moved"), (302, "redirected"), (303, "redirected"), (307, "redirected")]
)
def test_only_what_is_permanent_has_moved(status: int, kind: str, web: Double) -> None:
    web.plays.update({KEY: to("/b", status), END: reply(200)})
    found = web.verdict(PAGE)
    assert (found.kind, found.target) == (kind, f"http://{END}")


def test_move_is_seen_by_get(web: Double) -> None:
    web.plays.update({KEY: to("/b"), END: lambda request: reply(200 if request.method == "HEAD" else 404)})
    assert web.verdict(PAGE).kind == "dead"


def test_redirect_to_nothing_is_dead(web: Double) -> None:
    web.plays[KEY] = to("/b", 302)
    assert web.verdict(PAGE).kind == "dead"


def test_circle(web: Double) -> None:
    web.plays.update({KEY: to("/b"), END: to("/a")})
    assert web.verdict(PAGE).reason == "its redirects go in a circle"


def test_hundred_redirects(web: Double) -> None:
    web.otherwise = lambda request: to(f"/{len(web.requests)}")
    found = web.verdict(PAGE)
    assert (found.kind, found.reason) == ("unverifiable", "more than 10 redirects")
    assert len(web.requests) == 22, "11 by HEAD, 11 by GET"


def test_circle_until_a_cookie(web: Double) -> None:
    def play(request: Request) -> bytes:
        return reply(200) if request.headers.get("cookie") == "seen=1" else to("/a", 302, Set_Cookie="seen=1; Path=/")

    web.plays[KEY] = play
    assert web.verdict(PAGE).kind == "redirected"


def test_redirect_without_a_place(web: Double) -> None:
    web.plays[KEY] = reply(302)
    assert web.verdict(PAGE).kind == "unverifiable"


@pytest.mark.parametrize("location", ["ftp://site.test-site.org/", "file:///etc/passwd", "gopher://a.test-site.org/"])
def test_other_schemes_are_not_followed(location: str, web: Double) -> None:
    web.plays[KEY] = to(location)
    assert web.verdict(PAGE).kind in ("skipped", "unverifiable")
    assert {one.url for one in web.requests} == {KEY}


def test_all_to_one_page_is_no_move(web: Double) -> None:
    web.plays.update({KEY: to("/b"), "site.test-site.org/c": to("/b"), END: reply(200)})
    found = web.check(PAGE, "http://site.test-site.org/c").verdicts
    assert {one.kind for one in found.values()} == {"redirected"}


@pytest.mark.parametrize(
    ("old", "new", "moved"),
    [
        ("https://a.org/x", "https://a.org/y", True),
        ("https://github.com/a/b", "https://github.com/c/d", True),
        ("https://papers.nips.cc/paper/1", "https://proceedings.neurips.cc/paper/2", True),
        ("https://a.co.uk/x", "https://b.co.uk/x", False),
        ("https://a.org/x", "https://b.org/x", False),
        ("http://a.org/x", "https://a.org/x", False),
        ("https://a.org/x", "http://a.org/y", False),
        ("https://a.org/x", "https://www.a.org/x/", False),
        ("https://a.org/X", "https://a.org/x", False),
        ("https://a.org/x/index.html", "https://a.org/x", False),
        ("https://a.org/x", "https://a.org/", False),
        ("https://a.org/x", "https://a.org/login?next=x", False),
        ("https://a.org/x", "https://a.org/consent/x", False),
        ("https://a.org/x", "https://a.org/en/x", False),
        ("https://a.org/x", "https://a.org/en-US/x", False),
        ("https://a.org/x", "https://a.org/y?sid=1", False),
        ("https://a.org/latest/x", "https://a.org/1.2/x", False),
        ("https://doi.org/10.1/x", "https://doi.org/y", False),
    ],
)
def test_what_is_a_move(old: str, new: str, moved: bool) -> None:
    assert is_move(old, new, 1) is moved
    assert not is_move(old, new, 6)
