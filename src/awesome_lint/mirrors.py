"""Files that list the same things, such as the translations of one list."""

from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from awesome_lint.document import Document

_MIRROR: Final = 0.3  # files that share so many identities are translations of each other


def mirrored(docs: "list[Document]") -> set[frozenset[int]]:
    """Return the pairs of files that list the same things, such as translations."""
    if len(docs) < 2:
        return set()
    listed = {id(doc): {entry.primary.identity for entry in doc.entries if entry.primary} for doc in docs}
    holders: dict[str, list[int]] = defaultdict(list)
    for key, identities in listed.items():
        for identity in identities:
            holders[identity].append(key)
    shared: dict[frozenset[int], int] = defaultdict(int)
    for keys in holders.values():
        for index, one in enumerate(keys[:20]):
            for two in keys[index + 1 : 20]:
                shared[frozenset((one, two))] += 1
    return {pair for pair, count in shared.items() if count >= _MIRROR * min(len(listed[key]) for key in pair)}
