"""JSON that any terminal may show: what would command one, or hide, is written as an escape."""

import json
import re
from typing import Any

# JSON may hold these as they are; terminals would obey some of them, and surrogates (of odd file names) are no UTF-8.
_UNSEEN = "[\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"


def written(value: Any) -> str:
    """Return a value as JSON, indented by two spaces."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return re.sub(_UNSEEN, lambda match: f"\\u{ord(match[0]):04x}", text)
