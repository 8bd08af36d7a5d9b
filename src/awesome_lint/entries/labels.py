"""Labels: the links of an entry that name what they lead to, and the ways in which a list writes them."""

from typing import TYPE_CHECKING, Final, Literal

from awesome_lint.diagnostic import Edit, Span
from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.link import Link

# Where the brackets stand: outside the link, inside its text, round brackets for either, or none.
LabelForm = Literal["[[label](url)]", "[[label]](url)", "([label](url))", "[(label)](url)", "[label](url)"]
SQUARE: Final[tuple[LabelForm, LabelForm]] = ("[[label](url)]", "[[label]](url)")
_WORD = lazy(r"[^\W\d_][^\n\x00-\x1f]*[^\W_]")
_AROUND = {("[", "]"): ("[[label](url)]", "[[label]](url)"), ("(", ")"): ("([label](url))", "[(label)](url)")}


class Label(NamedTuple):
    """A label: its link, the word without brackets with its place, and where the brackets stand."""

    link: "Link"
    word: str
    span: Span
    form: LabelForm


def labels(doc: "Document") -> list[Label]:
    """Return the labels of a document's entries, in source order; those that are images are left out."""
    found = []
    for entry in doc.entries:
        for link in entry.parts.labels:
            label = _label(doc, link) if link.kind in ("inline", "reference") else None
            if label:
                found.append(label)
    return found


def _label(doc: "Document", link: "Link") -> Label | None:
    start, end = link.text_span
    match = _WORD.search(doc.outline, start, end)
    if match is None or len(match[0]) > 30:
        return None
    before = doc.outline[start : match.start()].strip("\x0e *_\x06\x07")
    behind = doc.outline[match.end() : end].strip("\x0e *_\x06\x07")
    outer = (doc.outline[link.span.start - 1 : link.span.start], doc.outline[link.span.end : link.span.end + 1])
    form: LabelForm = "[label](url)"
    if (before, behind) in _AROUND:
        form = _AROUND[before, behind][1]  # type: ignore[assignment]
    elif before or behind:
        return None
    elif outer in _AROUND:
        form = _AROUND[outer][0]  # type: ignore[assignment]
    return Label(link, match[0], Span(*match.span()), form)


def rebracket(label: Label, form: str) -> tuple[Edit, ...] | None:
    """Return the edits that move a label's brackets from one square form to the other; None for other forms."""
    link = label.link
    inside = label.form == SQUARE[1]
    if label.form not in SQUARE or form not in SQUARE or link.text_span.end != label.span.end + inside:
        return None
    start, end = link.span
    if form == SQUARE[1]:
        text = link.text_span
        return (
            Edit(Span(start - 1, start), ""),
            Edit(Span(text.start, text.start), "["),
            Edit(Span(text.end, text.end), "]"),
            Edit(Span(end, end + 1), ""),
        )
    return (
        Edit(Span(start, start), "["),
        Edit(Span(link.text_span.start, label.span.start), ""),
        Edit(Span(label.span.end, link.text_span.end), ""),
        Edit(Span(end, end), "]"),
    )
