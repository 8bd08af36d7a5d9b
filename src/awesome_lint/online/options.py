"""The settings of the network pass, and who may say what."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from awesome_lint.errors import UserError

if TYPE_CHECKING:
    from awesome_lint.config.settings import Settings

# They widen what is reached, or say where secrets go. A pull request can change the configuration of its repository,
# so that these hold only in a file that the command line names.
WIDENING: Final = ("allow-private", "headers", "servers", "concurrency", "per-host", "spacing", "user-agent")


class OnlineOptions(NamedTuple):
    """concurrency, per_host: requests at one time; spacing: seconds between two to one host.

    timeout, deadline, max_wait: seconds for one request, for the pass, and to wait because a host asks for it.
    fragments: ask for places on pages. fail_after: so many failing runs in a row make a link dead.
    not_asked, asked: hosts besides the usual ones, and exceptions of them.
    """

    concurrency: int = 64
    per_host: int = 4
    spacing: float = 0.1
    timeout: float = 20.0
    deadline: float = 900.0
    max_wait: float = 60.0
    fragments: bool = False
    fail_after: int = 1
    not_asked: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    allow_private: tuple[str, ...] = ()
    headers: Mapping[str, Mapping[str, str]] = {}
    servers: Mapping[str, str] = {}
    user_agent: str = ""


def options_from(settings: "Settings", trusted: bool) -> OnlineOptions:
    """Return the options of a run. A setting that widens the reach, and is not trusted, is a UserError."""
    said: dict[str, Any] = {}
    for key, (value, origin) in settings.entries("online").items():
        if key in WIDENING and not trusted:
            raise UserError(
                f"{origin}: 'online.{key}' widens what the network pass reaches",
                f"Whoever can change the list can change this file, too. If you trust it, say so on the "
                f"command line: `--config {origin}`.",
            )
        said[key.replace("-", "_")] = tuple(value) if isinstance(value, list) else value
    return OnlineOptions(**said)
