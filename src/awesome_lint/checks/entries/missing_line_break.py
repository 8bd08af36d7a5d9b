"""A first line that runs into the labels below it, where the other entries break there."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar, Final

from awesome_lint.diagnostic import Diagnostic, Edit, Fix, Span
from awesome_lint.document import Document
from awesome_lint.entries.entry import Entry
from awesome_lint.markdown import outline as marks
from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_HTML_BREAK = lazy(r"<br ?/?>\Z")
_LONGEST_BREAK: Final = len("<br />")
_FEWEST: Final = 20  # entries of two lines
_SHARE: Final = 0.95  # of these that break


class Check(Rule):
    """A first line that runs into the labels below it, where the other entries break there."""

    needs_list = True
    phase = "structure"
    fixes: ClassVar = ("unsafe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        lines = _first_lines(doc)
        odd = [line for line in lines if not line.mark]
        if not odd:
            return
        votes = Counter(line.mark for line in (lines if doc.voters is doc else _first_lines(doc.voters)))
        total = votes.total()
        broken = total - votes[""]
        if total < _FEWEST or broken < _SHARE * total:
            return
        mark = max((one for one in votes if one), key=lambda one: votes[one])
        for line in odd:
            yield self.report(
                doc,
                Span(line.end - 1, line.end),
                f"no line break before the labels, where the list breaks the line ({broken} of {total} do)",
                fix=Fix("Break the line", (Edit(Span(line.end, line.end), mark),), "unsafe"),
            )


class _Line(NamedTuple):
    """The first line of an entry: where its words end, and the mark that breaks it, '' without one."""

    end: int
    mark: str


def _first_lines(doc: Document) -> list[_Line]:
    return [line for entry in doc.entries if entry.kind != "row" and (line := _first_line(entry))]


def _first_line(entry: Entry) -> _Line | None:
    """Return the first line of an entry whose second line begins with a link or a bracket."""
    doc, (start, end) = entry.doc, entry.head
    stop = doc.source.line_ends[doc.source.line_at(start)]
    if stop >= end:
        return None
    after = doc.outline[stop:end].lstrip(f" \r\n{marks.NO_PROSE}{marks.BREAK}")
    if after[:1] not in ("[", marks.LINK_OPEN):
        return None
    words, mark = _parted(doc.text[start:stop])
    return _Line(start + len(words), mark) if words.strip() else None


def _parted(line: str) -> tuple[str, str]:
    """Return the words of a line and the mark that breaks it after them, '' without one."""
    bare = line.rstrip(" \t")
    html = _HTML_BREAK.search(bare, max(0, len(bare) - _LONGEST_BREAK))
    cut = len(bare) - 1 if bare.endswith("\\") else html.start() if html else len(bare)
    if cut < len(bare):
        words = bare[:cut].rstrip(" ")
        return words, bare[len(words) :]
    spaces = len(line) - len(bare) - len(line[len(bare) :].lstrip(" "))
    return bare, " " * spaces if spaces > 1 else ""
