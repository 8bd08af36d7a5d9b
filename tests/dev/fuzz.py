"""`python tests/dev/fuzz.py [CORPUS_DIR] [-max_total_time=1800]`: coverage-guided fuzzing of parsing, fixing, reporting.

Needs `pip install atheris`. The options are libFuzzer's. Each input is cut into pieces that lists are made of and into
bytes as they come, and the text is held to what the tool promises (tests/promises.py). A text that breaks a promise is
printed, and kept by libFuzzer as crash-*.
"""

import random
import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

with atheris.instrument_imports(include=["awesome_lint", "markdown_it"]):
    import promises
    import soup

    promises.all_rules()  # imports them

_TABLES = (soup.BLOCKS, soup.TAGS, soup.URLS, soup.WORDS, soup.MARKERS, soup.NAMES, soup.SEPARATORS, soup.ENDS)
_MOST = 60  # pieces
_RAW = 12  # bytes of a piece that is in no table


def text_of(data: bytes) -> str:
    """Make a text of an input."""
    chance = atheris.FuzzedDataProvider(data)
    pieces = []
    for _ in range(chance.ConsumeIntInRange(0, _MOST)):
        kind = chance.ConsumeIntInRange(0, len(_TABLES) + 1)
        if kind < len(_TABLES):
            pieces.append(chance.PickValueInList(list(_TABLES[kind])))
        else:
            pieces.append(chance.ConsumeUnicodeNoSurrogates(_RAW))
    return "".join(pieces)


def one_input(data: bytes) -> None:
    """Hold one text to every promise."""
    text = text_of(data)
    try:
        promises.keep_all(text, random.Random(0))
    except Exception:
        print(f"broken by {text!r}", file=sys.stderr)
        raise


def main() -> None:
    """Fuzz until the limit that the arguments set, or for ever."""
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
