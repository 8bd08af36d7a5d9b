"""What holds on real lists: AWESOME_LINT_CORPUS names a folder of them; without it these tests are skipped."""

import datetime
import os
import re
from pathlib import Path
from typing import Final

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.front_matter import front_matter_plugin

from awesome_lint import engine
from awesome_lint.config.file import Config
from awesome_lint.config.settings import Settings
from awesome_lint.document import Document
from awesome_lint.errors import UserError
from awesome_lint.link import Link
from awesome_lint.markdown.parser import MAX_NESTING
from awesome_lint.parse import parse
from awesome_lint.source import Source

CORPUS: Final = os.environ.get("AWESOME_LINT_CORPUS", "")
TODAY: Final = datetime.date(2026, 6, 1)
ANCHORED: Final = 0.999  # of the inline blocks of all files
_LINKS: Final = ("link_open", "image")
# What stands before the text of a line within a quote or a list item.
_BEFORE: Final = re.compile(r"\n[ \t>]*")


def _lists() -> list[Path]:
    root = Path(CORPUS)
    return sorted(path for path in root.rglob("*") if path.suffix.lower() == ".md") if CORPUS else []


needs_corpus = pytest.mark.skipif(not CORPUS, reason="AWESOME_LINT_CORPUS names no folder of lists")
each_list = pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.relative_to(CORPUS).as_posix()) for path in _lists()] or [Path()]
)


@pytest.fixture(scope="session")
def settings() -> Settings:
    """Every rule, the new ones included."""
    return Settings(None, Config("command line", "", {"preset": "strict"}))


def _read(path: Path) -> Document:
    """Parse a file; what cannot be read as UTF-8 Markdown is none of our business here."""
    folder = str(path.parent)
    try:
        source = Source.decode(path.read_bytes(), path.name)
        return parse(source, lambda target: os.path.exists(os.path.join(folder, target)), TODAY)
    except UserError as error:
        pytest.skip(error.title)


@needs_corpus
def test_corpus_is_not_empty() -> None:
    assert _lists(), f"{CORPUS} holds no Markdown"


@needs_corpus
@each_list
def test_fixes_come_to_rest_and_touch_only_what_is_found(path: Path, settings: Settings) -> None:
    doc, data = _read(path), path.read_bytes()
    assert doc.source.encode(doc.text) == data, "reading and writing keep every byte"
    once = engine.fix(doc, settings.rules)
    assert not once.withdrawn, f"fixes that did more than they said: {once.withdrawn}"
    assert not once.unsettled, f"rules whose fixes undo one another: {once.unsettled}"
    if not once.applied:
        assert doc.source.encode(once.text) == data
    twice = engine.fix(once.doc, settings.rules)
    assert twice.text == once.text, f"changed by {sorted({one.rule for one in twice.applied})}"


@needs_corpus
@each_list
def test_links_stand_where_they_are_said_to_stand(path: Path) -> None:
    doc = _read(path)
    stock = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable(["table", "strikethrough"])
    if doc.text.startswith("---"):
        stock.use(front_matter_plugin)
    found = [link for link in [*doc.links, *doc.images] if link.kind in ("inline", "reference", "autolink")]
    missing = []
    for link in found:
        if not _stands_alone(stock, doc, link):
            line, column = doc.source.place(link.span.start)
            missing.append(f"{line}:{column}: {doc.raw(link.span)!r}")
    assert not missing
    if not doc.placed.unplaced:
        wanted = sum(1 for token in stock.parse(doc.text) for child in token.children or () if child.type in _LINKS)
        assert len(found) == wanted, "as many as the parser finds"


@needs_corpus
def test_inline_blocks_are_anchored() -> None:
    blocks = lost = 0
    for path in _lists():
        try:
            placed = parse(Source.decode(path.read_bytes(), path.name)).placed
        except UserError:
            continue
        blocks += len(placed.inlines) + len(placed.unplaced)
        lost += len(placed.unplaced)
    assert lost <= (1 - ANCHORED) * blocks, f"{lost} of {blocks} inline blocks were not found in their source"


def _stands_alone(stock: MarkdownIt, doc: Document, link: Link) -> bool:
    """Whether the source of a link, parsed by itself, is one link and nothing else."""
    text = _BEFORE.sub("\n", doc.raw(link.span))
    env = {"references": dict(doc.env.get("references", {}))}
    for candidate in (text, text.replace("\\|", "|")):  # the second in a cell of a table
        children = stock.parseInline(candidate, env)[0].children or []
        if link.is_image:
            alone = len(children) == 1 and children[0].type == "image"
        else:
            opened = [token for token in children if token.type == "link_open"]
            alone = len(opened) == 1 and children[0] is opened[0] and children[-1].type == "link_close"
        if alone:
            return True
    return False
