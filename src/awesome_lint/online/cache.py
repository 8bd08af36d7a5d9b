"""What earlier runs found: a JSON file that is replaced whole, and is as good as empty when it cannot be read."""

import json
import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from glob import escape, glob
from hashlib import blake2b
from tempfile import mkstemp
from typing import Final, get_args

from awesome_lint.cache_folder import cache_folder
from awesome_lint.errors import UserError
from awesome_lint.online.verdict import Kind, Verdict

_VERSION: Final = 1
_DAY: Final = 86_400.0
# Seconds for which a verdict holds. What is not named is asked for in every run: an error tells nothing.
LIFETIMES: Final[Mapping[str, float]] = {
    "alive": 7 * _DAY,
    "alive-by-id": 30 * _DAY,
    "moved": 7 * _DAY,
    "redirected": 7 * _DAY,
    "archived": 7 * _DAY,
    "dead": _DAY,
}
_PART: Final = ".part"
_STALE: Final = 3600.0  # seconds; no run takes so long to write it
_KINDS: Final = frozenset(get_args(Kind))
_SPREAD: Final = 0.2  # of a lifetime, so that not all links come due in one run


class Entry:
    """kind, reason, target: the verdict. at: when it was found, in seconds since 1970. failures: runs in a row."""

    __slots__ = ("at", "failures", "verdict")

    def __init__(self, verdict: Verdict, at: float, failures: int) -> None:
        self.verdict = verdict
        self.at = at
        self.failures = failures


class Cache:
    """The verdicts of earlier runs, by key.

    path: of the file; None for a cache that is not kept. fail_after: dead in so many runs in a row is dead.
    clock: returns seconds since 1970.
    """

    def __init__(self, path: str | None, fail_after: int = 1, clock: Callable[[], float] = time.time) -> None:
        self.path = path
        self.fail_after = fail_after
        self.clock = clock
        self.entries: dict[str, Entry] = {}
        self.note = ""  # what is wrong with the file
        if path is not None:
            self._read(path)

    def get(self, key: str) -> Verdict | None:
        """Return a verdict that still holds."""
        entry = self.entries.get(key)
        if entry is None:
            return None
        if entry.verdict.kind == "dead" and entry.failures < self.fail_after:
            return None
        age = self.clock() - entry.at
        return entry.verdict if 0 <= age < _lifetime(key, entry.verdict.kind) else None

    def put(self, key: str, verdict: Verdict) -> Verdict:
        """Note what this run found; return what to report, which for a first failure may be less than dead."""
        earlier = self.entries.get(key)
        before = earlier.failures if earlier else 0
        failures = before + 1 if verdict.kind == "dead" else before if verdict.kind == "transient" else 0
        if verdict.kind in LIFETIMES or failures:
            stored = verdict if verdict.kind in LIFETIMES or earlier is None else earlier.verdict
            self.entries[key] = Entry(stored, self.clock() if verdict.kind in LIFETIMES else 0.0, failures)
        else:
            self.entries.pop(key, None)
        if verdict.kind == "dead" and failures < self.fail_after:
            return Verdict("transient", f"{verdict.reason}, in run {failures} of {self.fail_after}")
        return verdict

    def save(self) -> None:
        """Write the file, or leave it as it was; why it cannot be written is a UserError."""
        if self.path is None:
            return
        now = self.clock()
        links = {
            key: [*entry.verdict, int(entry.at), entry.failures]
            for key, entry in sorted(self.entries.items())
            if now - entry.at < 2 * max(LIFETIMES.values()) or entry.failures
        }
        try:
            _replace(os.path.abspath(self.path), json.dumps({"version": _VERSION, "links": links}, indent=0))
        except OSError as error:
            raise UserError(
                f"the cache {self.path} cannot be written: {error.strerror}", "Name another with `--cache FILE`."
            ) from None

    def _read(self, path: str) -> None:
        try:
            with open(path, encoding="utf-8") as file:
                said = json.load(file)
            if said["version"] != _VERSION:
                raise ValueError("of another version")
            for key, (kind, reason, target, at, failures) in said["links"].items():
                sound = kind in _KINDS and isinstance(reason, str) and isinstance(target, str | None)
                if not sound or not isinstance(at, int) or not isinstance(failures, int):
                    raise ValueError("not one of ours")
                self.entries[key] = Entry(Verdict(kind, reason, target), float(at), failures)
        except FileNotFoundError:
            return
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            self.entries.clear()
            self.note = f"the cache {path} cannot be used ({type(error).__name__}) and is started afresh"


def _replace(path: str, text: str) -> None:
    """Put a text in the place of a file whole, and clear away what runs that were killed have left beside it."""
    folder, name = os.path.split(path)
    os.makedirs(folder, exist_ok=True)
    with suppress(OSError):
        for stale in glob(f"{escape(name)}.*{_PART}", root_dir=folder):
            if time.time() - os.path.getmtime(os.path.join(folder, stale)) > _STALE:
                os.unlink(os.path.join(folder, stale))
    number, part = mkstemp(_PART, f"{name}.", folder)
    try:
        with open(number, "w", encoding="ascii") as file:
            file.write(text)
        os.replace(part, path)
    except OSError:
        with suppress(OSError):
            os.unlink(part)
        raise


def usual_path() -> str:
    """Return where the cache stands on this platform."""
    return os.path.join(cache_folder(), "links.json")


def _lifetime(key: str, kind: str) -> float:
    share = int.from_bytes(blake2b(key.encode(), digest_size=2).digest()) / 0xFFFF
    return LIFETIMES.get(kind, 0.0) * (1 - _SPREAD + 2 * _SPREAD * share)
