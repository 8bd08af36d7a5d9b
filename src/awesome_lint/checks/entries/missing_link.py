"""An entry without a link, in a list whose entries have one."""

from collections import Counter
from collections.abc import Iterator

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.entries.entry import Entry
from awesome_lint.rule import Rule

_NEARLY_ALL = 0.95  # of the list's entries
_MOST = 0.8  # of the neighbours


class Check(Rule):
    """An entry without a link, in a list whose entries have one."""

    severity = "info"
    needs_list = True

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        listed = [entry for entry in doc.entries if _is_listed(entry)]
        if not _nearly_all([entry for entry in doc.voters.entries if _is_listed(entry)]):
            return
        linked = Counter(entry.group for entry in listed if entry.links)
        sizes = Counter(entry.group for entry in listed)
        pictured = [image.span.start for image in doc.images]
        for entry in listed:
            # Alone it is a note, as it is among things that mostly have no link, or they have none for a reason.
            if entry.links or not entry.title or linked[entry.group] < max(1, _MOST * (sizes[entry.group] - 1)):
                continue
            if not any(entry.span.start <= at < entry.span.end for at in pictured):
                yield self.report(doc, entry.parts.title.span, f"no link to '{entry.title}'")


def _is_listed(entry: Entry) -> bool:
    """Whether an entry stands in a list, and in no other entry."""
    return entry.parent is None and entry.kind in ("bullet", "ordered")


def _nearly_all(entries: list[Entry]) -> bool:
    """Whether all entries but a few have a link; one may lack it in however short a list."""
    return sum(bool(entry.links) for entry in entries) >= _NEARLY_ALL * (len(entries) - 1)
