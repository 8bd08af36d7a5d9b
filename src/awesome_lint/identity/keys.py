"""The key of a URL: equal for two URLs that lead to the same thing, and never shown as a replacement."""

import re
from typing import Final

from awesome_lint.identity.families import FAMILIES
from awesome_lint.patterns import lazy
from awesome_lint.urls import problem, tracking
from awesome_lint.urls.tables import is_tracked, tracked_names
from awesome_lint.urls.values import pattern

# Nearly every URL of a list: a host in lower case, and nothing to decode or mend.
_plain: Final = lazy(
    r"https?://(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)"
    r"(?:/([A-Za-z0-9_.~/@+=,:-]*))?(?:\?([A-Za-z0-9_.~=&-]+))?(?:#([A-Za-z0-9_.-]+))?"
).fullmatch
_ALIASES: Final = {"twitter.com": "x.com", "mobile.twitter.com": "x.com", "hf.co": "huggingface.co"}
_FRONT_PAGES: Final = ("index.html", "index.htm", "index.php")
_ORDINARY_FRAGMENTS: Final = frozenset({"readme", "readme-ov-file", "top"})
_UNRESERVED: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
_REPAIRS: Final = 8  # far more than a URL has; a bound in case two of them disagree


def key(url: str) -> str:
    """Return the identity of what a URL points at.

    `arxiv:2206.15472`, `doi:10.1145/…`, `github:owner/repo` and so on where the host is known; else the
    address without scheme, `www.`, tracking parameters, final slash and the like. A URL with a certain repair
    has the key of the repaired one. Relative paths, fragments and other schemes are their own keys. Never
    raises.
    """
    plain = _plain(url)
    if plain is None or "/." in url or url.find("//", 8) > 0 or url[-1] in ".,:":
        return _unusual_key(url)
    host, path, query, fragment = plain.groups("")
    found = _key_at(host, path, query and _plain_query(query, host))
    return found if not fragment or fragment in _ORDINARY_FRAGMENTS else f"{found}#{fragment}"


def _key_at(host: str, path: str, query: str) -> str:
    family = FAMILIES.get(host) or FAMILIES.get("*." + host.partition(".")[2])
    if family is not None:
        found = family(path, query)
        if found is not None:
            return found
    path = path.rstrip("/")
    if not query and path.endswith(_FRONT_PAGES) and path.rpartition("/")[2] in _FRONT_PAGES:
        path = path.rpartition("/")[0].rstrip("/")
    host = _ALIASES.get(host, host)
    return f"{host}{'/' if path else ''}{path}{'?' if query else ''}{query}"


def _plain_query(query: str, host: str) -> str:
    parts = [part for part in query.split("&") if part]
    tracked = tracked_names(host)
    kept = [part for part in parts if not is_tracked(part.partition("=")[0], tracked)]
    return "&".join(sorted(kept)) if len(kept) > 1 else "".join(kept)


def _unusual_key(url: str) -> str:
    text = meant(url)
    tracked = tracking(text)
    if tracked is not None:
        text = tracked[1]
    scheme, mark, rest = text.partition("://")
    if text.startswith("//"):
        scheme, rest = "", text[2:]
    elif text[:4].lower() == "www.":
        scheme, rest = "", text
    elif not mark or scheme.lower() not in ("http", "https"):
        return text
    address, _, fragment = rest.partition("#")
    address, _, query = address.partition("?")
    authority, _, path = address.partition("/")
    parts = [part for part in escaped(query).split("&") if part]
    found = _key_at(_host(authority, scheme), without_dots(escaped(path)), "&".join(sorted(parts)))
    fragment = escaped(fragment).partition(":~:")[0]
    return found if not fragment or fragment in _ORDINARY_FRAGMENTS else f"{found}#{fragment}"


def meant(url: str) -> str:
    """Return a URL with what is certainly mistyped mended, and without Markdown escapes and entities."""
    text = url.strip()
    for _ in range(_REPAIRS):
        found = problem(text)
        if found is None or found.repaired is None or found.safety != "safe":
            break
        text = found.repaired.strip()
    if "\\" in text:
        text = pattern(r"\\([!-/:-@\[-`{-~])").sub(r"\1", text)
    return text.replace("&amp;", "&")


def _host(authority: str, scheme: str) -> str:
    user, at, host = authority.rpartition("@")
    host = host.lower()
    name, colon, port = host.rpartition(":")
    if colon and (
        not port or (port == "80" and scheme.lower() != "https") or (port == "443" and scheme.lower() != "http")
    ):
        host = name
    host = host.rstrip(".")
    if host.startswith("www.") and "." in host[4:]:
        host = host[4:]
    if not host.isascii():
        host = _punycode(host)
    return user + at + host


def _punycode(host: str) -> str:
    from unicodedata import normalize  # hosts outside ASCII are few

    labels = normalize("NFC", host).split(".")
    return ".".join(label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii") for label in labels)


def escaped(text: str) -> str:
    """Return part of a URL with its percent-encoding in one form: only what needs it, in upper case."""
    if "%" in text:
        text = pattern(r"%[0-9A-Fa-f]{2}").sub(_one_escape, text)
    if pattern(r"[!-~]*").fullmatch(text) is None:
        text = pattern(r"[^!-~]").sub(lambda match: _encode(match[0]), text)
    return text


def _one_escape(match: re.Match[str]) -> str:
    char = chr(int(match[0][1:], 16))
    return char if char in _UNRESERVED else match[0].upper()


def _encode(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass"))


def without_dots(path: str) -> str:
    """Return a path, with its first slash or not, without `.` and `..` segments, as browsers resolve it."""
    if "/." not in path and not path.startswith("."):
        return path
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            if len(kept) > (kept[:1] == [""]):
                kept.pop()
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/".join(kept)
