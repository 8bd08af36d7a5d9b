"""Which entries list one thing twice, and which say two things of one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, Literal

from awesome_lint.mirrors import mirrored
from awesome_lint.named import NamedTuple
from awesome_lint.near_titles import NearTitles
from awesome_lint.patterns import lazy
from awesome_lint.research import PAPERS, are_of_research, links_paper

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.entries.entry import Entry

Kind = Literal["copy", "title", "link", "two titles", "elsewhere"]
_LETTERS = lazy(r"[^\w+#]+|_")
_REST: Final = {code: None for code in range(128) if not (chr(code).isalnum() or chr(code) in "+#")}
_DIGITS = lazy(r"\d+")
_WORDS = lazy(r"[^\W_]+")
_ENOUGH: Final = 8  # entries of one title and section to compare a further one with: a file of copies stays linear
_NAME_WORDS: Final = 3  # a name of so many, of which nothing else is said, is nobody else's
_TITLE_WORDS: Final = 4  # two things do not share a title of so many words by chance
_PAPER_WORDS: Final = 6  # a title of so many is one paper's, be it dated by its preprint or by its conference
_SIMILAR: Final = 95.0  # per cent of letters that titles of one thing share
_UNLIKE: Final = 60.0  # per cent below which two titles are of two things
_BEGINNING: Final = 10  # letters of a description that begin another by no chance


class Twin(NamedTuple):
    """A pair of entries, the later one first.

    kind: `copy`: same thing, same title, same section; `title`: same title, other link, same section; `link`: same
    thing in another section or under another title; `two titles`: one paper's identity under unlike titles;
    `elsewhere`: a title that is the same or a slip away, other link, another section.
    alike: whether their titles are the same but for slips.
    """

    entry: "Entry"
    first: "Entry"
    kind: Kind
    alike: bool


class _Seen(NamedTuple):
    """An entry, the letters and digits of its title, and where it stands: the section, and what folds in it."""

    entry: "Entry"
    title: str
    section: tuple[int, int]


def folded(title: str) -> str:
    """Return a title's letters and digits, for comparison."""
    title = title.casefold()
    return title.translate(_REST) if title.isascii() else _LETTERS.sub("", title)


def twins(docs: "Iterable[Document]") -> Iterator[Twin]:
    """Yield the pairs of entries, of one file or of several, that are about one thing; each entry once.

    Where only changes are linted, the entry that was added is the later one, wherever it stands.
    """
    docs = list(docs)
    mirrors = mirrored(docs)
    by_identity: dict[str, list[_Seen]] = defaultdict(list)
    by_title: dict[tuple[int, int, str], list[Entry]] = defaultdict(list)
    by_section: dict[tuple[int, str], list[Entry]] = defaultdict(list)  # of what stands in folds, or beside them
    folding = {id(doc) for doc in docs if any(entry.fold >= 0 for entry in doc.entries)}
    near = NearTitles()
    for entry in _newcomers_last(docs):
        title = folded(entry.title)
        here = _Seen(entry, title, (id(entry.section or entry.doc), entry.fold))
        place = *here.section, title
        beside = by_section[here.section[0], title] if title and id(entry.doc) in folding else []
        twin = (
            _by_title(entry, by_title.get(place, ()))
            or _in_another_fold(entry, beside)
            or _by_identity(here, by_identity, mirrors)
            or _by_near_title(here, near, mirrors)
        )
        if title and len(by_title[place]) < _ENOUGH:
            by_title[place].append(entry)
        if len(beside) < _ENOUGH:
            beside.append(entry)
        if entry.primary and not entry.primary.is_fragment:
            by_identity[entry.primary.identity].append(here)
        if twin:
            yield twin


def twins_of_papers(docs: "Iterable[Document]") -> Iterator[Twin]:
    """Yield the pairs of entries of several files that have one paper's identity; each entry once."""
    docs = list(docs)
    mirrors = mirrored(docs)
    by_identity: dict[str, list[_Seen]] = defaultdict(list)
    for doc in docs:
        for entry in doc.entries:
            link = entry.primary
            if link and links_paper(entry):
                here = _Seen(entry, folded(entry.title), (id(entry.section or doc), entry.fold))
                twin = _by_identity(here, by_identity, mirrors)
                by_identity[link.identity].append(here)
                if twin:
                    yield twin


def _newcomers_last(docs: "list[Document]") -> "list[Entry]":
    """Return the entries in source order, those on new lines that list something more after all others."""
    entries = [entry for doc in docs for entry in doc.entries]
    if all(doc.voters is doc for doc in docs):
        return entries
    from awesome_lint.changes.added import added_lines

    added = {id(doc): added_lines(doc.voters.source, doc.source) for doc in docs}
    more = Counter(map(_key, entries)) - Counter(_key(entry) for doc in docs for entry in doc.voters.entries)
    return sorted(entries, key=lambda entry: _key(entry) in more and entry.line - 1 in added[id(entry.doc)])


def _key(entry: "Entry") -> str:
    """Return what an entry lists, which an edit of its words leaves as it is."""
    link = entry.primary
    return link.identity if link and not link.is_fragment else folded(entry.title)


def _related(one: "Entry", two: "Entry") -> bool:
    """Whether one entry is nested in the other."""
    if one.doc is not two.doc:
        return False
    return one.span.start <= two.span.start < one.span.end or two.span.start <= one.span.start < two.span.end


