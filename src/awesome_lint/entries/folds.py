"""The parts of a page that fold: `<details>`, which stand for sections where a list has them below one heading."""

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awesome_lint.document import Document
    from awesome_lint.markdown.html_tags import Tag

# Summaries of what a list folds for its length alone: 'More', '2024', 'Earlier arXiv papers', 'Click to expand'.
_THE_REST = lazy(
    r"\W*(?:(?:and |see |show |view )?(?:more|others?|older|earlier|previous|past|before|the rest|remaining|further|all)\b"
    r"|(?:click|tap|show|expand|unfold|view|see|details)\b|(?:19|20)\d\d\W*\Z)",
    re.I,
)


class Folds:
    """Tells in which `<details>` a place stands."""

    def __init__(self, doc: "Document") -> None:
        self._from: list[int] = []
        self._fold: list[int] = []
        opened: list[int] = []
        tags = doc.html.tags
        for index, tag in enumerate(tags):
            if tag.name != "details":
                continue
            if not tag.closing:
                around = opened[-1] if opened else -1
                opened.append(around if _THE_REST.match(_summary(doc, tags[index + 1 : index + 9])) else tag.span.end)
            elif opened:
                opened.pop()
            self._from.append(tag.span.end)
            self._fold.append(opened[-1] if opened else -1)

    def __bool__(self) -> bool:
        return bool(self._from)

    def at(self, offset: int) -> int:
        """Return where the innermost fold around an offset begins, -1 outside of all.

        A fold that holds the rest of a section, by its summary, belongs to what is around it.
        """
        index = bisect_right(self._from, offset) - 1
        return self._fold[index] if index >= 0 else -1


def _summary(doc: "Document", tags: "Sequence[Tag]") -> str:
    """Return what the summary of a fold says, of which these are the next tags; '' where it has none."""
    if not tags or tags[0].name != "summary":
        return ""
    end = next((tag.span.start for tag in tags if tag.closing and tag.name == "summary"), tags[0].span.end)
    return doc.plain(tags[0].span.end, end)
