"""The names by which a fragment reaches a heading, as github.com makes them.

A slug is the lower-cased text without anything but letters, marks, decimal digits, connector punctuation,
hyphens and spaces, the spaces turned into hyphens. An emoji goes and the space beside it stays, so that
`🚀 Start` is `-start`; a variation selector (U+FE0F) is a mark and stays; of `:rocket:` the word stays.
Nothing is collapsed or trimmed.
"""

from typing import Final

from awesome_lint.patterns import lazy

# Ids that github.com's own page around a README has: a link to one seems to work there, and nowhere else.
GITHUB_PAGE_IDS: Final = frozenset(
    {
        "actions-tab",
        "code-tab",
        "discussions-tab",
        "files",
        "insights-tab",
        "issues-tab",
        "projects-tab",
        "pull-requests-tab",
        "readme",
        "readme-ov-file",
        "repo-content-pjax-container",
        "repository-container-header",
        "security-tab",
        "settings-tab",
        "start-of-content",
        "wiki-tab",
    }
)

# Fragments that every browser takes to the top of the page, whether or not an element has that id.
BROWSER_IDS: Final = frozenset({"", "top"})

# github.com writes this before the ids of a README and its script takes it off again.
_ID_PREFIX = "user-content-"

_ASCII: dict[int, str | None] = {code: None for code in range(128) if not (chr(code).isalnum() or chr(code) in "_-")}
_ASCII[ord(" ")] = "-"
_ENCLOSED_LETTERS = (
    range(0x24B6, 0x24EA),
    range(0x1F130, 0x1F14A),
    range(0x1F150, 0x1F16A),
    range(0x1F170, 0x1F18A),
)
_ESCAPED = lazy(r"%[0-9A-Fa-f]{2}")


def slug(text: str) -> str:
    """Return the anchor of a heading whose visible text is `text`, duplicates not counted."""
    text = text.lower()
    if text.isascii():
        return text.translate(_ASCII)
    return "".join([char for char in text if _is_kept(char)]).replace(" ", "-")


class Slugger:
    """The anchors of one page in the order of its headings; a name already taken gets `-1`, `-2` …"""

    __slots__ = ("_taken",)

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def slug(self, text: str) -> str:
        """Return the anchor of the next heading."""
        base = name = slug(text)
        while name in self._taken:
            self._taken[base] += 1
            name = f"{base}-{self._taken[base]}"
        self._taken[name] = 0
        return name


def fragment_name(fragment: str) -> str:
    """Return the anchor that a fragment names: without `#` and github.com's id prefix, character codes decoded."""
    name = fragment.removeprefix("./").removeprefix("#")
    if "&" in name:
        from html import unescape

        name = unescape(name)
    if _ESCAPED.search(name):
        from urllib.parse import unquote  # seldom needed

        name = unquote(name)
    return name.removeprefix(_ID_PREFIX)


def _is_kept(char: str) -> bool:
    if char.isascii():
        return char.isalnum() or char in "_- "
    if char.isalpha():
        return True
    from unicodedata import category  # headings in ASCII need no character data

    kind = category(char)
    return kind[0] == "M" or kind in ("Nd", "Nl", "Pc") or (kind == "So" and _is_enclosed_letter(ord(char)))


def _is_enclosed_letter(code: int) -> bool:
    # Circled and squared Latin letters: symbols by category, letters by the property Alphabetic.
    return any(code in block for block in _ENCLOSED_LETTERS)
