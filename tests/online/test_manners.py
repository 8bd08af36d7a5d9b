"""How often, how fast and how long hosts are asked."""

import asyncio
import email.utils
import math
import time
from itertools import pairwise

import pytest
from online.double import Double, Quick, reply

from awesome_lint.online.schedule import Busy, Clock, Manners, Schedule
from awesome_lint.online.waits import seconds_to_wait

PAGE = "http://a.test-site.org/x"
KEY = "a.test-site.org/x"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "120"}, 120.0),
        ({"Retry-After": "0"}, 0.0),
        ({"Retry-After": email.utils.formatdate(1030, usegmt=True)}, 30.0),
        ({"Retry-After": email.utils.formatdate(900, usegmt=True)}, 0.0),
        ({"Retry-After": "9" * 30}, 86_400.0),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "-5"}, None),
        ({"RateLimit": "limit=10, remaining=0, t=7"}, 7.0),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "1060"}, 60.0),
        ({"x-ratelimit-remaining": "5", "x-ratelimit-reset": "1060"}, None),
        ({}, None),
    ],
)
def test_forms_of_retry_after(headers: dict[str, str], seconds: float | None) -> None:
    assert seconds_to_wait(headers, 1000.0) == seconds


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("form", ["seconds", "date"])
def test_waiting_is_obeyed(status: int, form: str, web: Double) -> None:
    clock = Quick()
    wait = "30" if form == "seconds" else email.utils.formatdate(time.time() + 50, usegmt=True)
    web.plays[KEY] = lambda request: reply(status, Retry_After=wait) if request.earlier < 1 else reply(200)
    assert web.verdict(PAGE, clock=clock).kind == "alive"
    assert clock.time >= 1029
    assert web.asked() == [f"HEAD {KEY}"] * 2


def test_wait_that_is_too_long(web: Double) -> None:
    clock = Quick()
    web.plays[KEY] = reply(429, Retry_After="7200")
    assert web.verdict(PAGE, clock=clock).kind == "unverifiable"
    assert (len(web.requests), clock.time) == (1, 1000.0)


def test_a_host_is_not_asked_for_ever(web: Double) -> None:
    web.plays[KEY] = reply(429, Retry_After="nonsense")
    assert web.verdict(PAGE).kind == "unverifiable"
    assert len(web.requests) == 3


@pytest.mark.parametrize(("max_wait", "kind"), [(29.0, "unverifiable"), (31.0, "alive")])
def test_the_longest_wait_can_be_set(max_wait: float, kind: str, web: Double) -> None:
    web.plays[KEY] = lambda request: reply(429, Retry_After="30") if request.earlier < 1 else reply(200)
    found = web.verdict(PAGE, max_wait=max_wait)
    assert found.kind == kind
    if kind == "unverifiable":
        assert found.reason == "rate limited: a.test-site.org asks to be left alone"


def test_a_wall_that_says_429_is_not_waited_for(web: Double) -> None:
    clock = Quick()
    web.otherwise = lambda request: reply(429, x_kpsdk_ct="1")
    found = web.check(*PAGES, clock=clock)
    assert {one.reason for one in found.verdicts.values()} == {"Kasada asks for a browser (429)"}
    assert (found.sent, clock.time) == (len(PAGES), 1000.0)


PAGES = [f"http://a.test-site.org/{number}" for number in range(30)]


@pytest.mark.parametrize(("wait", "deadline"), [("7200", 900.0), ("50", 40.0)])
def test_a_host_that_cannot_be_waited_for_holds_nobody_up(wait: str, deadline: float, web: Double) -> None:
    clock = Quick()
    web.otherwise = lambda request: reply(429, Retry_After=wait)
    found = web.check(*PAGES, clock=clock, deadline=deadline)
    assert found.cut == ""
    assert {one.kind for one in found.verdicts.values()} == {"unverifiable"}
    assert len(web.requests) <= 4, "those that were under way together"
    assert clock.time < 1040


def test_a_host_that_never_relents_is_given_up(web: Double) -> None:
    clock = Quick()
    web.otherwise = lambda request: reply(429, Retry_After="50")
    assert {one.kind for one in web.check(*PAGES, clock=clock).verdicts.values()} == {"unverifiable"}
    assert len(web.requests) <= 4 + 2 + 1, "fewer at one time after each refusal"
    assert 1100 <= clock.time < 1200


def test_a_host_that_relents_is_asked_for_all(web: Double) -> None:
    clock = Quick()
    web.otherwise = lambda request: reply(429, Retry_After="9") if len(web.requests) % 8 == 7 else reply(200)
    assert {one.kind for one in web.check(*PAGES, clock=clock).verdicts.values()} == {"alive"}


