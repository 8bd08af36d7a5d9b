"""What a finding is known by from one run to the next: its content, never the number of its line."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.report import Findings
from awesome_lint.source import Source


def fingerprints(findings: Findings) -> Iterator[str]:
    """Yield a fingerprint for each finding, in order: 16 hexadecimal digits, a colon, and which of its equals it is.

    Equal are findings of one rule on lines of one wording in one file, that mark and say the same, numbers aside.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for one in findings.found:
        key = _digest(one, findings.sources[one.path])
        seen[one.path, key] += 1
        yield f"{key}:{seen[one.path, key]}"


def _digest(one: Diagnostic, source: Source) -> str:
    line = " ".join(source.line_text(source.line_at(one.span.start)).split())
    marked = " ".join(source.text[one.span.start : one.span.end].split())
    parts = (one.rule, re.sub(r"\d+", "#", one.message), line, marked)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
