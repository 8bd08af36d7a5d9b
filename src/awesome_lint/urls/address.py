"""What follows the scheme of a URL: a second URL, the host, the path, what was caught at the end."""

from collections.abc import Callable
from typing import Final

from awesome_lint.urls.tables import host_of, serves_https
from awesome_lint.urls.values import HOST, UrlProblem, pattern

# Hosts whose addresses hold no second URL, no doubled slash and no final full stop.
_STRICT_HOSTS: Final = frozenset(
    {
        "aclanthology.org",
        "arxiv.org",
        "dl.acm.org",
        "doi.org",
        "dx.doi.org",
        "github.com",
        "huggingface.co",
        "ieeexplore.ieee.org",
        "openreview.net",
    }
)
_BRACKETS: Final = {")": "(", "]": "[", "}": "{", ">": "<"}
_OPENERS: Final = {opener: closer for closer, opener in _BRACKETS.items()}
_QUOTES: Final = '"`\u201d\u2019\u00bb'
_SECOND: Final = r"https?:/{1,2}(?=" + HOST + ")"
_ARXIV_PAPER: Final = r"/(abs|pdf)/((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?)(\.{1,2}pdf)"
_PRIVATE: Final = r"(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}"
_INVISIBLE: Final = "[\u200b\u2060\ufeff\u00ad]|%E2%80%8[Bb]|%[Ee]2%81%A0|%EF%BB%BF"
_CJK_TAIL: Final = (
    r"(https?://(?:www\.)?(?:github\.com/[\w.-]+/[\w.-]+?|arxiv\.org/(?:abs|pdf)/[\d.v]+(?:\.pdf)?)/?)"
    "[\uff0c\u3002\uff1a\uff1b\u3001\uff08\uff09\u300c\u300d\u300e\u300f\u3010\u3011\u300a\u300b\uff01\uff1f]"
)


def _second_url(url: str) -> UrlProblem | None:
    second = pattern(_SECOND).search(url, 8)
    if second is None:
        return None
    first, rest = url[: second.start()], url[second.start() :]
    if pattern(r"(?:%20|[^\w/])+\Z").sub("", first) == rest.rstrip(")]}"):
        return UrlProblem("doubled", "is written twice in a row", rest.rstrip(")]}"), "safe")
    if pattern(r"https?://[^/]+/").fullmatch(first) is not None and _strict(first) and _strict(rest):
        return UrlProblem("doubled", f"has `{first}` in front of a whole URL", rest, "safe")
    if first[-1].isalnum() and "?" not in first:
        return UrlProblem("glued", "runs into a second URL")
    return None


def _strict(url: str) -> bool:
    return host_of(url).removeprefix("www.") in _STRICT_HOSTS


def _host(url: str) -> UrlProblem | None:
    scheme, _, rest = url.partition("://")
    authority = pattern(r"[^/?#]*").match(rest)
    if authority is None or pattern(r"[{}<>$\[\]%*]").search(authority[0]) is not None:
        return None  # an IPv6 address, or a template
    host, after = authority[0].rpartition("@")[2], rest[authority.end() :]
    front = f"{scheme}://{authority[0][: len(authority[0]) - len(host)]}"
    repaired = _mended_host(host)
    if repaired is None:
        return None
    return UrlProblem("host", f"has no valid host, `{host}`", front + repaired + after if repaired else None)


def _private(url: str) -> UrlProblem | None:
    # With a port, or without a path, it is what instructions have the reader type.
    host = host_of(url)
    if pattern(_PRIVATE).fullmatch(host) is None or pattern(r"https?://[\d.]+/[^/]").match(url) is None:
        return None
    return UrlProblem("private", f"is of a private network, `{host}`, which no reader is in")


def _mended_host(host: str) -> str | None:
    """Return a host as it was probably meant, '' when nothing is likely, None when it is sound."""
    name, colon, port = host.partition(":")
    if not host.isascii():
        mended = _compatible(host)
    elif colon and port and not port.isdecimal():
        mended = f"{name}/{port}" if serves_https(name) else ""
    elif "." not in name:
        likely = (f"{name}.{domain}" for domain in ("com", "org") if serves_https(f"{name}.{domain}"))
        mended = next((whole + colon + port for whole in likely), None)
    elif "," in name or ".." in name or name[0] == ".":
        mended = pattern(r"[.,]+").sub(".", host).strip(".")
    elif pattern(r"w{4,}\.").match(name) is not None:
        mended = "www" + host[host.index(".") :]
    elif pattern(r".*\.(?:[A-Za-z]{2,}|xn--[a-z0-9-]+|\d+)\.?").fullmatch(name) is None:
        glued = pattern(r"(.*\.(?:com|org|net|edu|io))(.+)").fullmatch(name)
        mended = f"{glued[1]}/{glued[2]}" if glued is not None and serves_https(glued[1]) else ""
    else:
        mended = None
    return mended


