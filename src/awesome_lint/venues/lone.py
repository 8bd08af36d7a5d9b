"""Finding names of venues without a year, in lists whose headings or columns give the years."""

from collections import Counter
from collections.abc import Callable
from typing import Final

from awesome_lint.patterns import lazy
from awesome_lint.venues.mentions import Mention

# A name without a year: it has a second capital, so that no label is one.
_ALONE = lazy(
    r"[\[(\x01\x05-\x07（【](?P<name>(?:[Aa]rxiv|[A-Za-z][\w&@/+-]{0,20}[A-Z][\w&@/+-]{0,20})"
    r"(?:[ -][A-Z][\w&-]{0,20}){0,3}(?:\s?\([A-Za-z ]{3,12}\))?)(?=\s?[\])\x02\x05-\x07）】])"
)
_WORDS = lazy(r"[\[(\x01\x05-\x07（【](?P<name>[A-Z][a-z]+(?: [A-Za-z&]+){0,6})(?=\s?[\])\x02\x05-\x07）】])")
_FEWEST: Final = 5  # names that make brackets a place for venues


def lone_mentions(text: str, knows: Callable[[str], bool]) -> list[Mention]:
    """Return the names without a year in brackets or emphasis that mostly hold venues.

    knows: tells whether a name is a venue's. Names in capitals show which brackets those are; names in words are
    taken from them, too.
    """
    known, total = Counter[str](), Counter[str]()
    found = []
    for match in _ALONE.finditer(text):
        name, end = match["name"], match.end("name")
        wrapper = match[0][0] + text[end : end + 1]
        total[wrapper] += 1
        if knows(name):
            known[wrapper] += 1
            found.append(Mention(end - len(name), end, name, wrapper=wrapper))
    places = {wrapper for wrapper, count in known.items() if count >= max(_FEWEST, total[wrapper] / 2)}
    for match in _WORDS.finditer(text) if places else ():
        name, end = match["name"], match.end("name")
        wrapper = match[0][0] + text[end : end + 1]
        if wrapper in places and knows(name):
            found.append(Mention(end - len(name), end, name, wrapper=wrapper))
    return [mention for mention in found if mention.wrapper in places]
