"""The network pass of a run of the command: over all its files, with a line at the end that says what came of it."""

import sys
from collections import Counter
from collections.abc import Sequence
from typing import Final

from awesome_lint.command.loading import Loaded, by_settings
from awesome_lint.errors import UserError
from awesome_lint.online.cache import Cache, usual_path
from awesome_lint.online.check import THE_WORLD, Surroundings, ask
from awesome_lint.online.options import options_from
from awesome_lint.online.targets import Wanted, every_link, targets
from awesome_lint.online.verdict import Answers, Kind, Verdict
from awesome_lint.terminal import complain, say, visible

_WORDS: Final[tuple[tuple[tuple[Kind, ...], str], ...]] = (
    (("alive", "alive-by-id", "redirected", "archived"), "alive"),
    (("dead",), "dead"),
    (("moved",), "moved"),
    (("unverifiable", "transient"), "unverifiable"),
    (("skipped",), "not asked"),
)


def check_links(
    loaded: Sequence[Loaded],
    cache_path: str | None,
    trusted: bool,
    wanted: Wanted = every_link,
    surroundings: Surroundings = THE_WORLD,
) -> tuple[Answers, bool]:
    """Ask for the links of files; return what is known, and whether Ctrl-C cut it short.

    cache_path: of the cache; None: the platform's. trusted: whether the settings may widen what is reached.
    wanted: tells which links to ask for.
    """
    verdicts: dict[str, Verdict] = {}
    total, sent, cut = 0, 0, ""
    for group in by_settings(loaded):
        options = options_from(group[0].settings, trusted)
        asked = targets([one.doc for one in group], wanted, options.fragments)
        cache = Cache(cache_path or usual_path(), options.fail_after)
        if cache.note:
            say(visible(cache.note), sys.stderr)
        outcome = ask([one for one in asked if one.key not in verdicts], options, cache, surroundings)
        try:
            cache.save()
        except UserError as error:  # what was found is told all the same
            complain(error)
        verdicts.update(outcome.verdicts)
        total, sent = total + len(asked), sent + outcome.sent
        cut = outcome.cut
        if cut:
            break
    say(_summary(verdicts, total, sent, cut), sys.stderr)
    return Answers(verdicts, wanted), cut == "interrupted"


def _summary(verdicts: dict[str, Verdict], total: int, sent: int, cut: str) -> str:
    counts = Counter(verdict.kind for verdict in verdicts.values())
    parts = [(sum(counts[kind] for kind in kinds), word) for kinds, word in _WORDS]
    said = ", ".join(f"{count:,} {word}" for count, word in parts if count)
    requests = f"{sent:,} request{'' if sent == 1 else 's'}"
    missing = total - len(verdicts)
    why = "interrupted" if cut == "interrupted" else "the deadline came"
    tail = f"; {why}: {missing:,} were not reached" if cut else ""
    return f"links: {said or 'none'} ({requests}){tail}"
