"""Who is asked next: a queue for each host, so many requests at one time, so much time between two of them."""

import asyncio
import heapq
import math
import time
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Generic, NamedTuple, TypeVar

Job = TypeVar("Job")


class Busy(Exception):  # noqa: N818  what a host wants is not a fault of the program
    """A host that is not to be asked now. seconds: for how long; inf: no more in this pass.

    told: whether it said so to the request that was made; else none was.
    """

    def __init__(self, host: str, seconds: float, told: bool = False) -> None:
        super().__init__(host, seconds)
        self.host = host
        self.seconds = seconds
        self.told = told


class Manners(NamedTuple):
    """at_once: requests to one host at one time. spacing: seconds between the starts of two."""

    at_once: int
    spacing: float


class Clock:
    """The time; tests have one that does not wait."""

    def now(self) -> float:
        """Return seconds from any point on."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Let time pass."""
        await asyncio.sleep(seconds)

    async def wait(self, event: asyncio.Event, seconds: float | None) -> None:
        """Wait for an event, so many seconds at most; None: for ever."""
        # Not `wait_for`: up to Python 3.11 a Ctrl-C is lost there when the event is set at that moment.
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await event.wait()


class _Lane(Generic[Job]):
    """The queue of one host. granted: requests that may start without waiting, as their turn was given already.

    paused: until when the host asked to be left alone; refusals: how often it did, with no other answer in between.
    """

    def __init__(self, manners: Manners) -> None:
        self.at_once, self.spacing = manners
        self.queue: deque[Job] = deque()
        self.busy = 0
        self.granted = 0
        self.ready = 0.0
        self.paused = 0.0
        self.refusals = 0
        self.closed = False
        self.listed = False


class Schedule(Generic[Job]):
    """Runs jobs: none waits for another host's turn, and no host is pressed.

    concurrency: jobs at one time. manners: what holds for a host by its name; `usual` for all others.
    """

    def __init__(self, concurrency: int, usual: Manners, manners: Mapping[str, Manners], clock: Clock) -> None:
        self.concurrency = concurrency
        self.usual = usual
        self.manners = manners
        self.clock = clock
        self._lanes: dict[str, _Lane[Job]] = {}
        self._heap: list[tuple[float, int, _Lane[Job]]] = []
        self._count = 0
        self._changed = asyncio.Event()
        self._running: set[asyncio.Task[None]] = set()

    def add(self, host: str, job: Job) -> None:
        """Queue a job."""
        lane = self._lane(host)
        lane.queue.append(job)
        self._list(lane)
        self._changed.set()

    def pause(self, host: str, seconds: float) -> int:
        """Ask a host nothing for a while, and fewer things at one time afterwards.

        Return how often it asked for that with no other answer in between; requests that were under way count once.
        """
        lane = self._lane(host)
        now = self.clock.now()
        if now >= lane.paused:
            lane.refusals += 1
            lane.at_once = max(1, lane.at_once // 2)
        lane.paused = max(lane.paused, now + seconds)
        lane.ready = max(lane.ready, lane.paused)
        return lane.refusals

    def served(self, host: str) -> None:
        """Note that a host gave an answer."""
        self._lane(host).refusals = 0

    def close(self, host: str) -> None:
        """Ask a host nothing more: whoever waits for its turn is told at once."""
        lane = self._lane(host)
        lane.closed, lane.ready, lane.spacing = True, 0.0, 0.0
        if lane.listed:
            self._heap = [entry for entry in self._heap if entry[2] is not lane]
            heapq.heapify(self._heap)
            lane.listed = False
            self._list(lane)
            self._changed.set()

    async def turn(self, host: str) -> None:
        """Wait until a request to a host may start. One that paused raises Busy: nobody keeps a place waiting."""
        lane = self._lane(host)
        self._heed(host, lane)
        if lane.granted:
            lane.granted -= 1
            return
        wait = self._reserve(lane) - self.clock.now()
        if wait > 0:
            await self.clock.sleep(wait)
            self._heed(host, lane)

    def _heed(self, host: str, lane: _Lane[Job]) -> None:
        if lane.closed:
            raise Busy(host, math.inf)
        pause = lane.paused - self.clock.now()
        if pause > 0:
            raise Busy(host, pause)

    async def run(self, work: Callable[[Job], Awaitable[None]]) -> None:
        """Do all jobs, those added meanwhile included. What a job raises ends the run."""
        try:
            while self._running or self._heap:
                self._changed.clear()
                pause = self._start(work)
                await self._wait(pause)
        finally:
            for task in self._running:
                task.cancel()
            await asyncio.gather(*self._running, return_exceptions=True)

    def _start(self, work: Callable[[Job], Awaitable[None]]) -> float | None:
        """Start what may start; return the seconds until more may, None when a job has to end first."""
        while self._heap and len(self._running) < self.concurrency:
            _, _, lane = self._heap[0]
            now = self.clock.now()
            if lane.ready > now and self._heap[0][0] <= now:  # it was told to wait since it was listed
                heapq.heappop(self._heap)
                lane.listed = False
                self._list(lane)
                continue
            if self._heap[0][0] > now:
                return self._heap[0][0] - now
            heapq.heappop(self._heap)
            lane.listed = False
            if lane.queue and lane.busy < lane.at_once:
                self._reserve(lane)
                lane.granted += 1
                lane.busy += 1
                job = lane.queue.popleft()
                task = asyncio.ensure_future(self._do(work, job, lane))
                self._running.add(task)
                self._list(lane)
        return None

    async def _do(self, work: Callable[[Job], Awaitable[None]], job: Job, lane: _Lane[Job]) -> None:
        try:
            await work(job)
        finally:
            lane.busy -= 1
            lane.granted = min(lane.granted, lane.busy)
            self._list(lane)
            self._changed.set()

    async def _wait(self, pause: float | None) -> None:
        for task in [task for task in self._running if task.done()]:
            self._running.discard(task)
            task.result()
        if not self._running and pause is not None:
            await self.clock.sleep(pause)
        elif self._running:
            await self.clock.wait(self._changed, pause)
            # The task that set the event ends only when it is next resumed.
            await asyncio.sleep(0)

    def _lane(self, host: str) -> _Lane[Job]:
        if host not in self._lanes:
            self._lanes[host] = _Lane(self.manners.get(host, self.usual))
        return self._lanes[host]

    def _reserve(self, lane: _Lane[Job]) -> float:
        start = max(lane.ready, self.clock.now())
        lane.ready = start + lane.spacing
        return start

    def _list(self, lane: _Lane[Job]) -> None:
        if lane.queue and not lane.listed and lane.busy < lane.at_once:
            lane.listed = True
            self._count += 1
            heapq.heappush(self._heap, (lane.ready, self._count, lane))
