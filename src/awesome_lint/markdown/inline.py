"""Inline Markdown with exact positions.

markdown-it-py tells nothing of where inline tokens stand. The parser below notes, for each token that a rule makes,
where the rule began and ended, in the token's `map` (unused for inline tokens): offsets into the content of its
`inline` token. A `link_open` spans the whole link, its `link_close` what follows the label. The tokens are the stock
parser's.
"""

from collections.abc import Callable
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from awesome_lint.patterns import lazy

# Only characters at which a rule that is on may begin: the stock set also stops at `-`, `:`, `#` and others, for
# plugins, and tries every rule there in vain.
_STOP = lazy(r"[\n!&*<\[\\\]_`~]")
_STARTS = {
    "newline": "\n",
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "emphasis": "*_",
    "link": "[",
    "image": "!",
    "autolink": "<",
    "html_inline": "<",
    "entity": "&",
}
# Brackets with nothing inside that a rule could begin at, and the address after them where it is one that
# normalisation leaves as it is. Nearly every link of a list looks like this, and the stock rule reads each of its
# characters twice.
_PLAIN_BRACKETS = lazy(
    r"\[(?P<label>[^\n!&*<\[\\\]_`~]+)\](?:\((?P<url>https?://[a-z0-9.-]+(?:/[A-Za-z0-9._~/?=#-]*)?)\)|(?P<alone>(?!\()))"
)
_InlineRule = Callable[[StateInline, bool], bool]


class TooDeepError(Exception):
    """Blocks or brackets are nested deeper than MAX_NESTING; the stock parser would leave out what stands there."""


class _State(StateInline):
    """The stock state, and where the pending text began."""

    text_start = 0
    label_end = 0

    def pushPending(self) -> Token:  # noqa: N802 (the name is markdown-it's)
        token = super().pushPending()
        # Pending text is the source's own, character by character: escapes and entities have tokens of their own.
        token.map = [self.text_start, self.text_start + len(token.content)]
        return token


class PositionedInline(ParserInline):
    """The inline parser that notes positions, and asks at each character only the rules that can begin there."""

    def __init__(self, stock: ParserInline) -> None:
        super().__init__()
        self.ruler = stock.ruler
        self.ruler2 = stock.ruler2
        self.terminator_re = _STOP
        self._rules: dict[str, _InlineRule] = {}

    def prepare(self) -> None:
        """Make the table from characters to rules; called once, when all rules are enabled."""
        by_name = {rule.name: rule.fn for rule in self.ruler.__rules__ if rule.enabled}
        by_name["link"] = _quick_link(by_name["link"])
        for name, characters in _STARTS.items():
            for character in characters if name in by_name else "":
                former = self._rules.get(character)
                self._rules[character] = _either(former, by_name[name]) if former else by_name[name]

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        if state.delimiters or any(state.tokens_meta):  # these rules pair delimiters, and most lines have none
            for rule in self.ruler2.getRules(""):
                rule(state)
        return state.tokens

    def skipToken(self, state: StateInline) -> None:  # noqa: N802
        pos = state.pos
        cached = state.cache.get(pos)
        if cached is not None:
            state.pos = cached
            return
        if state.level >= state.md.options["maxNesting"]:
            raise TooDeepError
        rule = self._rules.get(state.src[pos])
        if rule is None:
            stop = None if state.src[pos] == "]" else _STOP.search(state.src, pos)
            state.pos = stop.start() if stop else pos + 1 if state.src[pos] == "]" else state.posMax
        else:
            state.level += 1
            if not rule(state, True):
                state.pos += 1
            state.level -= 1
        state.cache[pos] = state.pos

    def tokenize(self, state: StateInline) -> None:
        assert isinstance(state, _State)
        src, end, rules_at = state.src, state.posMax, self._rules
        limit, search = state.md.options["maxNesting"], _STOP.search
        tokens, pending = state.tokens, state.append_pending
        fresh = True  # no text is pending
        while (pos := state.pos) < end:
            rule = rules_at.get(src[pos])
            if fresh:
                state.text_start = pos
                fresh = False
            if rule is None:
                stop = search(src, pos + 1)
                state.pos = min(stop.start(), end) if stop else end
                pending(src[pos : state.pos])
                continue
            count = len(tokens)
            if state.level >= limit:
                raise TooDeepError
            if rule(state, False):
                if len(tokens) > count:
                    _place(state, tokens, count, pos)
                    fresh = True
            else:
                pending(src[pos])
                state.pos += 1
        if state.pending:
            state.pushPending()
        state.label_end = end


def _either(one: _InlineRule, two: _InlineRule) -> _InlineRule:
    return lambda state, silent: one(state, silent) or two(state, silent)


def _quick_link(stock: _InlineRule) -> _InlineRule:
    """Return the rule for links, with a short cut for plain ones and for brackets that are not links."""
    match_at = _PLAIN_BRACKETS.match

    def link(state: StateInline, silent: bool) -> bool:
        match = match_at(state.src, state.pos, state.posMax)
        if match is None:
            return stock(state, silent)
        if match.lastgroup == "alone":
            return "references" in state.env and stock(state, silent)
        if not silent:
            _push_link(state, match.start(), match.end("label"), match.end(), match["url"])
        state.pos = match.end()
        return True

    return link


def _push_link(state: StateInline, start: int, label_end: int, end: int, url: str) -> None:
    if state.pending:
        state.pushPending()
    level = state.level
    text = state.src[start + 1 : label_end]
    state.tokens += (
        Token("link_open", "a", 1, {"href": url}, [start, end], level),
        Token("text", "", 0, {}, [start + 1, label_end], level + 1, None, text),
        Token("link_close", "a", -1, {}, [label_end, end], level),
    )


def _place(state: _State, tokens: list[Token], count: int, start: int) -> None:
    """Give the tokens made since `count` by the rule that began at `start` their places."""
    last = tokens[-1]
    if last.map is not None and last.type == "link_close":  # a plain link, placed when it was made
        return
    if last.map is None and last.type not in {"link_close", "text"}:
        last.map = [start, state.pos]
        return
    first = count if tokens[count].map is None else count + 1  # a pending text may have been pushed before
    if last.type != "link_close":  # delimiters: one token a character, two for a strike
        for token in tokens[first:]:
            token.map = [start, start + len(token.content)]
            start += len(token.content)
        return
    if tokens[first].markup == "autolink":
        tokens[first + 1].map = [start + 1, state.pos - 1]
        last.map = [state.pos - 1, state.pos]
    else:
        last.map = [state.label_end, state.pos]
    tokens[first].map = [start, state.pos]
