"""Which URLs may be asked for at all, judged by what is written in them."""

import re
from ipaddress import ip_address
from typing import Final

from yarl import URL

from awesome_lint.online.policy import Policy

_PRIVATE_ENDINGS: Final = (
    "localhost local internal lan intranet corp onion test invalid example home.arpa localdomain".split()
)
_USUAL_PORTS: Final = frozenset({80, 443, 8080, 8443})
# Of the ports above 1023 those that browsers refuse, since other protocols could be spoken to there.
_BAD_PORTS: Final = frozenset(
    {1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080}
)
_NUMERIC: Final = re.compile(r"(?:.*\.)?(?:0x[0-9a-f]*|\d+)", re.I)


def refusal(url: URL, policy: Policy) -> str | None:
    """Return why a URL is not asked for, or None.

    Addresses in decimal, octal or hex are refused whatever they mean: who resolves them, and to what, differs.
    """
    if url.scheme not in ("http", "https"):
        return f"'{url.scheme}:' is not the web"
    host = (url.raw_host or "").lower().rstrip(".")
    if not host:
        return "it names no host"
    port = url.port or 0
    if port not in _USUAL_PORTS and (port < 1024 or port in _BAD_PORTS):
        return f"port {port} is not asked"
    address = literal(host)
    if address is not None:
        return None if policy.allows(address) else f"{host} is not a public address"
    if _NUMERIC.fullmatch(host):
        return f"{host} is an address in an unusual form"
    if host in policy.names:
        return None
    if "." not in host or any(host == ending or host.endswith(f".{ending}") for ending in _PRIVATE_ENDINGS):
        return f"{host} is not a public name"
    return None


def literal(host: str) -> str | None:
    """Return an IP address that stands in a URL as its host; None for a name."""
    try:
        return str(ip_address(host.strip("[]").partition("%")[0]))
    except ValueError:
        return None
