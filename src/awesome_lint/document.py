"""A parsed list: what rules look at.

Everything beyond the tokens and the outline is made when it is first asked for, and once.
"""

import datetime
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from awesome_lint.link import Link
from awesome_lint.markdown.html_tags import Html
from awesome_lint.markdown.outline import Placed
from awesome_lint.markdown.seen import seen
from awesome_lint.markdown.structure import Block, Structure, Table, bold_headings, walk
from awesome_lint.markdown.swallowed import Swallowed, swallowed_markdown
from awesome_lint.markdown.unspaced import UnspacedHeading, unspaced_headings
from awesome_lint.source import Source
from awesome_lint.spans import InOrder
from awesome_lint.words import words_of

if TYPE_CHECKING:
    from markdown_it.token import Token

    from awesome_lint.contents.contents import Contents
    from awesome_lint.duplicates import Twin
    from awesome_lint.entries.entry import Entry
    from awesome_lint.entries.labels import Label
    from awesome_lint.habits.style import Style
    from awesome_lint.habits.vote import StyleSettings
    from awesome_lint.loose.markup import LooseMarkup
    from awesome_lint.markdown.comments import Comment
    from awesome_lint.repeated_items import RepeatedItem
    from awesome_lint.section import Anchor, Section
    from awesome_lint.venues.tags import VenueTags


