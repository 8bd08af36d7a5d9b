"""What stands in a list and lists nothing: contents, contributing, licences, news, ways back to the top."""

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Span
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.section import Section

_NO_ENTRIES = lazy(
    r"\W*(?:(?:table of |quick )?contents?\W*\Z|toc\b|index\W*\Z|outline\W*\Z|contribut|licen[cs](?:e|es|ing)\W*\Z"
    r"|how to (?:contribute|use|add|read this|cite|submit|help|share)|code of conduct|acknowledge?ments?|thanks\b"
    r"|star history|stargazers|citations?\W*\Z|citing|cite\b|maintainers?\W*\Z|contact(?: us)?\W*\Z|disclaimer"
    r"|legend\W*\Z|sponsors?\W*\Z|backers\W*\Z|目录|目次|贡献|许可|致谢|引用|联系)",
    re.I,
)
_CONTENTS = lazy(r"\W*(?:(?:table of )?contents?|toc|index|目录|目次)", re.I)
_NEWS = lazy(
    r"\b(?:news|updates?|update log|change ?log|announcements?|what.s new)\b|更新|新闻|动态|公告|お知らせ|소식", re.I
)
_DATED = lazy(
    r"\W{0,6}(?:(?:19|20)\d\d\W|\d{1,2}[./-]\d{1,2}\b"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b\.? \d)",
    re.I,
)
_BACK_TO_TOP = lazy(
    r"\W*(?:(?:back|go) to (?:the )?(?:top|contents|toc)|top|返回顶部|回到顶部|回到目录|⬆️?|🔝)\W*\Z", re.I
)
_SHORT: Final = 60
_WORDS: Final = 5  # spaces in a way back to the top, at most


class Asides:
    """Tells which sections of a document list nothing; each is asked once."""

    def __init__(self, doc: "Document") -> None:
        self.doc = doc
        self._from = self._to = 0  # the stretch asked for last, and the answer
        self._lists_nothing = False

    @cached_property
    def _sections(self) -> frozenset[int]:
        """The indexes of the sections that list nothing, those inside them included, save inside contents and news."""
        found: set[int] = set()
        heirs: set[int] = set()  # those whose inner sections list nothing either
        for section in self.doc.sections:
            named = _NO_ENTRIES.match(section.title)
            inherited = section.parent is not None and section.parent.index in heirs
            if named or inherited or self._is_news(section):
                found.add(section.index)
            if inherited or (named and not _CONTENTS.match(section.title)):
                heirs.add(section.index)
        return frozenset(found)

    def __contains__(self, offset: int) -> bool:
        """Whether an offset stands in a section that lists nothing."""
        if not self._from <= offset < self._to:
            section = self.doc.section_at(offset)
            self._from, self._to = (section.span.start, section.end) if section else (offset, offset + 1)
            self._lists_nothing = section is not None and section.index in self._sections
        return self._lists_nothing

    def _is_news(self, section: "Section") -> bool:
        """Whether a section is called news and most of its paragraphs or items begin with a date."""
        if not _NEWS.search(section.title):
            return False
        blocks = self.doc.blocks_in(section.span.end, section.end)
        texts = [block.content for block in blocks if block.content and (block.item is None or block.item.depth == 0)]
        begun = [self.doc.plain(content.start, min(content.end, content.start + _SHORT)) for content in texts]
        return 2 * sum(1 for text in begun if _DATED.match(text)) >= len(texts)


def leads_back(doc: "Document", content: Span) -> bool:
    """Whether a text does nothing but lead back to the top."""
    if content.end - content.start > 2 * _SHORT or doc.outline.count(" ", *content) > _WORDS:
        return False
    return bool(_BACK_TO_TOP.match(doc.plain(*content)))
