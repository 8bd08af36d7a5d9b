"""A misspelled English word, such as `recieve` and `developement`."""

from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from awesome_lint import rulebook
from awesome_lint.diagnostic import Diagnostic, Safety, Span, replace
from awesome_lint.document import Document
from awesome_lint.english import is_english
from awesome_lint.link import Link
from awesome_lint.near_words import may_be_slip, near_words
from awesome_lint.patterns import lazy, places
from awesome_lint.rule import Rule
from awesome_lint.words import in_title, stands_alone

_LONG = 7  # so many letters, and a word with a capital is hardly a surname
_LONGER = 9  # and of one that no table has
_OR = "' or '"  # between the words that one may have been meant to be
_QUOTES = frozenset("\"“”„«»'‘’")
_SENTENCE = lazy(r"\w\S* +\S*[a-z]\S* +\S")  # a link's text of three words is more than a name


class Check(Rule):
    """A misspelled English word, such as `recieve` and `developement`."""

    other_levels: ClassVar = ("info",)
    fixes: ClassVar = ("safe", "unsafe", "suggestion")

    allow: tuple[str, ...] = ()

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        table, in_english = _table("misspellings.tsv"), _table("misspellings_in_english.tsv")
        small = "\n".join(doc.words).lower().split("\n")  # all at once, which is cheaper than one by one
        known = [key for key in {*small} if key in table or key in in_english]
        unknown = [key for key in {*small}.difference(known) if may_be_slip(key)]
        near = {key: _OR.join(found) for key in unknown if (found := near_words(key))}
        if not known and not near:
            return
        right = {key: near.get(key) or table.get(key) or in_english[key] for key in (*known, *near)}
        for word in _lower(self.allow) & right.keys():
            del right[word]
        wrong = [word for word in doc.words if word.lower() in right and _is_word(word, word.lower() in near)]
        for at in places(doc.outline, wrong):
            end = at + max(len(word) for word in wrong if doc.outline.startswith(word, at))
            link = doc.link_around(at)
            if link and not _SENTENCE.search(link.text):
                continue
            if not stands_alone(doc.outline, at, end) or _is_quoted(doc.outline, at, end):
                continue
            key = doc.text[at:end].lower()
            if key in near and doc.text[at].isupper() and _may_be_name(doc, at, end, link):
                continue
            if key in table or is_english(doc, at):
                yield self._found(doc, Span(at, end), right[key], link is not None, key in near)

    def _found(self, doc: Document, span: Span, right: str, linked: bool, unlisted: bool) -> Diagnostic:
        word = doc.raw(span)
        if word[0].isupper():
            right = right[0].upper() + right[1:]
        # A title stands as its author wrote it, and a heading has an address that would change.
        title = linked or in_title(doc, span.start)
        section = doc.section_at(span.start)
        heading = section is not None and span.start < section.span.end
        safety: Safety = "suggestion" if title or heading or word[0].isupper() else "safe"
        if unlisted and safety == "safe":
            safety = "unsafe"  # a word that no list of words has may be a name after all
        return self.report(
            doc,
            span,
            f"'{word}' is misspelled; did you mean '{right}'?",
            fix=replace(span, right, f"Write '{right}'", safety) if _OR not in right else None,
            severity="info" if title else None,
        )


def _lower(words: tuple[str, ...]) -> set[str]:
    return {word.lower() for word in words}


def _is_word(word: str, unlisted: bool) -> bool:
    """Whether a spelling is not a name, as those in mixed case and many short ones with a capital are."""
    return word[1:].islower() and (word[0].islower() or len(word) >= (_LONGER if unlisted else _LONG))


def _may_be_name(doc: Document, start: int, end: int, link: Link | None) -> bool:
    """Whether a capitalized word in prose may be a name: no small letters follow it."""
    section = doc.section_at(start)
    heading = section is not None and start < section.span.end
    return not (link or heading or in_title(doc, start)) and not doc.outline[end : end + 2].strip(" ").islower()


def _is_quoted(outline: str, start: int, end: int) -> bool:
    """Whether a word stands in quotation marks of its own: somebody talks about it, or in another language."""
    return outline[start - 1 : start] in _QUOTES and outline[end : end + 1] in _QUOTES


@cache
def _table(name: str) -> dict[str, str]:
    """Return {misspelling: the word}, in small letters."""
    cells = rulebook.data_text(name).replace("\n", "\t").split("\t")
    return dict(zip(cells[2::2], cells[3::2], strict=False))
