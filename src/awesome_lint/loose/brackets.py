"""Which brackets of the prose pair with which. Those of links, code and HTML are not prose, and do not count."""

from typing import Final

from awesome_lint.patterns import lazy

_CLOSED_BY: Final = {"[": "]", "(": ")"}
_OPENED_BY: Final = {"]": "[", ")": "("}
_BRACKET: Final = lazy(r"[\[\]()]")
_WIDE: Final = (("（", "("), ("）", ")"), ("［", "["), ("］", "]"))


def narrow(outline: str) -> str:
    """Return an outline with its full-width brackets as ASCII ones: writers of CJK text pair one with the other."""
    for wide, plain in _WIDE:
        outline = outline.replace(wide, plain)
    return outline


def opener(outline: str, closer: int, begin: int) -> int:
    """Return the place of the bracket that outline[closer] closes, not before `begin`; -1 where there is none."""
    shut, depth = outline[closer], 0
    opening = _OPENED_BY[shut]
    for at in range(closer, begin - 1, -1):
        if outline[at] == shut:
            depth += 1
        elif outline[at] == opening:
            depth -= 1
            if depth == 0:
                return at
    return -1


def open_before(outline: str, at: int, begin: int, opening: str) -> int:
    """Return the place of the innermost bracket of one kind that is still open at `at`; -1 where there is none."""
    shut, depth = _CLOSED_BY[opening], 0
    for place in range(at - 1, begin - 1, -1):
        if outline[place] == shut:
            depth += 1
        elif outline[place] == opening:
            if depth == 0:
                return place
            depth -= 1
    return -1


def closer(outline: str, at: int, end: int) -> int:
    """Return the place of the `]` before `end` that closes a bracket opened before `at`; -1 where there is none."""
    depth = 0
    for place in range(at, end):
        if outline[place] == "[":
            depth += 1
        elif outline[place] == "]":
            if depth == 0:
                return place
            depth -= 1
    return -1


def is_even(outline: str, start: int, end: int) -> bool:
    """Whether outline[start:end] has as many brackets that open as that close."""
    return outline.count("[", start, end) == outline.count("]", start, end) and (
        outline.count("(", start, end) == outline.count(")", start, end)
    )


def unpaired(outline: str, start: int, end: int) -> list[int]:
    """Return the places of the brackets in outline[start:end] that pair with none, in order."""
    if is_even(outline, start, end):
        return []
    opened: list[int] = []
    alone: list[int] = []
    for match in _BRACKET.finditer(outline, start, end):
        character = match[0]
        if character in _CLOSED_BY:
            opened.append(match.start())
        elif opened and outline[opened[-1]] == _OPENED_BY[character]:
            opened.pop()
        elif len(opened) > 1 and outline[opened[-2]] == _OPENED_BY[character]:
            alone.append(opened.pop())
            opened.pop()
        else:
            alone.append(match.start())
    return sorted([*alone, *opened])
