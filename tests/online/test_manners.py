"""How often, how fast and how long hosts are asked, and what is kept."""

import asyncio
import email.utils
import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from online.double import Double, Quick, reply

from awesome_lint.errors import UserError
from awesome_lint.online.cache import LIFETIMES, Cache
from awesome_lint.online.schedule import Manners, Schedule
from awesome_lint.online.verdict import Verdict
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
        await self.schedule.turn(host)
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


def test_what_a_job_raises_ends_the_run() -> None:
    office = Office(Manners(1, 0.0))

    async def fail(job: tuple[str, int]) -> None:
        raise RuntimeError("a bug")

    office.schedule.add("h", ("h", 0))
    with pytest.raises(RuntimeError, match="a bug"):
        asyncio.run(office.schedule.run(fail))


class Days:
    """A calendar for the cache."""

    def __init__(self) -> None:
        self.time = 1e9

    def __call__(self) -> float:
        return self.time


def test_second_run_asks_for_nothing(web: Double, tmp_path: Path) -> None:
    urls = [PAGE, "http://a.test-site.org/gone", "https://doi.org/10.1145/1.2", "http://a.test-site.org/moved"]
    web.plays.update(
        {
            KEY: reply(200),
            "a.test-site.org/moved": reply(301, Location="/x"),
            "doi.org/api/handles/10.1145/1.2": reply(200, '{"responseCode": 100}'),
        }
    )
    path, days = str(tmp_path / "new" / "cache.json"), Days()
    first = Cache(path, 1, days)
    kinds = {key: one.kind for key, one in web.check(*urls, cache=first).verdicts.items()}
    assert set(kinds.values()) == {"alive", "dead", "moved"}
    first.save()
    web.requests.clear()
    days.time += 3600
    second = Cache(path, 1, days)
    outcome = web.check(*urls, cache=second)
    assert {key: one.kind for key, one in outcome.verdicts.items()} == kinds
    assert web.requests == []
    days.time += max(LIFETIMES.values()) * 2
    web.check(*urls, cache=Cache(path, 1, days))
    assert len(web.requests) >= 4


@pytest.mark.parametrize("kind", ["transient", "unverifiable", "skipped"])
def test_errors_are_not_kept(kind: str, tmp_path: Path) -> None:
    cache = Cache(str(tmp_path / "c.json"))
    cache.put("a", Verdict(kind, "x"))  # type: ignore[arg-type]
    cache.save()
    assert Cache(str(tmp_path / "c.json")).get("a") is None


@pytest.mark.parametrize("kind", list(LIFETIMES))
def test_each_kind_has_its_lifetime(kind: str) -> None:
    days = Days()
    cache = Cache(None, 1, days)
    cache.put("a", Verdict(kind, "x"))  # type: ignore[arg-type]
    days.time += LIFETIMES[kind] * 0.79
    assert cache.get("a") is not None
    days.time += LIFETIMES[kind] * 0.42
    assert cache.get("a") is None


def test_dead_after_so_many_runs(web: Double, tmp_path: Path) -> None:
    path = str(tmp_path / "c.json")
    kinds = []
    for answer in (404, 404, 500, 404, 404, 200, 404):
        web.plays[KEY] = reply(answer)
        cache = Cache(path, 3, Days())
        kinds.append(web.verdict(PAGE, cache=cache).kind)
        cache.save()
    assert kinds[:4] == ["transient", "transient", "transient", "dead"]
    web.requests.clear()


def test_a_run_that_finds_it_alive_begins_the_count_anew() -> None:
    cache = Cache(None, 2)
    kinds = [cache.put("a", Verdict(kind)).kind for kind in ("dead", "alive", "dead", "dead")]
    assert kinds == ["transient", "alive", "transient", "dead"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "[]",
        "{}",
        '{"version": 99, "links": {}}',
        '{"version": 1, "links": {"a": 1}}',
        '{"version": 1, "links": {"a": ["odd", "", null, 1, 0]}}',
        '{"version": 1, "links": {"a": ["alive", "", null, "x", 0]}}',
        "[" * 100_000,
    ],
)
def test_corrupt_is_empty(text: str, tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    path.write_text(text, encoding="utf-8")
    cache = Cache(str(path))
    assert cache.entries == {}
    assert "is begun anew" in cache.note
    cache.put("a", Verdict("alive"))
    cache.save()
    assert list(json.loads(path.read_text("utf-8"))["links"]) == ["a"]
    assert [one.name for one in tmp_path.iterdir()] == ["c.json"]


def test_cache_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    cache = Cache(str(tmp_path / "file" / "c.json"))
    cache.put("a", Verdict("alive"))
    with pytest.raises(UserError, match="cannot be written"):
        cache.save()
