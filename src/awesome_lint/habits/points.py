"""The points of form: at which of them a list may have habits, who votes there, and what a setting may say.

Entries vote by the ballots of ballots.py; labels and links are tallied here.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.document import Document

Counts = dict[str, Counter[str]]
_VENUE_FORM = lazy(r"(?:[^\WVY]|[^\w\n])*(?:V[^\w\n]*(?:YY){1,2}|(?:YY){1,2}[^\w\n]*V)(?:[^\WVY]|[^\w\n])*")
_WORD = lazy(r"[^\W\d_][^\n\[\](){}<>|]{0,29}")
_SEPARATOR = lazy(r"[^\n\w]{1,5}")


class Point(NamedTuple):
    """What a setting may say of a point of form.

    about: what is set, for the schema and for messages. values: those there are, where they are few; else `pattern`
    tells. shapes: {shape: values} where each shape has its own; then a setting names the shape.
    """

    about: str
    values: tuple[str, ...] = ()
    pattern: re.Pattern[str] | None = None
    shapes: Mapping[str, tuple[str, ...]] | None = None

    def mistake(self, shape: str | None, value: str) -> str:
        """Return what is wrong with a setting, '' where it may stand; shape None: it is set for all shapes."""
        if self.shapes is not None and shape is None:
            return f"must name what it sets: {', '.join(self.shapes) or 'a label'}"
        values = self.values
        if self.shapes:
            if shape not in self.shapes:
                return f"is not one of {', '.join(self.shapes)}"
            values = self.shapes[shape or ""]
        if values and value not in values:
            return f"must be {' or '.join(map(repr, values))}"
        if self.pattern and not self.pattern.fullmatch(value):
            return f"must be {self.about}"
        return ""


_LINK_FORMS: Final = {
    "arxiv": ("abs", "pdf", "pdf.pdf"),
    "arxiv-version": ("without",),
    "arxiv-host": ("arxiv.org",),
    "doi-host": ("doi.org",),
    "doi-acm": ("doi", "doi/abs", "doi/pdf"),
    "ieee": ("document", "document/", "abstract/document"),
    "openreview": ("forum", "pdf"),
    "acl": ("page", "pdf"),
    "cvf": ("html", "papers"),
    "github-git": ("plain",),
    "github-slash": ("without", "with"),
}
POINTS: Final[Mapping[str, Point]] = {
    "marker": Point("the bullet", ("-", "*", "+")),
    "separator": Point("a mark with the spaces around it, such as ' - '", pattern=_SEPARATOR),
    "final-period": Point("the character that ends a description", (".", "。", "none")),
    "capital": Point("the case of a description's first letter", ("upper", "lower")),
    "authors": Point("the word that begins a clause of authors", ("by", "By")),
    "venue-form": Point("V for the name and YY or YYYY for the year, such as V'YY", pattern=_VENUE_FORM),
    "label": Point("a label in its right spelling", pattern=_WORD, shapes={}),
    "label-brackets": Point("where the brackets of a label stand", ("[[label](url)]", "[[label]](url)")),
    "link-form": Point("the form of links to one host", shapes=_LINK_FORMS),
}


def _labels(doc: "Document") -> Counts:
    """Labels vote on their spelling, each word for itself."""
    counts: Counts = {}
    for label in doc.labels:
        counts.setdefault(label.word.casefold(), Counter())[label.word] += 1
    return counts


def _label_brackets(doc: "Document") -> Counts:
    """Labels vote on where their square brackets stand; those that share a pair with others do not."""
    from awesome_lint.entries.labels import SQUARE

    square: Counter[str] = Counter(label.form for label in doc.labels if label.form in SQUARE)
    square.update(label.form for label in doc.bare_labels)
    return {"square": square}


def _link_forms(doc: "Document") -> Counts:
    """Links vote on the form of their address, each family for itself."""
    from awesome_lint.identity import forms

    counts: Counts = {}
    for link in doc.links:
        if link.is_web and link.kind != "reference":
            for family, form in forms(link.url):
                counts.setdefault(family, Counter())[form] += 1
    return counts


TALLIES: Final[Mapping[str, Callable[["Document"], Counts]]] = {
    "label": _labels,
    "label-brackets": _label_brackets,
    "link-form": _link_forms,
}
