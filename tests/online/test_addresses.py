"""Nothing private is connected to, however it is written and whoever leads there."""

from ipaddress import IPv4Address, IPv6Address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st
from online.double import PUBLIC, Double, reply

from awesome_lint.online.policy import Policy, embedded, is_public

PRIVATE = (
    "127.0.0.1 127.255.255.254 0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 168.63.129.16 169.254.169.254 172.16.0.1 "
    "172.31.255.255 192.0.0.192 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 "
    "224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255 ::1 :: ::ffff:127.0.0.1 ::127.0.0.1 64:ff9b::a9fe:a9fe "
    "64:ff9b:1::a9fe:a9fe 2002:7f00:1:: 2002:a9fe:a9fe:: 2001:0:5db8:d70e::80ff:fffe 2001:db8::1 3fff::1 5f00::1 "
    "fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1 2606:4700::5efe:7f00:1 ::ffff:0:127.0.0.1 100::1"
).split()
# As the registries of special addresses have them, and two clouds' own.
DENIED = (
    "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 168.63.129.16/32 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 "
    "192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"
).split()
NOWHERE = "1.2.3 256.1.1.1 localhost x".split()
OPEN = f"1.1.1.1 8.8.8.8 {PUBLIC} 172.32.0.1 100.128.0.1 168.63.129.17 2606:4700::1111 2a00:1450:4001::1".split()


@pytest.mark.parametrize("address", [*PRIVATE, *NOWHERE])
def test_not_public(address: str) -> None:
    assert not is_public(address)
    assert not Policy().allows(address)


@pytest.mark.parametrize("address", OPEN)
def test_public(address: str) -> None:
    assert is_public(address)


@given(st.integers(0, 2**32 - 1))
def test_an_address_inside_another_counts_as_itself(number: int) -> None:
    inner = IPv4Address(number)
    high, low = divmod(number, 65536)
    for text in (f"::ffff:{inner}", f"64:ff9b::{inner}", f"2002:{high:x}:{low:x}::1"):
        assert not is_public(text), "these ranges are not routed, whatever they hold"
    assert is_public(f"2606:4700::5efe:{high:x}:{low:x}") is is_public(str(inner))


@given(st.integers(0, 2**128 - 1) | st.integers(0, 2**32 - 1).map(lambda low: 0x2001 << 112 | low))
def test_addresses_in_others_are_those_that_python_finds(number: int) -> None:
    for prefix, bits in ((0, 0), (0xFFFF, 32), (0x2002, 112), (0x2001_0000, 96)):  # mapped, 6to4, Teredo
        address = IPv6Address(number % 2 ** (bits or 128) | prefix << bits)
        found = {address.ipv4_mapped, address.sixtofour, *(address.teredo or ())} - {None}
        assert found <= set(embedded(address))


@pytest.mark.parametrize("network", DENIED)
def test_networks_are_denied_from_end_to_end(network: str) -> None:
    whole = ip_network(network)
    assert not is_public(str(whole[0]))
    assert not is_public(str(whole[-1]))
    for beside in (int(whole[0]) - 1, int(whole[-1]) + 1):
        if 0 <= beside < 2**32 and not any(IPv4Address(beside) in ip_network(one) for one in DENIED):
            assert is_public(str(IPv4Address(beside)))


WRITTEN = [
    "http://127.0.0.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::]/",
    "http://0.0.0.0/",
    "http://169.254.169.254/latest/meta-data/",
    "http://168.63.129.16/",
    "http://2130706433/",
    "http://017700000001/",
    "http://0177.0.0.1/",
    "http://0x7f.0.0.1/",
    "http://0x7f000001/",
    "http://127.1/",
    "http://127.0.0.1./",
    "http://\uff11\uff12\uff17.0.0.1/",
    "http://localhost/",
    "http://LOCALHOST./",
    "http://a.localhost/",
    "http://metadata.google.internal/",
    "http://router.lan/",
    "http://intranet/",
    "http://x.onion/",
    "http://user:word@127.0.0.1/",
    "http://1.1.1.1:22/",
    "http://1.1.1.1:6667/",
]


@pytest.mark.parametrize("url", WRITTEN)
def test_written_in_the_list(url: str, web: Double) -> None:
    assert {one.kind for one in web.check(url).verdicts.values()} <= {"skipped", "unverifiable"}
    assert web.connected == []
    assert web.looked_up == []


@pytest.mark.parametrize("url", WRITTEN)
def test_named_by_a_redirect(url: str, web: Double) -> None:
    web.plays["a.test-site.org/"] = reply(302, Location=url)
    assert web.verdict("http://a.test-site.org/").kind in ("skipped", "unverifiable")
    assert web.connected == [PUBLIC]


@pytest.mark.parametrize("address", [one for one in PRIVATE if "%" not in one])
def test_led_to_by_a_name(address: str, web: Double) -> None:
    web.names["a.test-site.org"] = [[address]]
    assert web.verdict("http://a.test-site.org/").kind == "skipped"
    assert web.connected == []


def test_one_bad_address_among_good_ones(web: Double) -> None:
    web.names["a.test-site.org"] = [[PUBLIC, "10.0.0.1"]]
    assert web.verdict("http://a.test-site.org/").kind == "skipped"
    assert web.connected == []


def test_redirect_to_a_name_that_leads_inside(web: Double) -> None:
    web.names["b.test-site.org"] = [["10.0.0.1"]]
    web.plays["a.test-site.org/"] = reply(302, Location="http://b.test-site.org/")
    assert web.verdict("http://a.test-site.org/").kind == "skipped"
    assert web.connected == [PUBLIC]


def test_name_that_leads_inside_the_second_time(web: Double) -> None:
    web.names["a.test-site.org"] = [[PUBLIC], ["127.0.0.1"]]
    close = {"Connection": "close"}
    web.plays["a.test-site.org/1"] = reply(200, **close)
    web.plays["a.test-site.org/2"] = reply(200, **close)
    web.check("http://a.test-site.org/1", "http://a.test-site.org/2")
    assert set(web.connected) == {PUBLIC}


def test_what_the_settings_allow(web: Double) -> None:
    web.names["wiki.corp"] = [["10.1.2.3"]]
    web.plays.update({"wiki.corp/": reply(200), "10.9.0.1/": reply(200)})
    found = web.check(
        "http://wiki.corp/", "http://10.9.0.1/", "http://10.8.0.1/", allow_private=("wiki.corp", "10.9.0.0/16")
    ).verdicts
    assert [one.kind for one in found.values()].count("alive") == 2
    assert set(web.connected) == {"10.1.2.3", "10.9.0.1"}


def test_networks_are_read_whole() -> None:
    policy = Policy(["10.1.0.0/16", "fd00::/8", "192.168.0.7"])
    assert policy.allows("10.1.255.255")
    assert policy.allows("fd12::1")
    assert policy.allows("192.168.0.7")
    assert not policy.allows("10.2.0.0")
    assert ip_network("192.168.0.7/32") in policy.networks