def test_an_index_that_is_limited_leaves_it_to_the_page(web: Double) -> None:
    web.plays["huggingface.co/api/models/o/n"] = reply(429, Retry_After="7200")
    web.plays["mirror.test-site.org/api/models/o/n"] = reply(429, Retry_After="7200")
    web.plays["huggingface.co/o/n"] = reply(200)
    servers = {"hugging-face": "https://mirror.test-site.org"}
    assert web.verdict("https://huggingface.co/o/n", servers=servers).kind == "alive"


def test_each_thing_is_asked_for_once(web: Double) -> None:
    web.otherwise = lambda request: reply(200)
    found = web.check(PAGE, f"{PAGE}/", f"{PAGE}#part", "http://www.a.test-site.org/x", f"{PAGE}?utm_source=y")
    assert (len(found.verdicts), len(web.requests)) == (1, 1)


def test_https_is_asked_for_where_both_are_listed(web: Double) -> None:
    web.otherwise = lambda request: reply(200)
    web.check(PAGE, PAGE.replace("http:", "https:"))
    assert len(web.requests) == 1
    assert web.verdict(PAGE).kind == "alive"


class Office:
    """Notes when jobs start, and how many are at work."""

    def __init__(self, manners: Manners, concurrency: int = 64) -> None:
        self.clock = Quick()
        self.schedule: Schedule[tuple[str, int]] = Schedule(concurrency, manners, {}, self.clock)
        self.starts: dict[str, list[float]] = {}
        self.now: dict[str, int] = {}
        self.most: dict[str, int] = {}

    async def work(self, job: tuple[str, int]) -> None:
        host, _ = job
        try:
            await self.schedule.turn(host)
        except Busy as busy:
            self.schedule.add(busy.host, job)
            return
        self.starts.setdefault(host, []).append(self.clock.now())
        self.now[host] = self.now.get(host, 0) + 1
        self.most[host] = max(self.most.get(host, 0), self.now[host])
        await asyncio.sleep(0)
        self.now[host] -= 1


def test_never_more_than_so_many_at_once_and_never_faster() -> None:
    office = Office(Manners(3, 0.5))
    for number in range(20):
        office.schedule.add(f"h{number % 2}", (f"h{number % 2}", number))
    asyncio.run(office.schedule.run(office.work))
    for host in ("h0", "h1"):
        starts = office.starts[host]
        assert len(starts) == 10
        assert office.most[host] <= 3
        assert all(later - earlier >= 0.499 for earlier, later in pairwise(starts))


def test_concurrency_is_kept_over_all_hosts() -> None:
    office = Office(Manners(4, 0.0), concurrency=5)
    for number in range(40):
        office.schedule.add(f"h{number}", ("all", number))
    asyncio.run(office.schedule.run(office.work))
    assert office.most["all"] <= 5
    assert len(office.starts["all"]) == 40


def test_a_pause_holds_for_what_is_queued_already() -> None:
    office = Office(Manners(1, 0.0))
    office.schedule.add("h", ("h", 0))
    office.schedule.pause("h", 60)
    asyncio.run(office.schedule.run(office.work))
    assert office.starts["h"] == [1060.0]


def test_whoever_waits_for_another_host_keeps_no_place() -> None:
    office = Office(Manners(4, 0.0), concurrency=2)
    office.schedule.pause("slow", 60)
    for number in range(6):
        office.schedule.add(f"leads to slow {number}", ("slow", number))
        office.schedule.add("h", ("h", number))
    asyncio.run(office.schedule.run(office.work))
    assert office.starts == {"h": [1000.0] * 6, "slow": [1060.0] * 6}


def test_a_closed_host_wakes_those_who_wait() -> None:
    office = Office(Manners(1, 0.0))
    said = []

    async def work(job: tuple[str, int]) -> None:
        try:
            await office.schedule.turn(job[0])
        except Busy as busy:
            said.append((job, busy.seconds))
        else:
            office.schedule.close("slow")

    office.schedule.pause("slow", 60)
    office.schedule.add("slow", ("slow", 0))
    office.schedule.add("h", ("h", 0))
    asyncio.run(office.schedule.run(work))
    assert said == [(("slow", 0), math.inf)]
    assert office.clock.time == 1000.0


def test_what_a_job_raises_ends_the_run() -> None:
    office = Office(Manners(1, 0.0))

    async def fail(job: tuple[str, int]) -> None:
        raise RuntimeError("a bug")

    office.schedule.add("h", ("h", 0))
    with pytest.raises(RuntimeError, match="a bug"):
        asyncio.run(office.schedule.run(fail))


def test_a_host_that_is_paused_while_a_request_waits_is_not_asked() -> None:
    async def two_turns() -> None:
        schedule: Schedule[None] = Schedule(4, Manners(4, 0.05), {}, Clock())
        await schedule.turn("a.test-site.org")
        waiting = asyncio.ensure_future(schedule.turn("a.test-site.org"))
        await asyncio.sleep(0)
        schedule.pause("a.test-site.org", 60)
        await waiting

    with pytest.raises(Busy):
        asyncio.run(two_turns())
