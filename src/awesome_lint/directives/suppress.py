"""Which findings the directives of a file hide, and which directives hide nothing."""

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from awesome_lint.diagnostic import Diagnostic, Edit, Fix, Span
from awesome_lint.directives.definitions import lines_of_definitions
from awesome_lint.directives.directive import (
    KEYWORDS,
    PREFIX,
    Directive,
    Name,
    UnknownKeyword,
    read_directives,
    without,
)
from awesome_lint.errors import nearest
from awesome_lint.named import NamedTuple

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.rule import Rule

DIRECTIVE_RULE = "unused-directive"


class _Claim:
    """A name in a directive: the rules it means (None: all), and whether it was of use."""

    __slots__ = ("directive", "name", "rules", "used")

    def __init__(self, directive: Directive, name: Name | None, rules: frozenset[str] | None) -> None:
        self.directive = directive
        self.name = name
        self.rules = rules
        self.used = False

    def means(self, rule: str) -> bool:
        """Whether the rule is meant; only by its name can a directive hide what is said of directives."""
        if rule == DIRECTIVE_RULE:
            return self.name is not None and self.name.text == rule
        return self.rules is None or rule in self.rules

    def overlaps(self, other: "_Claim") -> bool:
        """Whether there is a rule that both mean."""
        return self.rules is None or other.rules is None or not self.rules.isdisjoint(other.rules)


class UnusedDirective(NamedTuple):
    """A directive and those of its names that hide nothing; it may have none. edit: takes them away."""

    directive: Directive
    names: tuple[str, ...]
    edit: Edit | None


