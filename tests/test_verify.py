"""The proof of safe fixes: what each guard lets pass and what it stops."""

import re
from collections import Counter
from html import unescape
from urllib.parse import unquote

import pytest
from _pytest.mark import ParameterSet
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from swaps import GUARDS, Swap, document, finding

from awesome_lint import rulebook
from awesome_lint.diagnostic import Diagnostic, Edit, Fix, Span
from awesome_lint.engine import fix
from awesome_lint.fixing.changed import GuardError
from awesome_lint.fixing.edits import apply
from awesome_lint.fixing.verify import verify
from awesome_lint.parse import parse
from awesome_lint.source import Source


def broken(text: str, *found: Diagnostic) -> str:
    """Return what a pass with these fixes did wrong, '' when it keeps its guards."""
    before = document(text)
    done = apply(text, before.source.newline, found)
    assert len(done.applied) == len(found), "the fixes of a case go together"
    after = document(Source(done.text, "README.md"))
    try:
        verify(before, after, done, GUARDS)
    except GuardError as error:
        return str(error)
    return ""


def case(rule: str, text: str, *swaps: Swap, id: str) -> ParameterSet:
    return pytest.param(rule, text, swaps, id=f"{rule}: {id}")


ENTRY = "- [Foo](https://foo.org/a) - A *good* tool, with `code`.\n"