def _by_title(entry: "Entry", earlier: "Sequence[Entry]") -> Twin | None:
    """Find an entry of the same section under the same title."""
    if not earlier:
        return None
    link, words = entry.primary, len(_WORDS.findall(entry.title))
    for one in earlier:
        if _related(one, entry):
            continue
        if entry.kind in ("row", "html") and words < _TITLE_WORDS and entry.shown != one.shown:
            continue  # rows of one name are the sizes of a model, the rounds of a contest
        if link and one.primary and link.identity == one.primary.identity:
            return Twin(entry, one, "copy", True)
        if _same_title(entry, one, words):
            return Twin(entry, one, "title", True)
    return None


def _in_another_fold(entry: "Entry", earlier: "Sequence[Entry]") -> Twin | None:
    """Find an entry in another fold of the section, under the same title, whose line was not copied on purpose.

    Who lists a thing under two topics copies its link; who writes it in another form does not know of the first.
    """
    link = entry.primary
    if not earlier or link is None or not link.is_web or entry.kind in ("row", "html"):
        return None
    words = len(_WORDS.findall(entry.title))
    for one in earlier:
        other = one.primary
        if other is None or not other.is_web or one.fold == entry.fold or _related(one, entry):
            continue
        if link.identity == other.identity:
            if link.url != other.url:
                return Twin(entry, one, "copy", True)
        elif words >= _PAPER_WORDS and are_of_research(entry, one) and _same_title(entry, one, words):
            return Twin(entry, one, "title", True)
    return None


def _same_title(entry: "Entry", one: "Entry", words: int) -> bool:
    """Whether one title with two links is one thing: a long title, or a short one of which the same is said."""
    if entry.kind == "row" or words < 2:
        return False
    if entry.year != one.year and not (words >= _PAPER_WORDS and are_of_research(entry, one)):
        return False
    here, there = entry.parts.description, one.parts.description
    if here and there:
        said, others = folded(here.text), folded(there.text)
        if words < _TITLE_WORDS:
            return _same_words(said, others)
        # Under one title, courses and books of several people are told apart by what is said of them.
        alike = _likeness(here.text, there.text, said, others) > _UNLIKE
        return alike and (_named(entry) == _named(one) or are_of_research(entry, one))
    if here or there:
        return words >= _TITLE_WORDS and are_of_research(entry, one)
    same = folded(entry.said) == folded(one.said)
    if words < _TITLE_WORDS:  # two repositories may have one name, which has no blank
        return same and words >= _NAME_WORDS and " " in entry.title
    return same or are_of_research(entry, one)


def _same_words(one: str, two: str) -> bool:
    """Whether two descriptions, as letters and digits, are the same, or one is the beginning of the other."""
    return one == two or (min(len(one), len(two)) >= _BEGINNING and (one.startswith(two) or two.startswith(one)))


def _named(entry: "Entry") -> str:
    """Return the letters and digits of the link that stands for an entry: an edition may stand after the title."""
    return folded(entry.primary.text) if entry.primary else ""


def _by_identity(here: _Seen, seen: dict[str, list[_Seen]], mirrors: set[frozenset[int]]) -> Twin | None:
    """Find an earlier entry whose link points at the same thing."""
    entry, link = here.entry, here.entry.primary
    if link is None or not link.is_web:
        return None
    for one, title, section in seen.get(link.identity, ()):
        if _related(one, entry) or frozenset((id(one.doc), id(entry.doc))) in mirrors:
            continue
        likeness = _likeness(entry.title, one.title, here.title, title)
        if likeness >= _SIMILAR and section == here.section and entry.kind not in ("row", "html"):
            return Twin(entry, one, "copy", True)
        paper = link.identity.startswith(PAPERS) and _is_paper(entry) and _is_paper(one)
        return Twin(entry, one, "two titles" if paper and likeness < _UNLIKE else "link", likeness >= _SIMILAR)
    return None


def _by_near_title(here: _Seen, near: NearTitles, mirrors: set[frozenset[int]]) -> Twin | None:
    """Find an earlier entry under the same long title, or one that differs by a slip in a word."""
    entry, found = here.entry, None
    for one, section in near.seen(here.title, entry, here.section):
        if found or _related(one, entry) or frozenset((id(one.doc), id(entry.doc))) in mirrors:
            continue
        elsewhere = section != here.section and folded(one.title) == here.title
        if elsewhere and not (links_paper(entry) or links_paper(one)):
            continue  # courses and tools of one name
        words = len(_WORDS.findall(entry.title))
        if words >= _TITLE_WORDS and _same_title(entry, one, words):
            found = Twin(entry, one, "title" if section == here.section else "elsewhere", True)
    return found


def _is_paper(entry: "Entry") -> bool:
    """Whether an entry's title can be that of a paper, rather than a name given to it or a paragraph about it."""
    return _TITLE_WORDS <= len(_WORDS.findall(entry.title)) <= 40


def _likeness(one: str, two: str, one_folded: str, two_folded: str) -> float:
    """Return how alike two titles are, from 0 to 100; a short name that begins the longer title is like it."""
    if one_folded == two_folded:
        return 100.0
    if _DIGITS.findall(one_folded) != _DIGITS.findall(two_folded):
        return _UNLIKE
    if one_folded in two_folded or two_folded in one_folded:
        return _UNLIKE
    from rapidfuzz.fuzz import ratio, token_set_ratio

    return max(ratio(one_folded, two_folded), token_set_ratio(one.casefold(), two.casefold()) - 10)
