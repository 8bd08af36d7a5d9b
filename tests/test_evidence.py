"""What addresses prove: one case a kind, the years they allow, and the table that says so."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_lint.rulebook import data_text
from awesome_lint.venues.evidence import Evidence, evidence
from awesome_lint.venues.evidence_table import Fact, facts, full_year
from awesome_lint.venues.registry import registry

ROWS = [row.split("\t") for row in data_text("url_evidence.tsv").splitlines()[1:]]

PROOFS = [
    ("https://dl.acm.org/doi/10.1145/3498361.3500001", "MobiSys", 2022, "10.1145/3498361"),
    ("https://dl.acm.org/doi/pdf/10.1145/3636534.3690001?download=true", "MobiCom", 2024, "10.1145/3636534"),
    ("https://dl.acm.org/citation.cfm?id=3300061.3345001&coll=portal", "MobiCom", 2019, "10.1145/3300061"),
    ("http://doi.acm.org/10.1145/3302424.3303001", "EuroSys", 2019, "10.1145/3302424"),
    ("https://doi.org/10.1145/3302424.3303001#sec", "EuroSys", 2019, "10.1145/3302424"),
    ("https://www.usenix.org/conference/atc23/presentation/name", "USENIX ATC", 2023, "atc23"),
    ("https://www.usenix.org/system/files/sec22summer_name.pdf", "USENIX Security", 2022, "sec22"),
    ("https://www.usenix.org/system/files/conference/osdi16/osdi16-name.pdf", "OSDI", 2016, "osdi16"),
    ("https://www.usenix.org/legacy/event/nsdi08/tech/full_papers/name.pdf", "NSDI", 2008, "nsdi08"),
    ("https://www.usenix.org/conference/soups2021/presentation/name", "SOUPS", 2021, "soups2021"),
    ("https://proceedings.mlr.press/v162/name22a.html", "ICML", 2022, "v162"),
    ("https://raw.githubusercontent.com/mlresearch/v235/main/assets/a/a.pdf", "ICML", 2024, "v235"),
    ("http://www.jmlr.org/proceedings/papers/v32/name14.html", "ICML", 2014, "v32"),
    ("https://openaccess.thecvf.com/content/CVPR2021/html/Name.html", "CVPR", 2021, "CVPR2021"),
    ("http://openaccess.thecvf.com/content_cvpr_2018/papers/Name.pdf", "CVPR", 2018, "cvpr_2018"),
    ("http://openaccess.thecvf.com/content_ICCVW_2019/papers/Name.pdf", "ICCVW", 2019, "ICCVW_2019"),
    ("https://openaccess.thecvf.com/content/ICCV2021W/X/html/Name.html", "ICCVW", 2021, "ICCV2021W"),
    (
        "https://openaccess.thecvf.com/content_CVPR_2019_workshops/x.html",
        "CVPRW",
        2019,
        "CVPR_2019_workshops",
    ),
    ("https://aclanthology.org/2020.emnlp-main.5.pdf", "EMNLP", 2020, "2020.emnlp-main"),
    ("https://www.aclweb.org/anthology/P18-1001/", "ACL", 2018, "P18-1001"),
    ("https://aclweb.org/anthology/papers/n/n19/n19-1001", "NAACL", 2019, "N19-1001"),
    ("https://doi.org/10.18653/v1/2022.naacl-main.3", "NAACL", 2022, "2022.naacl-main"),
    ("https://papers.nips.cc/paper/2017/hash/0a-Abstract.html", "NeurIPS", 2017, "paper/2017"),
    (
        "https://proceedings.neurips.cc/paper_files/paper/2022/file/0a.pdf",
        "NeurIPS",
        2022,
        "paper_files/paper/2022",
    ),
    (
        "https://proceedings.mlsys.org/paper_files/paper/2024/hash/0a.html",
        "MLSys",
        2024,
        "paper_files/paper/2024",
    ),
    ("https://iclr.cc/virtual/2023/poster/1", "ICLR", 2023, "virtual/2023"),
    ("https://www.ijcai.org/proceedings/2019/1", "IJCAI", 2019, "proceedings/2019"),
    ("https://www.ijcai.org/Proceedings/16/Papers/001.pdf", "IJCAI", 2016, "Proceedings/16"),
    ("https://doi.org/10.24963/ijcai.2020/1", "IJCAI", 2020, "10.24963/ijcai.2020"),
    (
        "https://www.isca-archive.org/interspeech_2022/name22_interspeech.html",
        "INTERSPEECH",
        2022,
        "interspeech_2022",
    ),
    (
        "https://www.isca-speech.org/archive/Interspeech_2018/pdfs/1.pdf",
        "INTERSPEECH",
        2018,
        "archive/Interspeech_2018",
    ),
    ("http://www.roboticsproceedings.org/rss14/p01.pdf", "RSS", 2018, "rss14"),
    ("https://www.ecva.net/papers/eccv_2020/papers_ECCV/papers/1.pdf", "ECCV", 2020, "papers/eccv_2020"),
    ("https://ojs.aaai.org/index.php/AAAI/article/view/16123/15930", "AAAI", 2021, "16123"),
    (
        "https://www.aaai.org/ocs/index.php/AAAI/AAAI18/paper/view/16123",
        "AAAI",
        2018,
        "ocs/index.php/AAAI/AAAI18",
    ),
    ("https://doi.org/10.1609/aaai.v34i04.1", "AAAI", 2020, "10.1609/aaai.v34"),
    ("https://doi.org/10.1109/CVPR46437.2021.00001", "CVPR", 2021, "CVPR46437.2021"),
    ("https://doi.org/10.1109/INFOCOM53939.2023.1", "INFOCOM", 2023, "INFOCOM53939.2023"),
    ("https://link.springer.com/chapter/10.1007/978-3-030-58452-8_1", "ECCV", 2020, "978-3-030-58452-8"),
    ("https://openreview.net/group?id=ICLR.cc/2024/Conference", "ICLR", 2024, "group?id=ICLR.cc/2024"),
    ("https://www.cidrdb.org/cidr2021/papers/cidr2021_paper01.pdf", "CIDR", 2021, "cidr2021"),
    (
        "https://www.computer.org/csdl/proceedings-article/sp/2021/893400a001/1",
        "S&P",
        2021,
        "csdl/proceedings-article/sp/2021",
    ),
]


@pytest.mark.parametrize(("url", "venue", "year", "where"), PROOFS)
def test_an_address_tells_venue_and_year(url: str, venue: str, year: int, where: str) -> None:
    found = evidence(url)
    assert found is not None
    assert (found.venues[0], found.year, found.where, found.strength) == (venue, year, where, "strong")
    assert found.where in url or found.kind in ("acl", "acm")


@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org/abs/2206.15472",
        "https://arxiv.org/pdf/2206.15472.pdf",
        "https://github.com/owner/icml2022",
        "https://openreview.net/forum?id=abcdefghij",
        "https://openreview.net/pdf/icml2022.pdf",
        "https://ieeexplore.ieee.org/document/10000000",
        "https://papers.nips.cc/paper/7367-name",
        "https://papers.nips.cc/paper/201/name",
        "https://aclanthology.org/W18-1001",
        "https://aclanthology.org/D19-5401",
        "https://dl.acm.org/doi/10.1145/9999999.1",
        "https://dl.acm.org/doi/10.5555/3454287.1",
        "https://proceedings.mlr.press/v9999/a.html",
        "https://www.usenix.org/conference/atc/presentation/x",
        "https://www.usenix.org/publications/login/summer2019",
        "https://openaccess.thecvf.com/menu",
        "https://ojs.aaai.org/index.php/AAAI/article/view/1",
        "https://ojs.aaai.org/index.php/aimagazine/article/view/16123",
        "https://example.org/icml2022/paper.html",
        "https://example.org/report20.pdf",
        "https://example.org/",
        "https://doi.org",
        "mailto:someone@example.org",
        "papers/MobiSys20.pdf",
        "",
    ],
)
def test_other_addresses_tell_nothing(url: str) -> None:
    assert evidence(url) is None


@pytest.mark.parametrize(
    ("url", "venues"),
    [
        ("https://doi.org/10.1145/3197517.3200001", {"TOG", "SIGGRAPH", "SIGGRAPH Asia"}),
        ("https://doi.org/10.1145/3469116.3470001", {"EMDL", "MobiSys"}),
        ("https://openaccess.thecvf.com/content/CVPR2021W/X/html/Name.html", {"CVPR", "CVPRW"}),
        ("https://openaccess.thecvf.com/content/CVPR2021/html/Name.html", {"CVPR", "CVPRW"}),
        ("https://aclanthology.org/2024.lrec-main.1", {"LREC", "COLING"}),
        ("https://aclanthology.org/2021.acl-long.1", {"ACL", "IJCNLP"}),
        ("https://aclanthology.org/2021.findings-acl.1", {"Findings", "ACL", "IJCNLP"}),
        ("https://aclanthology.org/2023.findings-emnlp.1", {"Findings", "EMNLP"}),
        ("https://aclanthology.org/D19-1001", {"EMNLP", "IJCNLP"}),
    ],
)
def test_every_tag_that_fits_is_named(url: str, venues: set[str]) -> None:
    found = evidence(url)
    assert found is not None
    assert set(found.venues) == venues


@pytest.mark.parametrize(
    ("url", "years"),
    [
        ("https://proceedings.mlr.press/v100/name20a.html", (2019, 2020)),
        ("https://www.vldb.org/pvldb/vol14/p1-name.pdf", (2021, 2020)),
        ("https://jmlr.org/papers/v21/1.html", (2020, 2019, 2021)),
        ("https://www.nature.com/articles/s41586-021-00001-1", (2021, 2022)),
        ("https://doi.org/10.1109/TMC.2023.1", (2023, 2024)),
        ("https://dl.acm.org/doi/10.1145/3534619", ()),
    ],
)
def test_years_that_a_tag_may_give(url: str, years: tuple[int, ...]) -> None:
    found = evidence(url)
    assert found is not None
    assert found.years == years
    assert found.year == (years[0] if years else None)


def test_an_acm_article_without_a_volume_is_a_journal_s() -> None:
    found = evidence("https://dl.acm.org/doi/abs/10.1145/3534619")
    assert found is not None
    assert (found.kind, found.strength) == ("acm-journal", "weak")
    assert {"IMWUT", "UbiComp", "TACO", "CSUR"} <= set(found.venues)
    assert not {"MobiSys", "SenSys", "ASPLOS"} & set(found.venues)


def test_a_whole_volume_of_acm_is_no_article() -> None:
    found = evidence("https://dl.acm.org/doi/proceedings/10.1145/3498361")
    assert found is not None
    assert (found.kind, found.venues) == ("acm", ("MobiSys",))


@pytest.mark.parametrize(
    ("name", "venues", "year", "where"),
    [
        ("MobiSys20-Name.pdf", {"MobiSys"}, 2020, "MobiSys20"),
        ("name-infocom22.pdf?dl=1", {"INFOCOM"}, 2022, "infocom22"),
        ("name_sec21.PDF", {"SEC", "USENIX Security", "IFIP SEC"}, 2021, "sec21"),
        ("2018/02/ndss2018_03A-2.pdf", {"NDSS"}, 2018, "ndss2018"),
        ("fast99.pdf", {"FAST"}, 1999, "fast99"),
    ],
)
def test_the_name_of_a_file_is_weak_evidence(name: str, venues: set[str], year: int, where: str) -> None:
    found = evidence(f"https://example.org/{name}")
    assert found is not None
    assert set(found.venues) == venues
    assert found[1:] == (year, (year,), "weak", "file-name", where)


def test_recollections_are_weak() -> None:
    found = evidence("https://doi.org/10.1145/3485983.1")
    assert found == Evidence(("CoNEXT",), 2021, (2021,), "weak", "acm", "10.1145/3485983")


def test_every_kind_of_row_is_read() -> None:
    kinds = "aaai acl acm acm-journal cvf ieee ieee-journal nature path pmlr springer springer-journal usenix"
    assert {row[0] for row in ROWS} == set(kinds.split())
    for kind in {row[0] for row in ROWS}:
        assert [key for key, _ in facts(kind)] == [row[1] for row in ROWS if row[0] == kind]
    assert not list(facts("ac"))


def test_rows_are_sorted_and_unique() -> None:
    keys = [(row[0], row[1].casefold(), row[1]) for row in ROWS]
    assert keys == sorted(set(keys))


def test_rows_name_venues_of_the_registry() -> None:
    names = {venue.name for venue in registry()}
    for _, key, venues, _, _, _ in ROWS:
        listed = venues.split("|")
        assert len(listed) == len(set(listed)), key
        assert set(listed) <= names, key


def test_strength_follows_the_source() -> None:
    assert {row[4] for row in ROWS} == {"strong", "weak"}
    assert all(row[4] == "weak" for row in ROWS if row[5] == "recall")


def test_years_have_one_of_their_forms() -> None:
    for kind, key, _, rule, _, _ in ROWS:
        assert re.fullmatch(r"\*|(\d{4}(\|\d{4})*)?|\+\d+(\|\+\d+)*", rule), key
        if kind in ("acm", "pmlr", "springer", "aaai"):
            assert re.match(r"(19|20)\d\d", rule), key
        if kind == "path":
            assert key.count("{") <= 1, key
            assert "{" in key or rule, key
            assert re.sub(r"\{\w+\}", "", key) == re.sub(r"\{\w+\}", "", key).lower(), key


def test_article_numbers_of_different_years_do_not_overlap() -> None:
    ends = sorted(tuple(map(int, row[1].split("-"))) for row in ROWS if row[0] == "aaai")
    numbers = [number for pair in ends for number in pair]
    assert numbers == sorted(numbers)


def test_a_rule_counts_from_the_number_in_the_address() -> None:
    assert Fact((), "+2007|+2006", "strong").years(14) == (2021, 2020)
    assert Fact((), "", "strong").years(2014) == (2014,)
    assert Fact((), "2014|2015", "strong").years(None) == (2014, 2015)
    assert Fact((), "*", "weak").years(3) == ()


def test_two_digits_are_of_the_nearer_century() -> None:
    assert [full_year(digits) for digits in ("98", "61", "60", "05", "2005")] == [
        1998,
        1961,
        2060,
        2005,
        2005,
    ]


@given(st.sampled_from([proof[0] for proof in PROOFS]), st.data())
def test_no_part_of_an_address_is_too_odd(url: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(url)))
    end = data.draw(st.integers(place, len(url)))
    middle = data.draw(st.text("/.-_?&=#0²٣vw", max_size=4))
    found = evidence(url[:place] + middle + url[end:])
    assert found is None or (found.venues and found.strength in ("strong", "weak"))
