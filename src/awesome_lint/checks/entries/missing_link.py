"""An entry without a link, in a list whose entries have one."""

from collections import Counter
from collections.abc import Iterator

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.rule import Rule


class Check(Rule):
    """An entry without a link, in a list whose entries have one."""

    severity = "info"
    needs_list = True

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        linked = Counter(entry.group for entry in doc.entries if entry.links)
        sizes = Counter(entry.group for entry in doc.entries)
        pictured = [image.span.start for image in doc.images]
        for entry in doc.entries:
            if entry.links or entry.parent or entry.kind not in ("bullet", "ordered") or not entry.title:
                continue
            # A tag shows that a thing is listed; without one the neighbours tell notes from entries.
            neighbours = 2 * linked[entry.group] >= sizes[entry.group]
            if (entry.parts.tags or neighbours) and not any(entry.span.start <= at < entry.span.end for at in pictured):
                yield self.report(doc, entry.parts.title.span, f"no link to '{entry.title}'")
