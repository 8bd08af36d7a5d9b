"""The tables of venues: sorted, unique and unambiguous; and the registry that reads them."""

import os
import re
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_lint import rulebook
from awesome_lint.rulebook import data_text
from awesome_lint.venues.registry import Registry, registry, respelling
from awesome_lint.venues.slips import is_slip

HEADERS = {
    "venues.tsv": "venue name kind field accepted variants former first_year last_year period years source",
    "ambiguous.tsv": "spelling venue meaning field",
    "url_evidence.tsv": "kind key venues years strength source",
}
VENUES = [row.split("\t") for row in data_text("venues.tsv").splitlines()[1:]]
AMBIGUOUS = [row.split("\t") for row in data_text("ambiguous.tsv").splitlines()[1:]]
SPELLINGS = {row[0] for row in AMBIGUOUS}


def _sort_key(text: str) -> tuple[str, str]:
    return text.casefold(), text


def _rights() -> dict[str, set[str]]:
    """Return {right spelling: names of the venues that claim it}, full names left out."""
    claims: dict[str, set[str]] = defaultdict(set)
    for venue in registry():
        for spelling in (venue.name, *venue.accepted):
            claims[spelling].add(venue.name)
    return claims


def _source_keys() -> set[str]:
    with open(os.path.join(rulebook.FOLDER, "data", "README.md"), encoding="utf-8") as file:
        sources = file.read().partition("### Sources")[2].partition("\n## ")[0]
    return set(re.findall(r"^\| ([a-z][a-z-]*) \|", sources, re.M)) - {"key"}


@pytest.mark.parametrize("table", HEADERS)
def test_a_table_is_plain_rows_of_one_width(table: str) -> None:
    text = data_text(table)
    header, *rows = text.removesuffix("\n").split("\n")
    assert header.split("\t") == HEADERS[table].split()
    assert text.endswith("\n")
    assert not set(text) & set("\r\v\f\x1c\x85\u2028\ufeff")
    for row in rows:
        cells = row.split("\t")
        assert len(cells) == len(header.split("\t")), row
        assert all(part == part.strip() for cell in cells for part in cell.split("|")), row
        assert not any("" in cell.split("|") for cell in cells if cell), row


def test_venues_are_sorted_and_unique() -> None:
    names = [row[0] for row in VENUES]
    assert names == sorted(set(names), key=_sort_key)


def test_spellings_in_a_row_are_sorted_and_no_name_of_it() -> None:
    for venue in registry():
        assert list(venue.accepted) == sorted(set(venue.accepted) - {venue.name, venue.title}, key=_sort_key)
        folded = [variant.casefold() for variant in venue.variants]
        assert folded == sorted(set(folded))


def test_ambiguous_spellings_are_sorted_and_stand_together() -> None:
    spellings = list(dict.fromkeys(row[0] for row in AMBIGUOUS))
    assert [row[0] for row in AMBIGUOUS] == sorted((row[0] for row in AMBIGUOUS), key=_sort_key)
    assert spellings == sorted(spellings, key=_sort_key)
    assert len({tuple(row) for row in AMBIGUOUS}) == len(AMBIGUOUS)


def test_a_spelling_that_two_venues_claim_is_listed_as_ambiguous() -> None:
    meant = defaultdict(set)
    for spelling, venue, _, _ in AMBIGUOUS:
        meant[spelling].add(venue)
    for spelling, venues in _rights().items():
        if len(venues) > 1:
            assert venues <= meant[spelling], spelling
            assert registry().candidates(spelling)[0].name == next(
                venue for written, venue, _, _ in AMBIGUOUS if written == spelling
            ) or spelling in {row[0] for row in VENUES}


def test_two_venues_that_differ_in_letter_case_only_are_listed_as_ambiguous() -> None:
    folded: dict[str, set[str]] = defaultdict(set)
    for spelling, venues in _rights().items():
        folded[spelling.casefold()] |= venues
    listed = {spelling.casefold() for spelling in SPELLINGS}
    assert {spelling for spelling, venues in folded.items() if len(venues) > 1} <= listed


def test_ambiguous_spellings_mean_venues_of_the_table() -> None:
    names = {row[0] for row in VENUES}
    assert {venue for _, venue, _, _ in AMBIGUOUS if venue} <= names
    for spelling in SPELLINGS:
        fields = [field for written, _, _, field in AMBIGUOUS if written == spelling]
        assert len(fields) > 1 or set(fields) <= {"word", "other"}, spelling


def test_a_slip_is_never_a_right_spelling_and_belongs_to_one_venue() -> None:
    right = {spelling.casefold() for spelling in (*_rights(), *SPELLINGS)}
    right |= {venue.title.casefold() for venue in registry()}
    right |= {name.casefold() for venue in registry() for name, _ in venue.former}
    slips = [variant.casefold() for venue in registry() for variant in venue.variants]
    assert not right & set(slips)
    assert len(slips) == len(set(slips))


