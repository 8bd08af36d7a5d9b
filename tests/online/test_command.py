"""The command with `--online`: findings, fixes, what may be set by whom, and runs that are cut short."""

import json
import os
import signal
import socket
import subprocess
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from online.conftest import LIST
from online.double import Double, Request, reply

from awesome_lint.cli import main


def test_findings(command: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["README.md", "--online", "--output-format", "concise"]) == 1
    out, err = capsys.readouterr()
    assert out == (
        "README.md:4:10: error[dead-link] dead link: 404\n"
        "README.md:5:11: warning[moved-link] moved for good (301) to http://a.test-site.org/new\n"
        "README.md:6:12: info[unverifiable-link] cannot be verified: Cloudflare asks for a browser (403)\n"
    )
    assert err.startswith("links: 1 alive, 1 dead, 1 moved, 1 unverifiable, 1 not asked (")


def test_selection_suppression_and_levels(command: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hidden = LIST.replace("Is gone.", "Is gone. <!-- awesome-lint-disable-line dead-link -->")
    (command / "README.md").write_text(hidden, encoding="utf-8")
    (command / "awesome-lint.toml").write_text('[severity]\nmoved-link = "info"\n', encoding="utf-8")
    assert main(["README.md", "--online", "--ignore", "unverifiable-link", "--output-format", "concise"]) == 0
    assert capsys.readouterr().out == (
        "README.md:5:11: info[moved-link] moved for good (301) to http://a.test-site.org/new\n"
    )


def test_moves_are_mended(command: Path) -> None:
    assert main(["README.md", "--online", "--fix"]) == 1
    assert (command / "README.md").read_text("utf-8") == LIST
    assert main(["README.md", "--online", "--fix", "--unsafe-fixes"]) == 1
    assert (command / "README.md").read_text("utf-8") == LIST.replace("org/moved", "org/new")


def test_second_run_sends_nothing(command: Path, web: Double) -> None:
    (command / "README.md").write_text(LIST.replace("walled", "here"), encoding="utf-8")
    assert main(["README.md", "--online", "--cache", "c.json"]) == 1
    assert list(json.loads((command / "c.json").read_text("utf-8"))["links"])
    web.requests.clear()
    assert main(["README.md", "--online", "--cache", "c.json"]) == 1
    assert web.requests == []


def test_cache_needs_online(command: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["README.md", "--cache", "c.json"]) == 2
    assert "--cache alone does nothing" in capsys.readouterr().err


def test_offline_runs_open_no_socket(command: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **named: object) -> None:
        raise AssertionError("a socket was opened")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    assert main(["README.md"]) == 0
    assert main(["README.md", "--fix", "--unsafe-fixes"]) == 0


def hangs_at(web: Double, url: str) -> threading.Event:
    """Let a URL answer never, and tell when it is asked for."""
    asked = threading.Event()

    async def nothing() -> Any:
        import asyncio

        await asyncio.sleep(30)
        yield b""

    def play(request: Request) -> Any:
        asked.set()
        return nothing()

    web.plays[url] = play
    return asked


def test_deadline_keeps_what_is_known(command: Path, web: Double, capsys: pytest.CaptureFixture[str]) -> None:
    hangs_at(web, "a.test-site.org/here")
    (command / "awesome-lint.toml").write_text("[online]\ndeadline = 1.0\n", encoding="utf-8")
    assert main(["README.md", "--online", "--output-format", "concise", "--exit-zero"]) == 2, "no whole pass"
    out, err = capsys.readouterr()
    assert "moved-link" in out
    assert "error: 1 link is not checked: the deadline of 1 s has passed\n\nRun again: what was found is kept" in err
    web.plays["a.test-site.org/here"] = reply(200)
    web.requests.clear()
    assert main(["README.md", "--online"]) == 1
    assert [one.url for one in web.requests if "moved" in one.url] == []


@pytest.mark.skipif(os.name == "nt", reason="there is no such signal")
def test_ctrl_c_prints_what_is_known(command: Path, web: Double, capsys: pytest.CaptureFixture[str]) -> None:
    asked = hangs_at(web, "a.test-site.org/here")
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it

    def interrupt() -> None:
        asked.wait(10)
        for _ in range(100):
            if sum("walled" in one.url for one in web.requests) and sum("/new" in one.url for one in web.requests) > 1:
                break
            time.sleep(0.05)
        time.sleep(0.1)
        os.kill(os.getpid(), signal.SIGINT)

    thread = threading.Thread(target=interrupt)
    thread.start()
    try:
        status = main(["README.md", "--online", "--output-format", "concise"])
        thread.join()
    finally:
        signal.signal(signal.SIGINT, before)
    out, err = capsys.readouterr()
    assert status == 130
    assert "unverifiable-link" in out
    assert "; interrupted before 1 of 5 were checked" in err
    assert "error" not in err


def test_without_a_network_nothing_passes_for_clean(
    command: Path, web: Double, capsys: pytest.CaptureFixture[str]
) -> None:
    web.missing |= {"a.test-site.org", "doi.org"}
    assert main(["README.md", "--online", "--exit-zero", "--ignore", "unverifiable-link"]) == 2
    assert "error: no server answered, so nothing is known of the links" in capsys.readouterr().err
    web.missing.remove("doi.org")
    assert main(["README.md", "--online", "--output-format", "concise"]) == 1
    assert capsys.readouterr().out.count("dead link: a.test-site.org does not exist") == 4


@pytest.mark.parametrize(("hosts", "status"), [(2, 0), (3, 2)])
def test_hosts_that_are_all_silent(hosts: int, status: int, command: Path, web: Double) -> None:
    web.otherwise = lambda request: None
    lines = [f"- [A](http://h{number}.test-site.org/) - Is silent.\n" for number in range(hosts)]
    (command / "README.md").write_text("# Things\n\n" + "".join(lines), encoding="utf-8")
    assert main(["README.md", "--online"]) == status


def test_all_files_have_one_deadline_and_are_all_counted(
    command: Path, web: Double, capsys: pytest.CaptureFixture[str]
) -> None:
    hangs_at(web, "a.test-site.org/here")
    (command / "awesome-lint.toml").write_text("[online]\ndeadline = 1.0\n", encoding="utf-8")
    (command / "sub").mkdir()
    (command / "sub" / "awesome-lint.toml").write_text("[online]\ndeadline = 1.0\nfail-after = 2\n", encoding="utf-8")
    more = "".join(f"- [A](http://b.test-site.org/{number}) - Is there.\n" for number in range(7))
    (command / "sub" / "README.md").write_text("# More\n\n" + more, encoding="utf-8")
    assert main(["README.md", "sub/README.md", "--online"]) == 2
    assert "error: 8 links are not checked: the deadline of 1 s has passed" in capsys.readouterr().err


def git(*arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b.c", *arguments], check=True, capture_output=True)


def test_only_links_of_changed_entries_are_asked_for(command: Path, web: Double) -> None:
    (command / ".git").rmdir()
    git("init", "-q")
    git("add", "README.md")
    git("commit", "-qm", "list")
    changed = LIST.replace("Is gone.", "Has gone away.") + "- [New](http://a.test-site.org/fresh) - Is new.\n"
    (command / "README.md").write_text(changed, encoding="utf-8")
    assert main(["README.md", "--online", "--since", "HEAD"]) == 1
    assert {one.url.partition("/")[2] for one in web.requests} == {"gone", "fresh"}
    web.requests.clear()
    git("commit", "-qam", "more")
    assert main(["README.md", "--online", "--since", "HEAD"]) == 0
    assert web.requests == []
