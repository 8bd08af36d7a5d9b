"""A space inside the brackets of a link, before or after its text."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Edit, Fix, Span
from awesome_lint.document import Document
from awesome_lint.link import Link
from awesome_lint.loose.markup import named
from awesome_lint.markdown import outline as marks
from awesome_lint.rule import Rule

_NO_TEXT = (marks.IMAGE, marks.HTML, marks.CODE)  # spaces set these apart on purpose
_FEWEST = 5
_OPENS = " \t\n\r\x00\x0b([{（【「『“‘《"  # after these a link needs no space before it
_CLOSES = " \t\n\r\x00\x0b.,;:!?)]}）】」』”’》，。；：、！？"


class Check(Rule):
    """A space inside the brackets of a link, before or after its text."""

    guard = "word"
    fixes: ClassVar = ("safe",)

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        padded = [link for link in doc.links if _is_padded(doc, link)]
        # Where most links are written so, somebody likes it.
        if len(padded) >= _FEWEST and 2 * len(padded) > sum(link.kind == "inline" for link in doc.links):
            return
        for link in padded:
            sides = _edits(doc, link)
            where = " and ".join(side for side, _ in sides)
            edits = tuple(edit for _, side in sides for edit in side)
            yield self.report(
                doc,
                link.text_span,
                f"space {where} {named(doc.plain(*link.text_span))} inside the brackets of the link",
                fix=Fix("Take it out", edits),
            )


def _is_padded(doc: Document, link: Link) -> bool:
    """Whether spaces stand at the edges of a link's text, which is words; contents are often made by a program."""
    text = link.text
    if link.kind != "inline" or link.is_fragment or not (text[:1] in " \t" or text[-1:] in " \t"):
        return False
    if not text.strip() or text.strip(" \t") != text.strip():
        return False
    outline = doc.outline[slice(*link.text_span)].strip(" \t")
    return outline[0] not in _NO_TEXT and outline[-1] not in _NO_TEXT


def _edits(doc: Document, link: Link) -> list[tuple[str, list[Edit]]]:
    """Return (side, edits) for each side with spaces; they go outside the link where it would touch a word."""
    found = []
    start, end = link.text_span
    text = doc.text[start:end]
    leading, trailing = len(text) - len(text.lstrip(" \t")), len(text) - len(text.rstrip(" \t"))
    if leading:
        edits = [Edit(Span(start, start + leading), "")]
        at = link.span.start
        if at and doc.outline[at - 1] not in _OPENS:
            edits.insert(0, Edit(Span(at, at), " "))
        found.append(("before", edits))
    if trailing:
        edits = [Edit(Span(end - trailing, end), "")]
        at = link.span.end
        if at < len(doc.text) and doc.outline[at] not in _CLOSES:
            edits.append(Edit(Span(at, at), " "))
        found.append(("after", edits))
    return found