KEPT = [
    case("layout", "- a\n* b\n+ c\n", ("* b", "- b"), ("+ c", "- c"), id="markers"),
    case("layout", "- a\n\n* b\n", ("* b", "- b"), id="a marker that joined lists makes loose"),
    case("layout", "1. a\n2) b\n3. c\n", ("2)", "2."), id="marker of a number"),
    case("layout", "- a  b\n", ("a  b", "a b"), id="blanks in prose"),
    case("layout", "- [a  b](u)\n", ("a  b", "a b"), id="blanks in a link's text"),
    case("layout", "a \nb\n", ("a \n", "a\n"), id="blank at the end of a line"),
    case("layout", "a\n\n\n\nb\n", ("\n\n\n\n", "\n\n"), id="blank lines"),
    case("layout", "a", ("a^", "\n"), id="last line end"),
    case("layout", "<p>\nx", ("x^", "\n"), id="last line end after HTML"),
    case("layout", "```\nx", ("x^", "\n"), id="last line end in code without an end"),
    case("layout", "a *b* c\n", ("*b*", "_b_"), id="another sign for emphasis"),
    case("layout", "#  A\n\nB\n===\n", ("#  A", "# A"), id="spaces after a heading's marks"),
    case("layout", "| a | b |\n|---|---|\n| c | d |\n", ("| c |", "|  c  |"), id="blanks in a cell"),
    case("heading", "a\n\n##B *c*\n\n- d\n", ("##", "## "), id="a paragraph"),
    case("heading", "##B##\n- d\n", ("##B##", "## B ##"), id="before a list"),
    case("html", "a\n\n<br>\n# B\n\n- c\n", ("^# B", "\n"), id="a heading"),
    case("html", "<br>\n- a\n- `b`\n\n- c\n\n\n1. d\n", ("^- a", "\n"), id="items joined with a list"),
    case("html", "<br>\r\n- a\r\n\r\nb\r\n", ("^- a", "\n"), id="CRLF"),
    case("html", "> <br>\n> # B\n> c\n\nd\n", ("^> # B", ">\n"), id="in a quote"),
    case(
        "html", "<br>\n# A\n<p>\n# B\n</p>\n\n<br>\n# C", ("^# A", "\n"), ("^# B", "\n"), ("^# C", "\n"), id="several"
    ),
    case("html", "<p>\n# A <a href='b'>c</a>\n<img src='d'></p>\n\n<e>", ("^# A", "\n"), id="HTML kept"),
    case("heading", "> a\n\n1. b\n\n##B\n[c](https://d.e)\n", ("##", "## "), id="first line of a paragraph"),
    case("heading", "a\n##B\nc\n##D\n", ("##B", "## B"), ("##D", "## D"), id="lines among others"),
    case(
        "unused-directive",
        "- a <!-- awesome-lint-disable-line x -->\n- b\n",
        (" <!-- awesome-lint-disable-line x -->", ""),
        id="a directive at the end of a line",
    ),
    case(
        "unused-directive",
        "- a\n<!-- awesome-lint-disable x -->\n- b\n",
        ("<!-- awesome-lint-disable x -->\n", ""),
        id="a directive between items",
    ),
    case(
        "unused-directive",
        "<div>\n<!-- awesome-lint-disable x -->\n<b>a</b></div>\n",
        ("<!-- awesome-lint-disable x -->\n", ""),
        id="a directive inside HTML",
    ),
    case(
        "unused-directive",
        "- a <!-- awesome-lint-disable-line x y -->\n",
        ("x y", "y"),
        id="a name of a directive",
    ),
    case("word", ENTRY, ("good", "nice"), id="emphasised word"),
    case("word", ENTRY, (" - ", " – "), id="separator"),
    case("word", ENTRY, ("Foo", "Bar"), id="text of a link"),
    case("word", "- [Foo](https://foo.org/a)\n", ("a)^\n", "."), id="period after a link"),
    case("word", "- Foo https://foo.org/a\n", ("/a^\n", "."), id="period after a bare URL"),
    case("word", "- Foo `code`\n", ("`^\n", "."), id="period after code"),
    case("word", "- Foo  \n", ("Foo^", "."), id="period before blanks"),
    case("word", "- [ICML'22] [Foo](https://foo.org)\n", ("ICML'22", "ICML 2022"), id="tag"),
    case("word", "| teh | b |\n|---|---|\n", ("teh", "the"), id="cell"),
    case("word", "# Teh list\n", ("Teh", "The"), id="heading"),
    case("word", '<p align="center">teh list</p>\n', ("teh", "the"), id="prose in HTML"),
    case("word", "a &amp; b\n", ("&amp;", "and"), id="entity"),
    case("word", "a \\* b\n", ("a \\* b", "a + b"), id="escape"),
    case("word", "a\r\nteh b\r\n", ("teh", "the"), id="CRLF"),
    case("word", "- a\n  teh b\n", ("teh", "the"), id="hard-wrapped item"),
    case("word", "[teh] b\n\n[teh]: https://x.org\n", ("b\n", "c\n"), id="beside a reference link"),
    case("url", "- [a](http://arxiv.org/abs/2206.15472)\n", ("http:", "https:"), id="scheme"),
    case("url", "- [a](https://arxiv.org/abs/2206.15472)\n", ("abs/2206.15472", "pdf/2206.15472"), id="form"),
    case("url", "- http://arxiv.org/abs/2206.15472\n", ("http:", "https:"), id="bare URL"),
    case("url", "- <http://arxiv.org/abs/2206.15472>\n", ("http:", "https:"), id="autolink"),
    case("url", '<a href="http://arxiv.org/abs/2206.15472">a</a>\n', ("http:", "https:"), id="HTML"),
    case("url", "x <a href='http://arxiv.org/abs/2206.15472'>a</a>\n", ("http:", "https:"), id="inline HTML"),
    case("url", "![a](http://arxiv.org/abs/2206.15472)\n", ("http:", "https:"), id="image"),
    case("url", "[a]\n\n[a]: http://arxiv.org/abs/2206.15472\n", ("http:", "https:"), id="definition"),
    case(
        "url",
        "[a][b]\n\ntext\n\n[b]: http://arxiv.org/abs/2206.15472 'T'\n",
        ("http:", "https:"),
        id="far off",
    ),
    case(
        "url",
        "[http://arxiv.org/abs/2206.15472](http://arxiv.org/abs/2206.15472)\n",
        ("[http^:", "s"),
        ("(http^:", "s"),
        id="text and address",
    ),
    case("url", "| [a](http://arxiv.org/abs/2206.15472) | b |\n|---|---|\n", ("http:", "https:"), id="cell"),
    case("anchor", "[a](#fo)\n\n# Foo\n", ("#fo", "#foo"), id="fragment"),
    case("anchor", "[a](#%E8%AE%BA)\n\n# 论文\n", ("#%E8%AE%BA", "#%E8%AE%BA%E6%96%87"), id="escaped fragment"),
    case("anchor", "# A\n\n- [B](#b)\n- [C](#c)\n\n## B\n\n## D\n", ("- [C](#c)", "- [D](#d)"), id="renamed"),
    case("anchor", "# A\n\n- [B](#b)\n\n## B\n\n## D\n", ("(#b)^", "\n- [D](#d)"), id="new line at the end"),
    case("anchor", "# A\n\n- [B](#b)\n- [C](#c)\n\n## B\n", ("- [C](#c)\n", ""), id="line too many"),
    case(
        "anchor",
        "# A\n\n## Contents\n\n## B\n\n## C\n",
        ("Contents\n^", "\n- [B](#b)\n  - [C](#c)\n"),
        id="all",
    ),
    case("anchor", "# A\n\n- [B](#b)\n- [C](#c)\n\n## B\n\n### C\n", ("- [C]", "  - [C]"), id="depth"),
    case("markup", "- [Foo] (https://foo.org) - bar\n", ("] (", "]("), id="blank between text and address"),
    case("markup", "- (Foo)[https://foo.org] - bar\n", ("(Foo)[", "[Foo]("), ("g]", "g)"), id="reversed"),
    case("markup", "- [Foo](https://foo.org - bar\n", ("g -", "g) -"), id="unclosed"),
    case("markup", "- [Foo](https:// foo.org) - bar\n", ("// f", "//f"), id="blank in an address"),
    case("markup", "- [Foo](a/my file.pdf) - bar\n", ("my file", "my%20file"), id="escaped blank"),
    case(
        "markup",
        "- (https://foo.org)[Foo] - bar\n",
        ("(https://foo.org)[Foo]", "[Foo](https://foo.org)"),
        id="swapped",
    ),
    case("markup", "- [a](u.x/1) [Foo] (#bar) [b](u.x/2)\n", ("] (", "]("), id="between links"),
    case("markup", "- `x` [`Foo`] (https://foo.org)\n", ("] (", "]("), id="code in the text"),
]

