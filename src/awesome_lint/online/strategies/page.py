"""Any page: asked for at its own address."""

from collections.abc import Mapping, Sequence

from awesome_lint.online.fetch import look
from awesome_lint.online.strategies.strategy import Said, Strategy
from awesome_lint.online.targets import Target
from awesome_lint.online.web import Web


async def ask(targets: Sequence[Target], web: Web, servers: Mapping[str, str]) -> Said:
    """Ask for the page of each target."""
    return {target.key: await look(web, target.url) for target in targets}


STRATEGY = Strategy("page", "", 1, ask)
