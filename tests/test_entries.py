"""What is an entry and what is none among items and rows, and what an entry knows."""

import pytest
from reading import listed, read, titles, urls


def test_bullets_and_ordered_items() -> None:
    text = "- [Hoe](https://e.org/hoe) - Digs.\n\n1. [Rake](https://e.org/rake)\n2. [Saw](https://e.org/saw)\n"
    assert listed(text) == [("bullet", "Hoe"), ("ordered", "Rake"), ("ordered", "Saw")]


def test_markers_lines_and_groups() -> None:
    doc = read("# List\n\n* [Hoe](https://e.org/hoe)\n* [Rake](https://e.org/rake)\n\n3. [Saw](https://e.org/saw)\n")
    assert [(entry.marker, entry.line) for entry in doc.entries] == [("*", 3), ("*", 4), ("3.", 6)]
    hoe, rake, saw = doc.entries
    assert hoe.group == rake.group != saw.group


def test_hard_wrapped_lines_and_second_paragraphs_belong_to_their_entry() -> None:
    doc = read(
        "1. **How Plants Learn**\n   [[pdf]](https://e.org/p)\n\n   *Ada Byron.* [[code]](https://e.org/c)\n\n"
        "2. **Other** [[pdf]](https://e.org/o)\n"
    )
    assert urls(doc) == [["p", "c"], ["o"]]
    assert len(doc.entries[0].content) == 2


def test_nested_entries_have_a_parent() -> None:
    doc = read("- [Tools](https://e.org/t)\n  - [Hoe](https://e.org/hoe) - Digs.\n  - [Rake](https://e.org/rake)\n")
    tools, hoe, rake = doc.entries
    assert (hoe.parent, rake.parent, tools.parent) == (tools, tools, None)
    assert urls(doc) == [["t"], ["hoe"], ["rake"]]


@pytest.mark.parametrize(
    "nested",
    [
        "[[Paper]](https://e.org/p)",
        "[Code](https://e.org/p)",
        "Code: [official](https://e.org/p)",
        "Data: [A1](https://e.org/p), [B2](https://e.org/q)",
        "Ada Byron, Max Born",
        "It says that plants learn, see [this note](https://e.org/p).",
        "Code: https://e.org/p",
    ],
)
def test_a_label_or_field_nested_in_an_entry_belongs_to_it(nested: str) -> None:
    assert titles(f"- How Plants Learn (ICML 2020)\n  - {nested}\n- [Other](https://e.org/o)\n") == [
        "How Plants Learn",
        "Other",
    ]


def test_a_text_that_begins_the_nested_items_of_several_entries_is_a_label() -> None:
    item = "- [Course {n}](https://e.org/{n})\n  - [Solved Exams](https://e.org/{n}/exams)\n"
    doc = read("".join(item.format(n=n) for n in "abc"))
    assert [entry.title for entry in doc.entries] == ["Course a", "Course b", "Course c"]
    assert urls(doc) == [["a", "a/exams"], ["b", "b/exams"], ["c", "c/exams"]]


def test_a_link_among_labels_is_one_of_them() -> None:
    text = (
        "- [Course](https://e.org/c)\n  - [Notes](https://e.org/n)\n  - [Videos](https://e.org/v)\n"
        "  - [Recaps](https://e.org/r)\n- [Other](https://e.org/o)\n"
    )
    assert titles(text) == ["Course", "Other"]


def test_an_item_over_entries_is_no_entry() -> None:
    text = "- Digging\n  - [Hoe](https://e.org/hoe)\n  - [Spade](https://e.org/spade)\n- [Saw](https://e.org/saw)\n"
    assert titles(text) == ["Hoe", "Spade", "Saw"]
    lead_in = "Both of these are worth the time it takes to learn how they are used in a garden of some size:"
    assert titles(text.replace("Digging", lead_in)) == ["Hoe", "Spade", "Saw"]


def test_an_item_without_a_link_counts_beside_some_with_one() -> None:
    linked = "".join(f"- Plant {n} [[pdf](https://e.org/{n})]\n" for n in range(3))
    assert titles(linked + "- Plant without a link\n")[-1] == "Plant without a link"


@pytest.mark.parametrize(
    ("items", "count"),
    [
        ("- Digs in any soil\n- Never rusts\n", 0),
        ("- KDD 2026 (Aug)\n- ICML 2026 (Jul)\n", 0),
        ("- How Plants Learn (ICML 2020)\n- [KDD'21] Roots and How They Grow\n", 2),
    ],
)
def test_a_list_without_links(items: str, count: int) -> None:
    assert len(read(items).entries) == count


@pytest.mark.parametrize(
    "line",
    [
        "[Hoes](#hoes)",
        "**[⬆ back to top](README.md)**",
        "[Back to top](README.md)",
    ],
)
def test_ways_about_the_page_are_no_entries(line: str) -> None:
    assert titles(f"# List\n\n- {line}\n- [Hoe](https://e.org/hoe)\n") == ["Hoe"]


@pytest.mark.parametrize(
    "heading",
    [
        "Contents",
        "Table of Contents",
        "📖 Contents",
        "Contributing",
        "License",
        "How to Contribute",
        "Star History",
        "目录",
        "Citation",
    ],
)
def test_sections_that_list_nothing(heading: str) -> None:
    text = (
        f"# List\n\n## {heading}\n\n- [Some](https://e.org/some) - Thing.\n\n## Tools\n\n- [Hoe](https://e.org/hoe)\n"
    )
    assert titles(text) == ["Hoe"]


