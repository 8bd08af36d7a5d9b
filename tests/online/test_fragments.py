"""Places on pages: what a fragment means, and pages in any state."""

import pytest
from online.double import Double, Reply, Request, reply
from online.test_answers import slowly

from awesome_lint.online.cache import Cache
from awesome_lint.online.check import ask
from awesome_lint.online.options import OnlineOptions
from awesome_lint.online.page_anchors import page_anchors
from awesome_lint.online.services import SERVERS
from awesome_lint.online.targets import targets
from awesome_lint.parse import parse
from awesome_lint.source import Source

HTML = '<h2 id="Setup">Setup</h2><a name="use">'


@pytest.mark.parametrize(
    ("fragment", "kind"),
    [
        ("Setup", "alive"),
        ("setup", "alive"),
        ("use", "alive"),
        ("gone", "unverifiable"),
        ("license-and-limits", "unverifiable"),
        ("l", "unverifiable"),
        ("L10", "alive"),
        ("L10-L20", "alive"),
        ("L10C2-L20C9", "alive"),
        ("lines-7", "alive"),
        ("page=3", "alive"),
        (":~:text=x", "alive"),
        ("issuecomment-123", "alive"),
        ("issues-with-it", "unverifiable"),
    ],
)
def test_places_on_pages(fragment: str, kind: str, web: Double) -> None:
    web.plays["a.test-site.org/x"] = reply(200, HTML)
    found = web.check(f"http://a.test-site.org/x#{fragment}", fragments=True).verdicts
    assert found["a.test-site.org/x"].kind == "alive"
    assert found.get(f"a.test-site.org/x#{fragment}", found["a.test-site.org/x"]).kind == kind


@pytest.mark.parametrize(("fragment", "kind"), [("set-up", "alive"), ("gone", "unverifiable")])
def test_places_in_readmes(fragment: str, kind: str, web: Double) -> None:
    web.plays["github.com/o/r"] = reply(200)
    web.plays["raw.githubusercontent.com/o/r/HEAD/README.md"] = reply(200, "# R\n\n## Set up\n")
    found = web.check(f"https://github.com/o/r#{fragment}", fragments=True).verdicts
    assert found[f"github:o/r#{fragment}"].kind == kind


def test_lines_of_a_file_on_github(web: Double) -> None:
    web.plays["github.com/o/r/blob/main/a.py"] = web.plays["github.com/o/r/blob/main/a.md"] = reply(200)
    urls = [f"https://github.com/o/r/blob/main/a.{end}#L10" for end in ("py", "md")]
    assert {one.kind for one in web.check(*urls, fragments=True).verdicts.values()} == {"alive"}
    assert len(web.requests) == 2, "the pages, and nothing for the lines"


GREEK = '<meta charset="{}"><h2 id="α&amp;β">'


@pytest.mark.parametrize(
    ("body", "headers", "kind"),
    [
        (GREEK.format("iso-8859-7").encode("iso-8859-7"), {}, "alive"),
        (GREEK.encode("iso-8859-7"), {"Content_Type": "text/html; charset=ISO-8859-7"}, "alive"),
        (GREEK.encode("utf-16"), {}, "alive"),
        (GREEK.encode("utf-8-sig"), {}, "alive"),
        (GREEK.format("klingon").encode(), {}, "unverifiable"),
        (GREEK.format("idna").encode(), {}, "unverifiable"),
        (GREEK.format("gb-nothing").encode(), {}, "unverifiable"),
        (b"<![x <!DOCTYPE <?<!- <a \0\xff id=", {}, "unverifiable"),
        (b"", {}, "unverifiable"),
        (b"%PDF-1.7", {"Content_Type": "application/pdf"}, "alive"),
        (b"<p>" * 2**20, {}, "alive"),
    ],
)
def test_pages_in_any_state(body: bytes, headers: dict[str, str], kind: str, web: Double) -> None:
    web.plays["a.test-site.org/x"] = reply(200, body, **headers)
    found = web.check("http://a.test-site.org/x#%CE%B1%26%CE%B2", fragments=True).verdicts
    assert found["a.test-site.org/x#%CE%B1%26%CE%B2"].kind == kind


# What makes patterns and parsers go back again and again; in a megabyte of it, that would take days.
HOSTILE = (
    *('id="', "id='", "id=", "id  ", "id" + " " * 9, 'id="x" ', "id=&#", "name=x ", "<a id=", "<a b=\"c'", "<a b "),
    *("<", "</", "<!", "<!--", "<!-- --", "<![", "<![CDATA[", "<?", "<script>", "<style><!--", "&", "&#", "\0", "\xe9"),
)


@pytest.mark.parametrize("unit", HOSTILE)
def test_pages_that_are_made_to_be_slow(unit: str) -> None:
    page = '<meta charset="utf-8"><a id="set-up">' + unit * (2**20 // len(unit))
    assert "set-up" in (page_anchors(page.encode(), "text/html") or ())


def test_names_in_strings_count() -> None:
    assert page_anchors(b"<script>show('<h2 id=\"use\">')</script><!-- <p id=old> -->", "text/html") == {"use", "old"}


def test_a_page_that_breaks_off_shows_no_absence(web: Double) -> None:
    def play(request: Request) -> Reply:
        page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 999\r\n\r\n<p id=first>"
        return reply(200) if request.method == "HEAD" else slowly([page], 0)

    web.plays["a.test-site.org/x"] = play
    assert web.check("http://a.test-site.org/x#last", fragments=True).verdicts["a.test-site.org/x#last"].kind == "alive"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"# A\0B", "unverifiable"),
        (b"\xff\xfe#\0", "unverifiable"),
        (b"# caf\xe9", "unverifiable"),
        (b">" * 20_000 + b" x", "unverifiable"),
        (b"x\n" * 300_000, "alive"),
    ],
)
def test_readmes_in_any_state(body: bytes, kind: str, web: Double) -> None:
    web.plays["github.com/o/r"] = reply(200)
    web.plays["raw.githubusercontent.com/o/r/HEAD/README.md"] = reply(200, body)
    found = web.check("https://github.com/o/r#set-up", fragments=True).verdicts
    assert found["github:o/r#set-up"].kind == kind


def test_a_page_that_breaks_the_parser_ends_no_pass(web: Double, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(source: object) -> None:
        raise AssertionError("a bug")

    wanted = targets([parse(Source("<https://github.com/o/r#set-up>"))], fragments=True)
    monkeypatch.setattr("awesome_lint.parse.parse", fail)
    web.otherwise = lambda request: reply(200)
    options = OnlineOptions(spacing=0.0, servers=dict(SERVERS))
    verdicts = ask(wanted, options, Cache(None), web.around(), {}).verdicts
    assert sorted(one.kind for one in verdicts.values()) == ["alive", "unverifiable"]


def test_places_are_left_alone_unless_asked_for(web: Double) -> None:
    web.plays["a.test-site.org/x"] = reply(200, HTML)
    assert list(web.check("http://a.test-site.org/x#gone").verdicts) == ["a.test-site.org/x"]
    assert web.asked() == ["HEAD a.test-site.org/x"]
