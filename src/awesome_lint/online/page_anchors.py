"""The names of places on a page, as its text shows them; places that scripts make are not seen.

A page may hold anything: what cannot be read is None, for then nothing can be said of its places.
"""

import codecs
import html
import re
from typing import Final

README_LIMIT: Final = 512_000  # bytes; GitHub shows no more of a README
# Attributes that name a place, wherever they stand: what a script or a template holds in a string may be on the page
# when a reader sees it, so that tags are not looked for, and one name too many costs a finding at most. No character is
# looked at more than some hundred times, whatever the page is made of.
_NAMED: Final = re.compile(
    r"""(?i)\b(?:id|name)\s{0,9}=\s{0,9}(?:"([^"]{1,500})"|'([^']{1,500})'|([^\s"'<>=`]{1,500}))"""
)
_DECLARED: Final = re.compile(rb"""(?i)<meta[^>]{0,200}charset\s{0,9}=\s{0,9}["']?([\w-]{1,40})""")
_IN_HEADER: Final = re.compile(r"""(?i)charset\s*=\s*["']?([\w-]{1,40})""")
# Python decodes by other names, too, which mean no encoding of text or take very long.
_ENCODINGS: Final = re.compile(
    r"(?i)utf[-_]?(?:8|16|32)(?:[-_]?[lb]e)?|us-ascii|ascii|(?:x-)?(?:cp|windows-)\d+|iso[-_]?8859[-_]?\d+|latin\d"
    r"|gb\w+|big5\w*|euc[-_]\w+|(?:x-)?(?:shift[-_]?jis|sjis)\w*|iso-2022-\w+|koi8[-_]\w|hz|tis-620"
)
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def page_anchors(body: bytes, content_type: str) -> set[str] | None:
    """Return the names of places on an HTML page, in small letters; None where its encoding is not known."""
    text = _decoded(body, content_type)
    if text is None:
        return None
    return {html.unescape(first or second or third).lower() for first, second, third in _NAMED.findall(text)}


def readme_anchors(body: bytes) -> set[str] | None:
    """Return the anchors of a Markdown file, in small letters; None where it cannot be read as one."""
    from awesome_lint.parse import parse
    from awesome_lint.source import Source

    try:
        return {name.lower() for name in parse(Source.decode(body, "README.md")).anchors}
    except Exception:  # noqa: BLE001  a stranger's page must not end the pass, whatever it does to the parser
        return None


def _decoded(body: bytes, content_type: str) -> str | None:
    name = _encoding(body, content_type)
    if not _ENCODINGS.fullmatch(name):
        return None
    try:
        return body.decode(name, "replace")
    except (LookupError, ValueError):
        return None


def _encoding(body: bytes, content_type: str) -> str:
    for mark, name in _MARKS:
        if body.startswith(mark):
            return name
    said = _IN_HEADER.search(content_type)
    if said:
        return said[1]
    declared = _DECLARED.search(body[:4096])
    return declared[1].decode("ascii", "replace") if declared else "utf-8"
