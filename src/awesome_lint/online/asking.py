"""Asking for all targets: strategy after strategy, with second chances at the end."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from yarl import URL

from awesome_lint.online.schedule import Busy, Schedule
from awesome_lint.online.strategies.strategy import Strategy
from awesome_lint.online.targets import Target
from awesome_lint.online.verdict import Verdict
from awesome_lint.online.web import Failure, Web

_TRIES: Final = 3  # for a link whose host asks to be left alone
_PAUSE: Final = 1.0  # seconds before the second chance; what flickers has mostly come back
_BY_INDEX: Final = frozenset({"doi", "openreview", "hugging-face", "youtube", "github"})


class Question(NamedTuple):
    """Targets that are asked for together. route: the strategies still to try, the first of them now.

    tries: how often the host asked to wait. second: whether this is the second chance.
    """

    route: tuple[Strategy, ...]
    targets: tuple[Target, ...]
    tries: int = 0
    second: bool = False


class Asking:
    """Asks; `verdicts` holds what is known at any time, by key.

    servers: base URLs of the services. max_wait: the longest wait, in seconds, that a host is granted.
    ends: when the pass does, by the schedule's clock. progress: told how many targets are settled.
    """

    def __init__(
        self,
        web: Web,
        schedule: "Schedule[Question]",
        servers: Mapping[str, str],
        max_wait: float,
        ends: float,
        progress: Callable[[int], None],
    ) -> None:
        self.web = web
        self.schedule = schedule
        self.servers = servers
        self.max_wait = max_wait
        self.ends = ends
        self.progress = progress
        self.verdicts: dict[str, Verdict] = {}
        self._doubted: list[tuple[Question, Target, Verdict]] = []
        self._doubts: dict[str, Verdict] = {}

    async def ask(self, routed: Iterable[tuple[Target, tuple[Strategy, ...]]]) -> None:
        """Ask for targets, each with its strategies. What was in doubt is asked for once more when all are through."""
        together: dict[tuple[Strategy, ...], list[Target]] = defaultdict(list)
        for target, route in routed:
            together[route].append(target)
        for route, targets in together.items():
            self._add(route, targets)
        await self.schedule.run(self._answer)
        doubted, self._doubted = self._doubted, []
        if doubted:
            await self.schedule.clock.sleep(_PAUSE)
        self.web.silent.clear()
        for question, target, verdict in doubted:
            self._doubts[target.key] = verdict
            self._queue(Question(question.route, (target,), 0, True))
        await self.schedule.run(self._answer)

    def settle_doubts(self) -> None:
        """Give those whose second chance did not come the verdict of the first; nothing is dead by it."""
        for _, target, verdict in self._doubted:
            self._doubts.setdefault(target.key, verdict)
        for key, verdict in self._doubts.items():
            if key not in self.verdicts:
                doubtful = Verdict("transient", f"asked once only: {verdict.reason}")
                self.verdicts[key] = doubtful if verdict.kind == "dead" else verdict

    def _add(self, route: tuple[Strategy, ...], targets: Sequence[Target], second: bool = False) -> None:
        size = route[0].batch
        for start in range(0, len(targets), size):
            self._queue(Question(route, tuple(targets[start : start + size]), 0, second))

    def _queue(self, question: Question) -> None:
        server = question.route[0].server
        url = self.servers[server] if server else question.targets[0].url
        try:
            host = URL(url).host or ""
        except ValueError:
            host = ""  # asking says what is wrong with it
        self.schedule.add(host, question)

    async def _answer(self, question: Question) -> None:
        strategy, *rest = question.route
        try:
            said = await strategy.ask(question.targets, self.web, self.servers)
        except Busy as busy:
            if strategy.name == "arxiv" and busy.seconds > 0:
                self.web.stopped.add("arxiv")  # its terms: whoever is refused stops
                said = {}
            elif self._waits(question, busy):
                return
            elif rest:
                said = {}
            else:
                said = self._all(question, Verdict("unverifiable", f"rate limited: {busy.host} asks to be left alone"))
        except Failure as failure:
            said = self._all(question, await self._of_failure(failure))
        unknown = []
        for target in question.targets:
            verdict = said.get(target.key)
            if verdict is None or (verdict.kind == "transient" and rest and question.second):
                unknown.append(target)
            else:
                self._settle(question, target, verdict)
        if unknown and rest:
            self._add(tuple(rest), unknown, question.second)
        elif unknown:
            for target in unknown:
                self._settle(question, target, Verdict("unverifiable", f"{strategy.name}: no clear answer"))

    def _waits(self, question: Question, busy: Busy) -> bool:
        """Put a question off until its host may be asked again; False where it is not to be waited for."""
        if busy.seconds > min(self.max_wait, self.ends - self.schedule.clock.now()):
            self.schedule.close(busy.host)
            return False
        if busy.told and question.tries + 1 >= _TRIES:
            return False
        # In the queue of the host that is waited for, which may be another than the link's own.
        self.schedule.add(busy.host, question._replace(tries=question.tries + busy.told))
        return True

    def _settle(self, question: Question, target: Target, verdict: Verdict) -> None:
        doubtful = verdict.kind == "transient" or (verdict.kind == "dead" and question.route[0].name not in _BY_INDEX)
        if doubtful and not question.second:
            self._doubted.append((question, target, verdict))
            return
        self.verdicts[target.key] = verdict
        self.progress(len(self.verdicts))

    async def _of_failure(self, failure: Failure) -> Verdict:
        if failure.kind == "blocked":
            return Verdict("skipped", failure.reason)
        if failure.kind == "refused":
            return Verdict("unverifiable", failure.reason)
        if failure.kind == "no-name":
            return Verdict("dead" if await self.web.resolver.finds_names() else "transient", failure.reason)
        return Verdict("transient", failure.reason)

    @staticmethod
    def _all(question: Question, verdict: Verdict) -> dict[str, Verdict]:
        return {target.key: verdict for target in question.targets}
