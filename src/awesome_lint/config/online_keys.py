"""The keys of the table `[online]`: what each is for, what it may hold; read only where there is such a table."""

import re
from collections.abc import Callable, Mapping
from ipaddress import ip_address, ip_network
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from awesome_lint.errors import UserError, did_you_mean, it_is
from awesome_lint.online.services import SERVERS

_TEXTS: Final = {"type": "array", "items": {"type": "string"}}
_COUNT: Final = {"type": "integer", "minimum": 1}
_SECONDS: Final = {"type": "number", "minimum": 0}
_SOME_SECONDS: Final = {"type": "number", "exclusiveMinimum": 0}
_BY_NAME: Final = {"type": "object", "additionalProperties": {"type": "string"}}
_HOST: Final = re.compile(r"(?=.{1,253}\Z)\w(?:[\w-]*\w)?(?:\.\w(?:[\w-]*\w)?)*\.?")
_HEADER: Final = re.compile(r"[\w!#$%&'*+.^`|~-]+", re.ASCII)
_CONTROL: Final = re.compile("[\x00-\x1f\x7f]")


class OnlineKey(NamedTuple):
    """about: what it is for, in a sentence. wanted: what it must be, for messages.

    wrong: says what is wrong with a value, in a sentence; '' of a good one. schema: the JSON Schema of its value.
    """

    about: str
    wanted: str
    wrong: Callable[[Any], str]
    schema: Mapping[str, Any]


def _simple(fits: Callable[[Any], bool]) -> Callable[[Any], str]:
    return lambda value: "" if fits(value) else it_is(value)


def _is_count(value: Any) -> bool:
    return type(value) is int and value > 0


def _is_seconds(value: Any) -> bool:
    return type(value) in (int, float) and 0 <= value < float("inf")


def _is_some_time(value: Any) -> bool:
    return _is_seconds(value) and value > 0


def _is_switch(value: Any) -> bool:
    return isinstance(value, bool)


def _is_line(value: Any) -> bool:
    return isinstance(value, str) and not _CONTROL.search(value)


def _is_host(value: Any) -> bool:
    return isinstance(value, str) and _HOST.fullmatch(value) is not None


def _wrong_hosts(value: Any) -> str:
    if not isinstance(value, list):
        return it_is(value)
    return next((f"{one!r} is not one." for one in value if not _is_host(one)), "")


def _wrong_networks(value: Any) -> str:
    if not isinstance(value, list):
        return it_is(value)
    for one in value:
        try:
            if "/" in one:
                ip_network(one)
            elif ":" in one or one.replace(".", "").isdigit():
                ip_address(one)
            elif not _is_host(one):
                return f"{one!r} is not one."
        except (ValueError, TypeError) as error:
            return f"{one!r} is not one: {error}."
    return ""


def _wrong_headers(value: Any) -> str:
    if not isinstance(value, dict):
        return it_is(value)
    for host, headers in value.items():
        if not _is_host(host):
            return f"{host!r} is not a host name."
        if not isinstance(headers, dict):
            return f"That of {host} is {headers!r}."
        for name, text in headers.items():
            if not _HEADER.fullmatch(name):
                return f"{name!r} cannot be the name of a header."
            if not _is_line(text):
                return f"The value of {name} is {text!r}, not a line of text."
    return ""


def _wrong_servers(value: Any) -> str:
    if not isinstance(value, dict):
        return it_is(value)
    for name, url in value.items():
        if name not in SERVERS:
            return did_you_mean(name, list(SERVERS)).strip() or f"There is no '{name}'; there are {', '.join(SERVERS)}."
        if not _is_base(url):
            return f"That of {name} is {url!r}; write one like '{SERVERS[name]}'."
    return ""


def _is_base(url: Any) -> bool:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  raises where it is not a port
        named = _is_host(parts.hostname) or ":" in (parts.hostname or "")
    except (ValueError, TypeError, AttributeError):
        return False
    return parts.scheme in ("http", "https") and named and not (parts.query or parts.fragment)


_A_COUNT: Final = "a whole number of at least 1"
_HOSTS: Final = "a list of host names"
ONLINE: Final[Mapping[str, OnlineKey]] = {
    "concurrency": OnlineKey("Requests at one time.", _A_COUNT, _simple(_is_count), _COUNT),
    "per-host": OnlineKey("Requests to one host at one time.", _A_COUNT, _simple(_is_count), _COUNT),
    "spacing": OnlineKey(
        "Seconds between two requests to one host.", "a number of seconds, at least 0", _simple(_is_seconds), _SECONDS
    ),
    "timeout": OnlineKey(
        "Seconds for one request.", "a number of seconds above 0", _simple(_is_some_time), _SOME_SECONDS
    ),
    "deadline": OnlineKey(
        "Seconds for all links.", "a number of seconds above 0", _simple(_is_some_time), _SOME_SECONDS
    ),
    "max-wait": OnlineKey(
        "The longest wait that a host is granted, in seconds.",
        "a number of seconds, at least 0",
        _simple(_is_seconds),
        _SECONDS,
    ),
    "fragments": OnlineKey(
        "Also look for anchors on pages.", "true or false", _simple(_is_switch), {"type": "boolean"}
    ),
    "fail-after": OnlineKey(
        "In how many runs in a row a link must be dead to be reported.", _A_COUNT, _simple(_is_count), _COUNT
    ),
    "not-asked": OnlineKey("Hosts that are not asked.", _HOSTS, _wrong_hosts, _TEXTS),
    "asked": OnlineKey("Hosts that are asked although they turn robots away.", _HOSTS, _wrong_hosts, _TEXTS),
    "allow-private": OnlineKey(
        "Private networks and names that may be reached.",
        "a list of networks such as '10.1.0.0/16', addresses and host names",
        _wrong_networks,
        _TEXTS,
    ),
    "headers": OnlineKey(
        "Headers to send to a host, by its name; ${NAME} is taken from the environment.",
        "a table of headers for each host",
        _wrong_headers,
        {"type": "object", "additionalProperties": _BY_NAME},
    ),
    "servers": OnlineKey(
        "Servers to ask instead of the usual indexes.",
        "a table of base URLs by the name of the service",
        _wrong_servers,
        {"type": "object", "properties": {name: {"type": "string"} for name in SERVERS}, "additionalProperties": False},
    ),
    "user-agent": OnlineKey("The User-Agent that is sent.", "a line of text", _simple(_is_line), {"type": "string"}),
}


def checked(value: object, key: str, file: str) -> dict[str, Any]:
    """Return the table as it is; what is wrong in it is a UserError."""
    if not isinstance(value, dict):
        raise UserError(f"{file}: '{key}' must be a table", it_is(value))
    for name, inner in value.items():
        if name not in ONLINE:
            hint = did_you_mean(name, list(ONLINE)).strip()
            raise UserError(f"{file}: '{key}' has no key '{name}'", hint or f"The keys are: {', '.join(ONLINE)}.")
        wrong = ONLINE[name].wrong(inner)
        if wrong:
            raise UserError(f"{file}: '{key}.{name}' must be {ONLINE[name].wanted}", wrong)
    return value


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the table."""
    properties = {name: {"description": one.about, **one.schema} for name, one in ONLINE.items()}
    return {"type": "object", "properties": properties, "additionalProperties": False}
