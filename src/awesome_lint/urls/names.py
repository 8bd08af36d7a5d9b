"""The names in an address: of a site, of a project, of a page."""

from collections.abc import Iterator
from typing import Final

from awesome_lint.patterns import lazy
from awesome_lint.urls.tables import host_of

# Where the path is made of the names of people and their projects, each as its owner writes it.
_FORGES: Final = frozenset(
    "bitbucket.org codeberg.org crates.io github.com gitlab.com huggingface.co npmjs.com packagist.org pypi.org "
    "rubygems.org".split()
)
_WORD = lazy(r"[A-Za-z]+")
_PAGE = lazy(r"[A-Za-z]+(?=(?:\.\w{2,5})?\Z)")


def names_in(url: str) -> Iterator[str]:
    """Yield the words of an absolute URL that are names, as written.

    They are those of the host, but for its last label; those of a project on a forge; and whole steps of other paths,
    since a longer one is made from a title and may have slips of its own.
    """
    host = host_of(url).removeprefix("www.")
    yield from _WORD.findall(host.rpartition(".")[0])
    steps = url.partition("//")[2].partition("?")[0].partition("#")[0].split("/")[1:]
    if host in _FORGES:
        yield from _WORD.findall(" ".join(steps[:2]))
    else:
        yield from (page[0] for step in steps if (page := _PAGE.match(step)))
