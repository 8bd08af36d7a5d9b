"""An author's name one letter away from one that the list writes often."""

from collections import defaultdict
from collections.abc import Iterator

from awesome_lint.diagnostic import Diagnostic, Related, Span
from awesome_lint.document import Document
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_NAME = lazy(r"[A-Z][a-z'’-]+(?:[ -][A-Z][\w.'’-]*)*[ ][A-Z][a-z'’-]+")
_OFTEN = 3
_MOST_NAMES = 250  # among more people, names one letter apart are different people


class Check(Rule):
    """An author's name one letter away from one that the list writes often."""

    severity = "info"
    needs_list = True

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        places: dict[str, list[Span]] = defaultdict(list)
        for entry in doc.entries:
            # Without a tag an entry is hardly a paper, and its names need a `by` to be its authors'.
            clause = entry.parts.authors if entry.parts.tags else entry.parts.by
            if clause:
                for match in _NAME.finditer(doc.outline, *clause.span):
                    places[match[0]].append(Span(*match.span()))
        if len(places) > _MOST_NAMES:
            return
        often: dict[str, list[str]] = defaultdict(list)
        for name, spans in places.items():
            if len(spans) >= _OFTEN:
                first, _, last = name.rpartition(" ")
                often[first].append(name)
                often[last].append(name)
        for name, spans in places.items():
            if len(spans) > 1 or not often:
                continue
            first, _, last = name.rpartition(" ")
            for other in [*often.get(first, ()), *often.get(last, ())]:
                if _one_letter_apart(name, other):
                    yield self.report(
                        doc,
                        spans[0],
                        f"author '{name}'; the list writes '{other}' {len(places[other])} times",
                        related=[Related(doc.path, places[other][0], f"'{other}' here")],
                    )
                    break


def _one_letter_apart(one: str, two: str) -> bool:
    """Whether one letter put in or left out makes one name of the other; two that differ in a letter are people."""
    if abs(len(one) - len(two)) != 1:
        return False
    if len(one) > len(two):
        one, two = two, one
    start = next((i for i, letter in enumerate(one) if letter != two[i]), len(one))
    return one[start:] == two[start + 1 :]
