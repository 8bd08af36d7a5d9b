"""Words that are one slip of the fingers away from a frequent English word, and are not words themselves."""

from bisect import bisect_left
from functools import cache
from itertools import pairwise
from typing import Final

from awesome_lint import rulebook

SHORTEST: Final = 7  # letters of a word that is compared; shorter ones are too often names, or other words
_SAME_START: Final = 3
_SAME_END: Final = 2  # letters; at their ends words differ by inflection
_VOWELS: Final = frozenset("aeiouy")
_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE: Final = frozenset(pair for row in _ROWS for pair in pairwise(row))  # on a keyboard


def near_words(word: str) -> list[str]:
    """Return the frequent words that a word in small letters may have been meant to be; none where it is a word."""
    end = word[-_SAME_END:]
    found = [right for right in _beginning_with(word[:_SAME_START]) if right.endswith(end) and is_slip(word, right)]
    return [] if found and word in _right() else found


def is_slip(wrong: str, right: str) -> bool:
    """Whether one letter is missing, one too many, one mistaken for another, or two are swapped."""
    more = len(right) - len(wrong)
    if wrong == right or abs(more) > 1:
        return False
    at = 0
    while at < min(len(wrong), len(right)) and wrong[at] == right[at]:
        at += 1
    if more:
        longer, shorter = (right, wrong) if more > 0 else (wrong, right)
        return longer[at + 1 :] == shorter[at:]
    if wrong[at + 1 :] == right[at + 1 :]:
        pair = (wrong[at], right[at])
        return _VOWELS.issuperset(pair) or pair in _BESIDE or pair[::-1] in _BESIDE
    return wrong[at : at + 2] == right[at : at + 2][::-1] and wrong[at + 2 :] == right[at + 2 :]


def may_be_slip(word: str) -> bool:
    """Whether a word in small letters is worth a comparison: long, of English letters, and no frequent word."""
    return len(word) >= SHORTEST and word.isascii() and word.isalpha() and word not in _frequent()


@cache
def _long_words() -> list[str]:
    """Return the frequent words, sorted as the table is."""
    return rulebook.data_text("long_words.txt").split()


@cache
def _frequent() -> frozenset[str]:
    return frozenset(_long_words())


@cache
def _beginning_with(start: str) -> list[str]:
    """Return the frequent words that begin with some letters; a short list needs few of them."""
    words = _long_words()
    return words[bisect_left(words, start) : bisect_left(words, start + "~")]


@cache
def _right() -> frozenset[str]:
    """Return the words that look like a slip and are not one."""
    return frozenset(rulebook.data_text("near_words.txt").split())