@pytest.mark.parametrize(
    "heading", ["Content Management", "License Checkers", "News Readers", "Contributions of Plants"[:4]]
)
def test_sections_whose_names_only_look_so(heading: str) -> None:
    assert titles(f"# List\n\n## {heading}\n\n- [Hoe](https://e.org/hoe) - Digs.\n") == ["Hoe"]


def test_what_stands_below_a_section_that_lists_nothing() -> None:
    text = (
        "## Contributing\n\n### Tools we use\n\n- [Saw](https://e.org/saw)\n\n## Garden\n\n- [Hoe](https://e.org/hoe)\n"
    )
    assert titles(text) == ["Hoe"]
    assert titles(text.replace("Contributing", "Contents")) == ["Saw", "Hoe"]


def test_news_are_dated() -> None:
    items = "- {}[Hoe](https://e.org/hoe) is out.\n- {}[Rake](https://e.org/rake) is out.\n"
    assert titles("## 🔔 News\n\n" + items.format("2024-01-02 ", "2024-02-03 ")) == []
    assert titles("## News\n\n" + items.format("", "")) == ["Hoe", "Rake"]


def test_fragments_with_other_links_are_no_contents() -> None:
    assert urls(read("- [Hoe](https://e.org/hoe) see [rakes](#rakes)\n")) == [["hoe", "#rakes"]]


def test_relative_links_are_links() -> None:
    assert titles("- [Turkish](books/tr.md)\n- [Thai](books/th.md)\n") == ["Turkish", "Thai"]


def test_rows() -> None:
    doc = read(
        "| Title | Venue |\n| - | - |\n| [Roots](https://e.org/r) | ICML 2020 |\n| [Stems](https://e.org/s) | KDD |\n| | |\n"
    )
    assert [(entry.kind, entry.title) for entry in doc.entries] == [("row", "Roots"), ("row", "Stems")]
    first = doc.entries[0]
    assert first.table is doc.tables[0]
    assert first.columns is not None
    assert first.columns.names == {"title": 0, "venue": 1}
    assert [doc.raw(cell) for cell in first.cells] == ["[Roots](https://e.org/r)", "ICML 2020"]


@pytest.mark.parametrize(("header", "count"), [("Title|Venue", 1), ("Name|Paper|Code", 1), ("Left|Right", 0)])
def test_a_table_of_one_row_needs_a_header_that_says_what_it_lists(header: str, count: int) -> None:
    cells = ["[Roots](https://e.org/r)", "x", "y"][: header.count("|") + 1]
    assert len(read(f"|{header}|\n|{'-|' * len(cells)}\n|{'|'.join(cells)}|\n").entries) == count


def test_tables_of_results_and_menus_are_none() -> None:
    assert titles("| Method | MAE |\n| - | - |\n| [A](#a) | 1 |\n| [B](#b) | 2 |\n") == []
    assert titles("| Sign | Meaning |\n| - | - |\n| x | good |\n| y | bad |\n") == []


def test_right_to_left_and_chinese() -> None:
    text = '<div dir="rtl" markdown="1">\n\n* [پایتون](https://e.org/a) - کتاب (PDF)\n\n</div>\n\n- [园丁](https://e.org/b)：浇花。\n'
    assert titles(text) == ["پایتون", "园丁"]


def test_commented_out_items_are_no_entries() -> None:
    assert titles("<!--\n- [Hoe](https://e.org/hoe)\n-->\n\n- [Rake](https://e.org/rake)\n") == ["Rake"]


def test_code_is_no_entry() -> None:
    assert titles("```\n- [Hoe](https://e.org/hoe)\n```\n\n- [Rake](https://e.org/rake)\n") == ["Rake"]


def test_links_know_their_entry() -> None:
    doc = read(
        "# [List](https://e.org)\n\nSee [this](https://e.org/t).\n\n- [Hoe](https://e.org/hoe) [[code](https://e.org/c)]\n"
    )
    (hoe,) = doc.entries
    owners = {link.url.removeprefix("https://e.org"): link.entry for link in doc.links}
    assert owners == {"": None, "/t": None, "/hoe": hoe, "/c": hoe}


def test_images_of_an_entry() -> None:
    doc = read("- [Hoe](https://e.org/hoe) ![a](a.png) ![b](b.png)\n- [Rake](https://e.org/rake)\n\n![c](c.png)\n")
    assert [[image.url for image in entry.images] for entry in doc.entries] == [["a.png", "b.png"], []]


def test_primary_link_and_identities() -> None:
    doc = read("- Roots (ICML 2020) [[pdf](https://arxiv.org/pdf/1706.03762)] [[mine](notes.md)]\n")
    (roots,) = doc.entries
    assert roots.primary is doc.links[0]
    assert roots.identities == {"arxiv:1706.03762"}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("- [Hoe](https://e.org/hoe)\n" * 5, True),
        ("- [Hoe](https://e.org/hoe)\n" * 4, False),
        ("Text.\n\n" * 30 + "- [Hoe](https://e.org/hoe)\n" * 5, False),
        ("Just text.\n", False),
        ("", False),
    ],
)
def test_what_a_list_is(text: str, answer: bool) -> None:
    assert read(text).is_list is answer
