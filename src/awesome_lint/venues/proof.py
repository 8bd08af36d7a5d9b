"""What the links of an entry prove of its venue tag, and where the two contradict each other."""

import re
from typing import TYPE_CHECKING, Final

from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy
from awesome_lint.venues.evidence import Evidence, evidence

if TYPE_CHECKING:
    from awesome_lint.entries.entry import Entry
    from awesome_lint.link import Link
    from awesome_lint.venues.tag import VenueTag
    from awesome_lint.venues.tags import VenueTags

_PAPER_LABEL = lazy(r"\W*(?:paper|pdf|official paper|full text)\b", re.I)
_ARXIV_ID = lazy(r"arxiv:(?:[a-z-]+(?:\.[A-Z]{2})?/)?(?P<year>\d\d)(?P<month>0[1-9]|1[0-2])\.?(?P<number>\d{3,5})")
_FIRST_DAYS: Final = 2000  # so many ids are given out in the first days of January


class Contradiction(NamedTuple):
    """A tag, the link that contradicts it, what the link proves, and whether the venue or only the year is another."""

    tag: "VenueTag"
    link: "Link"
    proof: Evidence
    other_venue: bool

    @property
    def is_stale(self) -> bool:
        """Whether the tag is not wrong but old: it names a preprint, and the link leads to proceedings."""
        return self.other_venue and self.tag.venues[0].kind == "preprint"

    @property
    def proven(self) -> str:
        """What the link proves, in words: "ICML 2022", "Findings of ACL 2021"."""
        first, *others = self.proof.venues
        name = f"Findings of {others[0]}" if first == "Findings" and others else first
        return f"{name} {self.proof.year}" if self.proof.year else name


def contradiction(entry: "Entry", tags: "VenueTags") -> Contradiction | None:
    """Return where a link of an entry contradicts its tags; one that agrees with any of them clears them all."""
    known = [tag for tag in tags.of(entry) if tag.reading]
    found = None
    for link in entry.links if known else ():
        proof = evidence(link.url) if link.is_web and not link.is_image else None
        if proof is None or (proof.strength != "strong" and proof.kind != "file-name"):
            continue
        same = [tag for tag in known if _is_same(tag, proof)]
        if any(tag.edition is None or not proof.years or tag.edition in proof.years for tag in same):
            return None
        if same:
            found = found or Contradiction(same[0], link, proof, False)
        elif proof.kind != "file-name" and _is_of_paper(entry, link) and not _is_workshop(known[0]):
            found = found or Contradiction(known[0], link, proof, True)
    return found


def _is_same(tag: "VenueTag", proof: Evidence) -> bool:
    """Whether a tag may mean a venue that an address proves, its workshops included."""
    return any(
        venue.name == name or venue.name.removesuffix("W") == name.removesuffix("W")
        for venue in tag.venues
        for name in proof.venues
    )


def _is_workshop(tag: "VenueTag") -> bool:
    return tag.venues[0].kind == "workshop" or "orkshop" in tag.qualifiers


def _is_of_paper(entry: "Entry", link: "Link") -> bool:
    """Whether a link stands for the paper, and not for an earlier version or another work."""
    return link is entry.primary or _PAPER_LABEL.match(link.text) is not None


class Posted(NamedTuple):
    """When a preprint was posted, by its id. early: in the first days of a January, so maybe submitted in December."""

    year: int
    month: int
    early: bool


def posted(entry: "Entry") -> Posted | None:
    """Return what the only arXiv id that an entry links says of its year, None without one or with several."""
    found = {link.identity for link in entry.links if link.identity.startswith("arxiv:")}
    match = _ARXIV_ID.match(found.pop()) if len(found) == 1 else None
    if match is None:
        return None
    year, month = int(match["year"]), int(match["month"])
    year += 1900 if year > 90 else 2000
    return Posted(year, month, month == 1 and int(match["number"]) < _FIRST_DAYS)