def _compatible(host: str) -> str | None:
    from unicodedata import normalize  # hosts outside ASCII are few

    plain = normalize("NFKC", host)
    return plain if plain.isascii() and "/" not in plain else None


def _path(url: str) -> UrlProblem | None:
    if not _strict(url):
        return None
    address = pattern(r"(https?://[^/?#]+)([^?#]*)(.*)").fullmatch(url)
    if address is None:
        return None
    host, path, rest = address.groups()
    if "//" in path:
        return UrlProblem("path", "has two slashes in a row", host + pattern(r"/{2,}").sub("/", path) + rest, "safe")
    if "arxiv.org" not in host:
        return None
    paper = pattern(_ARXIV_PAPER).fullmatch(path)
    if paper is None or (paper[1] == "pdf" and paper[3] == ".pdf"):
        return None
    page, base, _ = paper.groups()
    message = "asks for an abstract (`/abs/`) as a PDF" if page == "abs" else "has two full stops before `pdf`"
    return UrlProblem("path", message, f"{host}/{page}/{base}{'.pdf' if page == 'pdf' else ''}{rest}", "safe")


def _unseen(url: str) -> UrlProblem | None:
    shown = pattern(_INVISIBLE).sub("", url)
    if shown != url:
        return UrlProblem("unseen", "has a character in it that nobody sees", shown, "safe")
    if "\u2010" in url or "\u2011" in url:
        repaired = url.replace("\u2010", "-").replace("\u2011", "-")
        return UrlProblem("unseen", "has a typographic hyphen in it", repaired)
    # Elsewhere a space may belong to the name of a file, and browsers take it.
    mended = pattern(r"(?<!\s)\s+(?=[/?#])|(?<=[/?#=&])\s+").sub("", url)
    return UrlProblem("unseen", "has a space in it", mended) if mended != url else None


def _tail(url: str) -> UrlProblem | None:
    cut = pattern(_CJK_TAIL).match(url)
    if cut is not None:
        return UrlProblem("tail", "runs on into the text after it", cut[1])
    if url.endswith(("...", "\u2026")):
        return UrlProblem("tail", "is cut short")
    kept = url[: _end(url)].rstrip()
    tail = url[len(kept) :]
    if not tail:
        return None
    if tail.removeprefix("\\") == "?":
        badge = host_of(url).endswith("shields.io")  # of a badge, where the style went
        return (
            None
            if badge or "?" in kept
            else UrlProblem("empty-query", "ends in a stray `?`, with nothing after it", kept, "safe")
        )
    if "/wiki/" in url and not tail.strip(".,;:"):
        return None  # the name of an article may end so
    certain = _strict(url) or not pattern(r"[.,;:|/]|%20").search(tail)
    message = f"ends in `{tail}`, which is not part of it"
    return UrlProblem("tail", message, kept, "safe" if certain else "suggestion")


def _end(url: str) -> int:
    """Return where a URL ends once the prose and markup caught at its end are taken off."""
    end = len(url)
    if url[-1:].isalnum() and not url.endswith("%20"):
        return end
    surplus = {closer: url.count(closer) - url.count(opener) for closer, opener in _BRACKETS.items()}
    takes_slash = "?" not in url and "#" not in url
    while end > 8:
        last = url[end - 1]
        if last in surplus:
            if surplus[last] <= 0:
                break
            surplus[last] -= 1
        elif last in _OPENERS:
            surplus[_OPENERS[last]] += 1
        elif url.startswith("%20", end - 3):
            end -= 2
        elif last == "/":
            if not takes_slash or url[end - 2] != "/":
                break
        elif not (last in ".,:|\\?" or last in _QUOTES or (last == ";" and not _is_entity(url, end))):
            break
        end -= 1
    return end


def _is_entity(url: str, end: int) -> bool:
    start = url.rfind("&", max(0, end - 12), end)
    return start >= 0 and url[start + 1 : end - 1].lstrip("#").isalnum()


ADDRESS_CHECKS: Final[tuple[Callable[[str], UrlProblem | None], ...]] = (
    _unseen,
    _second_url,
    _tail,
    _host,
    _private,
    _path,
)
