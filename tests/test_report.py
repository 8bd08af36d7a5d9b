"""The reports, letter by letter."""

import json
from collections.abc import Sequence
from typing import Any

import jsonschema
import pytest

from awesome_lint.command.options import FORMATS
from awesome_lint.diagnostic import Diagnostic, Edit, Fix, Related, Span, replace
from awesome_lint.report import Findings, load
from awesome_lint.report.excerpt import excerpt, excerpts
from awesome_lint.report.preview import preview
from awesome_lint.report.summary import summary
from awesome_lint.source import Source
from awesome_lint.terminal import Paint, visible

TEXT = "# Awesome Batteries\n\n- [Cells](https://example.org/cells)  - Small ones.\n- [Anodes](https://example.org/anodes) - Big ones.\n"
GROUPS = {"repeated-space": "text", "duplicate-link": "entries"}


def found_in(text: str, part: str, **more: Any) -> Diagnostic:
    """Return a finding whose span is the first place of `part`."""
    start = text.index(part)
    values: dict[str, Any] = {"rule": "repeated-space", "path": "README.md", "severity": "warning"}
    values |= {"message": "2 spaces where one is meant", **more}
    return Diagnostic(span=Span(start, start + len(part)), **values)


def rendered(name: str, found: Sequence[Diagnostic], colour: bool = False, **sources: Source) -> str:
    known = {source.path: source for source in (Source(TEXT, "README.md"), *sources.values())}
    return "\n".join(load(name).render(Findings(list(found), known, GROUPS), colour))


@pytest.fixture
def spaces() -> Diagnostic:
    start = TEXT.index("  - Small")
    return found_in(TEXT, "  - Small")._replace(
        span=Span(start, start + 2),
        help="GitHub shows one.",
        fix=replace(Span(start, start + 2), " ", "Leave one space"),
    )


def test_concise(spaces: Diagnostic) -> None:
    assert rendered("concise", [spaces]) == "README.md:3:37: warning[repeated-space] 2 spaces where one is meant"


def test_full(spaces: Diagnostic) -> None:
    elsewhere = Related("docs/old.md", Span(2, 5), "first listed here")
    note = found_in(TEXT, "https://example.org/anodes", severity="info", related=(elsewhere,))
    assert rendered("full", [spaces, note], other=Source("# Old\n", "docs/old.md")) == (
        """\
README.md:3:37 warning repeated-space
  2 spaces where one is meant
  3 | - [Cells](https://example.org/cells)  - Small ones.
    |                                     ^^
  help: GitHub shows one.
  fix: Leave one space
  3 - - [Cells](https://example.org/cells)  - Small ones.
    + - [Cells](https://example.org/cells) - Small ones.

README.md:4:12 info repeated-space
  2 spaces where one is meant
  4 | - [Anodes](https://example.org/anodes) - Big ones.
    |            ^^^^^^^^^^^^^^^^^^^^^^^^^^
  docs/old.md:1:3: first listed here

1 warning, 1 note; 1 fixable with --fix"""
    )


@pytest.mark.parametrize(("safety", "word"), [("safe", "fix"), ("unsafe", "unsafe fix"), ("suggestion", "suggestion")])
def test_full_says_how_safe_a_fix_is(spaces: Diagnostic, safety: Any, word: str) -> None:
    assert spaces.fix
    assert f"\n  {word}: Leave one space\n" in rendered(
        "full", [spaces._replace(fix=spaces.fix._replace(safety=safety))]
    )


def test_full_marks_a_span_of_several_lines() -> None:
    whole = found_in(TEXT, "[Anodes](https://example.org/anodes) - Big ones.")
    several = whole._replace(span=Span(TEXT.index("- [Cells"), whole.span.end))
    assert f"    | {'^' * 51} … line 4\n" in rendered("full", [several])
    to_line_end = whole._replace(span=Span(TEXT.index("- [Cells"), TEXT.index("- [Anodes")))
    assert f"    | {'^' * 51}\n" in rendered("full", [to_line_end])


@pytest.mark.parametrize("text", ["", "a", "a\n"])
def test_span_at_the_very_end(text: str) -> None:
    end = Diagnostic("final-newline", "x.md", Span(len(text), len(text)), "no line end", "info")
    assert "^" in rendered("full", [end], x=Source(text, "x.md"))


def test_nothing_found() -> None:
    assert rendered("full", []) == ""
    assert rendered("concise", []) == ""
    assert json.loads(rendered("json", [])) == []


# --- json

PLACE = {"type": "integer", "minimum": 1}
EDIT = {"line": PLACE, "column": PLACE, "end_line": PLACE, "end_column": PLACE, "text": {"type": "string"}}
RELATED = {"path": {"type": "string"}, "line": PLACE, "column": PLACE, "message": {"type": "string"}}


def closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


