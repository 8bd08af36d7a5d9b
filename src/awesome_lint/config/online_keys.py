"""The keys of the table `[online]`: what each is for, what it may hold; read only where there is such a table."""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from awesome_lint.errors import UserError, did_you_mean

_TEXTS: Final = {"type": "array", "items": {"type": "string"}}
_COUNT: Final = {"type": "integer", "minimum": 1}
_SECONDS: Final = {"type": "number", "minimum": 0}
_BY_NAME: Final = {"type": "object", "additionalProperties": {"type": "string"}}


class OnlineKey(NamedTuple):
    """about: what it is for, in a sentence. wanted: what it must be, for messages. fits: whether a value is that.

    schema: the JSON Schema of its value.
    """

    about: str
    wanted: str
    fits: Callable[[Any], bool]
    schema: Mapping[str, Any]


def _is_count(value: Any) -> bool:
    return type(value) is int and value > 0


def _is_seconds(value: Any) -> bool:
    return type(value) in (int, float) and 0 <= value < float("inf")


def _is_switch(value: Any) -> bool:
    return isinstance(value, bool)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _are_texts_by_name(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_is_text, value.values()))


def _are_headers(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_are_texts_by_name, value.values()))


_A_COUNT: Final = "a whole number from 1 on"
_SOME_SECONDS: Final = "a number of seconds from 0 on"
_SOME_TEXTS: Final = "a list of strings"
ONLINE: Final[Mapping[str, OnlineKey]] = {
    "concurrency": OnlineKey("Requests at one time.", _A_COUNT, _is_count, _COUNT),
    "per-host": OnlineKey("Requests to one host at one time.", _A_COUNT, _is_count, _COUNT),
    "spacing": OnlineKey("Seconds between two requests to one host.", _SOME_SECONDS, _is_seconds, _SECONDS),
    "timeout": OnlineKey("Seconds for one request.", _SOME_SECONDS, _is_seconds, _SECONDS),
    "deadline": OnlineKey("Seconds for all links.", _SOME_SECONDS, _is_seconds, _SECONDS),
    "max-wait": OnlineKey("The longest wait that a host is granted, in seconds.", _SOME_SECONDS, _is_seconds, _SECONDS),
    "fragments": OnlineKey("Look for places on pages, too.", "true or false", _is_switch, {"type": "boolean"}),
    "fail-after": OnlineKey("Dead in so many runs in a row is dead.", _A_COUNT, _is_count, _COUNT),
    "not-asked": OnlineKey("Hosts that are not asked.", _SOME_TEXTS, _are_texts, _TEXTS),
    "asked": OnlineKey("Hosts that are asked although robots learn nothing there.", _SOME_TEXTS, _are_texts, _TEXTS),
    "allow-private": OnlineKey("Private networks and names that may be reached.", _SOME_TEXTS, _are_texts, _TEXTS),
    "headers": OnlineKey(
        "What a host is sent besides, by its name; ${NAME} is taken from the environment.",
        "a table of headers for each host",
        _are_headers,
        {"type": "object", "additionalProperties": _BY_NAME},
    ),
    "servers": OnlineKey("Other servers in the place of indexes.", "a table of strings", _are_texts_by_name, _BY_NAME),
    "user-agent": OnlineKey("What the pass calls itself.", "a string", _is_text, {"type": "string"}),
}


def checked(value: object, key: str, file: str) -> dict[str, Any]:
    """Return the table as it is; what is wrong in it is a UserError."""
    if not isinstance(value, dict):
        raise UserError(f"{file}: '{key}' must be a table", f"It is {value!r}.")
    for name, inner in value.items():
        if name not in ONLINE:
            hint = did_you_mean(name, list(ONLINE)).strip()
            raise UserError(f"{file}: '{key}' has no key '{name}'", hint or f"The keys are: {', '.join(ONLINE)}.")
        if not ONLINE[name].fits(inner):
            raise UserError(f"{file}: '{key}.{name}' must be {ONLINE[name].wanted}", f"It is {inner!r}.")
    return value


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the table."""
    properties = {name: {"description": one.about, **one.schema} for name, one in ONLINE.items()}
    return {"type": "object", "properties": properties, "additionalProperties": False}
