"""Whole lists against the double: what is walled is never called dead, and what is planted dead is found.

`AWESOME_LINT_SEEDS` may name a folder with real lists; a short one of the same kinds of links stands here.
"""

import json
import os
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from online.double import Double, Quick, Request, reply

from awesome_lint.document import Document
from awesome_lint.online.cache import Cache
from awesome_lint.online.check import ask
from awesome_lint.online.options import OnlineOptions
from awesome_lint.online.services import SERVERS
from awesome_lint.online.targets import Target, targets
from awesome_lint.parse import parse
from awesome_lint.source import Source

WALLED = ("dl.acm.org", "ieeexplore.ieee.org", "www.sciencedirect.com", "www.researchgate.net", "x.com", "medium.com")
OURS = """\
# Papers

- [MobiSys'22] A. [[paper](https://dl.acm.org/doi/10.1145/3498361.3539765)] [[pdf](https://dl.acm.org/doi/pdf/10.1145/1)]
- [TC'20] B. [[paper](https://ieeexplore.ieee.org/document/9174648)]
- [TC'21] C. [[paper](https://ieeexplore.ieee.org/abstract/document/9174649/)]
- [NeurIPS'22] D. [[paper](https://arxiv.org/abs/2206.15472)] [[code](https://github.com/mit/tiny)]
- [ICLR'23] E. [[paper](https://openreview.net/forum?id=AbC)] [[video](https://youtu.be/dQw4w9WgXcQ)]
- [ICML'21] F. [[paper](http://proceedings.mlr.press/v139/a21a.html)] [[model](https://huggingface.co/o/n)]
- [Old'08] G. [[paper](https://dl.acm.org/citation.cfm?id=1234)] [[copy](https://www.sciencedirect.com/science/article/pii/S1)]
- [Blog] H. [[post](https://medium.com/@a/b)] [[thread](https://x.com/a/status/1)] [[page](https://people.site.edu/~h/)]
"""
PLANTED = """
- [ACM'22] Gone. [[paper](https://dl.acm.org/doi/10.1145/9999999.9999999)]
- [arXiv'22] Gone. [[paper](https://arxiv.org/abs/2299.99999)]
- [ICLR'23] Gone. [[paper](https://openreview.net/forum?id=GoneGone)]
- [Code] Gone. [[code](https://github.com/gone/gone)]
- [Page] Gone. [[page](https://people.site.edu/gone)]
- [Host] Gone. [[page](https://gone.site.edu/page)]
- [Video] Gone. [[video](https://www.youtube.com/watch?v=GoneGoneGon)]
- [Model] Gone. [[model](https://huggingface.co/gone/gone)]
"""
DEAD = {
    "doi:10.1145/9999999.9999999",
    "arxiv:2299.99999",
    "openreview:GoneGone",
    "github:gone/gone",
    "people.site.edu/gone",
    "gone.site.edu/page",
    "youtube:GoneGoneGon",
    "hf:gone/gone",
}


def lists() -> list[Path]:
    folder = os.environ.get("AWESOME_LINT_SEEDS")
    return sorted(Path(folder).glob("*.md")) if folder else []


def play(request: Request) -> bytes:
    """Answer as the services do; what has `gone` or 9999 in its name is not there."""
    host, path = request.url.split("/", 1)
    gone = "gone" in path.lower() or "9999" in path
    if host in WALLED:
        return reply(403, "<html>Just a moment", cf_mitigated="challenge")
    if path.startswith("api/handles/"):
        return reply(404 if gone else 200, json.dumps({"responseCode": 100 if gone else 1}))
    if host == "export.arxiv.org":
        ids = request.url.partition("id_list=")[2].partition("&")[0].split(",")
        entries = "".join(f"<entry><id>http://arxiv.org/abs/{one}v1</id></entry>" for one in ids if "9999" not in one)
        return reply(200, f"<feed xmlns='http://www.w3.org/2005/Atom'>{entries}</feed>")
    if host.endswith("openreview.net") and "/notes" in request.url:
        return reply(404, '{"name": "NotFoundError"}') if gone else reply(200, '{"notes": [{}]}')
    return reply(404 if gone else 200, "page")


@pytest.mark.parametrize("path", [None, *lists()], ids=str)
def test_walled_is_not_dead_and_dead_is_found(path: Path | None, web: Double) -> None:
    text = (path.read_text("utf-8") if path else OURS) + PLANTED
    doc: Document = parse(Source(text, "README.md"))
    wanted = targets([doc])
    web.otherwise = play
    web.missing.add("gone.site.edu")
    options = OnlineOptions(spacing=0.0, servers=dict(SERVERS), per_host=16)
    verdicts = ask(wanted, options, Cache(None), web.around(clock=Quick()), {}).verdicts
    assert set(verdicts) == {one.key for one in wanted}
    assert {key for key, one in verdicts.items() if one.kind == "dead"} == DEAD
    assert {verdicts[one.key].kind for one in wanted if host(one) == "ieeexplore.ieee.org"} <= {"skipped"}
    assert {verdicts[one.key].kind for one in wanted if host(one) == "dl.acm.org" and one.key not in DEAD} <= {
        "alive-by-id",
        "skipped",
    }
    assert len(set(web.asked())) >= len(web.asked()) - 2 * len(DEAD), "nothing but the dead is asked for twice"


def host(target: Target) -> str:
    return urlsplit(target.url).hostname or ""
