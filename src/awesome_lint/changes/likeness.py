"""Which line that is gone an edited line may have been."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from awesome_lint.patterns import lazy

_WORD = lazy(r"\w{2,}")
_SAME: Final = 0.5  # of the rare words of two lines are the same: one line, edited
_SAME_LETTERS: Final = 0.8
_RARE: Final = 0.01  # of the lines hold a rare word
_RARE_ANYWAY: Final = 3  # lines
_FEW: Final = 2_500  # pairs of lines, each of which is looked at; of more only those that share a rare word
_MANY: Final = 50_000  # pairs of lines without rare words, of which none is looked at


class Likeness:
    """Tells how much lines have in common, by the words that few lines have: what entries share tells nothing.

    now: the lines that there are, with how often. gone: those that are there no more. come: those that were not.
    """

    def __init__(self, now: Counter[str], gone: Iterable[str], come: Iterable[str]) -> None:
        self._gone = list(dict.fromkeys(gone))
        come = set(come)
        self._often = _counted(now.items())
        for word, count in _counted((line, 1) for line in self._gone).items():
            self._often[word] = max(self._often[word], count)
        self._most = max(_RARE_ANYWAY, int(_RARE * now.total()))
        self._rare: dict[str, frozenset[str]] = {}
        self._found: dict[str, list[str]] = {}
        self._are_few = len(self._gone) * len(come) <= _FEW
        self._with: dict[str, list[str]] = defaultdict(list)
        for line in () if self._are_few else self._gone:
            for word in self._rare_words(line):
                self._with[word].append(line)
        plain = [line for line in self._gone if not self._rare_words(line)]
        plain_now = sum(not self._rare_words(line) for line in come)
        self._plain = plain if len(plain) * plain_now <= _MANY else []

    def before(self, line: str) -> Sequence[str]:
        """Return the gone lines that a line may have been, the likeliest first."""
        if line not in self._found:
            candidates: Iterable[str] = self._gone
            if not self._are_few:
                words = self._rare_words(line)
                sharing = (one for word in sorted(words) for one in self._with.get(word, ()))
                candidates = dict.fromkeys(sharing) if words else self._plain
            scores = {one: self._by_words(line, one) for one in candidates}
            if self._are_few or max(scores.values(), default=0.0) < _SAME:
                scores = {
                    one: score if score >= _SAME else self._by_letters(line, one) for one, score in scores.items()
                }
            self._found[line] = sorted((one for one in scores if scores[one] >= _SAME), key=lambda one: -scores[one])
        return self._found[line]

    def _rare_words(self, line: str) -> frozenset[str]:
        if line not in self._rare:
            self._rare[line] = frozenset(word for word in _words(line) if self._often[word] <= self._most)
        return self._rare[line]

    def _telling(self, one: str, other: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the words of two lines that count: the rare ones, or all where one of them has none."""
        first, second = self._rare_words(one), self._rare_words(other)
        return (first, second) if first and second else (frozenset(_words(one)), frozenset(_words(other)))

    def _by_words(self, one: str, other: str) -> float:
        """Return the share of words that two lines have in common, from 0 to 1."""
        first, second = self._telling(one, other)
        if not first or not second:
            return float(one == other)
        return 2 * len(first & second) / (len(first) + len(second))

    def _by_letters(self, one: str, other: str) -> float:
        """Return the share of letters in common: a short line may be one word put right."""
        first, second = self._telling(one, other)
        return letters_in_common(_only(one, first), _only(other, second)) if first and second else 0.0


def _counted(lines: Iterable[tuple[str, int]]) -> Counter[str]:
    """Return in how many lines each word stands."""
    often: Counter[str] = Counter()
    for line, count in lines:
        for word in set(_words(line)):
            often[word] += count
    return often


def _words(line: str) -> list[str]:
    return _WORD.findall(line.casefold())


def _only(line: str, words: frozenset[str]) -> str:
    return " ".join(word for word in _words(line) if word in words)


def letters_in_common(one: str, other: str) -> float:
    """Return the share of letters that two texts have in common in their order, 0 where it is low."""
    from difflib import SequenceMatcher

    if 2 * min(len(one), len(other)) < _SAME_LETTERS * (len(one) + len(other)):
        return 0.0
    ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return ratio if ratio >= _SAME_LETTERS else 0.0
