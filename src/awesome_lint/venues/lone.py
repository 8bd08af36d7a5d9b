"""Finding names of venues without a year, in lists whose headings or columns give the years."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from awesome_lint.patterns import lazy
from awesome_lint.venues.mentions import Mention

if TYPE_CHECKING:
    import re

# A name without a year: it has a second capital, so that no label is one.
_ALONE = lazy(
    r"[\[(\x01\x05-\x07（【](?P<name>(?:[Aa]rxiv|[A-Za-z][\w&@/+-]{0,20}[A-Z][\w&@/+-]{0,20})"
    r"(?:[ -][A-Z][\w&-]{0,20}){0,3}(?:\s?\([A-Za-z ]{3,12}\))?)(?=\s?[\])\x02\x05-\x07）】])"
)
_WORDS = lazy(r"[\[(\x01\x05-\x07（【](?P<name>[A-Z][a-z]+(?: [A-Za-z&]+){0,6})(?=\s?[\])\x02\x05-\x07）】])")
_FEWEST: Final = 5  # names that make brackets a place for venues


def lone_mentions(text: str, knows: Callable[[str], bool], voters: str) -> list[Mention]:
    """Return the names without a year in brackets or emphasis that mostly hold venues.

    knows: tells whether a name is a venue's. voters: the text that tells what the brackets mostly hold. Names in
    capitals show which brackets those are; names in words are taken from them, too.
    """
    found = _in_capitals(voters)
    known = Counter(mention.wrapper for mention in found if knows(mention.text))
    total = Counter(mention.wrapper for mention in found)
    places = {wrapper for wrapper, count in known.items() if count >= max(_FEWEST, total[wrapper] / 2)}
    if not places:
        return []
    found = found if voters is text else _in_capitals(text)
    found += _read(text, _WORDS)
    return [mention for mention in found if mention.wrapper in places and knows(mention.text)]


def _in_capitals(text: str) -> list[Mention]:
    return list(_read(text, _ALONE))


def _read(text: str, pattern: "re.Pattern[str]") -> Iterator[Mention]:
    for match in pattern.finditer(text):
        name, end = match["name"], match.end("name")
        yield Mention(end - len(name), end, name, wrapper=match[0][0] + text[end : end + 1])
