"""arXiv, a hundred papers at a time, at its terms; it only says who is there, the DOI index says who is not."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from xml.parsers import expat

from awesome_lint.online.strategies.strategy import Said, Strategy
from awesome_lint.online.targets import Target
from awesome_lint.online.verdict import Verdict
from awesome_lint.online.web import Web

_LIMIT: Final = 8 * 2**20  # bytes; a hundred abstracts are some 300 KB
_ERROR: Final = "/api/errors"
_BATCH: Final = 100


async def ask(targets: Sequence[Target], web: Web, servers: Mapping[str, str]) -> Said:
    """Ask which papers there are; after a refusal nothing is known, since arXiv then wants robots to stop."""
    if "arxiv" in web.stopped:
        return {}
    ids = {target.key.removeprefix("arxiv:"): target.key for target in targets}
    query = f"{servers['arxiv']}/api/query?id_list={','.join(ids)}&max_results={len(ids)}"
    answer = await web.request("GET", query, limit=_LIMIT)
    if answer.status != 200:
        web.stopped.add("arxiv")
        return {}
    alive = Verdict("alive-by-id", "arXiv has it")
    return {ids[one]: alive for one in _listed(answer.body) if one in ids}


def _listed(body: bytes) -> Iterator[str]:
    """Yield the ids of the papers in an Atom feed, without versions; of a broken feed none."""
    entries: list[str] = []
    path: list[str] = []
    text: list[str] = []

    def start(name: str, attributes: object) -> None:
        path.append(name.rpartition(":")[2])
        text.clear()

    def end(name: str) -> None:
        if path[-2:] == ["entry", "id"]:
            entries.append("".join(text).strip())
        path.pop()

    def refuse(*_: object) -> None:
        raise ValueError("entities are not read")

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.EntityDeclHandler = text.append, refuse
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, ValueError):
        return
    for entry in entries:
        if _ERROR not in entry and "/abs/" in entry:
            yield _without_version(entry.partition("/abs/")[2])


def _without_version(paper: str) -> str:
    stem, mark, number = paper.rpartition("v")
    paper = stem if mark and number.isdigit() and stem else paper
    archive, slash, serial = paper.partition("/")
    return f"{archive.partition('.')[0]}/{serial}" if slash else paper


STRATEGY = Strategy("arxiv", "arxiv", _BATCH, ask)
