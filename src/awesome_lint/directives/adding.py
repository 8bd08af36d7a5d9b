"""Writing directives that hide findings, in such places that nobody who reads the page sees a difference.

A line with findings gets a comment at its end or, where there is no room, one above it; where that too would change
the page, the rules go into a comment for the whole file.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from awesome_lint.directives.directive import PREFIX, Directive, read_directives
from awesome_lint.directives.room import Room, Way
from awesome_lint.directives.suppress import Suppressions
from awesome_lint.errors import UserError
from awesome_lint.fixing.stream import all_tokens, rendered
from awesome_lint.fixing.verify import definitions
from awesome_lint.named import NamedTuple
from awesome_lint.source import Source

if TYPE_CHECKING:
    from awesome_lint.document import Document

Wanted = Mapping[int, Collection[str]]  # a line, from 0: the rules to hide there

_MAX_TRIALS: Final = 10  # then every line that was ever in doubt is left to the comment for the whole file
_ACTIONS: Final[dict[Way, str]] = {"line": "disable-line", "next-line": "disable-next-line", "file": "disable-file"}
_LEAD: Final = re.compile(r"[ \t>]*")


class Insertion(NamedTuple):
    """Text to put at an offset, for the sake of some lines; order: among those of one offset."""

    at: int
    order: int
    text: str
    lines: tuple[int, ...]


def add_directives(
    doc: "Document",
    wanted: Wanted,
    parse: "Callable[[Source], Document]",
    groups: Mapping[str, str],
    crowds: Collection[str] = (),
) -> "Document":
    """Return the document with directives for the rules wanted on each line, as far as they change nothing else.

    parse: Source to Document. groups: {rule name: group} of all rules that there are.
    crowds: the rules among them of which one finding speaks for the whole file, and is to be hidden there.
    """
    writer = _Writer(doc, wanted, Suppressions(doc, groups), frozenset(crowds))
    doubtful: set[int] = set()
    for trial in range(_MAX_TRIALS):
        insertions = sorted(writer.insertions())
        if not insertions:
            break
        after = _tried(doc, insertions, parse)
        spoilt = _spoilt(doc, after, insertions) if after else frozenset(writer.wanted)
        if after and not spoilt:
            return after
        doubtful |= spoilt
        if trial == _MAX_TRIALS - 2:
            writer.give_up(doubtful)
        else:
            writer.give_way(spoilt)
    return doc


class _Writer:
    """What to insert for each line, by the first of the ways that are left to it."""

    def __init__(self, doc: "Document", wanted: Wanted, there: Suppressions, crowds: frozenset[str]) -> None:
        self.doc = doc
        self.there = there
        self.crowds = crowds
        self.room = Room(doc)
        self.wanted: dict[int, set[str]] = {}
        for line, rules in wanted.items():
            self.wanted.setdefault(self.room.first_line(line), set()).update(rules)
        self.ways = {line: self.room.ways(line) for line in self.wanted}

    def give_way(self, lines: Collection[int]) -> None:
        """Take the first way from lines."""
        for line in lines:
            del self.ways[line][:1]

    def give_up(self, lines: Collection[int]) -> None:
        """Leave lines no way but the last one."""
        for line in lines:
            del self.ways[line][:-1]

    def insertions(self) -> Iterator[Insertion]:
        """Yield the comments, and the names for those that are there already."""
        in_file = sorted(line for line, ways in self.ways.items() if ways and ways[0] == "file")
        everywhere = self.crowds.union(*(self.wanted[line] for line in in_file))
        in_file += [line for line in self.ways if line not in in_file and not self.crowds.isdisjoint(self.wanted[line])]
        longer: dict[Directive, tuple[set[str], list[int]]] = {}
        for line, ways in self.ways.items():
            rules = self.wanted[line] - everywhere
            if not ways or ways[0] == "file" or not rules:
                continue
            there = self.there.named(line)
            if there:
                names, lines = longer.setdefault(there, (set(), []))
                names |= rules
                lines.append(line)
            else:
                yield self._comment(ways[0], line, rules)
        if everywhere:
            there = self.there.named()
            if there:
                longer[there] = (set(everywhere), in_file)
            else:
                yield self._at_top(everywhere, in_file)
        for directive, (names, lines) in longer.items():
            yield _longer(self.doc, directive, names, lines)

    def _comment(self, way: Way, line: int, rules: Collection[str]) -> Insertion:
        source = self.doc.source
        comment = _directive(way, rules)
        if way == "line":
            at = self.room.end_of(line)
            gap = "" if self.doc.text[at - 1 : at] in ("", " ", "\t") else " "
            return Insertion(at, 0, f"{gap}{comment}", (line,))
        lead = _LEAD.match(source.line_text(line))
        return Insertion(source.line_starts[line], 1, f"{lead[0] if lead else ''}{comment}{source.newline}", (line,))

    def _at_top(self, rules: Collection[str], lines: Collection[int]) -> Insertion:
        source = self.doc.source
        text = f"{_directive('file', rules)}{source.newline}"
        top = self.room.top()
        if top == len(source.line_starts):
            return Insertion(len(self.doc.text), 0, f"{source.newline}{text}", tuple(lines))
        gap = source.newline if source.line_text(top).strip() else ""
        return Insertion(source.line_starts[top], 0, f"{text}{gap}", tuple(lines))


def _directive(way: Way, rules: Collection[str]) -> str:
    return f"<!-- {PREFIX}{_ACTIONS[way]} {', '.join(sorted(rules))} -->"


def _longer(doc: "Document", directive: Directive, rules: Collection[str], lines: Collection[int]) -> Insertion:
    first, last = directive.names[0].span, directive.names[-1].span
    separator = " " if len(directive.names) > 1 and "," not in doc.text[first.start : last.end] else ", "
    new = sorted(set(rules) - {name.text for name in directive.names})
    return Insertion(last.end, 0, "".join(f"{separator}{rule}" for rule in new), tuple(lines))


def _tried(
    doc: "Document", insertions: Collection[Insertion], parse: "Callable[[Source], Document]"
) -> "Document | None":
    parts: list[str] = []
    at = 0
    for one in insertions:
        parts += doc.text[at : one.at], one.text
        at = one.at
    try:
        return parse(Source("".join([*parts, doc.text[at:]]), doc.path, doc.source.bom))
    except UserError:  # more deeply nested than can be parsed
        return None


def _spoilt(before: "Document", after: "Document", insertions: Collection[Insertion]) -> frozenset[int]:
    """Return the lines whose insertions change the page, or are read as no directive; one of them at least."""
    lost = _unread(after, insertions)
    old, new = rendered(all_tokens(before)), rendered(all_tokens(after))
    at = 0
    for (part, lines), (other, _) in zip(old, new, strict=False):
        if part != other:
            if part[0] != other[0]:  # from here on nothing stands beside what it was
                lost |= _near(insertions, before, range(at, lines[1] + 1))
                break
            lost |= _near(insertions, before, range(*lines))
        at = lines[0]
    if not lost and (len(old) != len(new) or definitions(before) != definitions(after)):
        return frozenset(line for one in insertions for line in one.lines)
    gone = before.anchors.keys() ^ after.anchors.keys()
    for name in gone & before.anchors.keys():
        line = before.source.line_at(before.anchors[name].span.start)
        lost |= _near(insertions, before, range(line, line + 1))
    return frozenset(lost)


def _unread(after: "Document", insertions: Collection[Insertion]) -> set[int]:
    spans = [one.span for one in read_directives(after) if isinstance(one, Directive)]
    starts = {span.start for span in spans}
    lost: set[int] = set()
    moved = 0
    for one in insertions:
        comment = one.text.find("<!--")
        if comment >= 0 and one.at + moved + comment not in starts:
            lost.update(one.lines)
        moved += len(one.text)
    return lost


def _near(insertions: Collection[Insertion], before: "Document", lines: range) -> set[int]:
    """Return the lines whose insertions stand within a range of lines, else those of the last one before it."""
    near: set[int] = set()
    earlier: tuple[int, ...] = ()
    for one in insertions:
        line = before.source.line_at(one.at)
        if line in lines:
            near.update(one.lines)
        elif line < lines.start:
            earlier = one.lines
    return near or set(earlier) or {line for one in insertions for line in one.lines}
