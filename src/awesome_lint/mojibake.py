"""UTF-8 that was read as Latin-1, Windows-1252 or Mac Roman, and what it was before.

A run of characters is repaired only by the round trip: all of it must be writable in the wrong encoding, its bytes must
be UTF-8, and what they say must be what people write in lists. A search for the first two characters of any such run
comes first, so that clean text pays nothing.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

from awesome_lint.patterns import lazy

# The bytes that begin a character of two to four bytes, and those that go on with it, as the wrong encodings show them.
_LEADS: Final = bytes(range(0xC2, 0xF5))
_REST: Final = bytes(range(0x80, 0xC0))
_NO_ACCIDENT: Final = 3
# What Mac Roman makes of some letters, and what people write of roots and sums: '√∏' is 'ø', or a root of a product.
_MATHEMATICAL: Final = lazy("[√∆ƒ][∑∏π∫Ωµ∂∞]|≈[±π∞µΩ∑∂]")
_WORD: Final = lazy(r"[^\W\d_]{4}")
# What a repaired character may be; other letters of one or two bytes come of accents beside quotation marks.
_LIKELY: Final = (
    "\u00a0-\u017f\u0218-\u021b\u1ea0-\u1ef9"  # Latin letters and signs
    "\u0370-\u03ff"  # Greek
    "\u0401\u0410-\u044f\u0451\u0404\u0406\u0407\u0454\u0456\u0457"  # Cyrillic
    "\u2010-\u203a\u20ac\u2100-\u214f\u2190-\u22ff\u2460-\u27bf"  # punctuation, signs, arrows
    "\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff01-\uff5e\ufe0f\u200d"  # Chinese, Japanese, Korean
    "\U0001f000-\U0001faff"  # emoji
)


def repairs(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, repaired) for each run of misread characters, in order."""
    found = [] if text.isascii() else list(_repairs(text))
    # Where nothing else was misread, they are what they seem.
    return found if any(not _may_be_meant(text, *one) for one in found) else []


def _may_be_meant(text: str, start: int, end: int, repaired: str) -> bool:
    """Whether a run may be mathematics: it would make no word of what is around it."""
    word = _WORD.search(f"{text[max(start - 3, 0) : start]}{repaired}{text[end : end + 3]}")
    return not (word and repaired.isalpha()) and _MATHEMATICAL.fullmatch(text, start, end) is not None


def _repairs(text: str) -> Iterator[tuple[int, int, str]]:
    at = 0
    while match := _suspect().search(text, at):
        at = match.end()
        for name in ("cp1252", "mac_roman"):
            run = _run(name).match(text, match.start())
            misread = _without_marks(run[0], name) if run else ""
            repaired = _round_trip(misread, name)
            if run and repaired:
                at = run.start() + len(misread)
                # A letter before the run would have been misread with it.
                if not _run(name).match(text[match.start() - 1 : match.start()]):
                    yield run.start(), at, repaired
                break


def _without_marks(run: str, name: str) -> str:
    """Return a run without the marks that were written right after a misread one, as in `â€”—`."""
    try:
        bytes(_bytes_of(name)[character] for character in run).decode("utf-8")
    except UnicodeDecodeError as error:
        # Three characters that decode are not an accident; two may be.
        if error.start >= _NO_ACCIDENT and not any(map(str.isalpha, run[error.start :])):
            return run[: error.start]
    return run


def _round_trip(run: str, name: str) -> str | None:
    """Return what a run was before it was misread, or None."""
    table = _bytes_of(name)
    try:
        repaired = bytes(table[character] for character in run).decode("utf-8")
    except UnicodeDecodeError:
        return None
    if not _likely().fullmatch(repaired):
        return None
    if any(unicodedata.category(character) in ("Cn", "Co", "Cs", "Cc") for character in repaired):
        return None
    # One dash or quotation mark before an accented capital reads as a Cyrillic letter; a word of them does not.
    lone_cyrillic = len(repaired) == 1 and "\u0400" <= repaired <= "\u04ff"
    return None if lone_cyrillic else repaired


@cache
def _bytes_of(name: str) -> dict[str, int]:
    """Return {character: byte} of an encoding; bytes that it leaves undefined are read as Latin-1 reads them."""
    upper = range(0x80, 0x100)
    decoded = bytes(upper).decode(name, "surrogateescape")
    table = {
        chr(byte) if "\udc80" <= seen <= "\udcff" else seen: byte for seen, byte in zip(decoded, upper, strict=True)
    }
    if name == "cp1252":
        for byte in range(0x80, 0xA0):
            table.setdefault(chr(byte), byte)
    return table


@cache
def _suspect() -> re.Pattern[str]:
    """Return the pattern of a first byte and the one after it, in either encoding."""
    pairs = []
    for name in ("cp1252", "mac_roman"):
        leads, rest = (_class(name, some) for some in (_LEADS, _REST))
        pairs.append(f"[{leads}][{rest}]")
    return lazy("|".join(pairs))


@cache
def _run(name: str) -> re.Pattern[str]:
    """Return the pattern of a run of characters that an encoding has above ASCII."""
    return lazy(f"[{_class(name, bytes(range(0x80, 0x100)))}]+")


def _class(name: str, some: bytes) -> str:
    # Beyond ASCII, where nothing means anything in a class.
    return "".join(character for character, byte in _bytes_of(name).items() if byte in some)


@cache
def _likely() -> re.Pattern[str]:
    return lazy(f"[{_LIKELY}]+")
