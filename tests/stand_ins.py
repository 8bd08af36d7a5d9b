"""Rules made up for the tests of the engine."""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from awesome_lint.diagnostic import Diagnostic, Phase, Related, Safety, Span, replace
from awesome_lint.document import Document
from awesome_lint.parse import parse
from awesome_lint.rule import Guard, Rule
from awesome_lint.source import Source

LIST = "# Awesome\n\n" + "".join(f"- [name{n}](https://example.org/{n}) - Words.\n" for n in range(6))


def document(text: str, path: str = "README.md") -> Document:
    return parse(Source(text, path), lambda path: True, datetime.date(2026, 6, 1))


class Swap(Rule):
    """Replaces each match of a pattern in the text."""

    group = "text"
    fixes = ("safe", "unsafe", "suggestion")

    def __init__(
        self,
        name: str,
        pattern: str,
        new: str | Callable[[re.Match[str]], str],
        phase: Phase = "content",
        guard: Guard = "word",
        safety: Safety = "safe",
    ) -> None:
        super().__init__()
        self.name = name  # type: ignore[misc]
        self.phase = phase  # type: ignore[misc]
        self.guard = guard  # type: ignore[misc]
        self.pattern = re.compile(pattern)
        self.new = new
        self.safety = safety

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        for match in self.pattern.finditer(doc.text):
            new = self.new if isinstance(self.new, str) else self.new(match)
            yield self.report(
                doc, match.span(), f"'{match[0]}'", fix=replace(Span(*match.span()), new, "mend", self.safety)
            )


class Check(Rule):
    """A rule made of a function."""

    def __init__(self, name: str, run: Callable[["Check", Document], Iterable[Diagnostic]]) -> None:
        super().__init__()
        self.name = name  # type: ignore[misc]
        self.run = run

    def check(self, doc: Document) -> Iterable[Diagnostic]:
        return self.run(self, doc)


class Twice(Rule):
    """Reports a first line that a file before has too."""

    def check_files(self, docs: Sequence[Document]) -> Iterator[Diagnostic]:
        seen: dict[str, Document] = {}
        for doc in docs:
            line = doc.source.line_text(0)
            if line in seen:
                first = Related(seen[line].path, Span(0, len(line)), "first here")
                yield self.report(doc, (0, len(line)), "the same first line", related=[first])
            seen.setdefault(line, doc)


Twice.name = "twice"  # a class is named after its module


def mark(rule: Check, doc: Document) -> Iterator[Diagnostic]:
    for match in re.finditer("X", doc.text):
        yield rule.report(doc, match.span(), "an X")


def names(found: list[Diagnostic]) -> list[tuple[str, int, str]]:
    return [(one.path, one.span.start, one.rule) for one in found]
