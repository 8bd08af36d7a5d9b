"""What a finding is known by from one text to the next, in a baseline and in code scanning: never by a line number."""

from collections.abc import Iterator, Mapping

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy
from awesome_lint.source import Source

_DIGITS = lazy(r"\d+")


class Known(NamedTuple):
    """What is known of a finding apart from its place.

    message: without its numbers. line: the text of its line, spaces collapsed. text: what it marks there.
    related: the lines of its related places.
    """

    path: str
    rule: str
    message: str
    line: str
    text: str
    related: tuple[str, ...] = ()


def known(found: Diagnostic, sources: Mapping[str, Source]) -> Known:
    """Return what is known of a finding of these files, which are named by their paths."""
    source = sources[found.path]
    start, end = found.span
    related = tuple(
        line_of(sources[one.path], one.span.start) for one in found.related if one.path in sources
    )  # others are of files that the run does not read
    text = " ".join(source.text[start:end].split())
    return Known(found.path, found.rule, _DIGITS.sub("#", found.message), line_of(source, start), text, related)


def line_of(source: Source, offset: int) -> str:
    """Return the line in which an offset stands, spaces collapsed; for a blank line, the line that follows.

    The end of the file is not a line of its own: it stays where it is, whatever is added before it.
    """
    if offset >= len(source.text):
        return ""
    for index in range(source.line_at(offset), len(source.line_starts)):
        words = source.line_text(index).split()
        if words:
            return " ".join(words)
    return ""


def lines_of(source: Source) -> Iterator[str]:
    """Yield the lines of a file, spaces collapsed."""
    return (" ".join(source.line_text(index).split()) for index in range(len(source.line_starts)))
