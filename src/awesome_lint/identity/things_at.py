"""The hosts of code, models and videos whose addresses name one; see families.py for the functions' shape."""

from typing import Final

from awesome_lint.identity.papers_at import arxiv
from awesome_lint.urls.values import pattern

_NO_OWNERS: Final = frozenset(
    {
        "about",
        "account",
        "apps",
        "blog",
        "collections",
        "contact",
        "customer-stories",
        "dashboard",
        "enterprise",
        "events",
        "explore",
        "features",
        "issues",
        "join",
        "login",
        "marketplace",
        "new",
        "nonprofit",
        "notifications",
        "organizations",
        "orgs",
        "pricing",
        "pulls",
        "readme",
        "resources",
        "search",
        "security",
        "settings",
        "site",
        "solutions",
        "sponsors",
        "stars",
        "stories",
        "team",
        "topics",
        "trending",
        "users",
    }
)
_FRONT_OF_REPOSITORY: Final = frozenset(
    {
        "",
        "tree/main",
        "tree/master",
        "blob/main/readme.md",
        "blob/master/readme.md",
        "tree/main/readme.md",
        "tree/master/readme.md",
    }
)
_README_TAB: Final = "tab=readme-ov-file"
_NO_MODELS: Final = frozenset(
    {
        "api",
        "blog",
        "chat",
        "collections",
        "datasets",
        "docs",
        "join",
        "learn",
        "login",
        "models",
        "new",
        "organizations",
        "papers",
        "posts",
        "pricing",
        "settings",
        "spaces",
        "tasks",
    }
)


def github(path: str, query: str) -> str | None:
    owner, _, rest = path.lstrip("/").partition("/")
    owner = owner.lower()
    if not owner or owner in _NO_OWNERS:
        return None
    repository, slash, inside = rest.partition("/")
    if query == _README_TAB:
        query = ""
    if not repository:
        return f"github.com/{owner}{'?' if query else ''}{query}"
    found = f"github:{owner}/{repository.lower().removesuffix('.git')}"
    if query or (slash and inside):
        inside = inside.strip("/")
        if query or inside.lower() not in _FRONT_OF_REPOSITORY:
            return f"{found}{'/' if inside else ''}{inside}{'?' if query else ''}{query}"
    return found


def hugging_face(path: str, query: str) -> str | None:
    if path.startswith("papers/"):
        return arxiv(path, "")
    path = path.rstrip("/").removesuffix("/tree/main").removesuffix("/blob/main/README.md")
    kind, _, name = path.partition("/") if path.startswith(("datasets/", "spaces/")) else ("models", "", path)
    owner, slash, rest = name.partition("/")
    if not slash or not rest or "/" in rest or (kind == "models" and owner in _NO_MODELS) or query:
        return None
    return f"hf:{name}" if kind == "models" else f"hf:{kind}/{name}"


def youtube(path: str, query: str) -> str | None:
    video = pattern(r"(?:embed|shorts|live|v)/([\w-]{11})/?").fullmatch(path)
    rest = query.split("&") if query else []
    if path.rstrip("/") == "watch":
        video = pattern(r"(?:.*&)?v=([\w-]{11})(?:&.*)?").fullmatch(query)
        rest = [part for part in rest if not part.startswith("v=")]
    return None if video is None else _video(video[1], rest)


def youtu_be(path: str, query: str) -> str | None:
    video = pattern(r"([\w-]{11})/?").fullmatch(path)
    return None if video is None else _video(video[1], query.split("&") if query else [])


def _video(video: str, rest: list[str]) -> str:
    # Lists link courses by their first video and talks by the minute at which they start.
    kept = "&".join(sorted(part for part in rest if part.startswith(("list=", "t=", "start="))))
    return f"youtube:{video}{'?' if kept else ''}{kept}"
