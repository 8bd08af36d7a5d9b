"""The paragraphs that are entries: those of a shape that several share."""

from typing import TYPE_CHECKING, Final

from awesome_lint.diagnostic import Span
from awesome_lint.entries.aside import Asides, leads_back
from awesome_lint.entries.atoms import is_label
from awesome_lint.entries.entry import Entry
from awesome_lint.entries.tags import is_tag_text
from awesome_lint.patterns import lazy

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.entries.regions import Regions
    from awesome_lint.link import Link
    from awesome_lint.markdown.structure import Block

_FEWEST: Final = 5  # in the file
_FEWEST_HERE: Final = 3  # in a section, unless the file has many: one paragraph with a link is an introduction
_MANY: Final = 20
_LINE = lazy(r"[^\x0b\n]+")
# A paragraph that is an entry begins with its title as a link or in bold, or with a tag, and not with a sentence.
_DECORATION: Final = r"(?::[a-z][a-z0-9_]{1,30}:|[^\w\x00-\x10\[(]|[\x03\x05])*+"
_HEAD = lazy(rf"{_DECORATION}(?:\x06*\x07*[\x01\x06\[]|\x04|\()")
_TITLED_LINE = lazy(rf"{_DECORATION}[\x06\x07]*\x01")
# After the last label: brackets, stars, a year, a note in bold.
_LABEL_TAIL = lazy(
    r"(?::[a-z0-9_+-]{1,30}:|[^\w\x00-\x10]|[\x03\x05]|\x06++[^\x06]{0,160}\x06++|\x07++[^\x07]{0,160}\x07++|\d{4})*+\Z"
)
_FOOTNOTE = lazy(r"\[\^[^\]\n]{1,40}\]:")
_WORDS_OF_A_TITLE: Final = 3
_MORE_THAN_A_MARK: Final = 7  # characters before a link that are more than a mark or an emoji


def paragraph_entries(doc: "Document", asides: Asides, regions: "Regions") -> list[Entry]:
    """Return the paragraphs outside lists that are entries, in source order."""
    groups: dict[tuple[int, bool], list[tuple[Span, Span]]] = {}
    headings = {section.span.start for section in doc.sections}
    for block in doc.structure.blocks:
        if block.kind != "paragraph" or block.item or block.content is None or block.span.start in headings:
            continue
        region = regions.at(block.span.start)
        if region:
            region.content.append(block.content)
            continue
        if block.span.start in asides:
            continue
        section = doc.section_at(block.span.start)
        for span, head in _listed(doc, block):
            groups.setdefault((section.index if section else -1, block.quoted > 0), []).append((span, head))
    total = sum(map(len, groups.values()))
    found = []
    for (section_index, quoted), spans in groups.items():
        if total < _FEWEST or (len(spans) < _FEWEST_HERE and total < _MANY):
            continue
        for span, head in spans:
            found.append(Entry(doc, "quote" if quoted else "paragraph", span, [head], -100_000 - section_index, []))
    return found


def _listed(doc: "Document", block: "Block") -> list[tuple[Span, Span]]:
    """Return (span, content) of the entries a paragraph may be: each line that begins with a title, or the whole."""
    assert block.content is not None
    outline = doc.outline[slice(*block.content)]
    if "\x0b" in outline or "\n" in outline:
        lines = [Span(*match.span()) for match in _LINE.finditer(doc.outline, *block.content)]
        worded = [_stripped(doc.outline, line) for line in lines if doc.plain(*line)]
        if len(worded) > 1 and all(_is_titled(doc, line) for line in worded):
            return [(line, line) for line in worded]
    return [(block.span, block.content)] if _looks_listed(doc, block.content) else []


def _stripped(outline: str, line: Span) -> Span:
    start, end = line
    while outline[start] in " \t\x00":
        start += 1
    while outline[end - 1] in " \t\x00":
        end -= 1
    return Span(start, end)


def _is_titled(doc: "Document", line: Span) -> bool:
    """Whether a line begins with a link that is a title."""
    match = _TITLED_LINE.match(doc.outline, *line)
    links = doc.links_in(match.end() - 1, line.end) if match else []
    return bool(links) and not links[0].is_fragment and _is_title(doc, links[0])


def _is_title(doc: "Document", link: "Link") -> bool:
    text = doc.plain(*link.text_span)
    return bool(text) and not is_label(text)


def _looks_listed(doc: "Document", content: Span) -> bool:
    """Whether a paragraph has the look of an entry: a title that is linked or bold, or links that are labels."""
    links = [link for link in doc.links_in(*content) if not link.is_fragment]
    if not links or (links[0].kind == "bare" and len(links) == 1):
        return False
    if leads_back(doc, content) or _FOOTNOTE.match(doc.outline, *content):
        return False
    texts = [doc.plain(*link.text_span) for link in links]
    if all(map(is_label, texts)):
        return _is_labelled(doc, content, links)
    if doc.outline[content.start] == "[" and all(is_label(text) or is_tag_text(text) for text in texts):
        return False  # tags and labels of what stands above
    return _begins_with_title(doc, content, links[0])


def _is_labelled(doc: "Document", content: Span, links: "list[Link]") -> bool:
    """Whether words that can be a title stand before labels, and no more text after them."""
    if len(doc.plain(content.start, links[0].span.start).split()) < _WORDS_OF_A_TITLE:
        return False
    broken = doc.outline.find("\x0b", *content) >= 0
    return broken or _LABEL_TAIL.match(doc.outline, links[-1].span.end, content.end) is not None


def _begins_with_title(doc: "Document", content: Span, first: "Link") -> bool:
    """Whether a paragraph begins with a link, a bold run or a tag, and does not go on as a sentence."""
    outline = doc.outline
    if not _HEAD.match(outline, *content) or not any(map(str.isalnum, doc.plain(*content))):
        return False
    before = doc.plain(content.start, first.span.start)
    if len(before) >= _MORE_THAN_A_MARK and outline[content.start] not in "\x06[(\x04\x07\x05:":
        return False
    after = outline[first.span.end : content.end].lstrip("\x06\x07* ")[:1]
    return not (after.isalpha() and after.islower())
