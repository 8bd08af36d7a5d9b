"""Several spaces between words, where one is meant."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.crowd import CROWD
from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.markdown import outline as marks
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_SPACES = lazy("  +")
_NOTHING = " \t\n\r\x00\x0b"  # what a run of spaces may stand beside without parting words
_MARKS = frozenset("–—“”‘’«»，。：；（）、！？【】《》「」")
_WIDE_MARKER = lazy(r"[-*+.)] {2,4}[^ \t\r\n]")
_SENTENCE_END = ".!?:"
_AFTER_MARKER = lazy(r" {2,4}(?=[^ \t\r\n])")
_INDENTED = lazy(r"\s*[\r\n][ \t]+[^ \t\r\n]")  # the next line that holds something, at the end of one before
_SHARE = 0.9  # of the items with one space after the marker, for a list that writes one
_HABIT = 10  # so many sentences parted by two spaces are the writer's way


class Check(Rule):
    """Several spaces between words, where one is meant."""

    phase = "layout"
    guard = "layout"
    gathers: ClassVar = CROWD
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        yield from self._between_words(doc)
        for span in _after_markers(doc):
            yield self.report(
                doc,
                span,
                f"{span.end - span.start} spaces after the marker where the list writes one",
                fix=replace(span, " ", "Leave one space"),
            )

    def _between_words(self, doc: Document) -> Iterator[Diagnostic]:
        found = [match.span() for match in _SPACES.finditer(doc.outline) if _parts_words(doc.outline, *match.span())]
        after_sentence = [span for span in found if doc.outline[span[0] - 1] in _SENTENCE_END]
        typist = len(after_sentence) >= _HABIT
        for span in found:
            if typist and doc.outline[span[0] - 1] in _SENTENCE_END:
                continue
            block = doc.block_at(span[0])
            if block and block.kind == "html":
                continue  # markup is often aligned
            count = span[1] - span[0]
            yield self.report(
                doc, span, f"{count} spaces where one is meant", fix=replace(Span(*span), " ", "Leave one space")
            )


def _after_markers(doc: Document) -> Iterator[Span]:
    """Yield the spaces after the markers of items of one line, where nine in ten items have one."""
    if "  " not in doc.text or not _WIDE_MARKER.search(doc.text):
        return
    items = doc.structure.items
    wide = [(item, match) for item in items if (match := _AFTER_MARKER.match(doc.text, item.marker_span.end))]
    single = sum(doc.text[item.marker_span.end : item.marker_span.end + 1] == " " for item in items) - len(wide)
    if single < max(_HABIT, _SHARE * (single + len(wide))):
        return
    for item, match in wide:
        # What stands under the item, be it after blank lines, may be set to the width of its marker.
        if doc.source.line_at(item.span.end) == doc.source.line_at(item.span.start) and not _INDENTED.match(
            doc.text, item.span.end
        ):
            yield Span(*match.span())


def _parts_words(outline: str, start: int, end: int) -> bool:
    if not start or end >= len(outline):
        return False
    before, after = outline[start - 1], outline[end]
    if before in _NOTHING or after in _NOTHING or marks.IMAGE in (before, after):
        return False
    if before == marks.LINK_OPEN or after == marks.LINK_CLOSE:
        return False  # they stand inside a link's brackets, and do not belong there at all
    return not (_is_ornament(before) and _is_ornament(after))


def _is_ornament(character: str) -> bool:
    """Whether a character is a bar, a dot or an emoji, with which people lay out a line."""
    return character in "|•" or not (character.isascii() or character.isalnum() or character in _MARKS)
