"""English: its common words, and whether a word stands among English ones, since a slip may be right elsewhere."""

from functools import cache
from typing import TYPE_CHECKING, Final

from awesome_lint.patterns import lazy
from awesome_lint.rulebook import data_text

if TYPE_CHECKING:
    from awesome_lint.document import Document

_WORD = lazy(r"[^\W\d_]+")
# Words that a sentence can hardly do without, and that other languages do not have, or seldom.
_ENGLISH: Final = frozenset(
    "an and are at be been but by can do does for from has have how if in into is it its more not of on or our that "
    "the their them these they this to use used using was we were what when where which while with you your".split()
)
# Those of the languages that lists are written in.
_FOREIGN: Final = frozenset(
    "al as av aux av como con cu da das dat de dei del della dem den der des det di die din do e een ein eine el em en "
    "et för gli het i il jest ke la las le les los met mit na nel nie och og par para per pentru por pour que qui se sie si "
    "som sono sur un una und une van ve voor z zu".split()
)
_FEW: Final = 2  # words of a sentence that tell its language
_SOME: Final = 10  # and of a text


def is_english(doc: "Document", at: int) -> bool:
    """Whether the block in which an offset stands is English; where it has too few words, its section or the file."""
    block = doc.block_at(at)
    section = doc.section_at(at)
    texts = [(block.span.start, block.span.end, _FEW)] if block else []
    if section:
        texts.append((section.span.start, section.end, _SOME))
    for start, end, least in (*texts, (0, len(doc.text), _SOME)):
        words = _WORD.findall(doc.outline[start:end].lower())
        english = sum(word in _ENGLISH for word in words)
        foreign = sum(word in _FOREIGN or not word.isascii() for word in words)
        if english + foreign >= least:
            return english > 2 * foreign
    return False


@cache
def common_words() -> frozenset[str]:
    """Return the words that begin many descriptions, in small letters."""
    return frozenset(data_text("common_words.txt").split())