CONTRACT = {
    "type": "array",
    "items": closed(
        {
            "path": {"type": "string"},
            "line": PLACE,
            "column": PLACE,
            "end_line": PLACE,
            "end_column": PLACE,
            "rule": {"type": "string"},
            "group": {"type": "string"},
            "severity": {"enum": ["error", "warning", "info"]},
            "message": {"type": "string"},
            "help": {"type": ["string", "null"]},
            "url": {"type": "string"},
            "fix": {
                "oneOf": [
                    {"type": "null"},
                    closed(
                        {
                            "safety": {"enum": ["safe", "unsafe", "suggestion"]},
                            "title": {"type": "string"},
                            "edits": {"type": "array", "items": closed(EDIT)},
                        }
                    ),
                ]
            },
            "related": {"type": "array", "items": closed(RELATED)},
        }
    ),
}


def test_json(spaces: Diagnostic) -> None:
    bare = found_in(TEXT, "Big", related=(Related("README.md", Span(0, 1), "here"),), message="grün")
    printed = rendered("json", [spaces, bare])
    assert "grün" in printed
    array = json.loads(printed)
    jsonschema.validate(array, CONTRACT)
    assert array == [
        {
            "path": "README.md",
            "line": 3,
            "column": 37,
            "end_line": 3,
            "end_column": 39,
            "rule": "repeated-space",
            "group": "text",
            "severity": "warning",
            "message": "2 spaces where one is meant",
            "help": "GitHub shows one.",
            "url": "https://github.com/awesome-lint/awesome-lint/blob/main/rules/text/repeated-space.md",
            "fix": {
                "safety": "safe",
                "title": "Leave one space",
                "edits": [{"line": 3, "column": 37, "end_line": 3, "end_column": 39, "text": " "}],
            },
            "related": [],
        },
        {
            "path": "README.md",
            "line": 4,
            "column": 42,
            "end_line": 4,
            "end_column": 45,
            "rule": "repeated-space",
            "group": "text",
            "severity": "warning",
            "message": "grün",
            "help": None,
            "url": "https://github.com/awesome-lint/awesome-lint/blob/main/rules/text/repeated-space.md",
            "fix": None,
            "related": [{"path": "README.md", "line": 1, "column": 1, "message": "here"}],
        },
    ]
    assert list(array[0]) == list(CONTRACT["items"]["properties"]), "in the order of the contract"  # type: ignore[index]


def test_json_counts_code_points_after_the_byte_order_mark() -> None:
    text = "- 🔋 e\u0301 x\n"
    one = Diagnostic("repeated-space", "x.md", Span(text.index("x"), text.index("x") + 1), "m", "error")
    array = json.loads(rendered("json", [one], x=Source.decode(b"\xef\xbb\xbf" + text.encode(), "x.md")))
    assert (array[0]["column"], array[0]["end_column"]) == (8, 9)


def test_json_edits_have_the_line_ends_of_the_file() -> None:
    fix = Fix("Add a line", (Edit(Span(3, 3), "b\n"),))
    one = Diagnostic("repeated-space", "x.md", Span(0, 1), "m", "error", fix=fix)
    array = json.loads(rendered("json", [one], x=Source("a\r\nc\r\n", "x.md")))
    edit = {"line": 2, "column": 1, "end_line": 2, "end_column": 1, "text": "b\r\n"}
    assert array[0]["fix"]["edits"] == [edit]


# --- characters that terminals obey, or nobody sees

NASTY = "\x1b[31m\x9b2J\u202eevil\u200b\x07\x7f"


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_printed_commands_the_terminal(name: str) -> None:
    text = f"- {NASTY} x\n"
    one = Diagnostic(
        "repeated-space",
        f"{NASTY}.md",
        Span(2, 4),
        f"the word {NASTY}",
        "error",
        NASTY,
        Fix(NASTY, (Edit(Span(2, 3), NASTY),)),
        (Related(f"{NASTY}.md", Span(0, 1), NASTY),),
    )
    printed = rendered(name, [one], x=Source(text, f"{NASTY}.md"))
    assert not {character for character in printed if not character.isprintable()} - {"\n"}
    if name == "json":
        assert json.loads(printed)[0]["message"] == f"the word {NASTY}", "escaped, and still the same"


def test_visible() -> None:
    assert visible(NASTY) == r"\x1b[31m\x9b2J\u202eevil\u200b\x07\x7f"
    assert visible("grün 漢字 🔋 e\u0301 👩\u200d🔬\ttab\nline") == "grün 漢字 🔋 e\u0301 👩\u200d🔬\ttab\nline"
    assert visible("\udcff\u2028") == r"\udcff\u2028"


@pytest.mark.parametrize("name", ["full", "concise"])
def test_colours(name: str, spaces: Diagnostic) -> None:
    plain, painted = rendered(name, [spaces]), rendered(name, [spaces], colour=True)
    assert "\x1b" not in plain
    assert "\x1b[33mwarning\x1b[0m" in painted
    for code in ("1", "2", "31", "32", "33", "0"):
        painted = painted.replace(f"\x1b[{code}m", "")
    assert painted == plain


