"""For how long a server asks to be left alone."""

import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Final

_LONGEST: Final = 86_400.0


def seconds_to_wait(headers: Mapping[str, str], now: float | None = None) -> float | None:
    """Return the seconds that `Retry-After`, `RateLimit` or `x-ratelimit-reset` name, at most a day; None without one.

    now: seconds since 1970; default: the clock's. What cannot be read counts as not said.
    """
    now = time.time() if now is None else now
    text = headers.get("Retry-After", "").strip()
    if text:
        return _bounded(float(text)) if text.isascii() and text.isdigit() else _until(text, now)
    for part in headers.get("RateLimit", "").replace(",", ";").split(";"):
        name, _, value = part.strip().partition("=")
        if name in ("t", "reset") and value.isascii() and value.isdigit():
            return _bounded(float(value))
    reset = headers.get("x-ratelimit-reset", "")
    if headers.get("x-ratelimit-remaining") == "0" and reset.isascii() and reset.isdigit():
        return _bounded(float(reset) - now)
    return None


def _until(text: str, now: float) -> float | None:
    try:
        return _bounded(parsedate_to_datetime(text).timestamp() - now)
    except (ValueError, TypeError, OverflowError):
        return None


def _bounded(seconds: float) -> float:
    return min(max(seconds, 0.0), _LONGEST)
