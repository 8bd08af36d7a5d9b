"""Which entries are papers."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from awesome_lint.entries.entry import Entry

# Identities of papers: two entries with one of these are about the same paper, whatever they call it.
PAPERS: Final = ("arxiv:", "doi:", "openreview:", "acl:", "ieee:", "pmlr:", "cvf:", "usenix:", "aaai:")


def are_of_research(entry: "Entry", one: "Entry") -> bool:
    """Whether one of two entries is a paper, whose title is nobody else's."""
    return links_paper(entry) or links_paper(one) or entry.is_tagged or one.is_tagged


def links_paper(entry: "Entry") -> bool:
    """Whether the link that stands for an entry has a paper's identity."""
    return bool(entry.primary and entry.primary.identity.startswith(PAPERS))
