"""A heading in other capitals than the rest, or than the line of the contents that leads to it."""

from collections.abc import Iterator
from typing import ClassVar, Final

from awesome_lint.anchors import fragment_name
from awesome_lint.crowd import for_all
from awesome_lint.diagnostic import Diagnostic, Fix, Span, replace
from awesome_lint.document import Document
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule
from awesome_lint.section import Section

_WORD = lazy(r"(?<![\w.'’/@#+-])[A-Za-z][a-z]+(?![\w.'’/@+-])")
_FIRST = lazy(r"[\W_]*\w+")
_SMALL: Final = frozenset(
    "a an and as at but by for from if in into nor of off on onto or per so than the to up upon via vs with without".split()
)
_LEAST = 10  # headings of several words that are capitalized
_SHARE = 0.8
_NO_NAME = lazy(r"[:?!()（]")  # what titles of papers and asides have
_SHORT = 5  # words; what is longer is a sentence, or a paper's title
_HABIT = 10  # so many lines of the contents are one finding


class Check(Rule):
    """A heading in other capitals than the rest, or than the line of the contents that leads to it."""

    severity = "info"
    needs_list = True
    fixes: ClassVar = ("unsafe", "suggestion")

    def check(self, doc: Document) -> Iterator[Diagnostic]:
        by_anchor = {section.anchor: section for section in doc.sections if section.anchor}
        unlike = list(self._unlike_contents(doc, by_anchor))
        if len(unlike) < _HABIT:
            yield from unlike
        else:
            message = f"{len(unlike)} links differ in letter case from their headings, this one and those below it"
            yield for_all(unlike, message, "Write the headings as they are")
        yield from self._unlike_headings(doc)

    def _unlike_headings(self, doc: Document) -> Iterator[Diagnostic]:
        words = {section: _words(section.title) for section in doc.sections if section.kind != "bold"}
        told = [section for section, rest in words.items() if rest]
        capitalized = sum(all(word[0].isupper() for word in words[section]) for section in told)
        if capitalized < max(_LEAST, _SHARE * len(told)):
            return
        named: dict[str, list[Span]] = {}
        for link in doc.links:
            if link.is_fragment:
                named.setdefault(link.text, []).append(link.text_span)
        for section in told:
            rest = words[section]
            short = len(section.title.split()) <= _SHORT and _NO_NAME.search(section.title) is None
            if not short or all(word[0].isupper() for word in rest):
                continue
            for span in (section.title_span, *named.get(section.title, ())):
                message = f"'{section.title}' is not capitalized as {capitalized} of {len(told)} headings are"
                yield self.report(doc, span, message, fix=_capitalize(doc, span, section.title, rest))

    def _unlike_contents(self, doc: Document, by_anchor: dict[str, Section]) -> Iterator[Diagnostic]:
        for link in doc.links:
            section = by_anchor.get(fragment_name(link.url).lower()) if link.is_fragment else None
            text = link.text.strip()
            if section is None or text == section.title or text.casefold() != section.title.casefold():
                continue
            plain = doc.raw(link.text_span) == link.text
            yield self.report(
                doc,
                link.text_span,
                f"'{text}' stands here, '{section.title}' in the heading",
                fix=replace(link.text_span, section.title, f"Write '{section.title}'", "unsafe") if plain else None,
            )


def _words(title: str) -> list[str]:
    """Return the words of a title that capitals could tell of: all but the first and those that are always small."""
    first = _FIRST.match(title)
    rest = _WORD.finditer(title, first.end() if first else 0)
    return [match[0] for match in rest if match[0].lower() not in _SMALL]


def _capitalize(doc: Document, span: Span, title: str, words: list[str]) -> Fix | None:
    raw = doc.raw(span)
    if raw.strip() != title:
        return None
    right = _WORD.sub(lambda match: match[0][0].upper() + match[0][1:] if match[0] in words else match[0], raw)
    return replace(span, right, f"Write '{right.strip()}'", "suggestion")
