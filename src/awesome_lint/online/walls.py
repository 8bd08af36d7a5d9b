"""What a status means, and how the walls look that turn robots away.

Only 404 and 410 can mean dead. Everything a wall, a limit or a tired server can produce is something else.
"""

from typing import Final, NamedTuple

from multidict import CIMultiDictProxy

from awesome_lint.online.verdict import ALIVE, Verdict

# (header, what its value must contain, who sends it)
_HEADERS: Final = (
    ("cf-mitigated", "", "Cloudflare"),
    ("x-amzn-waf-action", "", "AWS WAF"),
    ("x-vercel-mitigated", "", "Vercel"),
    ("x-datadome", "", "DataDome"),
    ("x-dd-b", "", "DataDome"),
    ("x-kpsdk-ct", "", "Kasada"),
    ("x-kpsdk-r", "", "Kasada"),
)
# These come with good pages, too; only beside an error do they mean a wall.
_WITH_ERRORS: Final = (
    ("x-iinfo", "", "Imperva"),
    ("x-cdn", "incapsula", "Imperva"),
    ("x-akamai-session-info", "", "Akamai"),
    ("set-cookie", "_abck=", "Akamai"),
    ("set-cookie", "bm_sz=", "Akamai"),
    ("set-cookie", "visid_incap_", "Imperva"),
    ("set-cookie", "datadome=", "DataDome"),
    ("set-cookie", "_px", "PerimeterX"),
)
_BODIES: Final = (
    (b"anubis_challenge", "Anubis"),
    (b"/.within.website/x/cmd/anubis/", "Anubis"),
    (b"cf-chl-", "Cloudflare"),
)
_CLOUDFRONT: Final = b"request could not be satisfied"
_GONE: Final = frozenset({404, 410})
_REFUSING: Final = frozenset({401, 402, 403, 406, 418, 421, 429, 451})


class Answer(NamedTuple):
    """What a server said. body: its beginning, b'' for HEAD; whole: whether that is all of it."""

    status: int
    headers: "CIMultiDictProxy[str]"
    body: bytes
    whole: bool


def wall(answer: Answer) -> str | None:
    """Return whose wall an answer comes from, or None."""
    for name, part, owner in _HEADERS if answer.status < 400 else (*_HEADERS, *_WITH_ERRORS):
        if any(part in value.lower() for value in answer.headers.getall(name, ())):
            return owner
    if answer.body and "html" in answer.headers.get("content-type", "html").lower():
        for sign, owner in _BODIES:
            if sign in answer.body and (answer.status >= 400 or owner == "Anubis"):
                return owner
        if answer.status == 403 and _CLOUDFRONT in answer.body:
            return "CloudFront"
    return None


def judge(answer: Answer) -> Verdict:
    """Return what an answer that is not a redirect says, taken by itself."""
    owner = wall(answer)
    status = answer.status
    if owner:
        return Verdict("unverifiable", f"{owner} asks for a browser ({status})")
    if status in _GONE:
        return Verdict("dead", str(status))
    if status == 202 and not answer.body:
        return Verdict("unverifiable", "202 without a page")
    if 200 <= status < 300 or status == 416:  # a range that cannot be met is one of something that exists
        return ALIVE
    if status in _REFUSING or 460 <= status < 500 or 520 <= status <= 530 or status >= 600:
        return Verdict("unverifiable", f"the server refuses ({status})")
    if status >= 500 or status in (408, 425):
        return Verdict("transient", f"the server is in trouble ({status})")
    return Verdict("unverifiable", f"status {status}")
