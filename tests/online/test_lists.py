"""Whole lists against the double: what is walled is never called dead, and what is planted dead is found.

`AWESOME_LINT_SEEDS` may name a folder with real lists; a short one of the same kinds of links stands here.
"""

import json
import os
import re
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

# How the walls of these hosts look, as they have been seen.
WALLS = {
    "dl.acm.org": reply(403, "<html>Just a moment", cf_mitigated="challenge"),
    "ieeexplore.ieee.org": reply(418),
    "www.sciencedirect.com": reply(403, "<html>", cf_mitigated="challenge"),
    "onlinelibrary.wiley.com": reply(403, "<html>", cf_mitigated="challenge"),
    "www.semanticscholar.org": reply(202, x_amzn_waf_action="challenge"),
    "www.researchgate.net": reply(403),
    "www.linkedin.com": reply(999),
    "x.com": reply(400),
    "medium.com": reply(403, "<html>", cf_mitigated="challenge"),
    "www.walled.site.edu": reply(202),
    "docs.walled.site.edu": reply(200, "<html><script id=anubis_challenge>"),
    "shop.walled.site.edu": reply(405, x_amzn_waf_action="captcha"),
    "old.walled.site.edu": reply(404, "<html>", Set_Cookie="_abck=1"),
}
OURS = """\
# Papers

- [MobiSys'22] A. [[paper](https://dl.acm.org/doi/10.1145/3498361.3539765)] [[pdf](https://dl.acm.org/doi/pdf/10.1145/1)]
- [TC'20] B. [[paper](https://ieeexplore.ieee.org/document/9174648)]
- [TC'21] C. [[paper](https://ieeexplore.ieee.org/abstract/document/9174649/)]
- [NeurIPS'22] D. [[paper](https://arxiv.org/abs/2206.15472)] [[code](https://github.com/mit/tiny)]
- [ICLR'23] E. [[paper](https://openreview.net/forum?id=AbC)] [[video](https://youtu.be/dQw4w9WgXcQ)]
- [ICML'21] F. [[paper](http://proceedings.mlr.press/v139/a21a.html)] [[model](https://huggingface.co/o/n)]
- [Old'08] G. [[paper](https://dl.acm.org/citation.cfm?id=1234)] [[copy](https://www.sciencedirect.com/science/article/pii/S1)]
- [JSA'20] I. [[paper](https://link.springer.com/article/10.1007/s11227-020-03281-w)]
- [CPE'20] J. [[paper](https://onlinelibrary.wiley.com/doi/full/10.1002/cpe.5741)]
- [Nature'19] K. [[paper](https://www.nature.com/articles/s41586-019-1677-2)] [[same](https://doi.org/10.1038/nature14539)]
- [TC'19] L. [[paper](https://ieeexplore.ieee.org/stamp/stamp.jsp?arnumber=8735526)]
- [SOSP'19] M. [[paper](https://dl.acm.org/doi/abs/10.1145/3341301.3359630)] [[doi](https://doi.acm.org/10.1145/3341302)]
- [Corpus] N. [[list](https://www.semanticscholar.org/paper/A-title/0123456789abcdef0123456789abcdef01234567)]
- [People] O. [[profile](https://www.linkedin.com/in/o)] [[profile](https://www.researchgate.net/profile/O)]
- [Walls] P. [[a](https://www.walled.site.edu/a)] [[b](https://docs.walled.site.edu/b)] [[c](https://shop.walled.site.edu/c)]
- [Walls] Q. [[d](https://old.walled.site.edu/d)]
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
    if host in WALLS:
        return WALLS[host]
    if path.startswith("api/handles/"):
        return reply(404 if gone else 200, json.dumps({"responseCode": 100 if gone else 1}))
    if host == "api.github.com":
        return graphql(json.loads(request.body)["query"])
    if host == "export.arxiv.org":
        ids = request.url.partition("id_list=")[2].partition("&")[0].split(",")
        entries = "".join(f"<entry><id>http://arxiv.org/abs/{one}v1</id></entry>" for one in ids if "9999" not in one)
        return reply(200, f"<feed xmlns='http://www.w3.org/2005/Atom'>{entries}</feed>")
    if host.endswith("openreview.net") and "/notes" in request.url:
        return reply(404, '{"name": "NotFoundError"}') if gone else reply(200, '{"notes": [{}]}')
    return reply(404 if gone else 200, "page")


def graphql(query: str) -> bytes:
    """Answer for repositories; those of the owner `gone` are not there."""
    data, errors = {}, []
    for alias, owner, name in re.findall(r'(r\d+): repository\(owner: "([^"]+)", name: "([^"]+)"\)', query):
        here = owner != "gone"
        said = {"nameWithOwner": f"{owner}/{name}", "isArchived": False, "isDisabled": False, "isPrivate": False}
        data[alias] = {**said, "object": {"__typename": "Blob"}} if here else None
        errors += [] if here else [{"type": "NOT_FOUND", "path": [alias]}]
    return reply(200, json.dumps({"data": data, "errors": errors}))


@pytest.mark.parametrize("token", ["", "word"], ids=["without a token", "with a token"])
@pytest.mark.parametrize("path", [None, *lists()], ids=str)
def test_walled_is_not_dead_and_dead_is_found(path: Path | None, token: str, web: Double) -> None:
    text = (path.read_text("utf-8") if path else OURS) + PLANTED
    doc: Document = parse(Source(text, "README.md"))
    wanted = targets([doc])
    web.otherwise = play
    web.missing.add("gone.site.edu")
    environment = {"GITHUB_TOKEN": token} if token else {}
    options = OnlineOptions(spacing=0.0, servers=dict(SERVERS), per_host=16)
    verdicts = ask(wanted, options, Cache(None), web.around(clock=Quick()), environment).verdicts
    assert set(verdicts) == {one.key for one in wanted}
    assert {key for key, one in verdicts.items() if one.kind == "dead"} == DEAD
    walled = {host(one): verdicts[one.key].kind for one in wanted if host(one).endswith("walled.site.edu")}
    # Anubis says 200 to HEAD, and that is believed.
    assert {name for name, kind in walled.items() if kind != "unverifiable"} <= {"docs.walled.site.edu"}
    assert len(walled) == (0 if path else 4)
    assert {verdicts[one.key].kind for one in wanted if host(one) == "ieeexplore.ieee.org"} <= {"skipped"}
    assert any("/graphql" in one for one in web.asked()) == bool(token)
    assert {verdicts[one.key].kind for one in wanted if host(one) == "dl.acm.org" and one.key not in DEAD} <= {
        "alive-by-id",
        "skipped",
    }
    assert len(set(web.asked())) >= len(web.asked()) - 2 * len(DEAD), "nothing but the dead is asked for twice"


def host(target: Target) -> str:
    return urlsplit(target.url).hostname or ""
