"""Venue tags are found in every form that lists write them in, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_lint.document import Document
from awesome_lint.testing import document
from awesome_lint.venues.mentions import dated_mentions, full_year, short_mentions
from awesome_lint.venues.tag import VenueTag

# Six entries in one form: tags are a custom of a list that has five.
VENUES = ("ICML", "CVPR", "KDD", "AAAI", "ICLR", "EMNLP")
TITLES = ("Graphs of Things", "Waves in Sand", "Trees and Rain", "Maps for Bats", "Songs of Ice", "Tides at Dawn")


def lines(form: str, venues: tuple[str, ...] = VENUES) -> list[str]:
    """Return entries that are `form`, V and T standing for venue and title."""
    pairs = zip(venues, TITLES, strict=True)
    return [form.translate({ord("V"): venue, ord("T"): title}) for venue, title in pairs]


def listed(form: str, venues: tuple[str, ...] = VENUES) -> Document:
    """Return a list of such entries."""
    return document("# Awesome Tests\n\n" + "\n".join(lines(form, venues)) + "\n")


def shown(tag: VenueTag) -> tuple[str, int | None, str]:
    """Return what a tag says: venue as written, year, qualifiers."""
    return tag.text, tag.year, tag.qualifiers


@pytest.mark.parametrize("form", ["(**V**)", "[[V](https://example.org/v)]", "*V*", "([V](https://example.org/v))"])
def test_venues_without_years_are_read_below_headings_that_give_them(form: str) -> None:
    venues = ("CHI", "UIST", "CSCW", "TVCG", "ISMAR", "MobileHCI")
    entries = lines(f"- [T](https://example.org/V) {form}", venues)
    new, old = entries[:3], entries[3:]
    doc = document("\n".join(["# HCI", "", "## 2023", "", *new, "", "## 2022", "", *old, ""]))
    assert [(tag.text, tag.edition) for tag in doc.venue_tags] == list(
        zip(venues, [2023] * 3 + [2022] * 3, strict=True)
    )
    bare = document("\n".join(["# HCI", "", "## Hands", "", *new, "", "## Eyes", "", *old, ""]))
    assert not bare.venue_tags.awake


@pytest.mark.parametrize(
    ("form", "year", "place"),
    [
        ("- [V'22] T. [[paper](https://example.org/V)]", 2022, "lead"),
        ("- [V 2022] T. [[paper](https://example.org/V)]", 2022, "lead"),
        ("- \\[V '22\\] T. [[paper](https://example.org/V)]", 2022, "lead"),
        ("- [V 22] **T** [[paper]](https://example.org/V)", 2022, "lead"),
        ("- [V 22.05] **T** [[paper]](https://example.org/V)", 2022, "lead"),
        ("- [2022 V] T. [[paper](https://example.org/V)]", 2022, "lead"),
        ("- 2022-V-[T](https://example.org/V)", 2022, "lead"),
        ("- :fire:[V 2022] **T** [[paper]](https://example.org/V)", 2022, "lead"),
        ("- 🌟 [V 2022](https://example.org/V), T, [website](https://example.com)", 2022, "lead"),
        ("- [[V](https://example.org/V)] T. [[code](https://example.com)]", None, "lead"),
        ("- [[V 2022](https://example.org/V)] T. [[code](https://example.com)]", 2022, "lead"),
        ("- **[V'22]** *T* [[paper](https://example.org/V)]", 2022, "lead"),
        ("- [T](https://example.org/V) (V 2022)", 2022, "after"),
        ("- [T](https://example.org/V) (V, 2022)", 2022, "after"),
        ("- [T](https://example.org/V) ( 2022 V)", 2022, "after"),
        ("- T [[paper](https://example.org/V)] (**V**)", None, "after"),
        ("- T [[paper](https://example.org/V)] (*V2022*)", 2022, "after"),
        ("- T | **[V' 22]** |[`[pdf]`](https://example.org/V)", 2022, "after"),
        ("- [T](https://example.org/V) | V' 22", 2022, "after"),
        ("- [T](https://example.org/V) | V 22", 2022, "after"),
        ("- T, <ins>V, 2022</ins> [[Paper](https://example.org/V)]", 2022, "after"),
        ('- **N**: "T", *V, Jun 2022*. [[Paper](https://example.org/V)]', 2022, "after"),
        ('- **N**: "T", *V, June 17th 2022*. [[Paper](https://example.org/V)]', 2022, "after"),
        ("- **T.** V 2022. [paper](https://example.org/V)", 2022, "after"),
        ("- **T** V, 2022. [paper](https://example.org/V)", 2022, "after"),
        ("- [T](https://example.org/V), Doe et al., V 2022 | [code](https://example.com)", 2022, "after"),
        ("- T [[paper](https://example.org/V)] `V 2022`", 2022, "code"),
        ("19. `[V'22]` T [[paper](https://example.org/V)]", 2022, "code"),
        ("- [T](https://example.org/V) @V'22", 2022, "after"),
        ("- **T.** V 22. [paper](https://example.org/V)", 2022, "after"),
        ("- 论文：[T](https://example.org/V)，V 2022，作者：甲乙", 2022, "after"),
        ("- [T](https://example.org/V)（V 2022）", 2022, "after"),
        ("- T [[paper](https://example.org/V)] `V 2022/08`", 2022, "code"),
        ("- T [[V2022]](https://example.org/V)", 2022, None),
        ("- T [![](https://img.shields.io/badge/V-2022-blue)](https://example.org/V)", 2022, "badge"),
        ("- T [![V'22](https://example.com/b.svg)](https://example.org/V)", 2022, "badge"),
    ],
)
def test_form(form: str, year: int | None, place: str | None) -> None:
    doc = listed(form)
    assert [shown(tag) for tag in doc.venue_tags] == [(venue, year, "") for venue in VENUES]
    assert place is None or {tag.place for tag in doc.venue_tags} == {place}
    assert doc.venue_tags.awake
    assert [shown(tag) for entry in doc.entries for tag in entry.venue_tags] == [(v, year, "") for v in VENUES]


@pytest.mark.parametrize("cell", ["V", "_V_", "V :mortar_board:", "V **(Oral)**", "[V](https://example.com)"])
def test_column(cell: str) -> None:
    head = "| Title | Venue | Year |\n| --- | --- | --- |\n"
    doc = document(head + "\n".join(lines(f"| [T](https://example.org/V) | {cell} | 2022 |")) + "\n")
    assert [shown(tag) for tag in doc.venue_tags] == [(venue, None, "") for venue in VENUES]
    assert {tag.place for tag in doc.venue_tags} == {"column"}
    assert {entry.year for entry in doc.entries} == {2022}


@pytest.mark.parametrize(
    ("tag", "venue", "qualifiers"),
    [
        ("NIPSw 2015", "NeurIPSW", ""),
        ("CVPRo 2019", "CVPR", "o"),
        ("ICMLW 2022", "ICMLW", ""),
        ("CVPR_W 2021", "CVPR", "W"),
        ("NeurIPSWorkshop2023", "NeurIPSW", ""),
        ("EMNLP-Findings 2021", "Findings", ""),
        ("ACL Findings 2021", "Findings", ""),
        ("ICLR(poster) 24", "ICLR", "poster"),
        ("CVPR' 20 Oral", "CVPR", "Oral"),
        ("EMNLP2022(Findings)", "EMNLP", "Findings"),
        ("FL@FM-IJCAI'24", "IJCAI", "FL@FM"),
        ("DEEM@SIGMOD 2018", "SIGMOD", "DEEM"),
        ("NeurIPS-ENLSP 2023", "NeurIPS", "ENLSP"),
        ("IJCAI-ECAI 2018", "IJCAI", ""),
        ("ICLR Tiny 23", "ICLR", "Tiny"),
        ("CVPR 2023 Best Paper", "CVPR", "Best Paper"),
        ("Proceedings of the IEEE 2020", "Proc. IEEE", ""),
        ("NatureMachineIntelligence2023", "Nature Machine Intelligence", ""),
        ("S\\&P 2020", "S&P", ""),
        ("6th Annual Conference on Robot Learning, 2022", "CoRL", "6th Annual"),
    ],
)
def test_reading(tag: str, venue: str, qualifiers: str) -> None:
    doc = listed("- [V 2022] T. [[paper](https://example.org/V)]")
    doc = document(doc.text + f"- [{tag}] One More. [[paper](https://example.org/more)]\n")
    found = doc.venue_tags.all[-1]
    assert (found.venues[0].name, found.qualifiers) == (venue, qualifiers)


@pytest.mark.parametrize(
    "text",
    [
        "- [Tool](https://example.org/V) - Our talk at AAAI 2024 explains it.",
        "- [Tool](https://example.org/V) - Built for CppCon 2019, with MODELS 12 and DATE 30.",
        "- [C++Now 2019](https://example.org/V) - A conference of programmers.",
        "- [Excel 2016](https://example.org/V) - Sheets (Dec., 2024).",
        "- [Tool](https://example.org/V) - As in Wang et al., 2019, since June 2023.",
        "- [Tool](https://example.org/V) - The FAST way to your Nature, 2 MICRO steps.",
        "- [CVPR](https://example.org/V) - Tool of that name.",
    ],
)
def test_prose_is_none(text: str) -> None:
    assert [tag.text for tag in document("\n".join([text] * 12) + "\n").venue_tags] == []


def test_list_without_custom_keeps_only_what_can_be_nothing_else() -> None:
    tools = [f"- [Tool {n}](https://example.org/{n}) - Does a thing.\n" for n in range(60)]
    tools[7] = "- [Tool 7](https://example.org/7) - Does a thing (CVPR 2020).\n"
    tools[8] = "- [Tool 8](https://example.org/8) - Does a thing (Nature 2020).\n"
    tools[9] = "- [Tool 9](https://example.org/9) - Does a thing (Cvpr 2020).\n"
    doc = document("".join(tools))
    assert [shown(tag) for tag in doc.venue_tags] == [("CVPR", 2020, "")]
    assert not doc.venue_tags.awake


def test_registry_sleeps_where_nothing_looks_like_a_venue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("awesome_lint.venues.tags.registry", lambda: pytest.fail("the registry was loaded"))
    doc = document("".join(f"- [Tool {n}](https://example.org/{n}) - Since {1990 + n}.\n" for n in range(30)))
    assert not doc.venue_tags.all


def test_unknown_name_in_a_tags_place_is_a_tag() -> None:
    doc = listed("- [V 2022] T. [[paper](https://example.org/V)]", ("ICML", "QWXZ", "KDD", "AAAI", "ICLR", "EMNLP"))
    assert [tag.text for tag in doc.venue_tags if tag.reading is None] == ["QWXZ"]


def test_own_spelling_tells_a_swap_from_a_name() -> None:
    often = ("ICRA", "ICRA", "ICRA", "ICRA", "IRCA", "ICAR")
    tags = listed("- [V 2022] T. [[paper](https://example.org/V)]", often).venue_tags.all
    readings = [tag.reading for tag in tags if tag.reading]
    assert [reading.spelling for reading in readings] == ["right"] * 4 + ["swap", "right"]
    assert readings[4].own == "ICRA"


def test_spans_point_at_the_source() -> None:
    doc = listed("- [V Workshop'22] T. [[paper](https://example.org/V)]")
    for tag, venue in zip(doc.venue_tags, VENUES, strict=True):
        assert doc.raw(tag.span) == f"{venue} Workshop'22"
        assert doc.raw(tag.venue_span) in (venue, f"{venue} Workshop")
        assert tag.year_span
        assert doc.raw(tag.year_span) == "'22"


@pytest.mark.parametrize(
    ("digits", "year"), [("98", 1998), ("'60", 2060), ("’ 24", 2024), ("61", 1961), ("2031", 2031)]
)
def test_full_year(digits: str, year: int) -> None:
    assert full_year(digits) == year


@given(st.text(alphabet="ICMLa ,.'2019-/()[]\x01\x02\x07\n", max_size=200))
def test_mentions_lie_inside_the_text(text: str) -> None:
    for mention in (*dated_mentions(text), *short_mentions(text)):
        assert text[mention.start : mention.end] == mention.text
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.year_start : mention.year_end].strip("'’‘ \n").isdigit()


@pytest.mark.parametrize("noise", ["(", "a ", ", ", "A1 ", "[[", "' ", "19", "20 ", "\x01a\x02", "Jan "])
def test_time_is_linear(noise: str) -> None:
    """A text of nothing but beginnings must not cost more than its length: this would take minutes."""
    text = noise * 200_000 + " 2020"
    assert len(list(dated_mentions(text))) <= len(text)
    assert len(list(short_mentions(text))) <= len(text)
