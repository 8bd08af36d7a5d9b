"""The outline, and the places of links, images and HTML in the source."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from reading import read

from awesome_lint.errors import UserError
from awesome_lint.markdown.parser import parse_tokens

PIECES = [
    "[", "]", "(", ")", "![", "](", "[a](b)", "![a](b.png)", "**", "*", "_", "`", "``", "~~", "<b>", "</b>", "<br>", "<!-- x -->",
    "https://a.b/c_d", "www.a.b", "<https://a.b>", "&amp;", "&nbsp;", "\\", "\\[", "\\|", "|", "---", "\n", "\n\n", "  \n", "- ", "1. ",
    "> ", "# ", "    ", "\t", " ", "a", "b c", "é", "中", "\u00a0", "[r]", "[r]: c\n", "```\n", "| - |\n", "<p>", "</p>", "<a href='x'>", "</a>",
]  # fmt: skip


def outline(text: str) -> str:
    """Return the outline with a letter for each mark: L link, l its end, I image, C code, H HTML, S strong, E emphasis."""
    marks = {0: ".", 1: "L", 2: "l", 3: "I", 4: "C", 5: "H", 6: "S", 7: "E", 8: "K", 11: "B", 14: "X", 15: "N", 16: "U"}
    return read(text).outline.translate(marks)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a [b](c) d", "a Lbllll d"),
        ("a ![b](c)", "a IIIIIII"),
        ("[![b](c)](d)", "LIIIIIIIllll"),
        ("a `b` c", "a CCC c"),
        ("**a** __b__", "SSaSS SSbSS"),
        ("*a* _b_", "EaE EbE"),
        ("***a***", "ESSaSSE"),
        ("~~a~~", "KKaKK"),
        ("a<br>b", "aBBBBb"),
        ("a\\\nb", "aBBb"),
        ("a <b>c</b> <i>d</i>", "a SSScSSSS EEEdEEEE"),
        ("a <u>c</u>", "a HHHcHHHH"),
        ("a <!-- b --> c", "a .......... c"),
        ("\\[a\\]", "X[aX]"),
        ("a &amp; b", "a NNNNN b"),
        ("<https://a.b>", "LUUUUUUUUUUUl"),
        ("see https://a.b.", "see Lllllllllll."),
        ("[https://a.b](c)", "LUUUUUUUUUUUllll"),
        ("# a", "..a"),
        ("- a\n  b", "..a\n..b"),
        ("> a", "..a"),
        ("a\nb", "a\nb"),
        ("```\na\n```", "........."),
        ("[r]: b\n\n[r]", "........Lrl"),
        ("<p>a &amp; b<br>c</p>", "HHHa NNNNN bBBBBcHHHH"),
        ("<p><a href='b'>c</a></p>", "HHH" + "L" * 12 + "cllllHHHH"),
    ],
)
def test_outline(text: str, expected: str) -> None:
    assert outline(text) == expected


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("[a](b)", [("inline", "a", "b", "[a](b)")]),
        ('[a](b "t") c', [("inline", "a", "b", '[a](b "t")')]),
        ("[a](<b c>)", [("inline", "a", "b c", "[a](<b c>)")]),
        ("[a *b*](c)", [("inline", "a *b*", "c", "[a *b*](c)")]),
        ("[[a](b)]", [("inline", "a", "b", "[a](b)")]),
        ("[a][r]\n\n[r]: b", [("reference", "a", "b", "[a][r]"), ("definition", "R", "b", "[r]: b")]),
        ("<https://a.b>", [("autolink", "", "https://a.b", "<https://a.b>")]),
        ("(https://a.b/c_(d))", [("bare", "", "https://a.b/c_(d)", "https://a.b/c_(d)")]),
        ("https://a.b/c_d_e, f", [("bare", "", "https://a.b/c_d_e", "https://a.b/c_d_e")]),
        ("https://a.b/c*d and *e*", [("bare", "", "https://a.b/c*d", "https://a.b/c*d")]),
        ("www.a.b/c。", [("bare", "", "www.a.b/c", "www.a.b/c")]),
        ('<a href="b&amp;c">d</a>', [("html", "d", "b&c", '<a href="b&amp;c">d</a>')]),
        ("| a |\n| - |\n| x \\| [b](c) |", [("inline", "b", "c", "[b](c)")]),
        ("> - [a](b)", [("inline", "a", "b", "[a](b)")]),
        ("-\t[a](b)\n\n\t[c](d)", [("inline", "a", "b", "[a](b)"), ("inline", "c", "d", "[c](d)")]),
        ("- a\n\t\u2003[b](c)", [("inline", "b", "c", "[b](c)")]),
        ("- a\n\t\u00a0[r]\n\n[r]: b", [("reference", "r", "b", "[r]"), ("definition", "R", "b", "[r]: b")]),
        ("\u00a0\n\u3000\n[a](b)", [("inline", "a", "b", "[a](b)")]),
        ("> - \u00a0\n>   [a](b) c\n> d", [("inline", "a", "b", "[a](b)")]),
        ("`[a](b)` <!-- [c](d) -->", []),
    ],
)
def test_links(text: str, links: list[tuple[str, str, str, str]]) -> None:
    doc = read(text)
    assert [(link.kind, link.text, link.url, doc.raw(link.span)) for link in doc.links] == links


def test_spans_of_a_link() -> None:
    doc = read('- see [the *hoe*](<https://e.org/a b> "t").\r\n- ![x](y.png)\r\n')
    (link,), (image,) = doc.links, doc.images
    assert (doc.raw(link.text_span), doc.raw(link.url_span)) == ("the *hoe*", "https://e.org/a b")
    assert (doc.raw(image.span), doc.raw(image.url_span)) == ("![x](y.png)", "y.png")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("[a](b) **c** `d` &amp; \\* e", "a c d & * e"),
        ("a<br>b\nc", "a b c"),
        ("![a](b) c", "c"),
        ("[https://a.b](c)", "https://a.b"),
        ("`` a`b ``", "a`b"),
    ],
)
def test_plain_text(text: str, plain: str) -> None:
    assert read(text).plain(0, len(text)) == plain


def test_links_and_images_within_a_span() -> None:
    doc = read("[a](b) ![c](d) [e](f) ![g](h)")
    assert [link.text for link in doc.links_in(0, 8)] == ["a"]
    assert [link.text for link in doc.links_in(1, 30)] == ["e"]
    assert [image.text for image in doc.images_in(0, 8)] == ["c"]


def test_blocks_within_a_span() -> None:
    doc = read("a\n\nb\n\nc\n")
    assert [doc.raw(block.span) for block in doc.blocks_in(3, 6)] == ["b"]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@example("~~\\~~~~")
def test_every_place_lies_where_it_says(text: str) -> None:
    try:
        doc = read(text)
    except UserError:
        return
    assert len(doc.outline) == len(text)
    for link in (*doc.links, *doc.images):
        assert 0 <= link.span.start < link.span.end <= len(text)
        assert link.span.start <= link.text_span.start <= link.text_span.end <= link.span.end
        if link.kind in ("inline", "bare", "autolink"):
            assert link.span.start <= link.url_span.start <= link.url_span.end <= link.span.end
            assert doc.raw(link.url_span) == link.url
    for entry in doc.entries:
        assert entry.span.start <= entry.head.start <= entry.head.end <= len(text)
        title = entry.parts.title.span
        assert 0 <= title.start <= title.end <= len(text)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_positions_change_no_html(text: str) -> None:
    stock = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
    tokens, env = parse_tokens(text)
    for child in (child for token in tokens for child in token.children or ()):
        if child.type == "text_special":  # what the rule that is left out would do
            child.type = "text"
    if not env.get("too_deep") and not text.startswith("---"):
        assert stock.renderer.render(tokens, stock.options, env) == stock.render(text)
