"""GitHub's Markdown, read with markdown-it-py: exact places, and a short way wherever a list is as lists are.

The tokens and the HTML are those of the stock parser; `text_join` and `fragments_join`, which merge text tokens and
would lose their places, are left out.
"""

from functools import cache
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

from awesome_lint.markdown.blocks import PromptBlocks
from awesome_lint.markdown.inline import PositionedInline
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from markdown_it.token import Token

MAX_NESTING = 100  # far deeper than a page can show; the stock limit of 20 cuts off lists ten deep
# URLs that normalisation leaves as they are; it costs a tenth of a parse.
_NORMAL_URL = lazy(r"https?://[a-z0-9.-]+(?:/[A-Za-z0-9._~/?=&#-]*)?\Z")


class _Markdown(MarkdownIt):
    """The stock parser with a shorter way for plain URLs."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 (the name is markdown-it's)
        return url if _NORMAL_URL.match(url) else super().normalizeLink(url)


@cache
def parser(front_matter: bool) -> MarkdownIt:
    """Return the parser for GitHub's Markdown: CommonMark, tables and strike-through."""
    # Task lists are off by themselves; said here, the rule for lists finds it, where a miss costs an exception an item.
    md = _Markdown("commonmark", {"maxNesting": MAX_NESTING, "tasklists": False}).enable(["table", "strikethrough"])
    md.disable(["text_join", "fragments_join"], ignoreInvalid=True)
    if front_matter:
        from mdit_py_plugins.front_matter import front_matter_plugin

        md.use(front_matter_plugin)
    md.block = PromptBlocks(md.block)
    md.inline = PositionedInline(md.inline)
    md.inline.prepare()
    return md


def parse_tokens(text: str) -> "tuple[list[Token], dict[str, Any]]":
    """Parse Markdown; return the tokens, inline ones with positions, and the environment with the references.

    Raises TooDeepError.
    """
    env: dict[str, Any] = {}
    return parser(text.startswith("---")).parse(text, env), env
