"""The parts of a page that fold: `<details>`, which stand for sections where a list has them below one heading."""

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from awesome_lint.document import Document


class Folds:
    """Tells in which `<details>` a place stands."""

    def __init__(self, doc: "Document") -> None:
        self._from: list[int] = []
        self._fold: list[int] = []
        opened: list[int] = []
        for tag in doc.html.tags:
            if tag.name != "details":
                continue
            if not tag.closing:
                opened.append(tag.span.end)
            elif opened:
                opened.pop()
            self._from.append(tag.span.end)
            self._fold.append(opened[-1] if opened else -1)

    def __bool__(self) -> bool:
        return bool(self._from)

    def at(self, offset: int) -> int:
        """Return where the innermost fold around an offset begins, -1 outside of all."""
        index = bisect_right(self._from, offset) - 1
        return self._fold[index] if index >= 0 else -1