STOPPED = [
    case("layout", "- a\n- b\n", ("b", "c"), id="a word"),
    case("layout", "a  \nb\n", ("  \n", "\n"), id="hard break"),
    case("layout", "`a  b`\n", ("a  b", "a b"), id="blanks in code"),
    case("layout", "    a  b\n", ("a  b", "a b"), id="blanks in a block of code"),
    case("layout", "```\na\n\n\nb\n```\n", ("\n\n\n", "\n\n"), id="blank lines in a fence"),
    case("layout", "<pre>\na  b\n</pre>\n", ("a  b", "a b"), id="blanks in HTML"),
    case("layout", "a\n\nb\n", ("\n\n", "\n"), id="paragraphs joined"),
    case("layout", "- a\n  - b\n", ("  - b", "- b"), id="depth of an item"),
    case("layout", "1. a\n1) b\n", ("1)", "1."), id="number shown"),
    case("layout", "1. a\n\n- b\n", ("- b", "2. b"), id="bullet to number"),
    case("layout", "a b\n", ("a b", "a\u00a0b"), id="no-break space"),
    case("layout", "[a]\n\n[a]: https://x.org\n", ("x.org", "y.org"), id="definition"),
    case("layout", "[a]: https://x.org\n", ("x.org", "y.org"), id="definition without a use"),
    case(
        "layout",
        "- a <!-- awesome-lint-disable-line x -->\n",
        (" <!-- awesome-lint-disable-line x -->", ""),
        id="directive",
    ),
    case("unused-directive", "- a <!-- another comment -->\n", (" <!-- another comment -->", ""), id="comment"),
    case(
        "unused-directive",
        "a\n<!-- awesome-lint-disable x -->\nb\n",
        ("<!-- awesome-lint-disable x -->\n", ""),
        id="paragraphs joined",
    ),
    case("word", ENTRY, ("foo.org", "bar.org"), id="address"),
    case("word", ENTRY, ("code", "cod"), id="code"),
    case("word", ENTRY, ("*good*", "good"), id="emphasis lost"),
    case("word", ENTRY, ("tool", "*tool*"), id="emphasis made"),
    case("word", ENTRY, ("tool", "[tool](https://x.org)"), id="link made"),
    case("word", ENTRY, ("tool", "https://x.org"), id="bare URL made"),
    case("word", ENTRY, ("tool", "<b>tool</b>"), id="HTML made"),
    case("word", ENTRY, ("tool", "tool <!-- x -->"), id="comment made"),
    case("word", ENTRY, ("[Foo]", "[Foo"), id="link broken"),
    case("word", ENTRY, ("- [Foo]", "[Foo]"), id="marker lost"),
    case("word", "a b\n", ("a b", "# a b"), id="heading made"),
    case("word", "a\nb\n", ("b", "---"), id="setext heading made"),
    case("word", "- Foo https://foo.org/a\n", ("/a^\n", "b"), id="bare URL grown"),
    case("word", "a * b*\n", ("a * b", "a *b"), id="text beside the edit becomes emphasis"),
    case("word", "a ` b ` c\n", ("a `", "a"), id="text beside the edit was code"),
    case("word", "a &am; b\n", ("am^;", "p"), id="entity made"),
    case("word", '<p align="center">a</p>\n', ("center", "left"), id="attribute"),
    case("word", "![alt](x.png)\n", ("alt", "other"), id="text of an image"),
    case("word", "[b] c\n\n[b]: https://x.org\n", ("[b] c", "[d] c"), id="reference link lost"),
    case("word", "| a | b |\n|---|---|\n| c | d |\n", ("c", "c | e"), id="cell made"),
    case("word", "x\n\n    code\n", ("code", "text"), id="block of code"),
    case("word", "---\ntitle: a\n---\n\n# B\n", ("title: a", "title: b"), id="front matter"),
    case("url", "- [a](https://foo.org)\n", ("foo.org", "bar.org"), id="another thing"),
    case("url", "- [a](https://foo.org)\n", ("[a]", "[b]"), id="text"),
    case("url", "- [a](https://foo.org)\n", ("foo.org", "foo.org 'T'"), id="title made"),
    case("url", "- [a](https://foo.org) b\n", ("foo.org", "foo org"), id="link broken"),
    case("url", "[a]\n\n[a]: https://foo.org\n", ("foo.org", "bar.org"), id="another thing by reference"),
    case("anchor", "[a](#fo)\n\n# Foo\n", ("#fo", "#fooo"), id="leads nowhere"),
    case("anchor", "[a](https://x.org#fo)\n\n# Foo\n", ("#fo", "#foo"), id="another page"),
    case("anchor", "[a](#fo) b\n\n# Foo\n", (" b", " c"), id="text"),
    case("anchor", "# A\n\n- [B](#b)\n\n## B\n", ("(#b)^", "\n- [C](#c)"), id="new line that leads nowhere"),
    case("anchor", "# A\n\n- [B](#b)\n- [C](#c)\n\n## B\n\n## C\n", ("- [C](#c)\n", ""), id="good line dropped"),
    case(
        "anchor",
        "- [B](#b)\n- [x](https://x.org)\n\n# B\n",
        ("\n- [x](https://x.org)", ""),
        id="web link dropped",
    ),
    case("anchor", "- [B](#b)\n- words\n\n# B\n", ("\n- words", ""), id="line of text dropped"),
    case("anchor", "# A\n\n- [B](#b)\n\n## B\n", ("\n## B", "\n## C"), id="heading"),
    case("markup", "- [Foo] (https://foo.org) - bar\n", ("] (https", "](http"), id="letter lost"),
    case(
        "markup",
        "- [Foo] (see below) - bar\n",
        ("] (see below)", "](seebelow)"),
        id="words become an address",
    ),
    case("markup", "- [Foo] (note) - bar\n", ("] (", "]("), id="a word becomes an address"),
    case("markup", "- [Foo](a/foo.org) - bar\n", ("](a", "] (a"), id="link undone"),
    case("markup", "- [Foo] (https://foo.org) - bar\n", ("Foo] (", "oFo]("), id="letters mixed up"),
    case("markup", "- [a] (b.x/1) [c](d.x/2)\n", ("2)", "2"), id="another link undone"),
    case("markup", "- [a] (https://b.x) `c\n", ("c\n", "c`\n"), id="code made"),
    case("markup", "- [a] (https://b.x)\n- b\n", (")\n- b", ") - b"), id="items joined"),
    case("html", "<p>\n# A\n    b\n", ("^# A", "\n"), id="code made"),
    case("html", "<p>\n# A\n```\nb\n", ("^# A", "\n"), id="a fence made"),
    case("html", "<p>\n# A `<a href='b'>c</a>`\n", ("^# A", "\n"), id="a link lost"),
    case("html", "<p>\n- a\n\n  b\n", ("^- a", "\n"), id="a paragraph taken into an item"),
    case("html", "<p>\n1. a\n\n5. b\n", ("^1. a", "\n"), id="another number"),
    case("html", "<p>\n# A\n[b]: c\n\n[b]\n", ("^# A", "\n"), id="a definition made"),
    case("html", "<p>\n# A\n<b>\n", ("^<b>", "\n"), id="HTML cut from HTML"),
    case("html", "<p>\n# A\n", ("^# A", "b\n\n"), id="words written"),
    case("html", "<p>\n# A\n", ("\n# A", "\n\nA"), id="words replaced"),
    case("html", "- a\n- b\n", ("^- b", "\n"), id="a list"),
    case("html", "<!--\n# A\n-->\n", ("^# A", "\n"), id="a comment"),
    case("heading", "##A\n2. b\n", ("##", "## "), id="a list made of the next line"),
    case("heading", "##A\n    b\n", ("##", "## "), id="code made of the next line"),
    case("heading", "##A\n[b]: https://c.d\n", ("##", "## "), id="a definition made of the next line"),
    case("heading", "- a\n##B\n", ("##", "## "), id="a line taken from an item"),
    case("heading", "##A\n", ("##", "### "), id="a mark put in"),
    case("heading", "##A\n", ("##A", "## B"), id="another word"),
    case("heading", "##A *b\nc* d\n", ("##", "## "), id="emphasis cut"),
    case("heading", "a\n", ("a", "---"), id="a rule"),
    case("heading", "a\n", ("a", "# a"), id="marks put in"),
]


