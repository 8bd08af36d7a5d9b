"""What is known of a finding (see changes/known.py) in so many digits, for code scanning."""

import hashlib
from collections import Counter
from collections.abc import Iterator

from awesome_lint.changes.known import Known, known
from awesome_lint.report import Findings


def fingerprints(findings: Findings) -> Iterator[str]:
    """Yield a fingerprint for each finding, in order: 16 hexadecimal digits, a colon, and which of its equals it is.

    Equal are findings of one rule on lines of one wording in one file, that mark and say the same, numbers aside.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for one in findings.found:
        key = _digest(known(one, findings.sources))
        seen[one.path, key] += 1
        yield f"{key}:{seen[one.path, key]}"


def _digest(one: Known) -> str:
    parts = (one.rule, one.message, one.line, one.text)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
