"""A finding, and what a format makes of it."""

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from awesome_lint.diagnostic import Diagnostic, Severity, Span
from awesome_lint.report import Findings, load
from awesome_lint.source import Source

SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
TEXT = "# Größe 🔋\n\n- [Zelle](https://example.org/é)  - 🔋🔋 klein.\n" + "- x\n" * 40
GROUPS = {"repeated-space": "text", "own-rule": ""}
# What a log, a page or a terminal could take for a command, in pieces that fall together at random.
HOSTILE = st.lists(
    st.sampled_from(
        ["::", "##[", "]", "\r", "\n", "\x1b[31m", "\u202e", "\u2066", "%0A", "%", ",", "=", " ", "error", "warning ",
         "::error::", "##[add-mask]x", "::stop-commands::x", "\u2028", "\x85", "\x0b", "\u200b", "\udcff", "|", "`"]
    )
    | st.characters(codec="utf-8"),
    max_size=12,
).map("".join)  # fmt: skip


def finding(
    message: str = "m", severity: Severity = "warning", span: tuple[int, int] = (2, 4), **more: Any
) -> Diagnostic:
    values: dict[str, Any] = {"rule": "repeated-space", "path": "README.md", **more}
    return Diagnostic(message=message, severity=severity, span=Span(*span), **values)


def rendered(name: str, found: list[Diagnostic], source: Source | None = None, **more: Any) -> str:
    source = source or Source(TEXT, "README.md")
    sources = {one.path: source for one in found} | {related.path: source for one in found for related in one.related}
    return "\n".join(load(name).render(Findings(found, sources, GROUPS, **more), False))