@pytest.mark.parametrize(("rule", "text", "swaps"), KEPT)
def test_kept(rule: str, text: str, swaps: tuple[Swap, ...]) -> None:
    assert broken(text, finding(text, rule, *swaps)) == ""


@pytest.mark.parametrize(("rule", "text", "swaps"), STOPPED)
def test_stopped(rule: str, text: str, swaps: tuple[Swap, ...]) -> None:
    assert broken(text, finding(text, rule, *swaps))


TAIL = "\n\n## Other\n\nrecieve words  here [x](http://arxiv.org/abs/2001.00001) <!-- c -->\n"
GOOD = [
    ("word", ("recieve", "receive")),
    ("layout", ("words  here", "words here")),
    ("url", ("http^://arxiv.org/abs/2001", "s")),
]
BAD = [
    ("word", ("abs/2001", "abs/2002")),
    ("layout", ("recieve", "receive")),
    ("url", ("abs/2001", "abs/2002")),
    ("markup", ("recieve", "receive")),
    ("word", ("<!-- c -->", "")),
]
TAILED = ("layout", "word", "url", "markup")
ALONE = [one for one in KEPT if one.values[0] in TAILED and str(one.values[1]).endswith("\n")]


@pytest.mark.parametrize(("rule", "text", "swaps"), ALONE)
def test_guards_side_by_side(rule: str, text: str, swaps: tuple[Swap, ...]) -> None:
    """What a guard allows, it allows beside other fixes; what theirs forbid stays forbidden beside it."""
    text += TAIL
    mine = finding(text, rule, *swaps)
    assert broken(text, mine, *(finding(text, guard, swap) for guard, swap in GOOD)) == ""
    for guard, swap in BAD:
        assert broken(text, mine, finding(text, guard, swap)), (guard, swap)


