"""The ways in which people and programs compare names when they sort them."""

import unicodedata
from collections.abc import Callable, Sequence
from typing import Final, Literal

from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy

_NUMBER = lazy(r"(\d+)")
_DIGIT = lazy(r"\d")
_ARTICLE = lazy(r"(?:the|an?) +(?=\w)")
_ARTICLED = lazy(r"[\W_]*(?:t[\W_]*h[\W_]*e|a(?:[\W_]*n)?)[\W_]+\w")  # whatever of the punctuation is passed over
_PUNCTUATION = lazy(r"[^\w\s]+|_")
_SKIP: Final = {code: None for code in range(128) if not (chr(code).isalnum() or chr(code).isspace())}
_PART: Final = dict.fromkeys(_SKIP, " ")
_SYMBOLS = lazy(r"[^\w\s!-~]+")

Key = tuple[object, ...]


class Collation(NamedTuple):
    """A way to compare names.

    marks: whether punctuation counts ('go-x' before 'goa'), parts words, or is passed over. articles: whether a
    leading 'The', 'A' or 'An' counts. numbers: whether '10' stands after '9'.
    """

    marks: Literal["count", "part", "skip"]
    articles: bool
    numbers: bool


# What people and sorting programs do; a section is held to the one that it keeps best.
COLLATIONS: Final = tuple(
    Collation(marks, articles, numbers)
    for marks in ("skip", "count", "part")
    for articles in (True, False)
    for numbers in (True, False)
)


def name_key(title: str, collation: Collation) -> Key:
    """Return the key by which a name is sorted: letter case, accents, markup and emoji aside."""
    plain = title.lower()
    if not title.isascii() and collation.marks != "count":  # programs that count marks count accents, too
        plain = "".join(c for c in unicodedata.normalize("NFKD", title).casefold() if not unicodedata.combining(c))
        plain = _SYMBOLS.sub("", plain)
    if collation.marks == "count":
        plain = plain.lstrip("\"'`*_@.#([{ ")
    elif plain.isascii():
        plain = plain.translate(_SKIP if collation.marks == "skip" else _PART)
    else:
        plain = _PUNCTUATION.sub("" if collation.marks == "skip" else " ", plain)
    plain = " ".join(plain.split())
    if not collation.articles and (article := _ARTICLE.match(plain)):
        plain = plain[article.end() :]
    if not collation.numbers or not _DIGIT.search(plain):
        return ((1, 0, plain),)
    # Digits sort before letters.
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in _NUMBER.split(plain) if part)


# In which forms a name can be compared, by whether it is ASCII.
_FORMS: Final[dict[bool, tuple[Callable[[str], str], ...]]] = {
    True: (str.lower,),
    False: (str.lower, lambda title: unicodedata.normalize("NFKD", title).casefold()),
}


def what_tells(titles: Sequence[str]) -> tuple[bool, bool]:
    """Return whether any of these names begins with an article, and whether any has a number: else neither counts."""
    names = [form(title) for title in titles for form in _FORMS[title.isascii()]]
    return any(map(_ARTICLED.match, names)), any(map(_DIGIT.search, names))
