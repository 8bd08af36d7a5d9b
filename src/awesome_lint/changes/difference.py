"""The difference between the findings of two texts, by content.

A finding is known by its rule, the line it stands on and the words it speaks of (see known.py): entries may move, and
numbers in a message ("643 of 653 do") may change, without making it new.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from awesome_lint.changes.added import AddedLines
from awesome_lint.changes.known import Known, known, lines_of
from awesome_lint.changes.likeness import Likeness
from awesome_lint.crowd import joined, members
from awesome_lint.diagnostic import Diagnostic, sort_key
from awesome_lint.source import Source

if TYPE_CHECKING:
    from awesome_lint.document import Document


# From what is certainly the same finding to what is so by all that can be seen.
_KEYS: Final[tuple[Callable[[Known], Hashable], ...]] = (
    lambda one: one[:5],
    lambda one: (one.path, one.rule, one.line, one.text),
    lambda one: (one.path, one.rule, one.line, one.message),
    lambda one: one[1:5],  # moved to another file
)


class Difference:
    """Tells new findings from old ones.

    before: the old findings, crowds taken apart. former: the texts in which they were found, by their present paths;
    none where only the findings are known. added: the lines that are not in the former texts.
    """

    def __init__(self, before: Iterable[Known], former: Mapping[str, Source] | None = None) -> None:
        self.before = list(before)
        self.added = AddedLines(former or {})
        self._was_there = frozenset(line for source in (former or {}).values() for line in lines_of(source))

    def new(self, found: Sequence[Diagnostic], docs: "Sequence[Document]") -> list[Diagnostic]:
        """Return those findings of documents that are new, sorted; of a crowd those of its members that are."""
        sources = {doc.path: doc.source for doc in docs}
        rules = {one.rule for one in found}
        old = [one for one in self.before if one.rule in rules]
        if not old:
            return list(found)
        apart = members(found)
        fresh = {index: known(one, sources) for index, one in enumerate(apart)}
        for key in _KEYS:
            old = self._cancel(fresh, old, key, apart, sources)
        old = self._cancel_edited(fresh, old, sources)
        _cancel_led(fresh, old)
        return sorted(joined(found, {id(apart[index]) for index in fresh}), key=sort_key)

    def _cancel(
        self,
        fresh: dict[int, Known],
        old: list[Known],
        key: Callable[[Known], Hashable],
        found: Sequence[Diagnostic],
        sources: Mapping[str, Source],
    ) -> list[Known]:
        """Take the findings out of `fresh` that have the key of an old one; return the old ones left over."""
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for index, one in fresh.items():
            waiting[key(one)].append(index)
        budget = Counter(key(one) for one in old)
        for same, count in budget.items():
            indices = waiting.get(same, [])
            if count < len(indices):  # of equal findings those are new that stand on new lines
                indices = sorted(indices, key=lambda index: self._stands_on_new_line(found[index], sources))
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

    def _stands_on_new_line(self, found: Diagnostic, sources: Mapping[str, Source]) -> bool:
        source = sources[found.path]
        return source.line_at(found.span.start) in (self.added.of(source) or ())

    def _cancel_edited(self, fresh: dict[int, Known], old: list[Known], sources: Mapping[str, Source]) -> list[Known]:
        """Take out the findings of edited lines that these had before; return the old ones left over."""
        now = Counter(line for source in sources.values() for line in lines_of(source))
        gone = [one for one in old if one.line not in now]
        come = [index for index, one in fresh.items() if one.line not in self._was_there]
        if not gone or not come:
            return old
        likeness = Likeness(now, (one.line for one in gone), (fresh[index].line for index in come))
        waiting: dict[tuple[str, str], list[Known]] = defaultdict(list)
        for one in gone:
            waiting[one.rule, one.line].append(one)
        spent: set[int] = set()
        for index in come:
            one = fresh[index]
            same = (
                other
                for line in likeness.before(one.line)
                for other in waiting[one.rule, line]
                if id(other) not in spent and (other.text == one.text or other.message == one.message)
            )
            former = next(same, None)
            if former:
                spent.add(id(former))
                del fresh[index]
        return [one for one in old if id(one) not in spent]


def _cancel_led(fresh: dict[int, Known], old: list[Known]) -> None:
    """Take out the findings that speak of many places at once and have only got another first one."""
    left = list(old)
    for index, one in list(fresh.items()):
        for other in left:
            led = one.line in other.related or other.line in one.related
            if led and (one.rule, one.message) == (other.rule, other.message):
                left.remove(other)
                del fresh[index]
                break
