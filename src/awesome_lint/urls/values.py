"""What is reported of a URL, and the patterns that the checks share."""

import re
from functools import cache
from typing import Final, Literal

from awesome_lint.named import NamedTuple
from awesome_lint.patterns import lazy

ProblemKind = Literal[
    "scheme", "missing-scheme", "doubled", "glued", "markup", "host", "path", "unseen", "tail", "empty-query", "private"
]


class UrlProblem(NamedTuple):
    """What is wrong with a URL.

    message: goes on after "the URL" ("has no colon after `https`"). repaired: the URL as meant, or None.
    safety: `safe` where one reading remains, `suggestion` where it is merely likely or there is no repair.
    """

    kind: ProblemKind
    message: str
    repaired: str | None = None
    safety: Literal["safe", "suggestion"] = "suggestion"


# A host with a top-level domain, and what may follow one.
HOST: Final = r"(?:[^\s/?#:@\[\](){}<>|\\\"'`,;]+\.)+[^\W\d_]{2,}(?=[/?#:\\]|\Z)"


@cache
def pattern(source: str) -> re.Pattern[str]:
    """Compile at first use: few lists have an odd URL, and start-up should not pay for them."""
    return lazy(source)
