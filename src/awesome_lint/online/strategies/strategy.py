"""What a strategy is: a way to ask one service about things, one or many at a time."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Final, NamedTuple

from awesome_lint.online.schedule import Manners
from awesome_lint.online.targets import Target
from awesome_lint.online.verdict import Verdict
from awesome_lint.online.web import Web

Said = Mapping[str, Verdict]

# What the services ask for, or what is known to be borne; arXiv's terms are one request in three seconds.
MANNERS: Final[Mapping[str, Manners]] = {
    "doi": Manners(2, 0.2),
    "arxiv": Manners(1, 3.0),
    "github": Manners(1, 0.0),
    "openreview": Manners(2, 0.2),
    "openreview-1": Manners(2, 0.2),
}


class Strategy(NamedTuple):
    """name: as the cache and the tests know it. server: the service asked, '' for the link's own host.

    batch: how many targets are asked for at once. ask: takes targets, the web and the base URLs by service; returns
    what is known, by key. Whom it leaves out is asked for by the next strategy. Raises Failure and Busy.
    """

    name: str
    server: str
    batch: int
    ask: "Callable[[Sequence[Target], Web, Mapping[str, str]], Awaitable[Said]]"
