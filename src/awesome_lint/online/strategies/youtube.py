"""YouTube, whose pages answer 200 for videos that were taken away; two of its services have to agree."""

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from awesome_lint.online.strategies.strategy import Said, Strategy
from awesome_lint.online.targets import Target
from awesome_lint.online.verdict import Verdict
from awesome_lint.online.web import Web


async def ask(targets: Sequence[Target], web: Web, servers: Mapping[str, str]) -> Said:
    """Ask for a video; dead is what has neither a description nor a picture."""
    found = {}
    for target in targets:
        video = target.key.removeprefix("youtube:").partition("#")[0].partition("?")[0]
        page = quote(f"https://www.youtube.com/watch?v={video}", safe="")
        status = (await web.request("GET", f"{servers['youtube']}/oembed?url={page}&format=json")).status
        if status == 200:
            found[target.key] = Verdict("alive-by-id", "YouTube has it")
        elif status in (401, 403):
            found[target.key] = Verdict("alive-by-id", "YouTube has it, and does not let others embed it")
        elif status in (400, 404):
            picture = await web.request("HEAD", f"{servers['youtube-images']}/vi/{quote(video)}/mqdefault.jpg")
            gone = picture.status == 404
            found[target.key] = (
                Verdict("dead", "no such video") if gone else Verdict("unverifiable", "YouTube contradicts itself")
            )
    return found


STRATEGY = Strategy("youtube", "youtube", 1, ask)
