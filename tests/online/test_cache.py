"""What is kept from one run to the next, for how long, and in which file."""

import json
import os
import time
from pathlib import Path

import pytest
from online.double import Double, reply

from awesome_lint.errors import UserError
from awesome_lint.online.cache import LIFETIMES, Cache
from awesome_lint.online.verdict import Verdict

PAGE = "http://a.test-site.org/x"
KEY = "a.test-site.org/x"


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
    assert "is started afresh" in cache.note
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


def test_what_a_killed_run_left_is_not_read_and_goes_away(tmp_path: Path) -> None:
    path = tmp_path / "c[1].json"
    old, new, other = (tmp_path / name for name in ("c[1].json.a1.part", "c[1].json.b2.part", "c1.json.a1.part"))
    for file in (old, new, other):
        file.write_text('{"version": 1, "links": {"a": ["dead", "404", null, 1', encoding="utf-8")
    for file in (old, other):
        os.utime(file, (time.time() - 7200,) * 2)
    cache = Cache(str(path))
    assert (cache.entries, cache.note) == ({}, "")
    cache.put("b", Verdict("alive"))
    cache.save()
    assert Cache(str(path)).get("b") == Verdict("alive")
    assert sorted(tmp_path.iterdir()) == sorted([path, new, other]), "another run may be writing the newer one"


def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "c.json"
    cache = Cache(str(path))
    cache.put("a", Verdict("alive"))
    cache.save()
    before = path.read_bytes()
    cache.put("b", Verdict("alive"))

    def fail(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(UserError, match="cannot be written: No space left"):
        cache.save()
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
