"""A name that is one slip from the name in its link."""

from collections.abc import Iterator
from typing import ClassVar

from awesome_lint.diagnostic import Diagnostic, Span, replace
from awesome_lint.document import Document
from awesome_lint.entries.entry import Entry
from awesome_lint.link import Link
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule

_WORD = lazy(r"\b[^\W\d_]{5,}\b")  # shorter words lie too near to one another
_LONGEST = 6  # words of a name; those of a longer title are abbreviated in addresses
_NO_LETTER = lazy(r"[^a-z]+")


class Check(Rule):
    """A name that is one slip from the name in its link."""

    needs_list = True
    fixes: ClassVar = ("suggestion",)

    allow: tuple[str, ...] = ()

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        allowed = {word.lower() for word in self.allow}
        for entry in doc.entries:
            link = entry.parts.title_link
            if link and link.is_web:
                for span in _unknown_to(link, entry):
                    word = doc.raw(span)
                    name = None if word.lower() in allowed else _meant(word, link.url)
                    if name and not _is_foreign(doc, span.start, name):
                        yield self._found(doc, span, name)

    def _found(self, doc: Document, span: Span, name: str) -> Diagnostic:
        word = doc.raw(span)
        right = name[0].upper() + name[1:] if word[0].isupper() else name
        return self.report(
            doc,
            span,
            f"misspelt name '{word}': its link says '{name}'",
            fix=replace(span, right, f"Write '{right}'", "suggestion"),
        )


def _unknown_to(link: Link, entry: Entry) -> list[Span]:
    """Return the words of an entry's title that do not stand in its address."""
    address, title = link.url.lower(), entry.parts.title
    if all(word.lower() in address for word in _WORD.findall(title.text)):
        return []
    letters = _NO_LETTER.sub("", address)  # 'Open Source' is 'open-source' there
    if len(title.text.split()) > _LONGEST:
        return []
    words = _WORD.finditer(entry.doc.outline, *title.span)
    return [Span(*word.span()) for word in words if word[0].isascii() and word[0].lower() not in letters]


def _meant(word: str, url: str) -> str | None:
    """Return the name in an address from which a word is one slip."""
    from awesome_lint.urls import names_in
    from awesome_lint.venues.slips import is_slip

    small = word.lower()
    for name in names_in(url):
        right = name.lower()
        ends = (small[0], small[-1]) == (right[0], right[-1])  # 'Widgets' is the plural, 'Modernes' another language
        if ends and len(right) >= len(small) - 1 >= 4 and is_slip(small, right, capitals=False):
            return None if _american(small) == _american(right) else name
    return None


def _american(word: str) -> str:
    """Return a word as it is spelled on one side of the Atlantic: 'visualisation', 'colour', 'modelling'."""
    return word.replace("is", "iz").replace("ys", "yz").replace("our", "or").replace("ll", "l")


def _is_foreign(doc: Document, at: int, name: str) -> bool:
    """Whether a name is an English word, which another language spells in its own way: 'Tutoriel'."""
    from awesome_lint.english import common_words, is_english

    return name.lower() in common_words() and not is_english(doc, at)
