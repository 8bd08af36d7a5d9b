"""The heads that most entries have, read in one step: what title.py finds in many, word for word the same."""

from typing import TYPE_CHECKING

from awesome_lint.diagnostic import Span
from awesome_lint.entries.atoms import LABEL_WORDS
from awesome_lint.entries.tags import TWO_DIGITS, Tag, is_tag_text
from awesome_lint.entries.title_text import Part, Reading, first_quote
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.entries.entry import Entry

# A link whose text has nothing in it that needs a closer look.
_LINK = lazy('\x01([^\\W_](?:[^\x00-\x1f"“”«»《]{0,200}[\\w)+#!?*%])?)\x02+')
_FIRST_WORD = lazy(r"[^\W_]+")
# `[NeurIPS'22] Title. by A. Author` and `[NeurIPS'22] Title. [[paper](url)]`, of a title in which nothing could end it.
_PAPER = lazy(
    r"\[(?P<tag>[A-Za-z][\w&+/-]{1,14}(?:\s?[\x27’]\s?\d\d|[ -]?(?:19|20)\d\d))\] (?![A-Za-z]{1,12}\d{4}-)"
    r"(?P<title>[A-Za-z][^\x00-\x1f\xa0\u3000.?!,;。，；：(（)\[【\]–—−|·•→=\"“]{8,300}[^\W_])"
    r"(?:\.(?= by [A-Z])|\.? \[(?=\x01))"
)
_ENDS = (" -", " by ", " By ")  # of the title, with what stands after them


def read_common(entry: "Entry", head: Span) -> Reading | None:
    """Return the tags and the title at the beginning of `head`, None where it is not as most are."""
    return _read_link(entry, head) or _read_paper(entry, head)


def _read_link(entry: "Entry", head: Span) -> Reading | None:
    match = _LINK.match(entry.doc.outline, *head)
    if match and entry.links:
        link, text = entry.links[0], match[1]
        plain = text.isprintable() and not TWO_DIGITS.search(text) and not _may_be_label(text)
        if plain and link.span.start == head.start:
            return Reading(Part(Span(*match.span(1)), text), link, (), link.span.end)
    return None


def _may_be_label(text: str) -> bool:
    word = _FIRST_WORD.match(text)
    return word is None or word[0].lower() in LABEL_WORDS or word[0].isdigit()


def _read_paper(entry: "Entry", head: Span) -> Reading | None:
    outline = entry.doc.outline
    match = _PAPER.match(outline, *head)
    if match is None or first_quote(outline, *head) >= 0:
        return None
    tag, title = match["tag"], match["title"]
    if not (is_tag_text(tag) and title.isprintable()) or any(end in title for end in _ENDS):
        return None
    tags = (Tag(Span(*match.span("tag")), tag, "bracket", None),)
    return Reading(Part(Span(*match.span("title")), title), None, tags, match.end())
