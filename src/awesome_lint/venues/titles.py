"""Full titles of venues, as citations write them: in any letter case, without the publisher, or abbreviated."""

from collections.abc import Iterable
from typing import Final

from awesome_lint.patterns import lazy

_PUBLISHER = lazy(r"(?:the |acm |ieee |usenix |ieee/acm )+")
_SKIPPED = lazy(r"\b(?:of|on|the|and|for|in|to|de|der|des)\b|[^\w.]+")
_FEWEST_WORDS: Final = 2  # of an abbreviated title


class Titles:
    """Titles by what is the same in all the ways to write them; made of {number of a row: title}."""

    def __init__(self, titles: "Iterable[tuple[int, str]]") -> None:
        self._numbers: dict[str, int] = {}
        self._initials: dict[str, list[tuple[list[str], int]]] = {}
        for number, title in titles:
            self._numbers.setdefault(_plain(title), number)

    def find(self, text: str) -> int | None:
        """Return the number of the row whose title a text is, None without one or with several."""
        number = self._numbers.get(_plain(text))
        return self._abbreviated(text) if number is None and "." in text else number

    def _abbreviated(self, text: str) -> int | None:
        """Return the title whose words begin with those of a text: "IEEE Trans. Comput. Soc. Syst."."""
        words = _words(text)
        if len(words) < _FEWEST_WORDS:
            return None
        if not self._initials:
            for title, number in self._numbers.items():
                whole = _words(title)
                self._initials.setdefault("".join(word[0] for word in whole), []).append((whole, number))
        found = {
            number
            for whole, number in self._initials.get("".join(word[0] for word in words), ())
            if all(map(str.startswith, whole, words))
        }
        return found.pop() if len(found) == 1 else None


def _plain(title: str) -> str:
    """Return a title without publisher and letter case."""
    lower = title.casefold().replace("&", "and").rstrip(".")
    publisher = _PUBLISHER.match(lower)
    return lower[publisher.end() :] if publisher else lower


def _words(title: str) -> list[str]:
    """Return the words of a title that tell: "peer", "networking", "applications"."""
    bare = _SKIPPED.sub(" ", _plain(title))
    return bare.replace(".", " ").split()
