"""The tables of misspellings and names, and the words that are looked up in them."""

import re

import pytest

from awesome_lint import rulebook
from awesome_lint.english import is_english
from awesome_lint.near_words import SHORTEST, is_slip, may_be_slip, near_words
from awesome_lint.parse import parse
from awesome_lint.source import Source
from awesome_lint.words import stands_alone, words_of

TABLES = ["misspellings.tsv", "misspellings_in_english.tsv"]


def misspellings(*tables: str) -> list[tuple[str, str]]:
    found = []
    for table in tables or TABLES:
        rows = [line.split("\t") for line in rulebook.data_text(table).splitlines()]
        assert rows[0] == ["wrong", "right"]
        found += [(wrong, right) for wrong, right in rows[1:]]
    return found


@pytest.mark.parametrize(("table", "least"), [(TABLES[0], 6000), (TABLES[1], 150)])
def test_misspellings_are_sorted_unique_and_small(table: str, least: int) -> None:
    found = misspellings(table)
    wrong = [one for one, _ in found]
    assert wrong == sorted(set(wrong))
    assert len(wrong) >= least
    assert all(one.isascii() and one.isalpha() and one.islower() and len(one) > 3 for one in wrong)
    assert all(right == right.lower().strip() and right for _, right in found)


def test_no_word_is_a_misspelling_of_another() -> None:
    found = misspellings()
    words = {right for _, right in found} | set(rulebook.data_text("common_words.txt").split())
    assert [one for one, _ in found if one in words] == []


def test_no_misspelling_stands_in_both_tables() -> None:
    found = misspellings()
    assert len({wrong for wrong, _ in found}) == len(found)


def test_where_words_are_english() -> None:
    text = """# Words

- The adress of a house.
- La adresse de la maison.
- Adress

## Ord

Det är en väg och det är en bro, och det är en ö i ett hav.

Det är en adress och ett hus som är vitt.

- Adress
- How to get the adress of a hus.
"""
    doc = parse(Source(text))
    places = [match.start() for match in re.finditer("[Aa]dress", text)]
    assert [is_english(doc, at) for at in places] == [True, False, False, False, False, True]


def test_too_few_words_are_no_english() -> None:
    doc = parse(Source("- Adress\n"))
    assert not is_english(doc, 2)


def test_a_file_tells_what_language_a_short_line_is_in() -> None:
    text = "# List\n\nThis is a list of the books that you can read in the library with your friends.\n\n- Adress\n"
    assert is_english(parse(Source(text)), text.index("Adress"))


def test_words_of_an_outline() -> None:
    assert words_of("A Node.js app, v2.\x01A app.\x02 x") == {"Node.js", "app", "v2"}


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("a word here", True),
        ("the word's end", True),
        ("a word.", True),
        ("a word: more", True),
        ("word.js", False),
        ("/word", False),
        ("my-word", False),
        ("word_list", False),
        ("word'tis", False),
        ("aword", False),
    ],
)
def test_word_stands_alone(text: str, alone: bool) -> None:
    at = text.index("word")
    assert stands_alone(text, at, at + 4) is alone


def test_names_in_prose_are_sorted_and_known_by_small_letters() -> None:
    rows = [line.split("\t") for line in rulebook.data_text("names_in_prose.tsv").splitlines()]
    assert rows[0] == ["small", "name", "after"]
    small = [row[0] for row in rows[1:]]
    assert small == sorted(set(small))
    assert all(row[0] == row[0].lower() != row[1] and len(row) == 3 for row in rows[1:])


def test_long_words_are_sorted_and_right() -> None:
    frequent = rulebook.data_text("long_words.txt").split()
    assert frequent == sorted(set(frequent))
    assert all(one.isascii() and one.isalpha() and one.islower() and len(one) >= SHORTEST for one in frequent)
    assert not {wrong for wrong, _ in misspellings()} & set(frequent)


def test_near_words_are_sorted_and_each_is_near_one() -> None:
    near = rulebook.data_text("near_words.txt").split()
    assert near == sorted(set(near))
    frequent = rulebook.data_text("long_words.txt").split()
    by_start: dict[str, list[str]] = {}
    for one in frequent:
        by_start.setdefault(one[:3], []).append(one)
    assert [one for one in near if not any(is_slip(one, right) for right in by_start.get(one[:3], []))] == []
    assert not set(near) & set(frequent)


@pytest.mark.parametrize(
    ("wrong", "right", "slip"),
    [
        ("structrual", "structural", True),  # swapped
        ("recommmended", "recommended", True),  # one too many
        ("develped", "developed", True),  # one missing
        ("advanved", "advanced", True),  # the key beside it
        ("distrobution", "distribution", True),  # another vowel
        ("tweening", "tweeting", False),  # far apart on a keyboard
        ("advanced", "advanced", False),
        ("structuralism", "structural", False),
        ("prersctive", "perspective", False),
    ],
)
def test_slips(wrong: str, right: str, slip: bool) -> None:
    assert is_slip(wrong, right) is slip


def test_words_near_a_frequent_one() -> None:
    assert near_words("develped") == ["developed"]
    assert near_words("genertoic") == []
    assert near_words("debounced") == []
    assert not may_be_slip("short")
    assert not may_be_slip("developed")
    assert not may_be_slip("entwicklungsumgebüng")
