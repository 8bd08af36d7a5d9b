"""The contents of a page in each form, and where their links lead."""

import pytest
from reading import read

from awesome_lint.contents.contents import Contents
from awesome_lint.contents.review import review
from awesome_lint.places import Places, fold, section_of

SECTIONS = "## Aa\n\nText.\n\n## Bb\n\nText.\n\n### Deep\n\nText.\n\n## Cc\n\nText.\n"


def contents(top: str, sections: str = SECTIONS) -> Contents:
    found = read(f"# List\n\n{top}\n\n{sections}").contents
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("top", "form"),
    [
        ("- [Aa](#aa)\n- [Bb](#bb)\n- [Cc](#cc)", "bullets"),
        ("1. [Aa](#aa)\n2. [Bb](#bb)\n3. [Cc](#cc)", "ordered"),
        ("[Aa](#aa) | [Bb](#bb) | [Cc](#cc)", "line"),
        ("**[Aa](#aa)** • [Bb](#bb) • [Cc](#cc)", "line"),
        ("| a | b | c |\n|---|---|---|\n| [Aa](#aa) | [Bb](#bb) | [Cc](#cc) |", "table"),
        ('<p><a href="#aa">Aa</a> · <a href="#bb">Bb</a> · <a href="#cc">Cc</a></p>', "html"),
        ("<!-- START doctoc -->\n\n- [Aa](#aa)\n- [Bb](#bb)\n- [Cc](#cc)\n\n<!-- END doctoc -->", "bullets"),
        ("- Group\n  - [Aa](#aa)\n  - [Bb](#bb)\n- Other\n  - [Cc](#cc)", "bullets"),
        ("<details>\n\n- 🚀 [Aa](#aa) (3)\n- [Bb](#bb) (4)\n- [Cc](#cc) (5)\n\n</details>", "bullets"),
    ],
)
def test_forms(top: str, form: str) -> None:
    found = contents(top)
    assert found.form == form
    assert [item.text for item in found.items] == ["Aa", "Bb", "Cc"]
    assert [item.target.title if item.target else None for item in found.items] == ["Aa", "Bb", "Cc"]
    assert not any(item.is_broken for item in found.items)


def test_levels_and_parents() -> None:
    items = contents("- [Aa](#aa)\n- [Bb](#bb)\n  - [Deep](#deep)\n- [Cc](#cc)").items
    assert [item.level for item in items] == [0, 0, 1, 0]
    assert items[2].parent is items[1]
    assert all(item.item for item in items)


def test_span() -> None:
    doc = read(f"# List\n\n- [Aa](#aa)\n- [Bb](#bb)\n- [Cc](#cc)\n\n{SECTIONS}")
    assert doc.contents is not None
    assert doc.raw(doc.contents.span) == "- [Aa](#aa)\n- [Bb](#bb)\n- [Cc](#cc)"


@pytest.mark.parametrize(
    "text",
    [
        "# List\n\n- [Aa](#aa)\n- [Bb](#bb)\n\n" + SECTIONS,
        "# List\n\nSee [Aa](#aa), then go to [Bb](#bb), and at last [Cc](#cc).\n\n" + SECTIONS,
        "# List\n\n- A word on [Aa](#aa)\n- Another on [Bb](#bb)\n- And on [Cc](#cc)\n\n" + SECTIONS,
        "## A\n\n- <a name='x'></a> X\n- <a id='y'></a> Y\n\n|a|b|\n|-|-|\n|[X](#x)|1|\n|[Y](#y)|2|\n|[Y](#y)|3|\n",
        "# List\n\n- [Aa](https://a.example.org)\n- [Bb](https://b.example.org)\n- [Cc](https://c.example.org)\n",
    ],
)
def test_no_contents(text: str) -> None:
    assert read(text).contents is None


def test_longest_run_is_the_contents() -> None:
    top = "- [Aa](#aa)\n- [Bb](#bb)\n- [Cc](#cc)\n- [Deep](#deep)"
    back = "\n\n## Back\n\n- [Aa](#aa)\n- [Bb](#bb)\n- [Cc](#cc)\n"
    assert len(contents(top, SECTIONS + back).items) == 4


@pytest.mark.parametrize(
    ("link", "name", "found"),
    [
        ("[x](#fast--slow)", "fast--slow", "name"),
        ("[x](#user-content-fast--slow)", "fast--slow", "name"),
        ("[x](#Fast--Slow)", "fast--slow", "case"),
        ("[x](#fast-&-slow)", "fast--slow", "slug"),
        ("[x](#fastslow)", "fast--slow", "slug"),
        ("[Fast & Slow](#gone)", "fast--slow", "text"),
        ("[C++](#gone)", "c", "text"),
        ("[C](#gone)", "c-1", "text"),
        ("[x](#compliers)", "compilers", "near"),
        ("[x](#the-compilers)", "compilers", "near"),
        ("[Compil](#gone)", "compilers", "near"),
    ],
)
def test_places(link: str, name: str, found: str) -> None:
    doc = read(f"{link}\n\n## Fast & slow\n\n## C++\n\n## C\n\n## Compilers\n\n## Version 2\n\n## Files\n")
    place = Places(doc).find(doc.links[0])
    assert place is not None
    assert (place.name, place.found) == (name, found)


@pytest.mark.parametrize("link", ["[x](#version-3)", "[x](#gone)", "[x](#+)", "[Files](#flies)", "[x](#c++)"])
def test_no_place(link: str) -> None:
    doc = read(f"{link}\n\n## C++\n\n## C\n\n## Version 2\n\n## Files\n")
    assert Places(doc).find(doc.links[0]) is None


def test_sections_of_anchors() -> None:
    doc = read(
        "## Aa\n\n<a name='bb'></a>\n## Bb\n\n<a id='bb2'></a>\n\nText.\n\n- <a name='entry'></a> x\n\n"
        "## <a id='cc'></a> Cc\n"
    )
    assert [getattr(section_of(doc, name), "title", None) for name in ("aa", "bb", "bb2", "entry", "cc")] == [
        "Aa",
        "Bb",
        "Bb",
        None,
        "Cc",
    ]


def test_fold() -> None:
    assert fold("C++ & Co. 2") == "c++co2"
    assert fold("C#") != fold("C")


def test_review_is_silent_about_sound_contents() -> None:
    doc = read(f"# List\n\n- [Aa](#aa)\n- [Bb](#bb)\n  - [Deep](#deep)\n- [Cc](#cc)\n\n{SECTIONS}")
    assert doc.contents is not None
    assert list(review(doc, doc.contents)) == []
