"""The network pass of a run of the command: over all its files, with a line at the end that says what came of it."""

import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from awesome_lint.command.loading import Loaded, by_settings
from awesome_lint.errors import UserError
from awesome_lint.online.cache import Cache, usual_path
from awesome_lint.online.check import THE_WORLD, Cut, Outcome, Surroundings, ask
from awesome_lint.online.options import OnlineOptions, options_from
from awesome_lint.online.targets import Target, Wanted, every_link, targets
from awesome_lint.online.verdict import Answers, Kind, Verdict
from awesome_lint.terminal import complain, say, visible

_WORDS: Final[tuple[tuple[tuple[Kind, ...], str], ...]] = (
    (("alive", "alive-by-id", "redirected", "archived"), "alive"),
    (("dead",), "dead"),
    (("moved",), "moved"),
    (("unverifiable", "transient"), "unverifiable"),
    (("skipped",), "not asked"),
)


class Checked(NamedTuple):
    """answers: what is known. interrupted: whether Ctrl-C cut the pass short. error: what else did, or None."""

    answers: Answers
    interrupted: bool
    error: UserError | None


def check_links(
    loaded: Sequence[Loaded],
    cache_path: str | None,
    trusted: bool,
    wanted: Wanted = every_link,
    surroundings: Surroundings = THE_WORLD,
) -> Checked:
    """Ask for the links of files, and say in a line what came of it.

    cache_path: of the cache; None: the platform's. trusted: whether the settings may widen what is reached.
    wanted: tells which links to ask for.
    """
    verdicts: dict[str, Verdict] = {}
    sent = 0
    cut: Cut = ""
    groups = [
        (options, targets([one.doc for one in group], wanted, options.fragments))
        for group in by_settings(loaded)
        for options in [options_from(group[0].settings, trusted)]
    ]
    started = time.monotonic()
    for options, asked in groups:
        left = options.deadline - (time.monotonic() - started)
        unknown = [one for one in asked if one.key not in verdicts]
        outcome = _ask(unknown, options._replace(deadline=max(left, 0.0)), cache_path, surroundings)
        verdicts.update(outcome.verdicts)
        sent += outcome.sent
        cut = cut or outcome.cut
        if cut == "interrupted":
            break
    total = len({one.key for _, asked in groups for one in asked})
    say(_summary(verdicts, total, sent, cut), sys.stderr)
    deadline = max((options.deadline for options, _ in groups), default=0.0)
    wrong = _error(cut, deadline, total - len(verdicts))
    return Checked(Answers(verdicts, wanted), cut == "interrupted", wrong)


def _ask(
    asked: Sequence[Target], options: OnlineOptions, cache_path: str | None, surroundings: Surroundings
) -> Outcome:
    """Ask for targets, with what earlier runs found, and keep what this one finds."""
    cache = Cache(cache_path or usual_path(), options.fail_after)
    if cache.note:
        say(visible(cache.note), sys.stderr)
    outcome = ask(asked, options, cache, surroundings)
    try:
        cache.save()
    except UserError as error:  # what was found is told all the same
        complain(error)
    return outcome


def _summary(verdicts: Mapping[str, Verdict], total: int, sent: int, cut: Cut) -> str:
    counts = Counter(verdict.kind for verdict in verdicts.values())
    parts = [(sum(counts[kind] for kind in kinds), word) for kinds, word in _WORDS]
    said = ", ".join(f"{count:,} {word}" for count, word in parts if count)
    missing = (
        f"; interrupted before {total - len(verdicts):,} of {total:,} were checked" if cut == "interrupted" else ""
    )
    return f"links: {said or 'none'} ({sent:,} request{'' if sent == 1 else 's'}){missing}"


def _error(cut: Cut, deadline: float, missing: int) -> UserError | None:
    """Return what is wrong with a pass that must not be taken for a whole one."""
    if cut == "deadline":
        some = f"{missing:,} links are not checked" if missing != 1 else "1 link is not checked"
        return UserError(
            f"{some if missing else 'not all links got their second try'}: the deadline of {deadline:g} s has passed",
            "Run again: what was found is kept, and not asked again. Or give the pass more time: `deadline` under "
            "[online], in seconds.",
        )
    if cut == "offline":
        return UserError(
            "no server answered, so nothing is known of the links",
            "Look whether this machine is connected, and without a proxy.",
        )
    return None
