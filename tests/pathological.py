"""Input that breaks parsers and patterns: each shape in any size, made by a function of its number of parts."""

from collections.abc import Callable
from typing import Final

Make = Callable[[int], str]

_ENTRY: Final = "- [a](https://example.org/a) - A thing.\n"
_TWO_LINES: Final = "- [a](https://example.org/a) - A thing.\\\n  [code](https://example.org/b)\n"


def _unit(text: str, before: str = "", after: str = "") -> Make:
    return lambda size: before + text * size + after


def _items(text: str) -> Make:
    """Entries of a list, each with the same odd text in its description."""
    return lambda size: "".join(f"- [a{n}](https://example.org/{n}) - {text}\n" for n in range(size))


def _one_row(size: int) -> str:
    cells = "".join(f" [a{n}](https://example.org/{n}) |" for n in range(size))
    return f"|{' a |' * size}\n|{' - |' * size}\n|{cells}\n"


def _reference_loop(size: int) -> str:
    return "".join(f"[a{n}][a{n + 1}]\n\n[a{n}]: <#a{n}> '[a{n + 1}]'\n" for n in range(size))


def _same_headings(size: int) -> str:
    return "- [a](#a)\n- [b](#a-7)\n\n" + "## a\n\n- [x](#a-1)\n\n" * size


def _near_titles(size: int) -> str:
    titles = (f"Learning to prune models of kind {n} with care" for n in range(size))
    return "".join(f"- [{title}](https://example.org/{n})\n" for n, title in enumerate(titles))


# Markup that something is missing from.
_BROKEN: Final = (
    *("<![", "<!x[", "<![x[", "<![CDATA[", "<![if a", "<!-", "<!", "<!doctype ", "<!doctype a [<!", "<!-- a --", "<?"),
    *(
        "<?a ",
        "</",
        "</a",
        "</ ",
        "<",
        "<a",
        "<a ",
        "<a b",
        "<a b=",
        '<a b="',
        "<a b='",
        "<a b=\"c'",
        '<a b="c" ',
        "<a/",
    ),
    *("<div", "<div>", "<div><!--", "<script>", "<style><!--", "<a>", "<b><", "<details><summary>", "<li><a href='b'>"),
)


def _broken(unit: str) -> dict[str, Make]:
    """Broken markup at the end of a file, within a line, in HTML, and in HTML that closes at its end."""
    return {
        f"{unit!r} at the end": _unit(unit, f"{_ENTRY}\n"),
        f"{unit!r} in a line": _unit(unit, "- [a](https://example.org/a) - b ", " c\n"),
        f"{unit!r} in HTML": _unit(unit, f"{_ENTRY}\n<div>\n", "\n</div>\n"),
        f"{unit!r} on lines of HTML": _unit(f"{unit}\n", "<div>\n", "\n</div>\n"),
    }


