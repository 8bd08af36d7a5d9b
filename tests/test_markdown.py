"""The parser's short ways lead where the stock parser goes: the same tokens, level by level."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from awesome_lint.markdown.parser import MAX_NESTING, parse_tokens

PIECES = [
    *("a", "b ", " ", "\n", "\n\n", "- ", "* ", "+ ", "1. ", "23) ", "> ", "# ", "    ", "\t", "\\", "é", "\r\n", ":"),
    *("[", "]", "(", ")", "](", "](<", "https://a.example/b", "[x](https://a.example/c)", "[x](y 't')", "[x]", "[x][]"),
    *("[[paper](https://a.example/c?d=e#f)]", "[a]: /u ", "![i](https://a.example/i.png)", "&copy=", "&amp;", "!"),
    *("`", "``", "*", "**", "_", "~~", "~", "```", "<b>", "</b>", "<div>", "<!-- ", "-->", "<https://a.example>"),
    *("---", "--", "===\n", "***\n", "|", "| - |\n", "|a|b|\n", "|-|:-|\n", "-|-\n", ":-:\n"),
]


def stock_tokens(text: str) -> tuple[list[Token], dict[str, Any]]:
    md = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable(["table", "strikethrough"])
    md.disable(["text_join", "fragments_join"])
    env: dict[str, Any] = {}
    return md.parse(text, env), env


def facts(tokens: list[Token] | None, inline: bool = False) -> list[Any]:
    """Return all that tokens say, but for the places that only ours have."""
    own: list[Any] = [
        (one.type, one.tag, one.nesting, one.attrs, one.level, one.content, one.markup, one.info, one.hidden)
        for one in tokens or ()
    ]
    return [*own, *((None if inline else one.map, facts(one.children, True)) for one in tokens or ())]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join).filter(lambda text: not text.startswith("---")))
def test_tokens_are_those_of_the_stock_parser(text: str) -> None:
    stock, stock_env = stock_tokens(text)
    ours, env = parse_tokens(text)
    assert facts(ours) == facts(stock)
    assert env == stock_env


@pytest.mark.parametrize(
    "text",
    [
        "- [NeurIPS'22] Title. [[paper](https://a.example/b)] [[code](https://a.example/c)]\n- [x]\n",
        "[a][b] [b] [c](https://a.example) [c] (d)\n\n[b]: https://a.example/b\n",
        "one\n- two\nthree\n===\n\n- four\n  five\n  ---\n\n6. six\n",
        "a | b\n-|-\nc | d\n\n| a |\n|:-|\n| [x](https://a.example) |\n> quote\n",
    ],
)
def test_short_ways_are_taken_and_right(text: str) -> None:
    stock, _ = stock_tokens(text)
    assert facts(parse_tokens(text)[0]) == facts(stock)
