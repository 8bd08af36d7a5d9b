"""Labels: the links of an entry that name what they lead to, and the ways in which a list writes them."""

from collections import Counter
from typing import TYPE_CHECKING, Final, Literal

from awesome_lint.diagnostic import Edit, Span
from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.entries.entry import Entry
    from awesome_lint.link import Link

# Where the brackets stand: outside the link, inside its text, round brackets for either, or none.
LabelForm = Literal["[[label](url)]", "[[label]](url)", "([label](url))", "[(label)](url)", "[label](url)"]
SQUARE: Final[tuple[LabelForm, LabelForm]] = ("[[label](url)]", "[[label]](url)")
_FEWEST: Final = 10  # labels of a word that wear brackets
_LONGEST: Final = 30
_BESIDE: Final = frozenset("[]()|/\\,;·•&+:")
_WORD = lazy(r"[^\W\d_][^\n\x00-\x1f]*[^\W_]")
_LETTER = lazy(r"[^\W_]")
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


def bare_labels(doc: "Document") -> list[Label]:
    """Return the labels that stand alone without brackets, of words that others wear in square brackets."""
    words = Counter(label.word.casefold() for label in doc.labels if label.form in SQUARE)
    known = {word for word, count in words.items() if count >= _FEWEST}
    bracketed = {id(label.link) for label in doc.labels if label.form != "[label](url)"} if known else set()
    found = []
    for entry in doc.entries if known else ():
        for link in entry.links:
            if link.kind != "inline" or id(link) in bracketed or link.text.casefold() not in known:
                continue
            label = _label(doc, link) if link is not entry.parts.title_link else None
            if label and label.form == "[label](url)" and _stands_alone(doc, link) and not _is_said(entry, link):
                found.append(label)
    return found


def _stands_alone(doc: "Document", link: "Link") -> bool:
    """Whether no bracket, and no mark between links, stands on either side."""
    before = doc.outline[max(0, link.span.start - 3) : link.span.start].rstrip(" ")[-1:]
    after = doc.outline[link.span.end : link.span.end + 3].lstrip(" ")[:1]
    return before not in _BESIDE and after not in _BESIDE


def _is_said(entry: "Entry", link: "Link") -> bool:
    """Whether a link is a word of a sentence ("its [code](url) is open") rather than a label at the end of one."""
    outline, title = entry.doc.outline, entry.parts.title.span
    following = next((one.span.start for one in entry.links if one.span.start >= link.span.end), entry.head.end)
    before = outline[entry.head.start : link.span.start].rstrip(" ")
    if _LETTER.search(outline, link.span.end, following):
        # A remark in parentheses may stand after the label of a title that is over.
        remark = outline[link.span.end : following].lstrip(" \x05\x06\x07")
        return not (before.endswith(".") and remark.startswith("("))
    after_title = not outline[title.end : link.span.start].strip(" ")
    return before[-1:].isalnum() and not after_title


def _label(doc: "Document", link: "Link") -> Label | None:
    start, end = link.text_span
    word, before, after = doc.outline[start:end], "", ""
    if not word.isalpha():
        match = _WORD.search(doc.outline, start, end)
        if match is None:
            return None
        before = doc.outline[start : match.start()].strip("\x0e *_\x06\x07")
        after = doc.outline[match.end() : end].strip("\x0e *_\x06\x07")
        word, (start, end) = match[0], match.span()
    if not 1 < len(word) <= _LONGEST:
        return None
    outer = (doc.outline[link.span.start - 1 : link.span.start], doc.outline[link.span.end : link.span.end + 1])
    form: LabelForm = "[label](url)"
    if (before, after) in _AROUND:
        form = _AROUND[before, after][1]  # type: ignore[assignment]
    elif before or after:
        return None
    elif outer in _AROUND:
        form = _AROUND[outer][0]  # type: ignore[assignment]
    return Label(link, word, Span(start, end), form)


def rebracket(label: Label, form: str) -> tuple[Edit, ...] | None:
    """Return the edits that give a label brackets, or move them from one square form to the other; else None."""
    link = label.link
    if label.form == "[label](url)" and form in SQUARE:
        wrapped = link.span if form == SQUARE[0] else link.text_span
        return Edit(Span(wrapped.start, wrapped.start), "["), Edit(Span(wrapped.end, wrapped.end), "]")
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
