"""The difference between the findings of two texts, by content.

A finding is known by its rule, the line it stands on and the words it speaks of, never by a line number: entries may
move, and numbers in a message ("643 of 653 do") may change, without making it new.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from awesome_lint.crowd import CROWD, MANY
from awesome_lint.diagnostic import Diagnostic
from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.document import Document

_DIGITS = lazy(r"\d+")
_WORD = lazy(r"\w{2,}")
_SAME: Final = 0.5  # of the rare words of two lines are the same: one line, edited
_SAME_LETTERS: Final = 0.8
_RARE: Final = 0.01  # of the lines hold a rare word
_RARE_ANYWAY: Final = 3  # lines


class Known(NamedTuple):
    """What is known of a finding apart from its place.

    message: without its numbers. line: the text of its line, blanks collapsed. text: what it marks there.
    related: the lines of its related places.
    """

    path: str
    rule: str
    message: str
    line: str
    text: str
    related: tuple[str, ...] = ()


def known(found: Diagnostic, docs: "Mapping[str, Document]") -> Known:
    """Return what is known of a finding of these documents, which are named by their paths."""
    doc = docs[found.path]
    start, end = found.span
    related = tuple(
        line_of(docs[one.path], one.span.start) for one in found.related if one.path in docs
    )  # others are of files that the run does not read
    text = " ".join(doc.text[start:end].split())
    return Known(found.path, found.rule, _DIGITS.sub("#", found.message), line_of(doc, start), text, related)


def line_of(doc: "Document", offset: int) -> str:
    """Return the line in which an offset stands, blanks collapsed; for a blank one, the line that follows.

    The end of the file is no line of its own: it stays where it is, whatever is added before it.
    """
    source = doc.source
    if offset >= len(source.text):
        return ""
    for index in range(source.line_at(offset), len(source.line_starts)):
        words = source.line_text(index).split()
        if words:
            return " ".join(words)
    return ""


# From what is certainly the same finding to what is so by all that can be seen.
_KEYS: Final[tuple[Callable[[Known], Hashable], ...]] = (
    lambda one: one[:5],
    lambda one: (one.path, one.rule, one.line, one.text),
    lambda one: (one.path, one.rule, one.line, one.message),
    lambda one: one[1:5],  # moved to another file
)


class Difference:
    """Tells new findings from old ones.

    before: the old findings. former: the documents in which they were found, by their present paths; none where only
    the findings are known.
    """

    def __init__(self, before: Iterable[Known], former: "Mapping[str, Document] | None" = None) -> None:
        self.before = list(before)
        self.former = former or {}
        self._was_there = frozenset(line for doc in self.former.values() for line in _lines(doc))

    def new(self, found: Sequence[Diagnostic], docs: "Sequence[Document]") -> list[Diagnostic]:
        """Return those findings of documents that are new, in their order."""
        by_path = {doc.path: doc for doc in docs}
        rules = {one.rule for one in found}
        old = [one for one in self.before if one.rule in rules]
        if not old:
            return list(found)
        fresh = {index: known(one, by_path) for index, one in enumerate(found)}
        self._cancel_crowds(fresh, old)
        for key in _KEYS:
            old = self._cancel(fresh, old, key, found, by_path)
        old = self._cancel_edited(fresh, old, docs)
        _cancel_led(fresh, old)
        return [found[index] for index in sorted(fresh)]

    def changed(self, docs: "Sequence[Document]") -> dict[str, frozenset[int]]:
        """Return {path: the lines, from 0, that a document has and its former one has not}."""
        return {doc.path: added_lines(self.former[doc.path], doc) for doc in docs if doc.path in self.former}

    def _cancel_crowds(self, fresh: dict[int, Known], old: list[Known]) -> None:
        """Take out the findings that speak for a slip made everywhere, now or before: a line more or less is no news."""
        counts = Counter((one.path, one.rule) for one in old)
        crowds = {(one.path, one.rule) for one in old if one.message.endswith(MANY)}
        for index, one in list(fresh.items()):
            place = (one.path, one.rule)
            if one.message.endswith(MANY):
                if place in crowds or counts[place] > CROWD / 2:
                    del fresh[index]
            elif place in crowds and (not self.former or one.line in self._was_there):
                del fresh[index]

    def _cancel(
        self,
        fresh: dict[int, Known],
        old: list[Known],
        key: Callable[[Known], Hashable],
        found: Sequence[Diagnostic],
        docs: "Mapping[str, Document]",
    ) -> list[Known]:
        """Take the findings out of `fresh` that have the key of an old one; return the old ones left over."""
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for index, one in fresh.items():
            waiting[key(one)].append(index)
        budget = Counter(key(one) for one in old)
        for same, count in budget.items():
            indices = waiting.get(same, [])
            if count < len(indices):  # of equal findings those are new that stand on new lines
                indices = sorted(indices, key=lambda index: self._stands_on_new_line(found[index], docs))
            for index in indices[:count]:
                del fresh[index]
            budget[same] = min(count, len(indices))
        left = []
        for one in old:
            if budget[key(one)]:
                budget[key(one)] -= 1
            else:
                left.append(one)
        return left

    def _stands_on_new_line(self, found: Diagnostic, docs: "Mapping[str, Document]") -> bool:
        former = self.former.get(found.path)
        if former is None:
            return False
        doc = docs[found.path]
        return doc.source.line_at(found.span.start) in added_lines(former, doc)

    def _cancel_edited(self, fresh: dict[int, Known], old: list[Known], docs: "Sequence[Document]") -> list[Known]:
        """Take out the findings of edited lines that these had before; return the old ones left over."""
        now = Counter(line for doc in docs for line in _lines(doc))
        gone = [one for one in old if one.line not in now]
        come = [index for index, one in fresh.items() if one.line not in self._was_there]
        if not gone or not come:
            return old
        likeness = _Likeness(now)
        taken: set[int] = set()
        for index in come:
            one = fresh[index]
            score, at = max(
                (
                    (likeness.of(one.line, other.line), -number)
                    for number, other in enumerate(gone)
                    if number not in taken
                    and other.rule == one.rule
                    and (other.text == one.text or other.message == one.message)
                ),
                default=(0.0, 0),
            )
            if score >= _SAME:
                taken.add(-at)
                del fresh[index]
        spent = {id(gone[number]) for number in taken}
        return [one for one in old if id(one) not in spent]


class _Likeness:
    """How much two lines have in common, by the words that few lines have: what entries share tells nothing."""

    def __init__(self, lines: Counter[str]) -> None:
        self._often: Counter[str] = Counter()
        for line, count in lines.items():
            for word in set(_WORD.findall(line)):
                self._often[word] += count
        self._most = max(_RARE_ANYWAY, int(_RARE * lines.total()))
        self._words: dict[str, frozenset[str]] = {}

    def _rare(self, line: str) -> frozenset[str]:
        if line not in self._words:
            words = set(_WORD.findall(line))
            self._words[line] = frozenset(word for word in words if self._often[word] <= self._most) or frozenset(words)
        return self._words[line]

    def of(self, one: str, other: str) -> float:
        """Return the share of words that two lines have in common, from 0 to 1."""
        first, second = self._rare(one), self._rare(other)
        if not first or not second:
            return float(one == other)
        common = 2 * len(first & second) / (len(first) + len(second))
        return common if common >= _SAME else self._by_letters(one, other)

    def _by_letters(self, one: str, other: str) -> float:
        """Return the share of letters in common, 0 where it is low: a short line may be one word put right."""
        from difflib import SequenceMatcher

        texts = [" ".join(word for word in _WORD.findall(line) if word in self._rare(line)) for line in (one, other)]
        ratio = SequenceMatcher(None, texts[0], texts[1], autojunk=False).ratio()
        return ratio if ratio >= _SAME_LETTERS else 0.0


def _cancel_led(fresh: dict[int, Known], old: list[Known]) -> None:
    """Take out the findings that speak of many places at once and have only got another first one."""
    left = list(old)
    for index, one in list(fresh.items()):
        for other in left:
            if (one.rule, one.message) == (other.rule, other.message) and (
                one.line in other.related or other.line in one.related
            ):
                left.remove(other)
                del fresh[index]
                break


def _lines(doc: "Document") -> Iterable[str]:
    return (" ".join(line.split()) for line in doc.text.splitlines())


def added_lines(former: "Document", doc: "Document") -> frozenset[int]:
    """Return the numbers, from 0, of the lines that a document has and the former one has not."""
    from difflib import SequenceMatcher

    old, new = ([one.source.line_text(at) for at in range(len(one.source.line_starts))] for one in (former, doc))
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    added: set[int] = set()
    for what, _, _, start, end in SequenceMatcher(None, old, new).get_opcodes():
        if what in ("insert", "replace"):
            added.update(range(head + start, head + end))
    return frozenset(added)
