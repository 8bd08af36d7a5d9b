"""JSON that any terminal and any log may show: what would command one, or hide, is written as an escape."""

import json
from typing import Any

from awesome_lint.terminal import UNSEEN


def written(value: Any) -> str:
    """Return a value as JSON, indented by two spaces."""
    return _escaped(json.dumps(value, ensure_ascii=False, indent=2))


def written_on_a_line(value: Any) -> str:
    """Return a value as JSON on one line."""
    return _escaped(json.dumps(value, ensure_ascii=False))


def _escaped(text: str) -> str:
    # JSON may hold these as they are; terminals would obey some of them, and surrogates (of odd file names) are no
    # UTF-8. Control characters below U+0020 are escaped by now.
    seen = UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    # Older runners of GitHub Actions read this as the beginning of a command wherever it stands in a line of a log.
    return seen.replace("##[", "##\\u005b")
