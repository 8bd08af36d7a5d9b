"""An entry without a venue tag, where its neighbours have one."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.document import Document
from awesome_lint.entries.entry import Entry
from awesome_lint.link import Link
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule
from awesome_lint.venues.evidence import evidence
from awesome_lint.venues.registry import registry

_WORD = lazy(r"[^\W\d_]{2,}")
_ACRONYM = lazy(r"[A-Za-z\d]*[A-Z][A-Za-z]*[A-Z]\w+|[Aa]r[Xx]iv")
_KIND = lazy(r"\b(?:conference|journal|symposium|workshop|transactions|proceedings|lectures)\s", re.I)
_YEAR = lazy(r"(?<![\w.-])(?:19|20)\d\d(?![\w-])")
_WORDS: Final = 3  # so many make the title of a paper, and no label
_PAPERS: Final = ("arxiv:", "doi:", "openreview:", "acl:", "pmlr:", "hal:", "semanticscholar:")


class Check(Rule):
    """An entry without a venue tag, where its neighbours have one."""

    severity = "info"
    needs_list = True

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        tags = doc.venue_tags
        least, share = doc.style.settings[:2]
        voting = _tagged(doc.voters)
        if not tags.awake or len(voting) < least or len(voting) < share * len(doc.voters.entries):
            return
        tagged = _tagged(doc)
        groups = {entry.group for entry in tagged}
        tagged_in, all_in = Counter(map(_section, tagged)), Counter(map(_section, doc.entries))
        for entry in doc.entries:
            if entry.group not in groups or tags.of(entry) or not _is_paper(entry) or id(entry) in tags.dated:
                continue
            section = _section(entry)
            if tagged_in[section] >= share * (all_in[section] - 1) and not _is_placed(entry):
                yield self.report(
                    doc,
                    entry.parts.title.span,
                    f"no venue on '{entry.title}'; {len(tagged)} of {len(doc.entries)} entries have one",
                )


def _is_placed(entry: Entry) -> bool:
    """Whether a venue, or a year alone, stands anywhere beside the title, in a form that is not read as a tag.

    A year alone is how lists write what has not appeared anywhere.
    """
    known, title = registry(), entry.parts.title.span
    text = "".join(entry.doc.plain(*span) for span in entry.content).replace(entry.doc.plain(*title), " ")
    return bool(_KIND.search(text) or _YEAR.search(text)) or any(map(known.exact, _ACRONYM.findall(text)))


def _tagged(doc: Document) -> list[Entry]:
    """Return the entries with a venue tag that holds nothing else."""
    tags = doc.venue_tags
    return [entry for entry in tags.entries if any(tag.whole for tag in tags.of(entry))]


def _section(entry: Entry) -> int:
    return entry.section.index if entry.section else -1


def _is_paper(entry: Entry) -> bool:
    """Whether an entry lists a paper: its title is long enough, its link, if any, leads to one, and it stands alone."""
    if entry.parent is not None or len(_WORD.findall(entry.title)) < _WORDS or entry.parts.tags:
        return False
    return not entry.links or any(_leads_to_paper(link) for link in entry.links)


def _leads_to_paper(link: Link) -> bool:
    return link.identity.startswith(_PAPERS) or ".pdf" in link.url or evidence(link.url) is not None
