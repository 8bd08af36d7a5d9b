"""Full titles of venues, as citations write them: in any letter case, without the publisher, or abbreviated."""

import re
from collections.abc import Iterable
from typing import Final

from awesome_lint.patterns import lazy

_PUBLISHER = lazy(r"\n(?:the |acm |ieee/acm |ieee |usenix )+")
_SMALL: Final = "of|on|the|and|for|in|to|de|der|des"
_BETWEEN: Final = rf"[^\w\n]+(?:(?:{_SMALL})[^\w\n]+)*"
_WORD = lazy(rf"\b(?!(?:{_SMALL})\b)\w+")
# Two to eight words with capitals, one or more of them cut short: "J. Inf. Secur. Appl."
_SHORTENED = lazy(r"(?=.*\.)(?:(?:of|on|and|for|in|the|&)\s|[A-Z][A-Za-z]*(?:[-\s]|\.[-\s]?|\Z)){2,10}\Z")


class Titles:
    """The titles of the rows of a table, one a row, by what is the same in all the ways to write them."""

    def __init__(self, titles: Iterable[str]) -> None:
        self._text = _plain("\n".join(titles))
        self._rows = {title: row for row, title in reversed([*enumerate(self._text.split("\n"))])}

    def find(self, text: str) -> int | None:
        """Return the number of the row whose title a text is, None without one or with several."""
        plain = _plain(text)
        row = self._rows.get(plain.removesuffix("."))
        return self._abbreviated(plain) if row is None and _SHORTENED.match(text) else row

    def _abbreviated(self, plain: str) -> int | None:
        """Return the row of the one title whose words begin with those of a text: "trans. comput. soc. syst."."""
        begun = (rf"{word}\w*" for word in _WORD.findall(plain))
        found = re.findall(f"^{_BETWEEN.join(begun)}$", self._text, re.M)
        return self._rows[found[0]] if len(found) == 1 else None


def _plain(titles: str) -> str:
    """Return titles without publishers and letter case."""
    return _PUBLISHER.sub("\n", "\n" + titles.casefold().replace("&", "and"))[1:]