def test_a_former_name_is_no_present_one() -> None:
    former = [name for venue in registry() for name, _ in venue.former]
    assert not set(former) & set(_rights())
    assert len(former) == len(set(former))


def test_kinds_and_periods_are_those_of_the_readme() -> None:
    assert {row[2] for row in VENUES} == {"conference", "journal", "workshop", "preprint"}
    assert {row[9] for row in VENUES} <= {"annual", "odd", "even", "biennial", "irregular", "rolling", ""}
    assert all(row[1] and row[3] for row in VENUES)


def test_years_are_ranges_in_order_and_agree_with_first_and_last() -> None:
    for row in VENUES:
        for years in row[10].split("~"):
            numbers = [int(number) for number in re.findall(r"\d{4}", years)]
            assert re.fullmatch(r"(\d{4}(-\d{4})?(,\d{4}(-\d{4})?)*)?", years), row[0]
            assert numbers == sorted(set(numbers)), row[0]
    for venue in registry():
        assert not venue.held & venue.inferred, venue.name
        assert venue.first_year is None or min(venue.held, default=9999) >= venue.first_year, venue.name
        assert venue.last_year is None or max(venue.held, default=0) in (0, venue.last_year), venue.name
        assert all(1900 < year < 2030 for year in venue.held | venue.inferred), venue.name


def test_every_source_is_explained_and_every_explanation_used() -> None:
    tables = (data_text("venues.tsv"), data_text("url_evidence.tsv"))
    used = {key for text in tables for row in text.splitlines()[1:] for key in row.rpartition("\t")[2].split("|")}
    assert used == _source_keys()


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("NeurIPS", "NeurIPS"),
        ("Interspeech", "INTERSPEECH"),
        ("IEEE TMC", "TMC"),
        ("IEEE INFOCOM", "INFOCOM"),
        ("ECML-PKDD", "ECML PKDD"),
        ("PAMI", "TPAMI"),
        ("T-ITS", "TITS"),
        ("ASIACCS", "AsiaCCS"),
        ("PLoS ONE", "PLOS ONE"),
        ("RAL", "RA-L"),
        ("Nat. Commun", "Nature Communications"),
        ("Nat Commun", "Nature Communications"),
        ("Pattern recognition", "PR"),
        ("IEEE Transactions on Mobile Computing", "TMC"),
        ("ICMLw", "ICMLW"),
        ("CVPR Workshop", "CVPRW"),
        ("SEC", "SEC"),
    ],
)
def test_exact_knows_right_spellings(spelling: str, name: str) -> None:
    venue = registry().exact(spelling)
    assert venue is not None
    assert venue.name == name


@pytest.mark.parametrize("spelling", ["Arxiv", "InfoCom", "Ubicomp", "NIPS", "NeruIPS", "OpenAI", ""])
def test_exact_is_exact(spelling: str) -> None:
    assert registry().exact(spelling) is None


@pytest.mark.parametrize(
    ("spelling", "right"),
    [
        ("Arxiv", "arXiv"),
        ("InfoCom", "INFOCOM"),
        ("Ubicomp", "UbiComp"),
        ("Usenix Security", "USENIX Security"),
        ("ieee tmc", None),
        ("Ieee Tmc", "IEEE TMC"),
        ("interSpeech", "INTERSPEECH"),
        ("Date", None),
        ("Ieee Micro", None),
        ("SOCC", None),
        ("Socc", None),
        ("CPSs", None),
        ("Icinco", None),  # known from a list that prints names in capitals as it likes
        ("OpenAI", None),
    ],
)
def test_folded_ignores_letter_case_but_not_doubt(spelling: str, right: str | None) -> None:
    venue = registry().folded(spelling)
    assert (venue and respelling(venue, spelling)) == right


@pytest.mark.parametrize(
    ("slip", "right"),
    [
        ("NeruIPS", "NeurIPS"),
        ("NeurlPS", "NeurIPS"),
        ("CPVR", "CVPR"),
        ("EMLNP", "EMNLP"),
        ("arixv", "arXiv"),
        ("USENIX Secuirty", "USENIX Security"),
        ("Pattern Recogntion", "Pattern recognition"),
    ],
)
def test_misspelt_knows_the_usual_slips(slip: str, right: str) -> None:
    venue = registry().misspelt(slip)
    assert venue is not None
    assert respelling(venue, slip).casefold() == right.casefold()
    assert not registry().known(slip)


@pytest.mark.parametrize("word", ["CVRP", "ICRL", "ECAL", "CoDA", "InfoComm", "IJCIA", "ICISSP", "NIPSw", "CONTEXT"])
def test_other_names_are_no_slips(word: str) -> None:
    assert registry().misspelt(word) is None
    assert registry().near(word) is None


