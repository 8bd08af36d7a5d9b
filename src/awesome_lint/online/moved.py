"""Which redirects are moves that a list should follow, and which only say how a site works."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from awesome_lint.online.verdict import Verdict

_MOST: Final = 5
# Sites whose business it is to redirect: the address in the list is the one that lasts.
_RESOLVERS: Final = frozenset(
    "doi.org dx.doi.org hdl.handle.net purl.org w3id.org aka.ms bit.ly t.co goo.gl tinyurl.com n2t.net".split()
)
_GATES: Final = re.compile(r"/(?:log-?in|sign-?in|sso|oauth|auth|consent|cookies?|sorry|captcha|challenge)\b", re.I)
_LOCALE: Final = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2})?")
_CHANGING: Final = re.compile(r"(?:^|/)(?:latest|stable|current|master|main|HEAD)(?:/|$)")
_PAGES: Final = re.compile(r"/index\.(?:html?|php)$")
_TWO_LABEL_ENDINGS: Final = frozenset("co ac com edu gov org net".split())
# Hosts whose sub-domains or paths belong to different people, or which are one site under two names.
_SAME: Final = (frozenset({"nips.cc", "neurips.cc"}), frozenset({"thecvf.com", "cv-foundation.org"}))


def is_move(url: str, target: str, hops: int) -> bool:
    """Tell whether a chain of permanent redirects leads to the same content under a new address."""
    old, new = urlsplit(url), urlsplit(target)
    if hops > _MOST or (old.scheme == "https" and new.scheme == "http"):
        return False
    old_host, new_host = (old.hostname or "").removeprefix("www."), (new.hostname or "").removeprefix("www.")
    if old_host in _RESOLVERS or not _same_site(old_host, new_host):
        return False
    if _plain(old_host, old.path, old.query) == _plain(new_host, new.path, new.query):
        return False
    if old.path.strip("/") and not new.path.strip("/"):
        return False  # to the front page: what was there is gone
    if _GATES.search(new.path) and not _GATES.search(old.path):
        return False
    if {name for name, _ in parse_qsl(new.query)} - {name for name, _ in parse_qsl(old.query)}:
        return False
    if _CHANGING.search(old.path):
        return False
    return not _adds_locale(old.path, new.path)


def without_collapsed(verdicts: Mapping[str, Verdict]) -> dict[str, Verdict]:
    """Return verdicts in which links that all "moved" to one address are redirected only: a soft 404."""
    counts = Counter(one.target for one in verdicts.values() if one.kind == "moved")
    return {
        key: Verdict("redirected", one.reason, one.target) if one.kind == "moved" and counts[one.target] > 1 else one
        for key, one in verdicts.items()
    }


def _same_site(old: str, new: str) -> bool:
    ends = {_registrable(old), _registrable(new)}
    return len(ends) == 1 or any(ends <= same for same in _SAME)


def _registrable(host: str) -> str:
    labels = host.split(".")
    count = 3 if len(labels) > 2 and labels[-2] in _TWO_LABEL_ENDINGS and len(labels[-1]) == 2 else 2
    return ".".join(labels[-count:])


def _plain(host: str, path: str, query: str) -> tuple[str, str, str]:
    return host, _PAGES.sub("", path).strip("/").lower(), query


def _adds_locale(old: str, new: str) -> bool:
    before, after = old.strip("/").split("/"), new.strip("/").split("/")
    return any(
        _LOCALE.fullmatch(part) and part not in before and after[:at] + after[at + 1 :] == before
        for at, part in enumerate(after[:2])
    )
