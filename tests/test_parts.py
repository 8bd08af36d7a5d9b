"""The parts of an entry: title, tags, separator, authors, description, labels and year."""

import time

import pytest
from reading import read

from awesome_lint.entries.entry import Entry
from awesome_lint.entries.parts import Parts
from awesome_lint.errors import UserError

PAPER = "[[paper](https://example.org/p)]"
LAZY = ("separator", "description", "authors", "by", "labels", "tags_after")


def entry(line: str) -> Entry:
    """Return the entry of a bullet, beside another so that a bullet without a link counts."""
    return read(f"- {line}\n- [Other](https://example.org/other)\n").entries[0]


def parts(line: str) -> Parts:
    return entry(line).parts


def row(header: str, cells: str) -> Entry:
    ruler = "|".join("-" for _ in header.split("|"))
    return read(f"|{header}|\n|{ruler}|\n|{cells}|\n|{cells}|\n").entries[0]


@pytest.mark.parametrize(
    ("line", "text", "form"),
    [
        (f"**How Plants Learn** (2015), A. Byron et al. {PAPER}", "2015", "paren"),
        ("[How Plants Learn](https://example.org), CVPR 2018", "CVPR 2018", "plain"),
        (f"How Plants Learn (ICDE 2022) {PAPER}", "ICDE 2022", "paren"),
    ],
)
def test_tag_behind_the_title(line: str, text: str, form: str) -> None:
    (tag,) = parts(line).tags_after
    assert (tag.text, tag.form) == (text, form)


@pytest.mark.parametrize(
    ("after", "blanks", "mark"),
    [
        (" - Waters.", " - ", "-"),
        (" – Waters.", " – ", "–"),
        (" — Waters.", " — ", "—"),
        (": waters", ": ", ":"),
        ("：浇花", "：", "："),
        (" | waters", " | ", "|"),
        (", Byron et al.", ", ", ","),
        (" :zap: - Waters.", " - ", "-"),
        (" (Free) - Waters.", " - ", "-"),
        (" ![b](https://example.org/b.svg) - Waters.", " - ", "-"),
    ],
)
def test_separator(after: str, blanks: str, mark: str) -> None:
    found = entry(f"[Gardener](https://example.org){after}")
    separator = found.parts.separator
    assert separator is not None
    assert (found.doc.raw(separator.span), separator.text) == (blanks, mark)


@pytest.mark.parametrize("after", ["", " waters plants", " -waters"])
def test_no_separator(after: str) -> None:
    assert parts(f"[Gardener](https://example.org){after}").separator is None


@pytest.mark.parametrize(
    ("after", "description"),
    [
        (" - Waters plants.", "Waters plants."),
        (" - Waters [all](https://example.org/all) plants.", "Waters all plants."),
        (" - Waters plants. ([Demo](https://example.org/d)) `MIT`", "Waters plants."),
        (" - Waters plants. [[code]](https://example.org/c) :star:", "Waters plants."),
        (" - Waters **all plants**", "Waters all plants"),
        (" - Waters plants. [![b](https://example.org/b.svg)](https://example.org/b)", "Waters plants."),
        (" waters plants", "waters plants"),
        ("", None),
        (" [[code]](https://example.org/c)", None),
    ],
)
def test_description(after: str, description: str | None) -> None:
    found = parts(f"[Gardener](https://example.org){after}").description
    assert (found.text if found else None) == description


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        (f"How Plants Learn. by Ada Byron et al. {PAPER}", "by Ada Byron et al"),
        (f"How Plants Learn by Ada Byron and Max Born {PAPER}", "by Ada Byron and Max Born"),
        (f"How Plants Learn. by Botany Lab & Friends. {PAPER}", "by Botany Lab & Friends"),
        (f"**How Plants Learn.** *Ada Byron, Max Born.* {PAPER}", "Ada Byron, Max Born"),
        ("[How Plants Learn](https://example.org), Byron et al., CVPR 2022", "Byron et al."),
        (f"**How Plants Learn** (2015), A. Byron and M. Born {PAPER}", "A. Byron and M. Born"),
        (f'Byron, Ada, et al. "How Plants Learn." ICML. 2014. {PAPER}', "Byron, Ada, et al."),
        ("[Gardener](https://example.org) - Inspired by Ada Byron.", None),
        ("[Gardener](https://example.org) - Roots, stems and leaves.", None),
        (f"How Plants Learn *(CNN; NPU)* {PAPER}", None),
    ],
)
def test_authors(line: str, authors: str | None) -> None:
    found = parts(line).authors
    assert (found.text if found else None) == authors


def test_authors_in_a_second_paragraph() -> None:
    doc = read(f"1. **How Plants Learn.** {PAPER}\n\n    *Ada Byron, Max Born.*\n")
    authors = doc.entries[0].parts.authors
    assert authors is not None
    assert authors.text == "Ada Byron, Max Born"


def test_authors_in_a_nested_item() -> None:
    doc = read(f"- How Plants Learn {PAPER}\n  - Ada Byron, Max Born, and Li Wei\n")
    authors = doc.entries[0].parts.authors
    assert authors is not None
    assert authors.text == "Ada Byron, Max Born, and Li Wei"


