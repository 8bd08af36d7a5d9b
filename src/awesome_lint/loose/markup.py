"""A broken link, how messages name it, and what the rules say of it."""

from typing import TYPE_CHECKING, Literal

from awesome_lint.diagnostic import Edit, Fix, Safety, Severity, Span
from awesome_lint.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awesome_lint.diagnostic import Diagnostic
    from awesome_lint.document import Document
    from awesome_lint.rule import Rule

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


def broken_links(rule: "Rule", doc: "Document", kind: LooseKind) -> "Iterator[Diagnostic]":
    """Yield a rule's findings for the broken links of one kind in a document."""
    for loose in doc.loose_markup:
        if loose.kind == kind:
            yield rule.report(doc, loose.span, loose.flaw, fix=loose.fix, severity=loose.severity)


def named(label: str) -> str:
    """Return a label as messages show it: in quotes, and no longer than a few words."""
    label = " ".join(label.split())
    return f"'{label if len(label) <= 50 else label[:47] + '...'}'"
