"""`python tests/dev/same_page.py FOLDER...`: the text rules' safe fixes leave the page as it was, save the words named.

Each Markdown file below the folders is fixed by the rules of the group `text` alone and rendered before and after by
markdown-it-py as it comes. White space aside, the pages may differ only by what the findings name: words, and characters that
nobody sees. Prints each place that nothing explains, and the figures; the exit status is 1 where there is one.
"""

import re
import sys
from pathlib import Path

from markdown_it import MarkdownIt
from over_files import Outcome, main

from awesome_lint.checks.text.invisible_character import _NAMES
from awesome_lint.engine import fix
from awesome_lint.errors import UserError
from awesome_lint.parse import parse
from awesome_lint.rulebook import load, rule_groups
from awesome_lint.source import Source

_TAG = re.compile(r"<[^>]*>")
_NAMED = re.compile(r"'(?P<old>.+?)' is (?:written|misspelled; did you mean|(?=.*read in)) ?'(?P<new>.+?)'")
_UNSEEN = {ord(character): text for character, (_, text) in _NAMES.items()}


def compare(path: Path) -> Outcome:
    """Fix one file and compare its pages."""
    try:
        source = Source.decode(path.read_bytes(), path.name)
        doc = parse(source)
    except UserError as error:
        return Outcome(path, [], [], error.title)
    rules = [load(name)() for name, group in rule_groups().items() if group == "text"]
    done = fix(doc, rules)
    named = {match["old"]: match["new"] for one in done.applied if (match := _NAMED.search(one.message))}
    before, after = _halves(source.text), _halves(done.text)
    unexplained = [] if before[0] == after[0] else [_first(before[0], after[0])]
    texts = _plain(before[1], named), _plain(after[1], named)
    if texts[0] != texts[1]:
        unexplained.append(_first(*texts))
    return Outcome(path, [one.rule for one in done.applied], unexplained)


def _halves(text: str) -> tuple[str, str]:
    """Return the tags of a page, with all their addresses, and its text."""
    html = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"]).render(text)
    return "".join(_TAG.findall(html)), _TAG.sub(" ", html)


def _first(before: str, after: str) -> str:
    at = next((at for at, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), 0)
    return f"{before[max(at - 40, 0) : at + 40]!r} became {after[max(at - 40, 0) : at + 40]!r}"


def _plain(text: str, named: dict[str, str]) -> str:
    """Return a text as it should be once all that is named is mended, without white space."""
    for old in sorted(named, key=len, reverse=True):
        text = text.replace(old, named[old])
    text = text.translate(_UNSEEN).replace("--", "-")
    return re.sub(r"\s+", "", text)


if __name__ == "__main__":
    what = "changes of a page that no finding names"
    sys.exit(main("Prove that the text rules' fixes leave the page as it was.", compare, what))