# Laws

WORDS = st.sampled_from(
    [
        "- ",
        "* ",
        "1. ",
        "> ",
        "# ",
        "| ",
        "  ",
        "\n",
        "\n\n",
        "a",
        "teh",
        "[b](https://b.org)",
        "<b>",
        "`",
        "*",
        "_",
        "&",
        "\\",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=14).map("".join)


@given(TEXTS)
def test_no_change_keeps_every_guard(text: str) -> None:
    done = apply(text, "\n", [])
    verify(document(text), document(text), done, GUARDS)


def passed(text: str, rule: str, data: st.DataObject, alphabet: str) -> str:
    """Return the text after a random edit that its guard let pass; the old text where it did not."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 3, len(text))))
    edit = Edit(Span(start, end), data.draw(st.text(alphabet, max_size=3)))
    found = Diagnostic(rule, "README.md", edit.span, "wrong", "info", fix=Fix("mend", (edit,)))
    done = apply(text, "\n", [found])
    try:
        verify(document(text), document(Source(done.text, "README.md")), done, GUARDS)
    except GuardError:
        return text
    return done.text


def html(text: str) -> str:
    """Return what the stock parser makes of a text, without what parts lists and loose items."""
    made = str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text))
    return re.sub(r"</?p>|</ul>\s*<ul>", "", made)


@given(TEXTS, st.data())
def test_layout_fix_never_changes_what_readers_see(text: str, data: st.DataObject) -> None:
    fixed = passed(text, "layout", data, " \n-*a")
    assert re.findall(r"<[^>]*>|[^\s<]+", html(fixed)) == re.findall(r"<[^>]*>|[^\s<]+", html(text))


@given(TEXTS, st.data())
def test_word_fix_never_changes_a_tag(text: str, data: st.DataObject) -> None:
    fixed = passed(text, "word", data, "ab *`[]()<>#-&\n")
    assert re.findall(r"<[^>]*>", html(fixed)) == re.findall(r"<[^>]*>", html(text))


@given(TEXTS, st.data())
def test_url_fix_never_changes_text(text: str, data: st.DataObject) -> None:
    fixed = passed(text, "url", data, "s/ )#>")
    assert re.sub(r"<[^>]*>", "", html(fixed)) == re.sub(r"<[^>]*>", "", html(text))


@given(TEXTS, st.data())
def test_markup_fix_never_loses_letters(text: str, data: st.DataObject) -> None:
    fixed = passed(text, "markup", data, "[]() ")
    assert letters(html(text)) <= letters(html(fixed))


def letters(made: str) -> Counter[str]:
    """Return the letters of the text and the addresses of HTML."""
    urls = re.findall(r'(?:href|src)="([^"]*)"', made)
    return Counter(filter(str.isalnum, unescape(re.sub(r"<[^>]*>", "", made)) + unquote("".join(urls))))


def test_a_large_text_is_mended_as_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("parse", "fixing.stream"):
        monkeypatch.setattr(f"awesome_lint.{module}.LARGE", 500)
    line = "- [name](http://arxiv.org/abs/1706.03762)  - Words of *some* `sort`.\n"
    doc = parse(Source(line * 20))
    assert not any(token.children for token in doc.tokens)
    result = fix(doc, [rulebook.load(name)() for name in ("insecure-link", "repeated-space")])
    assert result.text == line.replace("http:", "https:").replace(")  -", ") -") * 20
    assert (result.withdrawn, result.remaining) == ([], [])
