"""The stock parser of blocks, asking at each line only the rules that can begin there.

The stock parser tries each of its eleven rules on each line, and most of them again for each paragraph and list that
the line might end; nearly all can be told by the line's first character. The tokens are the stock parser's.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.ruler import Rule, Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from awesome_lint.markdown.inline import TooDeepError

_BlockRule = Callable[[StateBlock, int, int, bool], bool]
# The characters at which a rule may begin; one that is not named here is asked everywhere.
_STARTS: Final = {
    "fence": "`~",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*-+0123456789",
    "reference": "[",
    "html_block": "<",
    "heading": "#",
}
# What the second line of a table may begin with.
_UNDERLINES: Final = frozenset(("||", "|-", "|:", "| ", "|\t", "-|", "--", "-:", ":|", ":-", "::", ": ", ":\t"))
# How most items begin, and what goes on so where the line may be a thematic break.
_BULLETS: Final = frozenset(("- ", "* "))
_RULED: Final = frozenset(" \t-*")


class PromptBlocks(ParserBlock):
    """The parser of blocks with the rules of another; what that one would leave out is an error."""

    def __init__(self, stock: ParserBlock) -> None:
        super().__init__()
        self.ruler = _Chains(stock.ruler)

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 (markdown-it's name)
        """Parse some lines; raises TooDeepError."""
        if state.level >= state.md.options["maxNesting"]:
            raise TooDeepError
        super().tokenize(state, startLine, endLine)

    def parse(self, src: str, md: MarkdownIt, env: Any, outTokens: list[Token]) -> list[Token] | None:  # noqa: N803
        """Parse a text into `outTokens`."""
        assert isinstance(self.ruler, _Chains)
        self.ruler.defines = "]:" in src
        return super().parse(src, md, env, outTokens)


class _Chains(Ruler[_BlockRule]):
    """The rules of another ruler; a chain of them is one function, which asks those that can begin at a line."""

    def __init__(self, stock: Ruler[_BlockRule]) -> None:
        super().__init__()
        self.__rules__ = stock.__rules__
        self._chains: dict[tuple[str, bool], list[_BlockRule]] = {}
        self.defines = True  # whether the text can hold definitions of references

    def getRules(self, chainName: str = "") -> list[_BlockRule]:  # noqa: N802, N803 (the names are markdown-it's)
        chain = self._chains.get((chainName, self.defines))
        if chain is None:
            rules = [rule for rule in self.__rules__ if rule.enabled and (not chainName or chainName in rule.alt)]
            if not self.defines:
                rules = [rule for rule in rules if rule.name != "reference"]
            chain = self._chains[chainName, self.defines] = [_chain(rules)]
        return chain


def _chain(rules: Sequence[Rule[_BlockRule]]) -> _BlockRule:
    everything = [rule.fn for rule in rules]
    plain, plain_elsewhere = _by_first([rule for rule in rules if rule.name not in ("code", "table")])
    item, _ = _by_first([rule for rule in rules if rule.name not in ("code", "table", "hr")])
    underlined, underlined_elsewhere = _by_first([rule for rule in rules if rule.name != "code"])

    def ask(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        src, begins, shifts = state.src, state.bMarks, state.tShift
        first = src[(at := begins[line] + shifts[line]) : at + 1]
        below = begins[line + 1] + shifts[line + 1]
        if state.sCount[line] - state.blkIndent > 3:  # may be code, which can begin with anything
            asked = everything
        elif src[below : below + 2] in _UNDERLINES:
            asked = underlined.get(first, underlined_elsewhere)
        elif src[at : at + 2] in _BULLETS and src[at + 2 : at + 3] not in _RULED:
            asked = item[first]
        else:
            asked = plain.get(first, plain_elsewhere)
        for rule in asked:  # noqa: SIM110 (`any` of a generator takes twice as long, at every line)
            if rule(state, line, end, silent):
                return True
        return False

    return ask


def _by_first(rules: Sequence[Rule[_BlockRule]]) -> tuple[dict[str, list[_BlockRule]], list[_BlockRule]]:
    """Return the rules to ask by the first character of a line, and those for all other characters."""
    by_first = {
        character: [rule.fn for rule in rules if character in _STARTS.get(rule.name, character)]
        for character in "".join(_STARTS.values())
    }
    return by_first, [rule.fn for rule in rules if rule.name not in _STARTS]
