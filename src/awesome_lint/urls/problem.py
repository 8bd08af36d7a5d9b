"""What is mistyped in one URL, and how it was meant where only one reading remains."""

from collections.abc import Callable
from typing import Final

from awesome_lint.urls.values import UrlProblem, pattern

# The quick way out, for nearly every URL: plain characters, and a last one that may end a URL.
_PLAIN: Final = (
    r"https?://(?!w{4,}\.)(?:[a-z0-9-]+\.)+[a-z]{2,}"
    r"(?:/(?:[A-Za-z0-9_.~=&%+@,;:!$*'/?#-]*[A-Za-z0-9_/=~+-])?)?"
)
_WITH_HOST: Final = r"(?i:https?)://[^/?#\s]"


def problem(url: str, bare: bool = False) -> UrlProblem | None:
    """Return the first thing that is mistyped in a URL, or None.

    bare: it stands in the text by itself, so that `www.` is complete, and what was caught at its end is prose that
        no repair may take away.
    Relative paths, fragments and schemes other than http are sound, and so is what merely looks unusual.
    """
    if pattern(_PLAIN).fullmatch(url) is not None and not _hides_something(url):
        return None
    url = url.strip()
    if not url or url[0] in "#/?.":
        return None
    from awesome_lint.urls.address import ADDRESS_CHECKS
    from awesome_lint.urls.opening import OPENING_CHECKS

    found = _first(OPENING_CHECKS, url)
    if found is None and pattern(_WITH_HOST).match(url) is not None:
        found = _first(ADDRESS_CHECKS, url)
    if bare and found is not None:
        if found.kind in ("missing-scheme", "private"):  # an address to type, as instructions have them
            return None
        if found.kind == "tail":
            return UrlProblem("tail", found.message)
    return found


def _first(checks: tuple[Callable[[str], UrlProblem | None], ...], url: str) -> UrlProblem | None:
    return next((found for check in checks if (found := check(url)) is not None), None)


def _hides_something(url: str) -> bool:
    # What plain characters may yet hold: a second URL, two slashes, an encoded space, a PDF of an abstract.
    if url.find("//", 8) >= 0 or url.find("http", 8) >= 0 or "%20" in url[-3:] or "%E2%80" in url:
        return True
    return url.endswith(".pdf") and ("/abs/" in url or url.endswith("..pdf"))