# --- pieces of source lines


@pytest.mark.parametrize(
    ("line", "part", "width", "shown", "carets"),
    [
        ("short line", "line", 20, "short line", "      ^^^^"),
        ("a\tb", "b", 20, "a    b", "     ^"),
        ("漢字 x", "x", 20, "漢字 x", "     ^"),
        ("漢字 x", "字", 20, "漢字 x", "  ^^"),
        ("e\u0301e\u0301 x", "x", 20, "e\u0301e\u0301 x", "   ^"),
        ("a\u200bb", "\u200b", 20, "a\\u200bb", " ^^^^^^"),
        ("a\u200bb", "b", 20, "a\\u200bb", "       ^"),
        ("0123456789" * 3, "5678", 20, "012345678901234567…", "     ^^^^"),
        ("0123456789" * 3 + "X" + "0123456789" * 3, "X", 20, "…56789X012345678901…", "      ^"),
        ("0123456789" * 3 + "X", "X", 20, "…34567890123456789X", "                  ^"),
        ("0123456789" * 3, "0123456789" * 3, 20, "012345678901234567…", "^" * 18),
        ("漢" * 30, "漢" * 30, 20, "漢" * 9 + "…", "^" * 18),
    ],
)
def test_excerpt(line: str, part: str, width: int, shown: str, carets: str) -> None:
    start = line.index(part)
    piece = excerpt(line, start, start + len(part), width)
    assert piece.shown == shown
    assert " " * piece.column + "^" * piece.width == carets


def test_excerpt_of_nothing_still_has_a_caret() -> None:
    assert excerpt("abc", 3, 3, 20) == ("abc", 3, 1)


def test_excerpts_begin_at_the_same_column() -> None:
    old, new = excerpts("x" * 90 + "  - y", "x" * 90 + " - y", 30)
    assert old == "…" + "x" * 23 + "  - y"
    assert new == "…" + "x" * 23 + " - y"
    assert excerpts("abc", "abd", 30) == ("abc", "abd")


# --- what a fix would do


def lines(text: str, *edits: tuple[int, int, str]) -> list[str]:
    fix = Fix("x", tuple(Edit(Span(start, end), new) for start, end, new in edits))
    return [f"{line.sign}{line.number or ''} {line.text}" for line in preview(Source(text, "x.md"), fix, 40)]


@pytest.mark.parametrize(
    ("edits", "shown"),
    [
        ([(0, 1, "A")], ["-1 aa", "+ Aa"]),
        ([(0, 1, "A"), (1, 2, "A")], ["-1 aa", "+ AA"]),
        ([(0, 1, "A"), (3, 4, "B")], ["-1 aa", "+ Aa", "-2 bb", "+ Bb"]),
        ([(3, 6, "")], ["-2 bb"]),
        ([(3, 3, "xx\n")], ["+ xx"]),
        ([(3, 6, ""), (9, 9, "bb\n")], ["-2 bb", "+ bb"]),
        ([(0, 9, "cc\nbb\naa\n")], ["-1 aa", "-3 cc", "+ cc", "+ aa"]),
        ([(2, 2, "  ")], ["-1 aa", "+ aa··"]),
        ([(9, 9, "c\n" * 9)], [*["+ c"] * 5, "  … and 4 more lines"]),
    ],
)
def test_preview(edits: list[tuple[int, int, str]], shown: list[str]) -> None:
    assert lines("aa\nbb\ncc\n", *edits) == shown


def test_preview_with_other_line_ends() -> None:
    assert lines("aa\r\nbb\r\n", (4, 8, "xx\nyy\r\n")) == ["-2 bb", "+ xx", "+ yy"]


# --- the last line


@pytest.mark.parametrize(
    ("levels", "safeties", "said"),
    [
        ("error", "", "1 error"),
        ("error error warning info info info", "", "2 errors, 1 warning, 3 notes"),
        ("error error", "safe", "2 errors; 1 fixable with --fix"),
        ("warning warning", "unsafe suggestion", "2 warnings; 1 fixable with --fix --unsafe-fixes"),
        ("info info info", "safe safe unsafe", "3 notes; 2 fixable with --fix, 1 more with --unsafe-fixes"),
    ],
)
def test_summary(levels: str, safeties: str, said: str) -> None:
    found = [Diagnostic("r", "x.md", Span(0, 0), "m", level) for level in levels.split()]  # type: ignore[arg-type]
    for index, safety in enumerate(safeties.split()):
        found[index] = found[index]._replace(fix=replace(Span(0, 0), "x", "t", safety))  # type: ignore[arg-type]
    assert summary(found, Paint(False)) == said
