"""One double for all tests, as new for each that asks for it, and a folder in which the command reaches it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from online.double import Double, reply

from awesome_lint.online import links

LIST = """\
# Things

- [Here](http://a.test-site.org/here) - Is here.
- [Gone](http://a.test-site.org/gone) - Is gone.
- [Moved](http://a.test-site.org/moved) - Has moved.
- [Walled](http://a.test-site.org/walled) - Is behind a wall.
- [Posted](https://x.com/a/status/1) - Is somewhere.
"""


@pytest.fixture(scope="session")
def server() -> Iterator[Double]:
    double = Double()
    yield double
    double.close()


@pytest.fixture
def web(server: Double) -> Double:
    server.reset()
    return server


@pytest.fixture
def command(web: Double, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a list; the command there reaches the double."""
    web.plays.update(
        {
            "a.test-site.org/here": reply(200),
            "a.test-site.org/moved": reply(301, Location="/new"),
            "a.test-site.org/new": reply(200),
            "a.test-site.org/walled": reply(403, cf_mitigated="challenge"),
        }
    )
    check = links.check_links

    def with_double(loaded: Any, cache: Any, trusted: bool, wanted: Any) -> Any:
        return check(loaded, cache, trusted, wanted, web.around())

    monkeypatch.setattr(links, "check_links", with_double)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "README.md").write_text(LIST, encoding="utf-8")
    return tmp_path
