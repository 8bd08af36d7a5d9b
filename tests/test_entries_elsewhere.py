"""Entries outside Markdown lists and tables: paragraphs, lines, headings, details and HTML."""

import pytest
from reading import listed, read, titles, urls


def paragraphs(line: str, count: int = 5) -> str:
    return "# List\n\n## Papers\n\n" + "\n\n".join(line.format(n=n) for n in range(count)) + "\n"


@pytest.mark.parametrize(
    "line",
    [
        "[Plant {n}](https://e.org/{n})",
        "[Plant {n}](https://e.org/{n}), CVPR 2018 [[code]](https://e.org/{n}/c)",
        "**Plant {n}** \\\n[[Paper](https://e.org/{n})] \\\n[[Code](https://e.org/{n}/c)]",
        "**Plant {n}.**<br>\n*Ada Byron.*<br>\nICCV 2021. [[PDF](https://e.org/{n})]",
        ":gem: <b>Plant {n} (2018)</b> [[Paper]](https://e.org/{n})",
        '**[{n}]** Byron, Ada, et al. "**Plant {n}**." ICML (2014). [[pdf]](https://e.org/{n}) **(A classic)** :star::star:',
    ],
)
def test_paragraphs(line: str) -> None:
    assert listed(paragraphs(line)) == [("paragraph", f"Plant {n}") for n in range(5)]


def test_quotes() -> None:
    line = "> **[Plant {n}](https://e.org/{n})** <kbd>MIT</kbd><br>Grows."
    assert listed(paragraphs(line)) == [("quote", f"Plant {n}") for n in range(5)]


@pytest.mark.parametrize(
    "line",
    [
        "See [plant {n}](https://e.org/{n}) for more.",
        "[Plant {n}](https://e.org/{n}) is a plant that you should read about first.",
        "[![Plant {n}](https://e.org/{n}.svg)](https://e.org/{n})",
        "[[ICCV 2023](https://e.org/{n})] [[Code](https://e.org/{n}/c)]",
        "[^{n}]: [Plant {n}](https://e.org/{n})",
        "Plant {n}",
        "https://e.org/{n}",
    ],
)
def test_other_paragraphs_are_no_entries(line: str) -> None:
    assert titles(paragraphs(line)) == []


def test_few_paragraphs_are_an_introduction() -> None:
    assert titles(paragraphs("[Plant {n}](https://e.org/{n})", 2)) == []


@pytest.mark.parametrize("end", ["", "<br>", "\\", "  "])
def test_lines_of_a_paragraph_that_begin_with_titles(end: str) -> None:
    lines = "\n".join(f"[Plant {n}](https://e.org/{n}) - Grows.{end}" for n in range(6))
    doc = read(f"# List\n\n## Plants\n\n{lines.removesuffix(end)}\n")
    assert [entry.title for entry in doc.entries] == [f"Plant {n}" for n in range(6)]
    assert [entry.line for entry in doc.entries] == list(range(5, 11))


@pytest.mark.parametrize("heading", ["### {}\n", "**{}**\n"])
def test_headings_over_labels(heading: str) -> None:
    below = "- Paper: https://e.org/{n}\n- Code: None\n"
    text = "# List\n\n## Plants\n\n" + "\n".join(
        heading.format(f"Plant {n}") + "\n" + below.format(n=n) for n in range(4)
    )
    doc = read(text)
    assert [(entry.kind, entry.title) for entry in doc.entries] == [("heading", f"Plant {n}") for n in range(4)]
    assert urls(doc) == [["0"], ["1"], ["2"], ["3"]]
    assert {entry.section.title for entry in doc.entries if entry.section} == {"Plants"}


def test_headings_over_labels_with_a_venue_and_an_abstract() -> None:
    one = "### How Plant {n} Learns (ICML 2020)\n\n* [Paper](https://e.org/{n})\n\n**Abstract:** It learns.\n\n"
    doc = read("# List\n\n" + "".join(one.format(n=n) for n in range(3)))
    assert [entry.title for entry in doc.entries] == [f"How Plant {n} Learns" for n in range(3)]
    assert [entry.year for entry in doc.entries] == [2020] * 3


def test_headings_over_fields_that_several_share() -> None:
    one = "### Plant {n}\n\n- **Habitat:** woods\n- **Where:** [Field notes](https://e.org/{n})\n\n"
    assert titles("# List\n\n" + "".join(one.format(n=n) for n in range(3))) == ["Plant 0", "Plant 1", "Plant 2"]


def test_headings_over_names_are_sections() -> None:
    one = "### Kind {n}\n\n- Hoe{n}: [Digger](https://e.org/{n}) digs\n- Rake{n}: [Raker](https://e.org/{n}r) rakes\n\n"
    assert {entry.kind for entry in read("# List\n\n" + "".join(one.format(n=n) for n in range(3))).entries} == {
        "bullet"
    }


def test_details_with_a_linked_summary() -> None:
    one = (
        '<details><summary><b><a href="https://e.org/{n}">Plant {n}</a></b> (🥇4 · ⭐ 2K) - Grows. '
        '<code><a href="https://e.org/mit">MIT</a></code></summary>\n\n'
        "- [GitHub](https://e.org/{n}/g) (12):\n\n\t```\n\tgit clone https://e.org/{n}/g\n\t```\n</details>\n"
    )
    hidden = (
        "<details><summary>Show 1 hidden plant...</summary>\n\n"
        '- <b><a href="https://e.org/h">Hidden</a></b> - Grows.\n</details>\n'
    )
    doc = read("# List\n\n## Plants\n\n" + "".join(one.format(n=n) for n in range(2)) + hidden)
    assert [(entry.kind, entry.title) for entry in doc.entries] == [
        ("html", "Plant 0"),
        ("html", "Plant 1"),
        ("bullet", "Hidden"),
    ]
    assert urls(doc) == [["0", "mit", "0/g"], ["1", "mit", "1/g"], ["h"]]


def test_lists_and_tables_of_html() -> None:
    doc = read(
        '<ul>\n<li><a href="https://e.org/hoe">Hoe</a> - Digs.\n<ul><li><a href="https://e.org/s">Small hoe</a></li></ul></li>\n'
        "<li>No link</li>\n</ul>\n\n"
        '<table>\n<tr><th>Name</th><th>Link</th></tr>\n<tr><td>Rake</td><td><a href="https://e.org/r">Link</a></td></tr>\n</table>\n'
    )
    assert [(entry.kind, entry.title) for entry in doc.entries] == [
        ("html", "Hoe"),
        ("html", "Small hoe"),
        ("html", "Rake"),
    ]


def test_lines_of_html_that_breaks_part() -> None:
    line = '&nbsp;&nbsp;:small_orange_diamond: <a href="https://e.org/{n}"><b>Plant {n}</b></a> - it grows &amp; grows.<br>\n'
    doc = read("# List\n\n<p>\n" + "".join(line.format(n=n) for n in range(3)) + "</p>\n")
    assert [(entry.kind, entry.title) for entry in doc.entries] == [("html", f"Plant {n}") for n in range(3)]
    description = doc.entries[0].parts.description
    assert description is not None
    assert description.text == "it grows & grows."


def test_lines_of_html_links_alone_are_a_menu() -> None:
    line = '<a href="https://e.org/{n}">Share on {n}</a><br>\n'
    assert titles("# List\n\n<div>\n" + "".join(line.format(n=n) for n in range(4)) + "</div>\n") == []
