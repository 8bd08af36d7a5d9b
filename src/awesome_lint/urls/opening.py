"""How a URL begins: its scheme, and the Markdown that was caught in front of it."""

from collections.abc import Callable
from typing import Final

from awesome_lint.urls.tables import host_of, serves_https
from awesome_lint.urls.values import HOST, UrlProblem, pattern

_SCHEME: Final = (
    r"(?P<word>[HTPShtps]{3,8}|[A-Za-z]?[Hh][Tt][Tt][Pp][Ss]?)"
    r"(?P<mark>\s*[:;.,\uff1a]?\s*[/\\]{1,4}\s*:?[/\\]{0,2}|\s*[:;\uff1a])\s*"
)
_LINK: Final = r"\[(?P<label>[^\[\]]*)\]\((?P<target>https?://[^()\s]*)\)?"
_LEADING: Final = r"[^\w#/.?]+(?=https?://)"
_CLOSING: Final = {
    "[": "]",
    "(": ")",
    "<": ">",
    "{": "}",
    "\u201c": "\u201d",
    "\u2018": "\u2019",
    '"': '"',
    "'": "'",
}
# A path may name a file: `.org` and `.ai` are endings of files too. Without a slash only these are hosts.
_SURE_DOMAINS: Final = frozenset({"com", "net", "edu", "gov", "io"})
_DOMAINS: Final = _SURE_DOMAINS | {
    "org",
    "dev",
    "ai",
    "app",
    "uk",
    "de",
    "fr",
    "cn",
    "jp",
    "ru",
    "info",
    "eu",
    "ch",
    "nl",
}


def _markup(url: str) -> UrlProblem | None:
    link = pattern(_LINK).fullmatch(url)
    if link is not None:
        label, target = link["label"], link["target"]
        message = "is itself a Markdown link"
        if label == target or not ("/" in label or "." in label):
            return UrlProblem("markup", message, target, "safe")
        return UrlProblem("markup", f"{message}, with another address in its text")
    if "](" in url:
        before, _, after = url.partition("](")
        if before == after.removesuffix(")"):
            return UrlProblem("markup", "is written twice, with `](` between", before, "safe")
        return UrlProblem("markup", "has the `](` of a link in it")
    leading = pattern(_LEADING).match(url)
    if leading is None:
        return None
    end = len(url)
    for mark in leading[0]:
        if url[:end].endswith(_CLOSING.get(mark, mark)):
            end -= 1
    return UrlProblem(
        "markup",
        f"starts with `{leading[0].strip()}`, which is not part of it",
        url[leading.end() : end],
        "safe",
    )


def _scheme(url: str) -> UrlProblem | None:
    start = pattern(_SCHEME).match(url)
    if start is None:
        lost = pattern(r"://(?=" + HOST + ")").match(url)
        return None if lost is None else UrlProblem("scheme", "has lost its scheme", "https" + url)
    word, mark, rest = start["word"].lower(), start["mark"], url[start.end() :]
    known = word in ("http", "https")
    inner = pattern(_SCHEME).match(rest)
    doubled = inner is not None and pattern(HOST).match(rest, inner.end()) is not None
    if known and mark == "://" and url[start.end() - 1] == "/":
        if not doubled:
            return None
        mended = _scheme(rest)
        repaired = rest if mended is None else mended.repaired
        return UrlProblem("scheme", f"has two schemes, `{start[0]}` and the one after it", repaired, "safe")
    if mark.strip() == "/" or not ("t" in word and "p" in word) or not (known or mark.strip(" :;.,")):
        return None
    message = _scheme_message(start["word"], known, mark)
    if doubled or pattern(HOST).match(rest) is not None:
        scheme = "https" if "s" in word else "http"
        return UrlProblem("scheme", message, rest if doubled else f"{scheme}://{rest}", "safe")
    return UrlProblem("scheme", message) if known and "/" in mark else None


def _scheme_message(word: str, known: bool, mark: str) -> str:
    if not known:
        return f"has a misspelt scheme, `{word}`"
    if ":" not in mark:
        return f"has no colon after `{word}`"
    if mark == ":/":
        return f"has one slash after `{word}:` instead of two"
    return f"has `{mark.strip()}` after `{word}` instead of `://`"


def _missing_scheme(url: str) -> UrlProblem | None:
    host = pattern(HOST).match(url)
    if host is None:
        return None
    name = host[0].lower()
    domain = name.rpartition(".")[2]
    if not (
        name.startswith("www.") or domain in _SURE_DOMAINS or (domain in _DOMAINS and url[host.end() :][:1] == "/")
    ):
        return None
    repaired = "https://" + url
    return UrlProblem(
        "missing-scheme",
        "has no scheme, so that it is read as a path of this repository",
        repaired,
        "safe" if serves_https(host_of(repaired)) else "suggestion",
    )


OPENING_CHECKS: Final[tuple[Callable[[str], UrlProblem | None], ...]] = (_markup, _scheme, _missing_scheme)
