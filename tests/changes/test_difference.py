"""What tells new findings from old ones, apart from git."""

import pytest

from awesome_lint.changes import likeness
from awesome_lint.changes.added import AddedLines
from awesome_lint.changes.difference import Difference
from awesome_lint.changes.known import Known
from awesome_lint.diagnostic import Diagnostic, Span
from awesome_lint.parse import parse
from awesome_lint.source import Source


def finding(text: str, marked: str) -> Diagnostic:
    start = text.index(marked)
    return Diagnostic("a-rule", "README.md", Span(start, start + len(marked)), "message", "warning")


def test_lines_end_where_those_of_the_file_do() -> None:
    """What `str.splitlines` would part is one line: it was there before, so that what is said of it now is no edit."""
    kept = "- [Beta](https://example.org/b) - Boils milk and\u2028water\x0bslowly.\n"
    gone = "- [Beta](https://example.org/c) - Boils milk and\u2028water\x0bslowly.\n"
    before = [Known("README.md", "a-rule", "message", " ".join(gone.split()), "Beta")]
    difference = Difference(before, {"README.md": Source(gone + kept, "README.md")})
    found = [finding(kept, "Beta")]
    assert difference.new(found, [parse(Source(kept, "README.md"))]) == found


def test_a_list_written_anew_is_compared_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line is compared with those that share a rare word with it, and not with all that are gone."""
    compared: list[str] = []

    def letters_in_common(one: str, other: str) -> float:
        compared.append(one)
        return 0.0

    monkeypatch.setattr(likeness, "letters_in_common", letters_in_common)
    old = [f"- [Cell {n}](http://example.org/{n}) - One of group{n // 3} about topic{n}." for n in range(600)]
    new = [line.replace("- [Cell", "* [Zelle").replace("about", "on") for line in old]
    text = "\n".join(new) + "\n"
    before = [Known("README.md", "a-rule", "message", line, "x") for line in old]
    difference = Difference(before, {"README.md": Source("\n".join(old), "README.md")})
    found = [finding(text, line) for line in new]
    assert difference.new(found, [parse(Source(text, "README.md"))]) == []
    assert len(compared) < len(new)


def test_added_lines_are_looked_for_once() -> None:
    added = AddedLines({"README.md": Source("a\nb\n", "README.md")})
    source = Source("a\nc\nb\n", "README.md")
    assert added.of(source) == frozenset({1})
    assert added.of(source) is added.of(source)
    assert added.of(Source("a\nb\nc\n", "README.md")) == frozenset({2})
    assert added.of(Source("a\n", "other.md")) is None
