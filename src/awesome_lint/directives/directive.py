"""Directives: the HTML comments that switch rules off for a line, a stretch or a file.

    <!-- awesome-lint-disable-next-line duplicate-link, blank-lines -- why -->

and those of the npm tool of that name, `<!--lint disable double-link-->`, whose ids are translated. A reason
may also follow a long dash: older Markdown does not take what has `--` in it for a comment.
"""

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Literal

from awesome_lint.diagnostic import Edit, Span
from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy
from awesome_lint.rulebook import data_text

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.markdown.comments import Comment

Action = Literal["line", "next-line", "disable", "enable", "file", "next-node"]

PREFIX: Final = "awesome-lint-"
_ACTIONS: Final[dict[str, Action]] = {
    "disable-line": "line",
    "disable-next-line": "next-line",
    "disable": "disable",
    "enable": "enable",
    "disable-file": "file",
}
KEYWORDS: Final = tuple(_ACTIONS)
_NPM_ACTIONS: Final[dict[str, Action]] = {"disable": "disable", "enable": "enable", "ignore": "next-node"}
_REASON: Final = lazy(r"(?:^|\s)(?:--|[–—])(?:\s|$)")
_WORD: Final = lazy(r"[^\s,]+")
_MARKER: Final = lazy(r"[-*+=#]+|\d{1,9}[.)]")
# What ends a paragraph even where no blank line does.
_BEGINS_BLOCK: Final = lazy(r"[ \t]*(?:(?:[-*+]|1[.)])[ \t]+\S|#{1,6}(?:[ \t]|$))")
_NUMBERED: Final = lazy(r"[ \t]*\d{1,9}[.)][ \t]+\S")


class Name(NamedTuple):
    """A rule or group that a directive names; span: of the name in the text."""

    text: str
    span: Span


class Directive(NamedTuple):
    """One directive.

    names: empty for all rules. npm: it speaks to the npm tool, and may be of no use to this one.
    """

    comment: "Comment"
    action: Action
    names: tuple[Name, ...]
    npm: bool = False

    @property
    def span(self) -> Span:
        """The comment."""
        return self.comment.span


class UnknownKeyword(NamedTuple):
    """A comment that begins like a directive and is not one; span: of the word."""

    text: str
    span: Span


def read_directives(doc: "Document") -> Iterator[Directive | UnknownKeyword]:
    """Yield the directives of a document in order."""
    if "<!--" not in doc.text or "lint" not in doc.text:
        return  # the comments of a large file take a while to find
    for comment in doc.comments:
        start = comment.span.start + len("<!--")
        words = _WORD.finditer(doc.text, start, comment.span.end - len("-->"))
        first = next(words, None)
        if first is None:
            continue
        if first[0].startswith(PREFIX):
            keyword = first[0].removeprefix(PREFIX)
            if keyword in _ACTIONS:
                yield Directive(comment, _ACTIONS[keyword], _names(doc, first.end(), comment.span.end - 3))
            else:
                yield UnknownKeyword(first[0], Span(*first.span()))
        elif first[0] == "lint":
            yield from _npm_directive(doc, comment, first.end())


def _names(doc: "Document", start: int, end: int) -> tuple[Name, ...]:
    reason = _REASON.search(doc.text[start:end])
    stop = start + reason.start() if reason else end
    return tuple(Name(word[0], Span(*word.span())) for word in _WORD.finditer(doc.text, start, stop))


def _npm_directive(doc: "Document", comment: "Comment", start: int) -> Iterator[Directive]:
    words = [Name(word[0], Span(*word.span())) for word in _WORD.finditer(doc.text, start, comment.span.end - 3)]
    if words and words[0].text in _NPM_ACTIONS:
        ids = words[1:]
        names = tuple(Name(rule, one.span) for one in ids for rule in npm_rules(one.text))
        if names or not ids:
            yield Directive(comment, _NPM_ACTIONS[words[0].text], names, npm=True)


def npm_rules(name: str) -> tuple[str, ...]:
    """Return the rules that do what a rule of the npm tool does; none for most of them."""
    return _npm_table().get(name.removeprefix("remark-lint-").removeprefix("remark-lint:"), ())


@functools.cache
def _npm_table() -> dict[str, tuple[str, ...]]:
    rows = (line.split("\t") for line in data_text("npm_rules.tsv").splitlines()[1:])
    return {name: tuple(rules.split("|")) for name, rules in rows}


def without(doc: "Document", directive: Directive, gone: frozenset[str]) -> Edit | None:
    """Return the edit that takes names out of a directive, or all of it when none is left.

    None where the text around it could come to mean something else.
    """
    kept = [name for name in directive.names if name.text not in gone]
    if kept:
        span = Span(directive.names[0].span.start, directive.names[-1].span.end)
        separator = ", " if "," in doc.raw(span) else " "
        return Edit(span, separator.join(name.text for name in kept))
    return _line_removal(doc, directive) if directive.comment.alone else _inline_removal(doc, directive.span)


def _inline_removal(doc: "Document", span: Span) -> Edit | None:
    """Remove a comment and the spaces on one side; those that end a line may be a hard break, and stay.

    None where it begins its line: without it what follows could go on with the paragraph above, and so could a
    marker that nothing follows.
    """
    text, (start, end) = doc.text, span
    before = text[doc.source.line_starts[doc.source.line_at(start)] : start].strip(" \t>")
    after = text[end : doc.source.line_ends[doc.source.line_at(end)]].strip()
    if not before if after else _MARKER.fullmatch(before):
        return None
    if after:
        while text[end] in " \t" and text[start - 1 : start] in ("", " ", "\t", "\n", "\r"):
            end += 1
    else:
        while text[start - 1 : start] in (" ", "\t"):
            start -= 1
    return Edit(Span(start, end), "")


def _ends_paragraph(above: str, below: str) -> bool:
    """Whether a line begins a block right below another: a number other than 1 does so in a numbered list only."""
    return bool(_BEGINS_BLOCK.match(below) or (_NUMBERED.match(above) and _NUMBERED.match(below)))


def _line_removal(doc: "Document", directive: Directive) -> Edit | None:
    source, (start, end) = doc.source, directive.span
    first, last = source.line_at(start), source.line_at(end)
    above = source.line_text(first - 1).strip() if first else ""
    below = source.line_text(last + 1) if last + 1 < len(source.line_starts) else ""
    stop = source.line_starts[last + 1] if last + 1 < len(source.line_starts) else source.line_ends[last]
    block = doc.block_at(start)
    # A blank line would end the HTML around it.
    inside = block is not None and (source.line_at(block.span.start), source.line_at(block.span.end)) != (first, last)
    if above and below.strip() and not inside and not _ends_paragraph(above, below):
        # The comment parts two paragraphs; a blank line does it as well, but not before indented lines.
        return None if below[:1] in " \t" else Edit(Span(source.line_starts[first], source.line_ends[last]), "")
    if not above and not below.strip() and last + 2 < len(source.line_starts):
        stop = source.line_starts[last + 2]  # of the blank lines around it one is enough
    return Edit(Span(source.line_starts[first], stop), "")
