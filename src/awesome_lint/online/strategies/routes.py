"""Which strategies are tried for a target, in order."""

from collections.abc import Collection
from typing import Final

from awesome_lint.online.strategies import arxiv, doi, fragment, github, hugging_face, openreview, page, youtube
from awesome_lint.online.strategies.strategy import Strategy
from awesome_lint.online.targets import Target
from awesome_lint.online.verdict import Verdict
from awesome_lint.urls import host_of

# Where asking tells nothing: robots get a wall whatever stands behind it, or the link is a picture made on the spot.
NOT_ASKED: Final[frozenset[str]] = frozenset(
    "x.com twitter.com mobile.twitter.com linkedin.com facebook.com instagram.com quora.com zhihu.com "
    "zhuanlan.zhihu.com researchgate.net reddit.com ieeexplore.ieee.org sciencedirect.com semanticscholar.org "
    "dl.acm.org portal.acm.org img.shields.io badgen.net star-history.com api.star-history.com contrib.rocks".split()
)
_BY_KEY: Final = {
    "arxiv": (arxiv.STRATEGY, doi.STRATEGY),
    "doi": (doi.STRATEGY,),
    "openreview": (openreview.STRATEGY,),
    "hf": (hugging_face.STRATEGY,),
    "youtube": (youtube.STRATEGY,),
}


def route(target: Target, token: bool, not_asked: Collection[str] = NOT_ASKED) -> tuple[Strategy, ...]:
    """Return the strategies for a target; () when it is not asked for.

    token: whether there is one for GitHub. not_asked: hosts without `www.`.
    """
    host = host_of(target.url).removeprefix("www.")
    if target.fragment:
        return () if host in not_asked else (fragment.STRATEGY,)
    kind = target.key.partition(":")[0]
    first: tuple[Strategy, ...] = _BY_KEY.get(kind, ())
    if kind == "github" and token and github.takes(target):
        first = (github.STRATEGY,)
    return first if host in not_asked else (*first, page.STRATEGY)


def unasked(target: Target) -> Verdict:
    """Return the verdict on a target without strategies."""
    return Verdict("skipped", "its host turns robots away")