def test_former_tells_the_last_year_of_a_name() -> None:
    found = registry().former("NIPS")
    assert found is not None
    assert (found[0].name, found[1]) == ("NeurIPS", 2017)
    assert registry().former("NeurIPS") is None
    assert registry().known("nips")


def test_senses_are_the_venues_a_spelling_can_stand_for() -> None:
    assert {sense.venue for sense in registry().senses("SEC")} == {"SEC", "USENIX Security", "IFIP SEC"}
    assert [sense.venue for sense in registry().senses("NC")].count("Nature Communications") == 1
    assert registry().senses("MobiSys") == ()


def test_candidates_are_all_venues_of_a_spelling_the_likeliest_first() -> None:
    names = {
        spelling: [venue.name for venue in registry().candidates(spelling)]
        for spelling in ("ATC", "MobiSys", "DATE", "ICAC", "Arxiv")
    }
    assert names == {
        "ATC": ["USENIX ATC", "ACM SIGOPS ATC"],
        "MobiSys": ["MobiSys"],
        "DATE": ["DATE"],
        "ICAC": ["ACSOS"],
        "Arxiv": [],
    }


def test_plain_language_is_no_second_sense() -> None:
    assert registry().senses("DATE") == ()
    assert registry().is_word("DATE")
    assert registry().is_word("TBD")
    assert not registry().is_word("MobiSys")


@pytest.mark.parametrize(
    ("slip", "right"),
    [
        ("MobiSsy", "MobiSys"),
        ("INFOCMO", "INFOCOM"),
        ("GLOBCOM", "GLOBECOM"),
        ("SIGGRAPG", "SIGGRAPH"),
        ("UbiCmp", "UbiComp"),
        ("Nature Machine Inteligence", "Nature Machine Intelligence"),
        ("ICML Workshpo", "ICML Workshop"),
    ],
)
def test_near_finds_the_one_venue_a_slip_away(slip: str, right: str) -> None:
    venue = registry().near(slip)
    assert venue is not None
    assert respelling(venue, slip) == right


@pytest.mark.parametrize(
    "word",
    [
        "CVRP",  # too short to tell
        "ILCR",
        "MobiSys",  # right
        "Mobisys",  # right but for letter case
        "mobisy",  # no capitals, so hardly a name
        "MobiSysW",  # a workshop of it
        "ESORICSs",
        "ICASKP",  # a letter exchanged makes another acronym
        "ICASSPX",
        "ScienceRobotics",  # another form, not a slip
        "Neural Network",  # another title
        "IEEE TMK",  # a short acronym after its publisher
        "Helidon",  # a program, one letter from a journal
        "Sensor",
        "OpenAI",
        "SIGMOID",
        "",
    ],
)
def test_near_leaves_other_names_alone(word: str) -> None:
    assert registry().near(word) is None


@given(st.text(max_size=24))
def test_no_text_upsets_the_registry(text: str) -> None:
    known = registry()
    for answer in (known.exact(text), known.folded(text), known.misspelt(text), known.near(text)):
        assert answer is None or answer.name
    if known.exact(text):
        assert known.near(text) is None


@given(st.sampled_from([venue.name for venue in registry()]), st.data())
def test_a_right_spelling_is_no_slip(name: str, data: st.DataObject) -> None:
    venue = registry().exact(name)
    assert venue is not None
    # A title of one word, "Computer", is a word everywhere else.
    titles = [venue.title] if " " in venue.title else []
    spelling = data.draw(st.sampled_from([venue.name, *venue.accepted, *titles]))
    assert registry().exact(spelling)
    assert registry().misspelt(spelling) is None
    assert registry().near(spelling) is None


@given(st.text("abcd", min_size=6, max_size=9), st.text("abcd", min_size=6, max_size=9))
def test_a_slip_works_both_ways_for_names_not_in_capitals(one: str, other: str) -> None:
    if one != other:
        assert is_slip(one, other, capitals=False) == is_slip(other, one, capitals=False)


def test_the_registry_reads_any_rows_of_its_form() -> None:
    header = HEADERS["venues.tsv"].replace(" ", "\t")
    names = "ABC\tA Big Conference\tconference\tML\tAbc|IEEE ABC\tACB\tOLD:1999"
    row = f"{names}\t2000\t\teven\t2000,2004-2006~2008\thand"
    known = Registry(f"{header}\n{row}\n", "spelling\tvenue\tmeaning\tfield\nABC\t\tthe alphabet\tword\n")
    venue = known.exact("IEEE ABC")
    assert venue is not None
    assert venue == known.exact("A Big Conference") == known.misspelt("acb")
    assert (venue.accepted, venue.former) == (("Abc", "IEEE ABC"), (("OLD", 1999),))
    assert (sorted(venue.held), sorted(venue.inferred)) == ([2000, 2004, 2005, 2006], [2008])
    assert (venue.first_year, venue.last_year) == (2000, None)
    assert known.folded("aBC") is None
    assert known.is_word("ABC")
    assert list(known) == [venue]
