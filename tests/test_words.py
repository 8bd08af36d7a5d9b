"""The tables of misspellings and names, and the words that are looked up in them."""

import pytest

from awesome_lint import rulebook
from awesome_lint.words import stands_alone, words_of


def misspellings() -> list[tuple[str, str]]:
    rows = [line.split("\t") for line in rulebook.data_text("misspellings.tsv").splitlines()]
    assert rows[0] == ["wrong", "right"]
    return [(wrong, right) for wrong, right in rows[1:]]


def test_misspellings_are_sorted_unique_and_small() -> None:
    found = misspellings()
    wrong = [one for one, _ in found]
    assert wrong == sorted(set(wrong))
    assert len(wrong) >= 2000
    assert all(one.isascii() and one.isalpha() and one.islower() and len(one) > 3 for one in wrong)
    assert all(right == right.lower().strip() and right for _, right in found)


def test_no_word_is_a_misspelling_of_another() -> None:
    found = misspellings()
    words = {right for _, right in found} | set(rulebook.data_text("common_words.txt").split())
    assert [one for one, _ in found if one in words] == []


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
