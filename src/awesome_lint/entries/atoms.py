"""The inline pieces of an entry, read off the outline, and the words that lists use for labels."""

from functools import lru_cache
from typing import Final, Literal

from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy

AtomKind = Literal["link", "strong", "emphasis", "image", "code", "html", "break", "text"]

_ATOM: Final = lazy(
    "(?P<link>\x01[^\x02]*\x02+)"
    "|(?P<strong>\x06+[^\x06]*\x06+)"
    "|(?P<emphasis>\x07+[^\x07]*\x07+)"
    "|(?P<image>\x03+)"
    "|(?P<code>\x04+)"
    "|(?P<break>\x0b+)"
    "|(?P<html>[\x00\x05\x08\x10]+|\x02+|[\x01\x06\x07])"
    "|(?P<text>[^\x00-\x08\x0b\x10]+)"
)
# Words that name what a link leads to, and never what is listed.
_WORDS: Final = """
    paper papers pdf code codes link links github gitlab project projects page pages website websites site web
    webpage homepage home demo demos video videos slides slide blog blogs post arxiv openreview dataset datasets
    data model models weights huggingface hf docs doc documentation poster talk youtube colab notebook supp suppl
    supplementary supplement appendix bibtex bib cite citation review news html download source repo repository
    official unofficial pytorch tensorflow tf keras jax matlab caffe paddle here abs doi acm ieee media article
    thread twitter x tweet book url report preprint journal conference version extended proceedings short full main
    workshop checkpoint checkpoints leaderboard benchmark app presentation recording podcast springer elsevier acl
    neurips icml cvf wiki scholar semantic cached mirror archive online ppt pptx live playground stars lecture
    lectures note notes assignment assignments lab labs syllabus playlist oral and
    论文 代码 链接 项目 官网 主页 数据集 视频 博客 知乎 中文 解读 新闻
"""
LABEL_WORDS: Final = frozenset(_WORDS.split())
_WITH_YEAR: Final = frozenset(("paper", "code", "slides", "video", "talk", "poster"))  # and no venue, which is a tag
_WORD = lazy(r"[^\W_]+(?:\+\+)?")
_LONGEST_LABEL: Final = 40


class Atom(NamedTuple):
    """An inline piece of an entry: [start, end) of the text."""

    kind: AtomKind
    start: int
    end: int


def atoms(outline: str, start: int, end: int) -> list[Atom]:
    """Split outline[start:end] into atoms; markup that pairs with nothing counts as html, which says nothing."""
    return [Atom(match.lastgroup, *match.span()) for match in _ATOM.finditer(outline, start, end)]  # type: ignore[arg-type]


def atom_at(outline: str, start: int, end: int) -> Atom | None:
    """Return the atom that begins at `start`, None at the end."""
    match = _ATOM.match(outline, start, end)
    return Atom(match.lastgroup, *match.span()) if match else None  # type: ignore[arg-type]


def is_label(text: str) -> bool:
    """Whether the text of a link names what it leads to ("paper", "[Code]", "Project Page"); '' does."""
    return len(text) <= _LONGEST_LABEL and _is_label(text)


@lru_cache(maxsize=4096)
def _is_label(text: str) -> bool:
    words = _WORD.findall(text.lower())
    return all(word in LABEL_WORDS or word.isdigit() or _has_year(word) for word in words)


def _has_year(word: str) -> bool:
    """Whether a year is glued to a word for a label, as in `paper2016`."""
    return word[-4:].isdigit() and word[:-4] in _WITH_YEAR
