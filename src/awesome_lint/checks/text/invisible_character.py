"""A character that nobody sees, or that looks like another."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Fix, Span, replace
from awesome_lint.document import Document
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_NAMES = {
    "\u00a0": ("no-break space", " "),
    "\u00ad": ("soft hyphen", ""),
    "\u200b": ("zero-width space", ""),
    "\u200c": ("zero-width non-joiner", ""),
    "\u200e": ("left-to-right mark", ""),
    "\u200f": ("right-to-left mark", ""),
    "\u2010": ("typographic hyphen", "-"),
    "\u2011": ("no-break hyphen", "-"),
    "\u2060": ("word joiner", ""),
    "\ufeff": ("byte order mark inside the text", ""),
    "\ufb00": ("ligature ff", "ff"),
    "\ufb01": ("ligature fi", "fi"),
    "\ufb02": ("ligature fl", "fl"),
    "\ufb03": ("ligature ffi", "ffi"),
    "\ufb04": ("ligature ffl", "ffl"),
}
_ANY = lazy(f"[{''.join(_NAMES)}]+")
_BIDI = lazy("[\u202a-\u202e\u2066-\u2069]")
# Scripts that need joiners and direction marks.
_NEEDS_MARKS = lazy("[\u0590-\u08ff\u0900-\u0dff\ufb1d-\ufefc]")
_MARKS = frozenset("\u200c\u200e\u200f")
# French writes no-break spaces before high punctuation, and everybody between a number and its unit.
_RIGHT_SPACE = lazy("\u00a0(?=[:;!?»%€])|(?<=«)\u00a0|(?<=\\d)\u00a0(?=\\w)")


_MARKER = lazy(r"[-*+#=]+|\d+[.)]")


def _mend(doc: Document, span: Span, text: str) -> Fix | None:
    """Return the fix that writes `text` instead, None where it could begin another block or a line break."""
    line = doc.source.line_at(span.start)
    before = doc.text[doc.source.line_starts[line] : span.start].strip(" \t>")
    after = doc.text[span.end : doc.source.line_ends[line]]
    if (not before or _MARKER.fullmatch(before)) and (text or not after[:1].isalpha()):
        return None
    if not after.strip(" \t"):
        text = text.rstrip(" ")
    return replace(span, text, f"Write '{text}'" if text.strip() else "Write a space" if text else "Remove it")


class Check(Rule):
    """A character that nobody sees, or that looks like another."""

    other_levels: ClassVar = ("error",)
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        if doc.outline.isascii():
            return
        needs_marks = _NEEDS_MARKS.search(doc.outline) is not None
        for match in _ANY.finditer(doc.outline):
            run = match[0]
            if (needs_marks and not _MARKS.isdisjoint(run)) or _RIGHT_SPACE.match(doc.outline, match.start()):
                continue
            names = ", ".join(dict.fromkeys(_NAMES[character][0] for character in run))
            text = "".join(_NAMES[character][1] for character in run)
            if text == "-" and doc.outline[match.start() - 1 : match.start()] == "-":
                text = ""  # what a PDF's line break leaves is one hyphen
            span = Span(*match.span())
            meant = f", where '{text}' is meant" if text.strip() else ""
            yield self.report(doc, span, f"{names} in the text{meant}", fix=_mend(doc, span, text))
        if not needs_marks:
            for match in _BIDI.finditer(doc.text):
                yield self.report(
                    doc,
                    Span(*match.span()),
                    f"U+{ord(match[0]):04X} changes the order in which the line is shown; remove it",
                    severity="error",
                )
