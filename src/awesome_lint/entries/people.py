"""Names of people, as lists write them."""

from typing import Final

from awesome_lint.patterns import lazy

_BETWEEN = lazy(r"\s{0,2}(?:[,;、，；]|\band\b|&|\bet\s{1,2}al\b\.?)\s{0,2}")
# The same without the spaces; each way begins with a letter, for which a search is much faster.
_SOMETHING_BETWEEN = lazy(r"(?:,|;|、|，|；|&|a(?<!\wa)nd\b|e(?<!\we)t\s{1,2}al\b)")
_PARTICLES: Final = frozenset("de der den van von la le di da del dos du el bin ben al ter y e i".split())
_IN_CLAUSE: Final = _PARTICLES | {"and", "&", "et", "al", "with", "the", "of", "others"}
_WORD = lazy(r"\S+")
_LAST_NAME = lazy(r"(?:[A-Z]\.[ -]?){0,3}[^.:(\[\n]{2,45}")
_PARENTHESES = lazy(r"\([^()]{0,80}\)")
_YEAR_OF_CITATION = lazy(
    r"(?:[.,]?\s?\((?:19|20)\d\d(?:,\s\w{3,9})?\)\.?[,:]?|[.,]{1,2}\s(?:19|20)\d\d\.)\s{1,2}(?=[\w\"“])"
)
_LONGEST_CITED: Final = 600
_LONGEST_LIST: Final = 5000
_LONGEST_NAME: Final = 45
_WORDS_OF_A_NAME: Final = 5


def is_name(text: str) -> bool:
    """Whether a text has the shape of a person's name: a few capitalised words and initials."""
    words = text.replace("-", " ").split()
    if not 1 <= len(words) <= _WORDS_OF_A_NAME or len(text) > _LONGEST_NAME or any(map(str.isdigit, text)):
        return False
    return all(word[0].isupper() or word.lower() in _PARTICLES for word in words)


def are_names(text: str) -> bool:
    """Whether a text is a list of names: two or more, or one with `et al`; what stands in parentheses aside."""
    if len(text) > _LONGEST_LIST:
        return False
    text = _PARENTHESES.sub("", text).strip(" .,:;*_")
    head, et_al, _ = text.partition(" et al")
    pieces = [piece.strip(" .*_") for piece in _BETWEEN.split(head) if piece.strip(" .*_")]
    if not pieces or (len(pieces) < 2 and not et_al) or not all(map(is_name, pieces)):
        return False
    return bool(et_al) or _are_people(pieces)


def _are_people(names: list[str]) -> bool:
    """Whether names are of people and not of things: some have two words or an initial, and some small letters."""
    full = any(" " in name or "." in name or len(name) == 1 for name in names)
    return full and any(not name.isupper() or "." in name for name in names)


def names_and_year(outline: str, start: int, end: int) -> int:
    """Return the length of `Lee, A., & Kim, B. (2021). ` at the beginning of a citation, 0 where there is none."""
    if not may_lead(outline, start, end):
        return 0
    match = _YEAR_OF_CITATION.search(outline, start, min(end, start + _LONGEST_CITED))
    names = outline[start : match.start()] if match else ""
    if match is None or names.partition("et al")[2].strip(" .,") or not are_names(names):
        return 0
    return match.end() - start


def leading_people(text: str) -> int:
    """Return the length of the run of names, of people or of whoever made something, that begins a text."""
    end = 0
    for match in _WORD.finditer(text):
        word = match[0].strip("*_,;()")
        between = word.lower().strip(".") in _IN_CLAUSE
        if word and not between and not (word[0].isupper() or word[0].isdigit() or word[0] == "@"):
            break
        if not between or "al" in word:
            end = match.end()
    return end


def may_lead(outline: str, start: int, end: int) -> bool:
    """Whether names may begin at `start`: a capital, and soon something that stands between names."""
    if not outline[start : start + 1].isupper():
        return False
    return _SOMETHING_BETWEEN.search(outline, start, min(end, start + _LONGEST_NAME + 15)) is not None


def leading_names(text: str) -> int:
    """Return the length of the list of names at the beginning of a text, 0 where there is none.

    It needs two names or `et al`, and ends before the first piece that is not a name.
    """
    at = end = 0
    names: list[str] = []
    for match in _BETWEEN.finditer(text):
        piece = text[at : match.start()].strip()
        if piece and not is_name(piece):
            break
        names += [piece] if piece else []
        at = match.end()
        if "al" in match[0] and "et" in match[0]:
            return len(text[:at].rstrip())
        end = match.start()
    else:
        last = _LAST_NAME.match(text, at)
        if last and is_name(last[0].strip()):
            names.append(last[0].strip())
            end = at + len(last[0].rstrip())
    return end if len(names) >= 2 and _are_people(names) else 0
