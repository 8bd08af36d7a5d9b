"""What the tables know of hosts and parameters: who serves https, who shortens links, what only tracks."""

from functools import cache
from typing import Final

from awesome_lint.rulebook import data_text

_ENCODED_EQUALS: Final = ("%3D", "%3d")


def host_of(url: str) -> str:
    """Return the host of an absolute http, https or protocol-relative URL in lower case, else ''."""
    scheme, mark, rest = url.partition("//")
    if not mark or scheme.lower() not in ("https:", "http:", ""):
        return ""
    for stop in "/?#":
        rest = rest.partition(stop)[0]
    rest = rest.rpartition("@")[2]
    host, _, port = rest.rpartition(":")
    return (host if host and port.isdecimal() else rest).rstrip(":.").lower()


def tracking(url: str) -> tuple[tuple[str, ...], str] | None:
    """Return the tracking parameters of a URL, as written, and the URL without them; None when it has none.

    The table `tracking_parameters.tsv` says which they are; letter case does not matter.
    """
    address, mark, fragment = url.partition("#")
    base, question, query = address.partition("?")
    if not question or not query:
        return None
    separator = "&amp;" if "&amp;" in query else "&"
    tracked = tracked_names(host_of(base))
    names = []
    kept = []
    for part in query.split(separator):
        name = _name(part)
        if is_tracked(name, tracked):
            names.append(name)
        else:
            kept.append(part)
    if not names:
        return None
    rest = separator.join(kept)
    return tuple(names), base + ("?" + rest if any(kept) else "") + mark + fragment


def serves_https(host: str) -> bool:
    """Whether a host is known for certain to answer over https, whatever the page."""
    return _covered(host.lower(), _hosts("hosts.tsv"))


def shortener(host: str) -> bool:
    """Whether a host belongs to a link shortener; its front page, a URL without a path, is ordinary."""
    return _covered(host.lower(), _hosts("shorteners.tsv"))


def shorteners() -> frozenset[str]:
    """Return the hosts of link shorteners, what stands in front of one left out."""
    return frozenset(host.lstrip("*.") for host in _hosts("shorteners.tsv"))


def _covered(host: str, table: frozenset[str]) -> bool:
    # `example.org` is itself and www.; `*.example.org` itself and one more label, as in certificates; `.example.org`
    # itself and all below it, as browsers preload it.
    if host in table or host.removeprefix("www.") in table or "*." + host in table:
        return True
    above = host.partition(".")[2]
    if "*." + above in table or "." + host in table:
        return True
    while above:
        if "." + above in table:
            return True
        above = above.partition(".")[2]
    return False


@cache
def _hosts(name: str) -> frozenset[str]:
    return frozenset(data_text(name).split()[1:])


@cache
def _tracking_table() -> tuple[frozenset[str], tuple[str, ...], dict[str, set[str]]]:
    everywhere = set()
    prefixes = []
    by_host: dict[str, set[str]] = {}
    for line in data_text("tracking_parameters.tsv").splitlines()[1:]:
        name, hosts, _ = line.split("\t")
        if name.endswith("*"):
            prefixes.append(name[:-1])
        elif not hosts:
            everywhere.add(name)
        for host in hosts.split():
            by_host.setdefault(host, set()).add(name)
    return frozenset(everywhere), tuple(prefixes), by_host


@cache
def tracked_names(host: str) -> frozenset[str]:
    """Return the tracking parameters of a host, both in lower case; the prefixed ones are not among them."""
    everywhere, _, by_host = _tracking_table()
    here = (names for pattern, names in by_host.items() if _covered(host, frozenset({pattern})))
    return everywhere.union(*here)


def is_tracked(name: str, tracked: frozenset[str]) -> bool:
    """Whether a parameter only tracks; `tracked`: those of its host."""
    lower = name.lower()
    return lower in tracked or lower.startswith(_tracking_table()[1])


def _name(part: str) -> str:
    name = part.partition("=")[0]
    for encoded in _ENCODED_EQUALS:
        name = name.partition(encoded)[0]
    return name
