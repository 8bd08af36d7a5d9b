"""Texts that look like lists and are full of what people mistype: strategies for the property tests."""

from typing import Final

from hypothesis import strategies as st

NAMES: Final = (
    "Alpha",
    "beta",
    "Gamma Delta",
    "a",
    "The Ünder",
    "你好",
    "مرحبا",
    "x-y_z",
    "`code`",
    "**Bold**",
    "C++",
    "",
)
URLS: Final = (
    "https://example.org/a", "http://github.com/o/r", "https://github.com/O/R.git", "https://arxiv.org/abs/2206.15472v2",
    "https://arxiv.org/pdf/2206.15472.pdf", "arxiv.org/abs/2206.15472", "https://doi.org/10.1145/3498361.3539765",
    "https://dl.acm.org/doi/10.1145/3498361.3539765", "https://example.org/?utm_source=x&b=c", "https://example.org/a b",
    "#alpha", "#Alpha", "#papers-1", "./docs/a.md", "htps://example.org", "https//example.org", "https://example.org/(a)",
    "https://example.org/é", "<https://example.org>", "mailto:a@example.org", "https://proceedings.mlr.press/v139/a21a.html", "",
)  # fmt: skip
TAGS: Final = (
    "[NeurIPS'22]", "[NeruIPS'22]", "(CVPR 2020)", "[cvpr20]", "**ICML 2031**", "*ECCV 2021*", "`ICLR 2024`", "[Arxiv 2019]",
    "[MobiSys’22 Workshop]", "(To appear)", "2020", "[[ACL'21](https://example.org)]", "[FL@FM-IJCAI'24]", "[ICML", "NIPS'30]",
)  # fmt: skip
WORDS: Final = (
    "a thing", "A thing.", "the the thing", "A Github tool for Javascript", "of  two", "by A. Lovelace, B. Babbage", "by Ada et al.",
    "cafÃ©", "donâ€™t", "a ,b", "what ?", "wow!!", "\"half", "soft\u00adhyphen", "zero\u200bwidth", "no\u00a0break", "\u202eright\u202c",
    "ﬁne", "&amp;", "<br>", "<b>b</b>", "<!-- c -->", "![i](i.png)", "`a  b`", "$x^2$", "~~old~~", "_em_", "**s", "*", "[", "](", ")", "|", "\\", "…", "。", "，",
)  # fmt: skip
SEPARATORS: Final = (" - ", " – ", " — ", ": ", " ", "- ", " -", "：", "", " : ")
MARKERS: Final = ("- ", "* ", "+ ", "1. ", "2) ", "-", "  - ", "    - ", "> - ", "> ", "", "| ", "-\t", "•")
ENDS: Final = ("\n", "\n", "\n", "\n\n", "\n\n\n", " \n", "  \n", "\\\n", "\r\n", "\r", "<br>\n", "")
BLOCKS: Final = (
    "# Awesome\n", "## Papers\n\n", "## papers\n\n", "### Tools\n\n", "**Bold line**\n\n", "Title\n===\n", "##Broken\n", "## Contents\n\n",
    "- [Papers](#papers)\n", "- [Gone](#gone)\n", "  - [Tools](#tools)\n", "---\n", "```\n", "    code\n", "| a | b |\n| - | - |\n",
    "| Title | Venue | Year |\n|---|---|---|\n", "| [A](https://example.org/t) | CVPR | 2020 |\n", "| b |\n", "<details>\n<summary>More</summary>\n\n",
    "</details>\n\n", "<ul>\n<li><a href=\"https://example.org/h\">H</a> - h</li>\n</ul>\n\n", "<p align=center>\n", "</p>\n", "<h2>Html</h2>\n\n",
    "<!-- awesome-lint-disable -->\n", "<!-- awesome-lint-enable -->\n", "<!-- awesome-lint-disable-next-line trailing-space -->\n",
    "<!--lint disable awesome-list-item-->\n", "[r]: https://example.org/r\n", "[r]: <> \"t\"\n", "[^1]: note\n", "\ufeff", "\n", "\t\n", "\x00", "\x0b",
    "Some words about it.\n\n", "[Back to top](#awesome)\n", "[![b](https://img.shields.io/badge/a-b-c)](https://example.org)\n",
)  # fmt: skip


def _entry(marker: str, tag: str, link: tuple[str, str], separator: str, words: str, after: str, end: str) -> str:
    name, url = link
    listed = f"[{name}]({url})" if name else url
    return f"{marker}{tag}{' ' if tag else ''}{listed}{separator}{words}{after}{end}"


_pick = st.sampled_from
ENTRIES: Final = st.builds(
    _entry,
    _pick(MARKERS),
    _pick(("", "", *TAGS)),
    st.tuples(_pick(NAMES), _pick(URLS)),
    _pick(SEPARATORS),
    st.lists(_pick(WORDS), max_size=3).map(" ".join),
    _pick(
        (
            "",
            "",
            " [[paper](https://example.org/p)]",
            " [code] (https://example.org/c)",
            " (pdf)[https://example.org/d]",
            *TAGS,
        )
    ),
    _pick(ENDS),
)
_SCRAPS: Final = st.one_of(
    _pick(BLOCKS), _pick(WORDS), _pick(TAGS), _pick(URLS), _pick(MARKERS), _pick(ENDS), st.text(max_size=4)
)
# One form many times over, so that lists have habits from which something can depart.
_RUNS: Final = st.builds(
    lambda marker, separator, words, end, count: "".join(
        _entry(marker, "", (f"Name {n}", f"https://example.org/{n}"), separator, words, "", end) for n in range(count)
    ),
    _pick(("- ", "* ", "1. ")),
    _pick(SEPARATORS[:4]),
    _pick(WORDS[:4]),
    _pick(("\n", "\r\n", "\n\n")),
    st.integers(10, 14),
)
# Surrogates are in no text that was decoded from UTF-8.
LISTS: Final = st.lists(st.one_of(ENTRIES, ENTRIES, _SCRAPS, _SCRAPS, _RUNS), max_size=14).map(
    lambda pieces: "".join(pieces).encode("utf-8", "ignore").decode()
)