SHAPES: Final[dict[str, Make]] = {
    # Of one line.
    "a line of words": _unit("word "),
    "a line of one letter": _unit("a"),
    "a line of links": _unit("[a](https://example.org/a) ", "- "),
    "a line of links that run together": _unit("[a](https://example.org/a)"),
    "a line of unclosed links": _unit("[a](https://example.org/a ", "- "),
    "a line of spaced links": _unit("[a] (https://example.org/a) "),
    "a line of reversed links": _unit("(a)[https://example.org/a] "),
    "a line of bare URLs": _unit("https://example.org/a "),
    "a line of one URL": _unit("a/", "https://example.org/"),
    "a URL of escapes": _unit("%41", "- [a](https://example.org/", ")"),
    "a URL of parameters": _unit("&utm_source=a", "- [a](https://example.org/?a=b", ")"),
    "a line of images": _unit("![a](https://example.org/a.svg)"),
    "a line of badges": _unit("[![a](https://img.shields.io/badge/a-b-c)](https://example.org/a) "),
    "a line of code": _unit("`a` "),
    "a line of unclosed code": lambda size: " ".join("`" * (n % 50 + 1) + "a" for n in range(size)),
    "a line of emphasis": _unit("*a* **b** ***c*** "),
    "a line of unclosed emphasis": _unit("*a **b "),
    "a line of underscores": _unit("_a __b "),
    "a line of strikes": _unit("~~a "),
    "a line of tags": _unit("[CVPR'20] "),
    "a line of tags in parentheses": _unit("(CVPR 2020) "),
    "a line of venues": _unit("CVPR 2020, "),
    "a line of authors": _unit("Ada Lovelace, ", "- Title. by "),
    "a line of initials": _unit("A. B., ", "- Title. by "),
    "a line of periods": _unit("."),
    "a line of quotes": _unit("\"a 'b "),
    "a line of dashes": _unit(" - a"),
    "a line of colons": _unit(": a"),
    "a line of spaces": _unit(" ", "- a", "b"),
    "a line that ends in spaces": _unit(" ", "- a"),
    "a line of tabs": _unit("\t", "- a", "b"),
    "a line of entities": _unit("&amp;"),
    "a line of broken entities": _unit("&amp"),
    "a line of escapes": _unit("\\*"),
    "a line of backslashes": _unit("\\"),
    "a line of zero-width spaces": _unit("a\u200b"),
    "a line of direction marks": _unit("\u202ea\u202c"),
    "a line of combining marks": _unit("\u0301", "a"),
    "a line of mojibake": _unit("Ã© â€™ "),
    "a line of emoji": _unit("\U0001f468\u200d\U0001f469\u200d\U0001f467"),
    "a line of no characters": _unit("\x00\x01\ufffd"),
    "a line of ideographs": _unit("你好，世界。"),
    "a line of Arabic": _unit("مرحبا "),
    "a line of brackets": _unit("[]"),
    "a line of nested parentheses": lambda size: "(" * size + ")" * size,
    "a line of open brackets": _unit("["),
    "a line of closed brackets": _unit("]"),
    "a line of open links": _unit("]("),
    "a line of open images": _unit("![a]("),
    "a line of angles": _unit("<"),
    "a line of autolinks": _unit("<https://example.org/a>"),
    "a line of pipes": _unit("|"),
    "a line of hashes": _unit("#"),
    "a line of carets": _unit("[^1] "),
    "an open parenthesis before words": _unit("ab ", "( "),
    "closed parentheses after words": _unit("ab ) "),
    "spaces in the text of a link": _unit(" ", "- [a", "b ](https://example.org/a) - b\n"),
    "spaces after marks of a heading": _unit(" ", "##a", "b\n"),
    "spaces before labels on a line of their own": _unit(
        " ", f"{_TWO_LINES * 22}- [a](https://example.org/a)", "b\n  [c](d)\n"
    ),
    # HTML.
    "tags": _unit("<b>a</b> "),
    "unclosed tags": _unit("<b>"),
    "unclosed tags on lines": _unit("<div>\n"),
    "unclosed details": _unit("<details>\n<summary>a</summary>\n\n"),
    "unclosed attributes": _unit('<a href="'),
    "attributes": _unit(" a=b", "<a", ">b</a>"),
    "HTML links": _unit('<a href="https://example.org/a">a</a> '),
    "HTML list items": _unit('<li><a href="https://example.org/a">a</a> - b</li>\n', "<ul>\n", "</ul>\n"),
    "HTML rows": _unit(
        '<tr><td><a href="https://example.org/a">a</a></td><td>b</td></tr>\n', "<table>\n", "</table>\n"
    ),
    "closing tags": _unit("</div>"),
    "headings in HTML": _unit('<a name="b" />\n## a\n'),
    "lists in HTML": _unit("- [a](https://example.org/a)\n</div>\n", "<div>\n"),
    "spaces in a heading in HTML": _unit(" ", "<br>\n## a", "## b\n"),
    "comments": _unit("<!-- a -->"),
    "unclosed comments": _unit("<!-- a "),
    "comments on lines": _unit("<!-- awesome-lint-disable -->\n"),
    "directives for lines": _unit("- [a](http://github.com/a) <!-- awesome-lint-disable-line -->\n"),
    "names in a directive": lambda size: f"<!-- awesome-lint-disable {'insecure-link ' * size}-->\n",
    "declarations": _unit("<!a "),
    "instructions": _unit("<?a "),
    "breaks": _unit("a<br>[b](https://example.org/b)<br>"),
    # Blocks.
    "entries": _items("a thing"),
    "the same entry": _unit(_ENTRY),
    "entries without an end": _items("a [b](https://example.org/c"),
    "entries with tags": _items("[CVPR'20] (ICML 2021) a thing"),
    "near titles": _near_titles,
    "numbered items": _unit("1. [a](https://example.org/a)\n"),
    "items parted by blank lines": _unit("- [a](https://example.org/a)\n\n"),
    "items of other markers": _unit("- [a](https://example.org/a)\n* [b](https://example.org/b)\n"),
    "markers without a space": _unit("-[a](https://example.org/a)\n"),
    "empty items": _unit("-\n"),
    "blank lines": _unit("\n"),
    "lines of spaces": _unit("  \n"),
    "soft breaks": _unit("a\n"),
    "hard breaks": _unit("[a](https://example.org/a)\\\n"),
    "lone carriage returns": _unit("a\r"),
    "mixed line ends": _unit("a\r\nb\nc\r"),
    "quotes": _unit("> [a](https://example.org/a)\n"),
    "quotes and lines by turns": _unit("> a\n\nb\n\n"),
    "rows": _unit("| [a](https://example.org/a) | b |\n", "| a | b |\n| - | - |\n"),
    "rows that are uneven": _unit("| a | b | c\n", "| a | b |\n| - | - |\n"),
    "columns": _one_row,
    "headings": lambda size: "".join(f"## a {n}\n\n" for n in range(size)),
    "headings of one name": _same_headings,
    "headings that deepen": lambda size: "".join(f"{'#' * (n % 6 + 1)} a\n\n" for n in range(size)),
    "bold lines": _unit("**a**\n\n"),
    "rules": _unit("---\n\n"),
    "setext headings": _unit("a\n---\n\n"),
    "contents": lambda size: "".join(f"- [a {n}](#a-{n})\n" for n in range(size)) + "\n## a\n",
    "contents out of order": lambda size: (
        "## Contents\n\n"
        + "".join(f"- [a {n}](#a-{n})\n" for n in range(size))
        + "".join(f"\n## a {n * 7 % size}\n" for n in range(size))
    ),
    "definitions": lambda size: "".join(f"[a{n}]: https://example.org/{n}\n" for n in range(size)),
    "definitions of one name": _unit("[a]: https://example.org/a\n", "[a]\n\n"),
    "uses of one definition": _unit("[a] ", after="\n\n[a]: https://example.org/a\n"),
    "uses without a definition": _unit("[a][b] "),
    "a loop of references": _reference_loop,
    "fences": _unit("```\na\n```\n"),
    "an unclosed fence": _unit("a\n", "```\n"),
    "indented code": _unit("    a\n"),
    "front matter": _unit("a: b\n", "---\n", "---\n"),
    "unclosed front matter": _unit("a: b\n", "---\n"),
    "footnotes": lambda size: "".join(f"[^{n}]: a\n" for n in range(size)),
    **{name: make for unit in _BROKEN for name, make in _broken(unit).items()},
}
