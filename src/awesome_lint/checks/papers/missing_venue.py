"""An entry without a venue tag, where its neighbours have one."""

from collections.abc import Iterator
from typing import Final

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.entries.entry import Entry
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_WORD = lazy(r"[^\W\d_]{2,}")
_WORDS: Final = 3  # so many make the title of a paper, and no label


class Check(Rule):
    """An entry without a venue tag, where its neighbours have one."""

    severity = "info"
    needs_list = True

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        tags = doc.venue_tags
        least, share, _ = doc.style.settings
        tagged = [entry for entry in tags.entries if any(tag.whole for tag in tags.of(entry))]
        if not tags.awake or len(tagged) < least or len(tagged) < share * len(doc.entries):
            return
        groups = {entry.group for entry in tagged}
        for entry in doc.entries:
            if entry.group in groups and not tags.of(entry) and _is_paper(entry):
                yield self.report(
                    doc,
                    entry.parts.title.span,
                    f"no venue on '{entry.title}'; {len(tagged)} of {len(doc.entries)} entries have one",
                )


def _is_paper(entry: Entry) -> bool:
    """Whether an entry can list a paper: its title has words enough, and it is not part of another entry."""
    return entry.parent is None and len(_WORD.findall(entry.title)) >= _WORDS and not entry.parts.tags
