"""What somebody meant as a link and Markdown does not read as one.

It is found around what is left of it: the address, which stands in the text as a bare URL (web.py) or as plain
words (loose_local.py), or a bracket beside a link that nothing pairs with (loose_strays.py).
"""

from typing import TYPE_CHECKING, Literal

from awesome_lint.diagnostic import Edit, Fix, Safety, Severity, Span
from awesome_lint.named import NamedTuple

if TYPE_CHECKING:
    from awesome_lint.document import Document

# spaced `[x] (url)`; reversed `(x)[url]`, `[x][url]`; unclosed: a bracket or parenthesis is missing, or one too many;
# blank `[x](ur l)`.
LooseKind = Literal["spaced", "reversed", "unclosed", "blank"]


class LooseMarkup(NamedTuple):
    """One broken link.

    span: from its first bracket to its last. label: its text as written, '' where that cannot be told.
    flaw: what is wrong, as a message. mend: the title of the fix.
    edits: what makes it a link, empty where more than one reading remains; safety: of these edits.
    """

    kind: LooseKind
    span: Span
    label: str
    flaw: str
    mend: str = ""
    edits: tuple[Edit, ...] = ()
    safety: Safety = "safe"

    @property
    def severity(self) -> Severity:
        """Certainly wrong where the one way to mend it is known."""
        return "error" if self.edits and self.safety == "safe" else "warning"

    @property
    def fix(self) -> Fix | None:
        """The fix, None where more than one reading remains."""
        return Fix(self.mend, self.edits, self.safety) if self.edits else None


def find_loose(doc: "Document") -> list[LooseMarkup]:
    """Return the broken links of a document in source order."""
    from awesome_lint.loose.local import around_images, around_names, around_words
    from awesome_lint.loose.strays import broken_inside, stray_brackets
    from awesome_lint.loose.web import around_urls
    from awesome_lint.spans import SpanSet

    finders = (around_urls, around_words, around_names, around_images, broken_inside)
    found = [one for find in finders for one in find(doc)]
    broken = SpanSet(one.span for one in found)
    # A bracket inside a broken link is part of that mistake.
    found += [one for one in stray_brackets(doc) if not broken.overlaps(one.span)]
    return sorted(found, key=lambda one: one.span)


def named(label: str) -> str:
    """Return a label as messages show it: in quotes, and no longer than a few words."""
    label = " ".join(label.split())
    return f"'{label if len(label) <= 50 else label[:47] + '...'}'"