@pytest.mark.parametrize(
    ("tail", "labels"),
    [
        ("[[paper](https://example.org/p)] [[code](https://example.org/c)]", ["paper", "code"]),
        ("[[Paper]](https://example.org/p)", ["[Paper]"]),
        ("[(Paper)](https://example.org/p)", ["(Paper)"]),
        ("[Project Page](https://example.org/p)", ["Project Page"]),
        ("[[slides by Ada]](https://example.org/p)", ["[slides by Ada]"]),
        ("[[ICML2020]](https://example.org/p)", []),
        ("[Gardening for All](https://example.org/p)", []),
    ],
)
def test_labels(tail: str, labels: list[str]) -> None:
    assert [link.text for link in parts(f"**How Plants Learn** {tail}").labels] == labels


def test_title_link_is_no_label() -> None:
    found = parts("[Docs](https://example.org) - Writes documents. [Code](https://example.org/c)")
    assert found.title.text == "Docs"
    assert [link.text for link in found.labels] == ["Code"]


@pytest.mark.parametrize(
    ("header", "cells", "title"),
    [
        ("Title|Venue", "[How Plants Learn](https://example.org)|ICML", "How Plants Learn"),
        ("Year|Paper|Code", "2020|How Plants Learn|[code](https://example.org)", "How Plants Learn"),
        ("Name|Paper", "RootNet|[How Plants Learn](https://example.org)", "How Plants Learn"),
        ("Name|Paper", "RootNet|[Documentation](https://example.org)", "RootNet"),
        ("标题|年份", "[植物如何学习](https://example.org)|2020", "植物如何学习"),
        ("标题|年份", "[RootNet](https://example.org) 精读|2020", "RootNet 精读"),
        ("Stars|What", "★★★|[How Plants Learn](https://example.org)", "How Plants Learn"),
        ("Paper|Links", "3) **RootNet** - learns as plants do.|[Paper](https://example.org)", "RootNet"),
        ("Paper|Links", "3) RootNet  This work learns.|[Paper](https://example.org)", "RootNet"),
        ("Title|PDF", "🔥[RootNet] How Plants Learn(@lab)|[pdf](https://example.org)", "How Plants Learn"),
        ("Skill|Datasets", "Digging|[A1](https://example.org/a), [B2](https://example.org/b)", "Digging"),
        ("Title|Code", "![Star](https://example.org/s.svg) <br> [**Roots**](https://example.org)|-", "Roots"),
    ],
)
def test_title_of_a_row(header: str, cells: str, title: str) -> None:
    assert row(header, cells).parts.title.text == title


def test_cells_of_a_row() -> None:
    found = row("Title|Authors|Description|Year", "[Roots](https://example.org)|Byron et al.|How they grow|2020")
    assert found.parts.authors is not None
    assert found.parts.authors.text == "Byron et al."
    assert found.parts.description is not None
    assert found.parts.description.text == "How they grow"
    assert found.year == 2020


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("[NeurIPS'22] How Plants Learn", 2022),
        (f"[ICLR 25] How Plants Learn {PAPER}", 2025),
        (f"**How Plants Learn** (1998), A. Byron {PAPER}", 1998),
        ("[How Plants Learn](https://example.org), Byron et al., CVPR 2022 | [bibtex](https://example.org/b)", 2022),
        (f"**How Plants Learn.** *Byron et al.* arXiv 2018. {PAPER}", 2018),
        (f"How Plants Learn, ICDM'21. {PAPER}", 2021),
        ("[Gardener](https://example.org) - The best tool for watering every plant of the year 2019.", None),
        ("[Gardener](https://example.org)", None),
    ],
)
def test_year(line: str, year: int | None) -> None:
    assert entry(line).year == year


def test_year_of_the_heading_over_an_entry() -> None:
    doc = read(
        "# List\n\n## Papers\n\n### 2022\n\n#### Talks\n\n- [A](https://example.org/a)\n\n"
        "## Older\n\n### 2020\n\n### Conferences\n\n- [B](https://example.org/b)\n\n"
        "### Journals\n\n- [C](https://example.org/c)\n\n## Tools\n\n- [D](https://example.org/d)\n"
    )
    assert [found.year for found in doc.entries] == [2022, 2020, 2020, None]


def effort(text: str) -> float:
    """Return the processor time in seconds that it takes to read every part of a text's entries; 0 if none is read."""
    try:
        found = read(text).entries
    except UserError:  # nested deeper than any page
        return 0
    before = time.process_time()
    for one in found:
        for name in ("title", *LAZY):
            getattr(one.parts, name)
        assert one.year in (None, 2020)
    return time.process_time() - before


@pytest.mark.parametrize("wrap", ["- {}\n", "- [Roots](https://example.org) - {}\n"])
@pytest.mark.parametrize(
    "piece",
    ["[", "( ", '"', "* ", "*a* ", ", ", "by ", "A. ", "Ab, Cd. ", "et al ", "(2020) ", "[2020] ", ":a", "<b>", "\\"],
)
def test_effort_grows_with_the_length_of_the_line(piece: str, wrap: str) -> None:
    few, many = (effort(wrap.format(piece * (size // len(piece)))) for size in (2_000, 32_000))
    assert many < 80 * max(few, 0.001)  # 16 times the length; its square would be 256 times the effort
