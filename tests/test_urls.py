"""Mistyped URLs, tracking parameters and the tables of hosts."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_lint.rulebook import data_text
from awesome_lint.urls import host_of, names_in, problem, serves_https, shortener, tracking

# (URL, kind, repaired) where the repair is certain.
CERTAIN = [
    ("https//example.org/a", "scheme", "https://example.org/a"),
    ("http//example.org", "scheme", "http://example.org"),
    ("https:/example.org/a", "scheme", "https://example.org/a"),
    ("https//:example.org/a", "scheme", "https://example.org/a"),
    ("https:example.org/a", "scheme", "https://example.org/a"),
    ("https:///example.org/a", "scheme", "https://example.org/a"),
    ("https:\\\\example.org\\a", "scheme", "https://example.org\\a"),
    ("https;//example.org", "scheme", "https://example.org"),
    ("https：//example.org", "scheme", "https://example.org"),
    ("https:// example.org", "scheme", "https://example.org"),
    ("htps://example.org", "scheme", "https://example.org"),
    ("htpps://example.org", "scheme", "https://example.org"),
    ("htttps://example.org", "scheme", "https://example.org"),
    ("hhttp://example.org", "scheme", "http://example.org"),
    ("ttps://example.org", "scheme", "https://example.org"),
    ("ttp://example.org", "scheme", "http://example.org"),
    ("xhttps://example.org", "scheme", "https://example.org"),
    ("httsp//example.org", "scheme", "https://example.org"),
    ("https://https://example.org/a", "scheme", "https://example.org/a"),
    ("http://https://example.org/a", "scheme", "https://example.org/a"),
    ("https://http//example.org/a", "scheme", "http://example.org/a"),
    ("https:https://example.org/a", "scheme", "https://example.org/a"),
    ("https://example.org/ahttps://example.org/a", "doubled", "https://example.org/a"),
    ("https://example.org/a/https://example.org/a/", "doubled", "https://example.org/a/"),
    ("https://example.org/a}{https://example.org/a", "doubled", "https://example.org/a"),
    ("https://example.org/a.pdf%20(https://example.org/a.pdf)", "doubled", "https://example.org/a.pdf"),
    ("https://doi.org/https://doi.org/10.1000/1", "doubled", "https://doi.org/10.1000/1"),
    ("https://doi.org/http://dx.doi.org/10.1000/1", "doubled", "http://dx.doi.org/10.1000/1"),
    ("https://github.com/https://github.com/o/r", "doubled", "https://github.com/o/r"),
    ("[https://example.org/a](https://example.org/a)", "markup", "https://example.org/a"),
    ("[paper](https://example.org/a)", "markup", "https://example.org/a"),
    ("https://example.org/a](https://example.org/a)", "markup", "https://example.org/a"),
    ("[https://example.org/a]", "markup", "https://example.org/a"),
    ("[https://example.org/a", "markup", "https://example.org/a"),
    ("<https://example.org/a>", "markup", "https://example.org/a"),
    ('"https://example.org/a"', "markup", "https://example.org/a"),
    ("\u201chttps://example.org/a\u201d", "markup", "https://example.org/a"),
    (":https://example.org/a", "markup", "https://example.org/a"),
    ("github.com/o/r", "missing-scheme", "https://github.com/o/r"),
    ("www.github.com/o/r", "missing-scheme", "https://www.github.com/o/r"),
    ("roe.github.io", "missing-scheme", "https://roe.github.io"),
    ("https://example.org/a?", "empty-query", "https://example.org/a"),
    ("https://example.org/a\\", "tail", "https://example.org/a"),
    ("https://example.org/a)", "tail", "https://example.org/a"),
    ("https://example.org/a_(b))", "tail", "https://example.org/a_(b)"),
    ("https://example.org/a]", "tail", "https://example.org/a"),
    ("https://example.org)", "tail", "https://example.org"),
    ("https://example.org/a)]", "tail", "https://example.org/a"),
    ("https://example.org/a`", "tail", "https://example.org/a"),
    ("https://arxiv.org/abs/2206.15472.", "tail", "https://arxiv.org/abs/2206.15472"),
    ("https://github.com/o/r,", "tail", "https://github.com/o/r"),
    ("https://github.com//o/r", "path", "https://github.com/o/r"),
    ("https://arxiv.org/abs//2206.15472", "path", "https://arxiv.org/abs/2206.15472"),
    ("https://arxiv.org/abs/2206.15472v1.pdf", "path", "https://arxiv.org/abs/2206.15472v1"),
    ("https://arxiv.org/pdf/2206.15472..pdf", "path", "https://arxiv.org/pdf/2206.15472.pdf"),
    ("https://example.org/a\u200b", "unseen", "https://example.org/a"),
    ("https://example.org/a%E2%80%8B", "unseen", "https://example.org/a"),
]
# (URL, kind, repaired or None) where it is not.
LIKELY = [
    ("://example.org/a", "scheme", "https://example.org/a"),
    ("https:/localhost/a", "scheme", None),
    ("[https://example.org/a](https://example.org/b)", "markup", None),
    ("[docs/a.pdf](https://example.org/b)", "markup", None),
    ("https://example.org/a](https://example.org/b)", "markup", None),
    ("https://example.org/ahttps://example.net/b", "glued", None),
    ("www.example.org/a", "missing-scheme", "https://www.example.org/a"),
    ("example.com", "missing-scheme", "https://example.com"),
    ("example.org/paper", "missing-scheme", "https://example.org/paper"),
    ("https://example.org/a.", "tail", "https://example.org/a"),
    ("https://example.org/a,", "tail", "https://example.org/a"),
    ("https://example.org/a;", "tail", "https://example.org/a"),
    ("https://example.org/a|", "tail", "https://example.org/a"),
    ("https://example.org/a%20", "tail", "https://example.org/a"),
    ("https://example.org/a//", "tail", "https://example.org/a/"),
    ("https://example.org/a...", "tail", None),
    ("https://github.com/o/r：说明", "tail", "https://github.com/o/r"),
    ("https://arxiv.org/abs/2206.15472（PDF）", "tail", "https://arxiv.org/abs/2206.15472"),
    ("https://github.comOwner-x/r", "host", "https://github.com/Owner-x/r"),
    ("https://github/owner/r", "host", "https://github.com/owner/r"),
    ("https://github.com:owner/r", "host", "https://github.com/owner/r"),
    ("https://www,example.org/a", "host", "https://www.example.org/a"),
    ("https://www..example.org/a", "host", "https://www.example.org/a"),
    ("https://wwww.example.org/a", "host", "https://www.example.org/a"),
    ("https://example.org-x/a", "host", None),
    ("https://ﬁeld.example/a", "host", "https://field.example/a"),
    ("https://example.org/ a", "unseen", "https://example.org/a"),
    ("https://example.org /a", "unseen", "https://example.org/a"),
    ("https://example.org/a\u2011b", "unseen", "https://example.org/a-b"),
]
SOUND = [
    "http://192.168.1.1/",
    "",
    "#usage",
    "#用法",
    "docs/guide.md",
    "docs/guide.md#http://x",
    "./a b.png",
    "../LICENSE",
    "/assets/a.png",
    "?tab=1",
    "LICENSE",
    "http/client.md",
    "https/",
    "README.org",
    "notes.ai",
    "image.me",
    "src/main.rs",
    "note",
    ".citations/a.txt",
    "//cdn.example.org/a.js",
    "mailto:a.roe@example.org",
    "data:image/png;base64,iVBORw0KGgo=",
    "tel:+491234567",
    "javascript:void(0)",
    "magnet:?xt=urn:btih:abc",
    "vscode:extension/a.b",
    "ftp://ftp.example.org/a.ps",
    "ssh://git@example.org/a.git",
    "git@github.com:o/r.git",
    "ip:port",
    "https://example.org",
    "HTTPS://EXAMPLE.ORG/A",
    "http://localhost:8080/a",
    "http://localhost/a",
    "http://backend:80",
    "http://192.168.1.1:3000/",
    "https://1.1.1.1/",
    "http://[::1]:8080/a",
    "https://[2001:db8::1]/",
    "https://user:pass@example.org/a",
    "https://bücher.example/a",
    "https://例え.テスト/",
    "https://xn--bcher-kva.example/",
    "https://{host}/a",
    "https://<your-host>/a",
    "https://$HOST/a",
    "https://api.{region}.example.org/",
    "https://en.wikipedia.org/wiki/C_(programming_language)",
    "https://en.wikipedia.org/wiki/Example_Inc.",
    "https://zh.wikipedia.org/wiki/C（语言）",
    r"https://en.wikipedia.org/wiki/C_\(language\)",
    r"https://example.org/a\_b",
    "https://pl.wikibooks.org/wiki/C++",
    "https://example.org/a/#!",
    "https://example.org/#/route",
    "https://example.org/a#",
    "https://example.org/a=",
    "https://example.org/a?b=",
    "https://example.org/a?b=1&amp;c=2",
    "https://example.org/a?b=1&amp;",
    "https://example.org/a?b=1?",
    "https://example.org/a?u=https://example.net/b",
    "https://example.org/a?u=https%3A%2F%2Fexample.net",
    "https://web.archive.org/web/20200101000000/https://example.org/a",
    "https://web.archive.org/web/2020/http://www.example.org",
    "https://r.example.org/https://example.net/a",
    "https://r.example.org/https://r.example.org/a",
    "https://example.org/share#url=https://example.org/share",
    "https://example.org/a/http-client",
    "https://example.org/Names-[Some].pdf",
    "https://example.org/a)b.pdf",
    "https://example.org/a/2019)Some%20Paper.pdf",
    "https://example.org/a|b",
    "https://example.org/a~",
    "https://example.org/数据",
    "https://example.org/a b.png",
    "https://img.shields.io/badge/a-b-759CBC?",
    "https://openaccess.example.org/a..b",
    "https://example.org/abs/a.pdf",
    "https://arxiv.org/pdf/2206.15472.pdf",
    "https://httpbin.org/get",
    "https://http.dev/",
    "https://www.example.museum./a",
]  # fmt: skip


@pytest.mark.parametrize(("url", "kind", "repaired"), CERTAIN)
def test_certain_repair(url: str, kind: str, repaired: str) -> None:
    found = problem(url)
    assert found is not None
    assert (found.kind, found.repaired, found.safety) == (kind, repaired, "safe")


@pytest.mark.parametrize(("url", "kind", "repaired"), LIKELY)
def test_likely_problem(url: str, kind: str, repaired: str | None) -> None:
    found = problem(url)
    assert found is not None
    assert (found.kind, found.repaired, found.safety) == (kind, repaired, "suggestion")


def test_bare_urls() -> None:
    assert problem("www.example.org", bare=True) is None
    caught = problem("https://example.org/a)]", bare=True)
    assert caught is not None
    assert (caught.kind, caught.repaired) == ("tail", None)
    doubled = problem("https://https://example.org/a", bare=True)
    assert doubled is not None
    assert doubled.repaired == "https://example.org/a"


@pytest.mark.parametrize("url", SOUND)
def test_sound(url: str) -> None:
    assert problem(url) is None


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("https//example.org", "has no colon after `https`"),
        ("https:/example.org", "has one slash after `https:` instead of two"),
        ("htps://example.org", "has a misspelt scheme, `htps`"),
        ("https:///example.org", "has `:///` after `https` instead of `://`"),
        ("https://http://example.org", "has two schemes, `https://` and the one after it"),
        ("https://example.org/a).", "ends in `).`, which is not part of it"),
        ("https://example.org/a?", "ends in a stray `?`, with nothing after it"),
    ],
)
def test_messages_say_what_is_wrong(url: str, message: str) -> None:
    found = problem(url)
    assert found is not None
    assert found.message == message


MARKS = [
    "http",
    "https",
    "htps",
    ":",
    "/",
    "//",
    "://",
    "www.",
    "example.org",
    "github.com",
    ".",
    "(",
    ")",
    "[",
    "]",
    "?",
    "#",
    "\\",
    " ",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(MARKS), max_size=12).map("".join)))
def test_repairs_come_to_an_end(url: str) -> None:
    for _ in range(len(url) + 4):
        found = problem(url)
        if found is None or found.repaired is None:
            return
        assert found.repaired != url
        url = found.repaired
    pytest.fail(f"still mending {url!r}")


@given(
    st.sampled_from(["github.com/o/r", "example.org/a/b", "arxiv.org/abs/2206.15472"]),
    st.sampled_from(["//", ":/", "//:"]),
)
def test_every_scheme_mark_gone_wrong_is_mended(rest: str, mark: str) -> None:
    for scheme in ("http", "https"):
        found = problem(scheme + mark + rest)
        assert found is not None
        assert found.repaired == f"{scheme}://{rest}"


@pytest.mark.parametrize(
    ("url", "names", "cleaned"),
    [
        ("https://example.org/a?utm_source=x", ("utm_source",), "https://example.org/a"),
        ("https://example.org/a?utm_source=x&id=1&UTM_Medium=y#z", ("utm_source", "UTM_Medium"), "https://example.org/a?id=1#z"),
        ("https://example.org/a?id=1&amp;fbclid=x", ("fbclid",), "https://example.org/a?id=1"),
        ("https://example.org/a?fbclid=x&amp;id=1&amp;b=2", ("fbclid",), "https://example.org/a?id=1&amp;b=2"),
        ("https://ieeexplore.ieee.org/document/1?casa_token=a:b", ("casa_token",), "https://ieeexplore.ieee.org/document/1"),
        ("https://www.sciencedirect.com/science/article/pii/S1?via%3Dihub", ("via",), "https://www.sciencedirect.com/science/article/pii/S1"),
        ("https://www.youtube.com/watch?v=a&feature=youtu.be&t=3", ("feature",), "https://www.youtube.com/watch?v=a&t=3"),
        ("https://youtu.be/a?si=b", ("si",), "https://youtu.be/a"),
        ("https://x.com/a/status/1?s=20&t=b", ("s", "t"), "https://x.com/a/status/1"),
        ("https://blog.csdn.net/a/article?spm=1.2", ("spm",), "https://blog.csdn.net/a/article"),
        ("https://example.org/?&utm_source", ("utm_source",), "https://example.org/"),
    ],
)  # fmt: skip
def test_tracking(url: str, names: tuple[str, ...], cleaned: str) -> None:
    assert tracking(url) == (names, cleaned)
    assert tracking(cleaned) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a",
        "https://example.org/a?",
        "https://example.org/a?id=1",
        "https://example.org/a?s=20&t=3&si=1&feature=x&via=y&usp=z&source=w&spm=v&tag=u&ref=t",
        "https://youtu.be/a?t=30",
        "https://www.youtube.com/watch?v=a&list=b&index=2",
        "https://medium.com/a?sk=friend",
        "https://github.com/o/r?ref=main",
        "https://example.org/a#utm_source=x",
        "https://example.org/utm_source=x",
        "docs/a.md?utm",
        "https://notyoutube.com/watch?si=1",
        "",
    ],
)
def test_no_tracking(url: str) -> None:
    assert tracking(url) is None


@given(st.text())
def test_tracking_takes_any_text(text: str) -> None:
    for url in (text, "https://example.org/?" + text, "https://youtu.be/?si=1&" + text):
        found = tracking(url)
        assert found is None or (found[0] and tracking(found[1]) is None)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://Example.ORG/a", "example.org"),
        ("http://example.org:8080?x", "example.org"),
        ("//example.org#a", "example.org"),
        ("https://user:p@example.org./", "example.org"),
        ("http://[::1]:80/", "[::1]"),
        ("docs//a", ""),
        ("ftp://example.org", ""),
        ("mailto:a@example.org", ""),
        ("", ""),
    ],
)
def test_host_of(url: str, host: str) -> None:
    assert host_of(url) == host


def test_serves_https() -> None:
    for host in (
        "arxiv.org",
        "www.arxiv.org",
        "dl.acm.org",
        "roe.github.io",
        "GitHub.com",
        "www.github.com",
        "en.wikipedia.org",
        "sourceforge.net",
        "a.b.sourceforge.net",
        "anything.below.anyone.dev",
    ):
        assert serves_https(host), host
    for host in (
        "example.org",
        "",
        "localhost",
        "io",
        "a.b.github.io",
        "notsourceforge.net",
        "notgithub.com",
        "github.com.example.org",
        "*",
        "host",
    ):
        assert not serves_https(host), host


def test_shortener() -> None:
    assert shortener("bit.ly")
    assert shortener("T.CO")
    assert not shortener("example.org")
    assert not shortener("")
    assert not shortener("github.com")


@pytest.mark.parametrize("name", ["hosts.tsv", "shorteners.tsv"])
def test_tables_of_hosts(name: str) -> None:
    header, *hosts = data_text(name).splitlines()
    assert header == "host"
    assert hosts == sorted(hosts, key=lambda host: host.lstrip("*."))
    assert len(set(hosts)) == len(hosts)
    assert all(re.fullmatch(r"((\*\.)?([a-z0-9-]+\.)+|\.([a-z0-9-]+\.)*)[a-z]{2,}", host) for host in hosts)
    for host in hosts:
        bare = host.lstrip("*.")
        labels = bare.split(".")
        others = {"." + ".".join(labels[at:]) for at in range(len(labels))}
        if not host.startswith(("*.", ".")):
            others |= {"*." + bare, "*." + bare.partition(".")[2], bare, bare.removeprefix("www.")}
        assert not (others - {host}) & set(hosts), f"{host} is covered already"


def test_table_of_tracking_parameters() -> None:
    header, *lines = data_text("tracking_parameters.tsv").splitlines()
    assert header.split("\t") == ["parameter", "hosts", "set by"]
    rows = [line.split("\t") for line in lines]
    assert rows == sorted(rows)
    assert all(len(row) == 3 and row[2] for row in rows)
    pairs = [(name, host) for name, hosts, _ in rows for host in hosts.split() or ["everywhere"]]
    assert len(set(pairs)) == len(pairs)
    assert all(name == name.lower() for name, _ in pairs)


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("https://www.octicons.example.com/icons/all.html?x=y#z", ["octicons", "example", "icons", "all"]),
        ("https://github.com/Some-Body/fastx_toolkit/tree/master/docs", ["github", "Some", "Body", "fastx", "toolkit"]),
        ("https://example.org/a-long-title-of-a-page", ["example"]),
        ("#place", []),
    ],
)
def test_names_in_an_address(url: str, names: list[str]) -> None:
    assert list(names_in(url)) == names
