import pytest

from awesome_lint.diagnostic import Span
from awesome_lint.directives.room import Room
from awesome_lint.markdown.html_tags import COMMENT, DECLARATION, VERBATIM, Tag, read_tags
from awesome_lint.parse import parse
from awesome_lint.source import Source


def tags(text: str) -> list[Tag]:
    return list(read_tags(text, 0, len(text)))


def shown(text: str) -> list[tuple[str, str]]:
    """Return the tags as (name, source)."""
    return [(f"/{tag.name}" if tag.closing else tag.name, text[slice(*tag.span)]) for tag in tags(text)]


def test_tags_and_what_is_between_them() -> None:
    assert shown("a <B>b</b > 1 < 2 <br/> c") == [("b", "<B>"), ("/b", "</b >"), ("br", "<br/>")]


@pytest.mark.parametrize(
    ("source", "attrs"),
    [
        ('<a href="b" title=\'c "d"\'>', {"href": "b", "title": 'c "d"'}),
        ("<a HREF=b?c=d&amp;e checked>", {"href": "b?c=d&e", "checked": ""}),
        ('<a title="href=no" href = "b">', {"title": "href=no", "href": "b"}),
        ('<a href="b" href="c">', {"href": "b"}),
        ('<a href="b"id="c">', {"href": "b", "id": "c"}),
        ("<a/href=b>", {"href": "b"}),
    ],
)
def test_attributes(source: str, attrs: dict[str, str]) -> None:
    assert [(tag.name, tag.attrs) for tag in tags(source)] == [("a", attrs)]


def test_an_attribute_value_is_placed() -> None:
    text = "é <a data-href='no' href=\n'b&amp;c'>"
    (tag,) = tags(text)
    assert text[slice(*tag.places["href"])] == "b&amp;c"
    assert tag.attrs["href"] == "b&c"


@pytest.mark.parametrize(
    ("source", "kind", "text"),
    [
        ("<!-- a > b -->", COMMENT, "<!-- a > b -->"),
        ("<!-->", COMMENT, "<!-->"),
        ("<!--->", COMMENT, "<!--->"),
        ("<!-- a <b>", DECLARATION, "<!-- a <b>"),
        ("<!doctype html>", DECLARATION, "<!doctype html>"),
        ("<![x[ a ]]>", DECLARATION, "<![x[ a ]]>"),
        ("<![CDATA[ a ]]>", DECLARATION, "<![CDATA[ a ]]>"),
        ("<?xml a?>", DECLARATION, "<?xml a?>"),
        ("</ a>", DECLARATION, "</ a>"),
    ],
)
def test_what_nobody_sees(source: str, kind: str, text: str) -> None:
    assert shown(source) == [(kind, text)]


@pytest.mark.parametrize(
    "source", ["<", "<a", "<a b", '<a b="c', '<a b=">"', "</a", "</", "</>", "<!", "<?", "<![", "<1>"]
)
def test_what_is_no_tag(source: str) -> None:
    assert tags(source) == []


def test_a_quote_that_nothing_closes_ends_with_its_tag() -> None:
    assert shown('<img alt="a><b>') == [("img", '<img alt="a>'), ("b", "<b>")]


def test_scripts_hold_no_tags() -> None:
    assert shown("<script>if (a<b>c) '</b>'</SCRIPT><b>") == [
        ("script", "<script>"),
        ("/script", "</SCRIPT>"),
        ("b", "<b>"),
    ]
    assert shown("<style><b>") == [("style", "<style>")]
    assert shown("<textarea><a href=b></textarea>") == [("textarea", "<textarea>"), ("/textarea", "</textarea>")]


@pytest.mark.parametrize("name", sorted(VERBATIM))
def test_what_is_verbatim_is_neither_prose_nor_room_for_a_comment(name: str) -> None:
    doc = parse(Source(f"<{name}>\nGithub  words\n</{name}>\n\nGithub\n"))
    assert "Github" not in doc.outline[: doc.text.index("</")]
    assert "Github" in doc.outline
    assert (Room(doc).ways(1), Room(doc).ways(4)) == (["file"], ["line", "next-line", "file"])


def test_a_link_in_a_text_box_is_none() -> None:
    assert parse(Source("<textarea>\n<a href='http://github.com'>a</a>\n</textarea>\n")).links == []


def test_only_the_stretch_is_read() -> None:
    text = "<a><b><c d>"
    assert [tag.span for tag in read_tags(text, 3, 10)] == [Span(3, 6)]
