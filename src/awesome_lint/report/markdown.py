"""A table for the summary of a job or the text of an issue, within what GitHub takes, and safe to show there.

A list may be anybody's: what it says reaches the table as text, never as markup, a link, a mention or a reference.
"""

import os
import re
from collections.abc import Iterator
from urllib.parse import quote

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.report import Findings
from awesome_lint.report.summary import summary
from awesome_lint.rulebook import page_url
from awesome_lint.terminal import Paint, visible

_MOST_BYTES = 900_000  # GitHub takes 1 MiB a step, and shows nothing of what is longer
_MOST_IN_CELL = 400  # characters
_MARKUP = re.compile(r"[\\`*_\[\]|~$]")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# A mention, a reference and a bare address; a comment inside one is shown as nothing and parts it.
_LIVE = re.compile(r"(?i)@|#|://|www(?=\.)|mailto:|xmpp:|gh-|[0-9a-f]{7}(?=[0-9a-f]*)")


def render(findings: Findings, colour: bool) -> Iterator[str]:
    """Yield the heading, what was found in a sentence, and the table, cut before the row that would be too much."""
    yield "### awesome-lint"
    yield ""
    if not findings.found:
        yield "Nothing was found."
        return
    yield f"{summary(findings.found, Paint(False))}."
    yield ""
    yield "| place | | rule | message |"
    yield "| --- | --- | --- | --- |"
    size = 0
    for index, one in enumerate(findings.found):
        row = _row(one, findings)
        size += len(row.encode("utf-8")) + 1
        if size > _MOST_BYTES:
            yield ""
            yield f"{len(findings.found) - index} more are not shown."
            return
        yield row


def text(raw: str) -> str:
    """Return a text as the content of a cell that shows just that."""
    bare = " ".join(visible(raw).split())
    if len(bare) > _MOST_IN_CELL:
        bare = f"{bare[:_MOST_IN_CELL]}…"
    pieces, at = [], 0
    for match in _LIVE.finditer(bare):
        pieces.append(_escaped(bare[at : match.end()]))
        at = match.end()
    return "<!-- -->".join([*pieces, _escaped(bare[at:])])


def _escaped(raw: str) -> str:
    html = re.sub("[&<>]", lambda match: _HTML[match[0]], raw)
    return _MARKUP.sub(lambda match: f"\\{match[0]}", html)


def _row(one: Diagnostic, findings: Findings) -> str:
    line, column = findings.sources[one.path].place(one.span.start)
    place = text(f"{one.path}:{line}:{column}")
    address = _address(one.path, line)
    page = page_url(one.rule, findings.groups.get(one.rule, ""))
    cells = (
        f"[{place}]({address})" if address else place,
        one.severity,
        f"[{text(one.rule)}]({page})" if page else text(one.rule),
        text(one.message),
    )
    return f"| {' | '.join(cells)} |"


def _address(path: str, line: int) -> str:
    """Return the address of a line in the commit that a workflow runs on; '' elsewhere."""
    server, repository, commit = (os.environ.get(f"GITHUB_{name}", "") for name in ("SERVER_URL", "REPOSITORY", "SHA"))
    inside = not (path.startswith("../") or os.path.isabs(path) or path == "-")
    top, here = os.environ.get("GITHUB_WORKSPACE", ""), os.getcwd()
    if not (server and repository and commit and inside and top and os.path.realpath(top) == os.path.realpath(here)):
        return ""
    return f"{server}/{repository}/blob/{commit}/{quote(os.fsencode(path), safe='/')}?plain=1#L{line}"
