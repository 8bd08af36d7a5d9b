"""Which IP addresses the network pass may connect to: public ones, by a table of our own.

`ipaddress.is_global` differs between Python versions, and calls services public that answer only inside a cloud.
"""

from collections.abc import Iterable, Iterator
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

_V4: Final = tuple(
    IPv4Network(text)
    for text in (
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 168.63.129.16/32 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 "
        "192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"
    ).split()
)
_GLOBAL_V6: Final = IPv6Network("2000::/3")  # nothing else is routed
_V6: Final = tuple(IPv6Network(text) for text in "2001::/23 2001:db8::/32 2002::/16 3fff::/20".split())
# (network, bits to the right of the IPv4 address in it); Teredo's second address is written inverted.
_EMBEDDING: Final = tuple(
    (IPv6Network(text), shift, inverted)
    for text, shift, inverted in (
        ("::ffff:0:0/96", 0, False),
        ("::/96", 0, False),
        ("64:ff9b::/96", 0, False),
        ("64:ff9b:1::/48", 0, False),
        ("2002::/16", 80, False),
        ("2001::/32", 64, False),
        ("2001::/32", 0, True),
    )
)
_ISATAP: Final = (0x5EFE, 0x0200_5EFE)


def embedded(address: Address) -> Iterator[IPv4Address]:
    """Yield the IPv4 addresses that are written into an IPv6 address."""
    if isinstance(address, IPv4Address):
        return
    for network, shift, inverted in _EMBEDDING:
        if address in network:
            inner = (int(address) >> shift) & 0xFFFF_FFFF
            yield IPv4Address(inner ^ 0xFFFF_FFFF if inverted else inner)
    if (int(address) >> 32) & 0xFFFF_FFFF in _ISATAP:
        yield IPv4Address(int(address) & 0xFFFF_FFFF)


def is_public(text: str) -> bool:
    """Tell whether an address is public, and the one embedded in it, if any; what is not an address is not public."""
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _V4)
    if any(not is_public(str(inner)) for inner in embedded(address)):
        return False
    return address in _GLOBAL_V6 and not any(address in network for network in _V6)


class Policy:
    """What may be connected to: public addresses, and those that the settings allow besides.

    allowed: networks ("10.1.0.0/16") and host names; anything else in it is a ValueError.
    """

    def __init__(self, allowed: Iterable[str] = ()) -> None:
        self.networks: list[Network] = []
        self.names: set[str] = set()
        self.vouched: set[str] = set()  # addresses to which an allowed name led
        for text in allowed:
            if "/" in text or text.replace(".", "").isdigit() or ":" in text:
                self.networks.append(ip_network(text))
            else:
                self.names.add(text.lower().rstrip("."))

    def allows(self, text: str, host: str = "") -> bool:
        """Tell whether an address may be connected to; `host` is the name that led to it."""
        if host in self.names:
            self.vouched.add(text)
        if text in self.vouched or is_public(text):
            return True
        try:
            address = ip_address(text.partition("%")[0])
        except ValueError:
            return False
        return any(address in network for network in self.networks)