class Document:
    """One Markdown file, parsed.

    path: as reports print it. text: the decoded text. outline: see markdown/outline.py. tokens: markdown-it-py's,
        of a very large file without the inline ones. links: in source order, images left out; images: likewise.
    exists: tells whether a path relative to the file's folder exists; returns None where there is no file (standard
        input). today: the date to which "future" and "over" refer.
    """

    def __init__(
        self,
        source: Source,
        tokens: "list[Token]",
        env: dict[str, Any],
        placed: Placed,
        html: Html,
        exists: Callable[[str], bool | None],
        today: datetime.date,
    ) -> None:
        self.source = source
        self.path = source.path
        self.text = source.text
        self.tokens = tokens
        self.env = env
        self.placed = placed
        self.html = html
        self.exists = exists
        self.today = today
        self.style_settings: StyleSettings | None = None
        self.voters: Document = self  # whose entries vote; where only changes are linted, the former text's
        self.outline = placed.outline
        self.links = placed.links
        self.images = placed.images

    def plain(self, start: int, end: int) -> str:
        """Return what a reader sees of text[start:end]: markup and images gone, code, entities and escapes as read."""
        outline = self.outline[start:end]
        return outline.strip() if outline.isprintable() else seen(self.text, self.outline, start, end)

    def raw(self, span: tuple[int, int]) -> str:
        """Return the source text of a span."""
        return self.text[span[0] : span[1]]

    def line_of(self, offset: int) -> int:
        """Return the line, from 1, in which an offset stands."""
        return self.source.line_at(offset) + 1

    @cached_property
    def _links_in_order(self) -> InOrder[Link]:
        return InOrder(self.links)

    def links_in(self, start: int, end: int) -> list[Link]:
        """Return the links (no images) that begin in [start, end)."""
        return self._links_in_order.beginning_in(start, end)

    def link_around(self, offset: int) -> Link | None:
        """Return the link in which an offset stands, or None."""
        link = self._links_in_order.last_before(offset)
        return link if link and offset < link.span.end else None

    @cached_property
    def _images_in_order(self) -> InOrder[Link]:
        return InOrder(self.images)

    def images_in(self, start: int, end: int) -> list[Link]:
        """Return the images that begin in [start, end)."""
        return self._images_in_order.beginning_in(start, end)

    def image_around(self, offset: int) -> Link | None:
        """Return the image in which an offset stands, or None."""
        image = self._images_in_order.last_before(offset)
        return image if image and offset < image.span.end else None

    @cached_property
    def structure(self) -> Structure:
        """Blocks, items, tables and headings."""
        return walk(self.source, self.tokens, self.placed)

    @cached_property
    def _blocks_in_order(self) -> InOrder[Block]:
        return InOrder(self.structure.blocks)

    def block_at(self, offset: int) -> Block | None:
        """Return the leaf block in which an offset stands, None between blocks."""
        block = self._blocks_in_order.last_before(offset)
        return block if block and offset <= block.span.end else None

    def blocks_in(self, start: int, end: int) -> list[Block]:
        """Return the leaf blocks that begin in [start, end)."""
        return self._blocks_in_order.beginning_in(start, end)

    @property
    def tables(self) -> list[Table]:
        """The tables, in source order."""
        return self.structure.tables

    @cached_property
    def sections(self) -> "list[Section]":
        """The sections, in source order: each heading's, HTML headings and bold lines included."""
        from awesome_lint.section import make_sections

        return make_sections(self, bold_headings(self.structure, self.placed))

    @cached_property
    def _sections_in_order(self) -> "InOrder[Section]":
        return InOrder(self.sections)

    def section_at(self, offset: int) -> "Section | None":
        """Return the innermost section in which an offset stands, None before the first heading."""
        return self._sections_in_order.last_before(offset)

    @cached_property
    def anchors(self) -> "dict[str, Anchor]":
        """Every anchor that GitHub's page of this file has, by name."""
        from awesome_lint.section import page_anchors

        return page_anchors(self)

    @cached_property
    def words(self) -> frozenset[str]:
        """The different words of the prose, as written; a period inside a word belongs to it."""
        return words_of(self.outline)

    @cached_property
    def entries(self) -> "list[Entry]":
        """The listed things, in source order."""
        from awesome_lint.entries.find import find_entries

        return find_entries(self)

    @cached_property
    def is_list(self) -> bool:
        """Whether the file is a list: at least 5 entries with a link, and these make up half of its blocks."""
        from awesome_lint.entries.find import is_list

        return is_list(self)

    @cached_property
    def twins(self) -> "list[Twin]":
        """The pairs of entries that are about one thing."""
        from awesome_lint.duplicates import twins

        return list(twins([self]))

    @cached_property
    def repeated_items(self) -> "list[RepeatedItem]":
        """The list items that are no entries and stand twice."""
        from awesome_lint.repeated_items import repeated_items

        return repeated_items(self)

    @cached_property
    def labels(self) -> "list[Label]":
        """The links of the entries that name what they lead to, such as `[paper](…)`, in source order."""
        from awesome_lint.entries.labels import labels

        return labels(self)

    @cached_property
    def bare_labels(self) -> "list[Label]":
        """The labels that stand alone without brackets, of words that others wear in square brackets."""
        from awesome_lint.entries.labels import bare_labels

        return bare_labels(self)

    @cached_property
    def venue_tags(self) -> "VenueTags":
        """The venue tags of the entries, such as `[NeurIPS'22]`."""
        from awesome_lint.venues.tags import VenueTags

        return VenueTags(self)

    @cached_property
    def style(self) -> "Style":
        """The habits of the list."""
        from awesome_lint.habits.style import Style
        from awesome_lint.habits.vote import StyleSettings

        return Style(self, self.voters, self.style_settings or StyleSettings())

    @cached_property
    def contents(self) -> "Contents | None":
        """The table of contents, if there is one."""
        from awesome_lint.contents.contents import find_contents

        return find_contents(self)

    @cached_property
    def loose_markup(self) -> "list[LooseMarkup]":
        """What somebody meant as a link and Markdown does not read as one."""
        from awesome_lint.loose.find import find_loose

        return find_loose(self)

    @cached_property
    def unspaced_headings(self) -> "list[UnspacedHeading]":
        """The lines that would be headings with a space after their `#` marks."""
        return unspaced_headings(self)

    @cached_property
    def swallowed_markdown(self) -> "list[Swallowed]":
        """The headings and lists inside HTML blocks, of each stretch the first line."""
        return swallowed_markdown(self)

    @cached_property
    def comments(self) -> "list[Comment]":
        """The HTML comments, in source order."""
        from awesome_lint.markdown.comments import read_comments

        return read_comments(self.source, self.html)
