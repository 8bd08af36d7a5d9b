"""The format of reviewdog."""

import json

from formats.rendering import TEXT, finding, rendered

from awesome_lint.diagnostic import Edit, Fix, Span
from awesome_lint.source import Source


def test_rdjson_counts_bytes() -> None:
    start = TEXT.index("  - ")
    fix = Fix("x", (Edit(Span(start, start + 2), " "), Edit(Span(start + 4, start + 6), "✓")))
    [one] = json.loads(rendered("rdjson", [finding(span=(start, start + 2), fix=fix)]))["diagnostics"]
    line = TEXT.split("\n")[2].encode()
    at = line.index(b"  - ")
    assert one["location"]["range"] == {"start": {"line": 3, "column": at + 1}, "end": {"line": 3, "column": at + 3}}
    [suggestion] = one["suggestions"]
    first, last = (suggestion["range"][end]["column"] - 1 for end in ("start", "end"))
    assert (line[:first] + suggestion["text"].encode() + line[last:]).decode() == (
        "- [Zelle](https://example.org/é) - ✓ klein."
    )
    assert one["severity"] == "WARNING"
    assert one["code"]["value"] == "repeated-space"


def test_rdjson_counts_the_byte_order_mark_as_the_file_does() -> None:
    [one] = json.loads(rendered("rdjson", [finding()], Source(TEXT, "README.md", bom=True)))["diagnostics"]
    assert one["location"]["range"]["start"] == {"line": 1, "column": 6}


def test_rdjson_suggests_no_move_across_the_file() -> None:
    fix = Fix("Move", (Edit(Span(0, 2), ""), Edit(Span(len(TEXT), len(TEXT)), "x")))
    [one] = json.loads(rendered("rdjson", [finding(fix=fix)]))["diagnostics"]
    assert "suggestions" not in one
