"""A description that repeats the name of its entry and says nothing else."""

from collections.abc import Iterator

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_WORDS = lazy(r"[^\W_]+")
_FEWEST = 5  # descriptions that show a habit
_NAME = 3  # words of a person's or a company's name


class Check(Rule):
    """A description that repeats the name of its entry and says nothing else."""

    needs_list = True

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        found = list(self._repeated(doc))
        if found and not _are_credits(doc.voters):
            yield from found

    def _repeated(self, doc: Document) -> Iterator[Diagnostic]:
        for entry in doc.entries:
            parts = entry.parts
            if not parts.title_link or not parts.separator or not parts.description or entry.kind == "row":
                continue
            if abs(len(parts.description.text) - len(parts.title.text)) > 3:
                continue
            name = _WORDS.findall(parts.title.text.casefold())
            if name and _WORDS.findall(parts.description.text.casefold()) == name:
                yield self.report(
                    doc, parts.description.span, f"description repeats the name '{parts.title.text}'; say what it is"
                )


def _are_credits(doc: Document) -> bool:
    """Whether what stands after most names is somebody's own: `[Course](url) - Ada Lovelace`."""
    said = [what.text.count(" ") for entry in doc.entries if (what := entry.parts.description)]
    return len(said) >= _FEWEST and 2 * sum(spaces < _NAME for spaces in said) > len(said)
