"""What the tests of parsing ask of a text."""

from awesome_lint.document import Document
from awesome_lint.parse import parse
from awesome_lint.source import Source


def read(text: str) -> Document:
    return parse(Source(text))


def listed(text: str) -> list[tuple[str, str]]:
    """Return (kind, title) of each entry."""
    return [(entry.kind, entry.title) for entry in read(text).entries]


def titles(text: str) -> list[str]:
    return [entry.title for entry in read(text).entries]


def urls(doc: Document) -> list[list[str]]:
    """Return the URLs that each entry owns, without the scheme and host."""
    return [[link.url.removeprefix("https://e.org/") for link in entry.links] for entry in doc.entries]