class Suppressions:
    """The directives of one document at work.

    groups: {rule name: group} of all rules that there are.
    """

    def __init__(self, doc: "Document", groups: Mapping[str, str]) -> None:
        self.doc = doc
        self.groups = groups
        self.unknown_keywords: list[UnknownKeyword] = []
        self.unknown_names: list[Name] = []
        self._claims: list[_Claim] = []
        self._file: list[_Claim] = []
        self._lines: dict[int, list[_Claim]] = {}
        self._switches: list[_Claim] = []
        for directive in read_directives(doc):
            if isinstance(directive, UnknownKeyword):
                self.unknown_keywords.append(directive)
            else:
                for claim in self._claims_of(directive):
                    self._place(claim)

    def _claims_of(self, directive: Directive) -> Iterator[_Claim]:
        if not directive.names:
            yield _Claim(directive, None, None)
        for name in directive.names:
            if name.text in self.groups:
                yield _Claim(directive, name, frozenset((name.text,)))
            elif name.text in self.groups.values():
                members = frozenset(rule for rule, group in self.groups.items() if group == name.text)
                yield _Claim(directive, name, members)
            elif not directive.npm:
                self.unknown_names.append(name)

    def _place(self, claim: _Claim) -> None:
        self._claims.append(claim)
        source, span = self.doc.source, claim.directive.span
        first, last = source.line_at(span.start), source.line_at(span.end)
        action = claim.directive.action
        if action == "file":
            self._file.append(claim)
        elif action in ("disable", "enable"):
            self._switches.append(claim)
        else:
            lines = range(first, last + 1)
            if action == "next-line":
                lines = self._next_line(last)
            elif action == "next-node":
                lines = self._next_node(last)
            for line in lines:
                self._lines.setdefault(line, []).append(claim)

    def _next_line(self, last: int) -> range:
        """Return the next line that holds something: formatters part comments from what follows, or stack them.

        Of a definition of several lines it is all of them, since no comment can stand between them.
        """
        source = self.doc.source
        comments = {
            source.line_at(one.span.start): source.line_at(one.span.end) for one in self.doc.comments if one.alone
        }
        line = last + 1
        while line < len(source.line_starts):
            if line in comments:
                line = comments[line]
            elif source.line_text(line).strip():
                return lines_of_definitions(self.doc).get(line, range(line, line + 1))
            line += 1
        return range(0)

    def _next_node(self, last: int) -> range:
        """Return the lines of the block after a comment that is a block, else the rest of its own line."""
        level = None
        for token in self.doc.tokens:
            if level is not None and (token.level < level or token.map):
                return range(*token.map) if token.map and token.level == level else range(0)
            if token.type == "html_block" and token.map and token.map[0] <= last < token.map[1]:
                level = token.level
        return range(last, last + 1) if level is None else range(0)

    def hides(self, found: Diagnostic) -> bool:
        """Whether a directive hides a finding; each that does so counts as used."""
        if not self._claims:
            return False
        line = self.doc.source.line_at(found.span.start)
        claims = [claim for claim in (*self._file, *self._lines.get(line, ())) if claim.means(found.rule)]
        for claim in reversed(self._switches):
            if claim.directive.span.start <= found.span.start and claim.means(found.rule):
                if claim.directive.action == "disable":
                    claims.append(claim)
                break
        for claim in claims:
            claim.used = True
        return bool(claims)

    def named(self, line: int | None = None) -> Directive | None:
        """Return a directive that speaks for a line, from 0, or for the whole file, and can take more names."""
        claims = self._file if line is None else self._lines.get(line, ())
        return next((claim.directive for claim in claims if claim.name and not claim.directive.npm), None)

    def unused(self, ran: Collection[str]) -> list[UnusedDirective]:
        """Return the directives with names that were of no use, in order; asked when all findings are in.

        ran: the rules that ran on this file; of others nobody knows what they would have found.
        """
        self._use_enabling()
        idle: dict[Span, list[_Claim]] = {}
        for claim in self._claims:
            if not claim.used and not claim.directive.npm and not claim.means(DIRECTIVE_RULE):
                rules = self.groups.keys() if claim.rules is None else claim.rules
                if rules <= set(ran) or claim.directive.action == "enable":
                    idle.setdefault(claim.directive.span, []).append(claim)
        return [self._unused_directive(claims) for claims in idle.values()]

    def _use_enabling(self) -> None:
        """Mark each `enable` that ends a `disable`."""
        for index, claim in enumerate(self._switches):
            if claim.directive.action == "enable":
                for earlier in reversed(self._switches[:index]):
                    if earlier.overlaps(claim):
                        claim.used = earlier.directive.action == "disable"
                        break

    def _unused_directive(self, claims: list[_Claim]) -> UnusedDirective:
        directive = claims[0].directive
        names = tuple(claim.name.text for claim in claims if claim.name)
        return UnusedDirective(directive, names, without(self.doc, directive, frozenset(names)))

    def report(self, rule: "Rule", ran: Collection[str]) -> Iterator[Diagnostic]:
        """Yield what `unused-directive` has to say; to be asked when all findings are through."""
        for word in self.unknown_keywords:
            known = [PREFIX + keyword for keyword in KEYWORDS]
            near = nearest(word.text, known)
            hint = None if near else f"There are {', '.join(known)}."
            yield rule.report(self.doc, word.span, f"there is no directive '{word.text}'{_ask(near)}", help=hint)
        for name in self.unknown_names:
            near = nearest(name.text, [*self.groups, *self.groups.values()])
            yield rule.report(self.doc, name.span, f"there is no rule '{name.text}'{_ask(near)}")
        for one in self.unused(ran):
            fix = Fix("Remove what hides nothing", (one.edit,)) if one.edit else None
            yield rule.report(self.doc, one.directive.span, _message(one), fix=fix)


def _ask(near: str | None) -> str:
    return f"; did you mean '{near}'?" if near else ""


def _message(unused: UnusedDirective) -> str:
    names = " and ".join(f"'{name}'" for name in unused.names)
    if unused.directive.action == "enable":
        return f"{names} is not switched off here" if names else "nothing is switched off here that could be enabled"
    return f"the directive hides no finding of {names}" if names else "the directive hides no finding"
