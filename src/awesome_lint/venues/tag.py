"""One venue tag: what it says, where it stands, and what it may mean."""

from typing import TYPE_CHECKING, Final, Literal

from awesome_lint.diagnostic import Span
from awesome_lint.entries.years import year_apart
from awesome_lint.markdown.outline import ESCAPE
from awesome_lint.venues.mentions import BADGE, CODE, PLAIN, Mention
from awesome_lint.venues.names import Reading, is_qualifier

if TYPE_CHECKING:
    from awesome_lint.entries.entry import Entry
    from awesome_lint.link import Link
    from awesome_lint.venues.venue import Venue

Place = Literal["lead", "title", "after", "column", "code", "badge"]

_DIGITS: Final = str.maketrans("0123456789’‘", "YYYYYYYYYY''")


class VenueTag:
    """One venue tag.

    entry: in which it stands. mention: the text. reading: what the name means, None for one that is not known.
    whole: whether nothing but qualifiers stands beside name and year.
    """

    __slots__ = ("entry", "mention", "reading", "whole")

    def __init__(self, entry: "Entry", mention: Mention, reading: Reading | None) -> None:
        self.entry = entry
        self.mention = mention
        self.reading = reading
        self.whole = not mention.tail or is_qualifier(mention.tail)

    @property
    def text(self) -> str:
        """The venue's own name, as written."""
        name, reading = self.mention.text, self.reading
        return (name[reading.start : reading.end] if reading else name).replace(ESCAPE, "")

    @property
    def venue_span(self) -> Span:
        """Where the venue's own name stands."""
        mention, reading = self.mention, self.reading
        if reading is None or mention.wrapper == BADGE:
            return Span(mention.start, mention.end)
        return Span(mention.start + reading.start, mention.start + reading.end)

    @property
    def span(self) -> Span:
        """Where all of it stands, inside its wrapper."""
        mention = self.mention
        if mention.year_start < 0:
            return Span(mention.start, mention.end)
        return Span(min(mention.start, mention.year_start), max(mention.end, mention.year_end))

    @property
    def year(self) -> int | None:
        """The year beside the name."""
        return self.mention.number

    @property
    def edition(self) -> int | None:
        """The year beside the name, else that of the entry's column of years or of the heading above."""
        return self.mention.number or year_apart(self.entry)

    @property
    def year_span(self) -> Span | None:
        """Where the year stands, with its apostrophe."""
        mention = self.mention
        return Span(mention.year_start, mention.year_end) if mention.number else None

    @property
    def qualifiers(self) -> str:
        """The words that say which part of the venue: "Workshop", "Findings"."""
        around = self.reading.qualifiers if self.reading else ""
        return f"{around} {self.mention.tail}".strip() if self.whole else around

    @property
    def venues(self) -> "tuple[Venue, ...]":
        """Every venue that it may mean, the likeliest first; empty for a name that is not known."""
        return self.reading.venues if self.reading else ()

    @property
    def form(self) -> str:
        """How name and year are put together, spaces as they are: "V'YY", "V, YYYY", "YYYY-V"; "" without a year."""
        mention = self.mention
        if mention.number is None:
            return ""
        year = self.entry.doc.text[mention.year_start : mention.year_end].translate(_DIGITS)
        return f"{year}{mention.separator}V" if mention.year_first else f"V{mention.separator}{year}"

    @property
    def is_prose(self) -> bool:
        """Whether all of it is text, and not code or a badge: only then a fix of words may touch it."""
        start, end = self.span
        return self.entry.doc.outline[start:end].isprintable()

    @property
    def place(self) -> Place:
        """Where in its entry it stands; `column` is the table's column of venues."""
        if self.mention.wrapper in (CODE, BADGE):
            return "code" if self.mention.wrapper == CODE else "badge"
        entry, at = self.entry, self.span.start
        if entry.columns:
            index = entry.columns.names.get("venue", len(entry.cells))
            if index < len(entry.cells) and entry.cells[index].start <= at <= entry.cells[index].end:
                return "column"
        title = entry.parts.title.span
        return "lead" if at < title.start else "title" if at < title.end else "after"

    @property
    def is_title(self) -> bool:
        """Whether it is itself what its entry lists, such as the page of a conference."""
        head = self.entry.parts.head
        before = self.entry.doc.outline[head.start : self.span.start]
        return self.place == "title" and not any(map(str.isalnum, before))

    @property
    def in_head(self) -> bool:
        """Whether it stands in the first block of its entry, or set off in a later one, and not in prose below."""
        head = self.entry.head
        return head.start <= self.span.start < head.end or self.mention.wrapper not in PLAIN

    @property
    def link(self) -> "Link | None":
        """The link whose text it is, or part of."""
        at = self.span.start
        return next((link for link in self.entry.links if link.text_span.start <= at < link.text_span.end), None)

    def __repr__(self) -> str:
        return f"<VenueTag {self.text!r} {self.year} {self.reading.spelling if self.reading else '?'}>"
