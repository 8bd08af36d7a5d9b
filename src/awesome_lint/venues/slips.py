"""Slips of the keyboard in the names of venues: what is near enough to be one, and what is another name."""

from collections.abc import Iterable

from awesome_lint.patterns import lazy

# Shorter names lie one letter from another venue too often for a slip to be told from a name.
DISTINCTIVE = 6
FEWEST_LETTERS = 4  # what two names must share to be forms of one
LONG_WORD = 11  # so long a word with one capital is told from others, too: Neurocomputing
# Up to here a name in capitals is an acronym, and one letter exchanged for another makes somebody else's.
_ACRONYM = 7
_PUBLISHER = lazy(r"(?:the |acm |ieee/acm |ieee )+")
_PLURAL = lazy(r"(?<=\w{5})s\b")
_ASCII_MARKS = b"\t !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
_NO_LETTER = lazy(r"[\W_]+")


def is_slip(word: str, target: str, capitals: bool) -> bool:
    """Return whether a word is one slip from a name: a letter more, less or other, or two neighbours swapped.

    Both are in one letter case and differ; `capitals` says that the name is written in capitals only. A first
    letter is never the slip, nor is punctuation or a space: those make another form, not a misspelling.
    """
    if target[:2] != word[:2] and target[-2:] != word[-2:]:
        return False
    start, end = 0, 0
    shorter = min(len(word), len(target))
    while start < shorter and word[start] == target[start]:
        start += 1
    while end < shorter - start and word[-1 - end] == target[-1 - end]:
        end += 1
    wrong, right = word[start : len(word) - end], target[start : len(target) - end]
    swapped = len(wrong) == 2 and wrong == right[::-1]
    single = start > 0 and len(wrong) < 2 and len(right) < 2
    if not (wrong + right).isalpha() or not (swapped or single):
        return False
    if " " in target:
        # "Neural Network" is another title, "IEEE TNN" another acronym.
        return (swapped or end > 0) and _word_length(target, start) >= DISTINCTIVE
    if swapped or not capitals or len(target) > _ACRONYM:
        return True
    return not wrong or (not right and wrong == word[start - 1])


def letters(name: str) -> str:
    """Return what forms of one name share: no publisher, letter case, punctuation or plural of a long word."""
    bare = _PUBLISHER.sub("", name.casefold().replace("&", " and "), 1)
    return _NO_LETTER.sub("", _PLURAL.sub("", bare))


def squeezed(names: Iterable[str]) -> list[bytes]:
    """Return names in lower case without spaces and punctuation, of which `letters` leaves a part."""
    text = "\n".join(names).casefold().replace("&", "and").replace("\u2013", "")
    return text.encode().translate(None, _ASCII_MARKS).split(b"\n")  # in bytes, for it is a tenth of the time


def _word_length(text: str, place: int) -> int:
    before, after = text.rfind(" ", 0, place), text.find(" ", place)
    return (len(text) if after < 0 else after) - before - 1


def nearest(wrong: str, rights: Iterable[str]) -> str:
    """Return the right spelling most like a wrong one, letter case aside; the first of equals."""
    rights, folded = tuple(rights), wrong.casefold()
    same = next((right for right in rights if right.casefold() == folded), None)
    if same is not None:
        return same
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(b=folded, autojunk=False)

    def likeness(right: str) -> float:
        matcher.set_seq1(right.casefold())
        return matcher.ratio()

    return max(rights, key=likeness)
