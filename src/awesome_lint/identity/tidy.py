"""The tidy form of a URL: the same address without what only clutters it."""

from typing import Final

from awesome_lint.identity.forms import reform
from awesome_lint.identity.keys import key, without_dots
from awesome_lint.urls import problem, serves_https, tracking
from awesome_lint.urls.values import pattern

_PARTS: Final = r"(?s)((?i:https?))://([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?"
_CANONICAL_FORMS: Final = (
    ("arxiv-host", "arxiv.org"),
    ("doi-host", "doi.org"),
    ("ieee", "document"),
    ("github-git", "plain"),
)
_FRONT_OF_REPOSITORY: Final = r"(https?://github\.com/[\w-]+/[\w.-]+)/tree/(?:main|master)/?"
_STEPS: Final = 8  # each step takes something away; a bound in case two of them disagree


def rewrite(url: str) -> str:
    """Return the tidy form of a URL, or the URL itself when nothing in it is untidy.

    Mends what is certainly mistyped; drops tracking parameters, empty queries and fragments, default ports,
    `.git` and the dots of relative paths; writes scheme and host in lower case, https where the host is known
    to serve it, and one host and form for arXiv, DOIs, IEEE Xplore and repositories. Keeps the identity, and
    the final slash as it is; rewriting twice changes nothing. Never raises.
    """
    text = url
    for _ in range(_STEPS):
        tidier = _tidier(text)
        if tidier == text:
            return text if key(text) == key(url) else url
        text = tidier
    return url


def _tidier(url: str) -> str:
    mistyped = problem(url)
    if mistyped is not None:
        # What may be mistyped stays as it is: the letter case of a host may tell where a slash was lost.
        return mistyped.repaired if mistyped.repaired is not None and mistyped.safety == "safe" else url
    tracked = tracking(url)
    if tracked is not None:
        url = tracked[1]
    parts = pattern(_PARTS).fullmatch(url)
    if parts is None:
        return url
    scheme, authority, path, query, fragment = parts.groups("")
    scheme, authority = scheme.lower(), _tidy_authority(scheme.lower(), authority)
    if serves_https(authority):
        scheme = "https"
    query = "" if query == "?" or (authority == "github.com" and query == "?tab=readme-ov-file") else query
    fragment = "" if fragment == "#" else fragment
    tidy = f"{scheme}://{authority}{_unescaped(without_dots(path))}{query}{fragment}"
    for family, form in _CANONICAL_FORMS:
        tidy = reform(tidy, family, form) or tidy
    front = pattern(_FRONT_OF_REPOSITORY).fullmatch(tidy)
    return tidy if front is None else front[1]


def _tidy_authority(scheme: str, authority: str) -> str:
    user, at, host = authority.rpartition("@")
    if host.isascii():
        host = host.lower()
    default = ":443" if scheme == "https" else ":80"
    return user + at + host.removesuffix(default).rstrip(".")


def _unescaped(path: str) -> str:
    if "%" not in path:
        return path
    return pattern(r"%(?:2[DdEe]|3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa]|5[Ff]|7[Ee])").sub(
        lambda code: chr(int(code[0][1:], 16)), path
    )
