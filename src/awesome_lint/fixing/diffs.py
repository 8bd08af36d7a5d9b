"""The difference between two texts, as `git apply` and `patch -p1` read it."""

from collections.abc import Iterator
from difflib import unified_diff

from awesome_lint.source import Source

_NO_END = "\\ No newline at end of file\n"


def unified(source: Source, new: str) -> Iterator[str]:
    """Yield the lines of a unified diff from a file to its new text; each ends as the file's line does."""
    before, after = _lines(source.text, source.bom), _lines(new, source.bom)
    old_name, new_name = source.path, source.path
    if not old_name.startswith(("/", "../")):
        old_name, new_name = f"a/{old_name}", f"b/{new_name}"
    end = "\t" if " " in old_name else ""  # without it a space would end the name
    for line in unified_diff(before, after, old_name + end, new_name + end):
        if line.endswith("\n"):
            yield line
        else:
            yield line + "\n"
            yield _NO_END


def _lines(text: str, bom: bool) -> list[str]:
    """Return the lines as git counts them, with their ends: a lone carriage return, or a VT, ends none."""
    lines = f"\ufeff{text}".split("\n") if bom else text.split("\n")
    last = lines.pop()
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]
