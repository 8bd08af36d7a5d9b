"""Broken links: what is found around URLs, words and brackets, and what its edits make."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import read

from awesome_lint.diagnostic import Edit
from awesome_lint.entries.markers import lost_markers
from awesome_lint.loose.brackets import closer, open_before, opener, unpaired
from awesome_lint.loose.markup import LooseMarkup

URL = "https://ninja-build.org"
PIECES = [
    "[",
    "]",
    "(",
    ")",
    "![",
    "](",
    "] (",
    "[[",
    "Ninja",
    " ",
    "\n",
    "- ",
    "#a",
    "a.pdf",
    URL,
    "**",
    "`",
    "|",
    "\\",
    '"',
]


def applied(text: str, edits: tuple[Edit, ...]) -> str:
    for edit in sorted(edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def only(text: str) -> LooseMarkup:
    found = read(text).loose_markup
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        (f"- [Ninja] ({URL})", "spaced", "Ninja"),
        (f"- (Ninja)[{URL}]", "reversed", "Ninja"),
        (f"- (Ninja)({URL})", "reversed", "Ninja"),
        (f"- [Ninja][{URL}]", "reversed", "Ninja"),
        (f"- [Ninja]({URL} - A build system", "unclosed", "Ninja"),
        (f"- [**Ninja**]({URL}", "unclosed", "**Ninja**"),
        (f"- [Ninja({URL})", "unclosed", "Ninja"),
        (f"- [Ninja({URL})]", "unclosed", "Ninja"),
        (f"- [Ninja]{URL})", "unclosed", "Ninja"),
        (f"- [Ninja]{URL}", "unclosed", "Ninja"),
        (f"- [Ninja])({URL})".replace(")(", ")"), "unclosed", "Ninja"),
        (f"- [Ninja](({URL})", "unclosed", "Ninja"),
        (f'- [Ninja]({URL} "a title)', "unclosed", "Ninja"),
        (f"- [Ninja]({URL}/my file.pdf)", "blank", "Ninja"),
        ("- [Ninja](my file.pdf)", "blank", "Ninja"),
    ],
)
def test_one_reading(text: str, kind: str, label: str) -> None:
    broken = only(text)
    assert (broken.kind, broken.label, broken.safety) == (kind, label, "safe")
    assert broken.severity == "error"
    mended = read(applied(text, broken.edits))
    assert [link.text for link in mended.links] == [label]
    assert mended.loose_markup == []


@pytest.mark.parametrize(
    "text",
    [f"- Ninja]({URL})", f"- [[{URL})", f"- [Ninja]({URL} a build system)", "- [paper](Ninja in a Day)", "- a ] b"],
)
def test_more_than_one_reading(text: str) -> None:
    broken = only(text)
    assert broken.severity == "warning"
    assert broken.fix is None


def test_span_covers_the_link() -> None:
    text = f"- Builds: [Ninja] ({URL}) and more"
    start, end = only(text).span
    assert text[start:end] == f"[Ninja] ({URL})"


@pytest.mark.parametrize(
    "text",
    [
        f"[Ninja]({URL})",
        f"[NeurIPS'22] (see {URL})",
        "[label] (2021)",
        "(see Ninja)[1]",
        "[ ] (a task)",
        f"[x] ({URL})",
        f"Title (ICSE 2019)[{URL}]",
        f"[^1] ({URL})",
        f"`[Ninja] ({URL})`",
        f"    [Ninja] ({URL})",
        "$f(x)[0]$ and [0, 1)",
        "[Ninja][ninja]\n\n[ninja]: https://ninja-build.org",
        f"<a href='{URL}'>[Ninja]</a> (fast)",
        f"[see [Ninja]({URL})]({URL})",
    ],
)
def test_right_as_it_is(text: str) -> None:
    assert read(text).loose_markup == []


def test_brackets_that_a_bare_url_runs_across() -> None:
    text = f"- Fast [[paper]({URL}/a][[code]({URL}/b)] and [[paper]({URL}/c)]"
    assert applied(text, only(text).edits) == text.replace("/a]", "/a)]")


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@settings(max_examples=400, deadline=None)
def test_any_text(text: str) -> None:
    doc = read(text)
    for broken in doc.loose_markup:
        assert 0 <= broken.span.start < broken.span.end <= len(text)
        places = [place for edit in broken.edits for place in edit.span]
        assert all(0 <= place <= len(text) for place in places)
        assert broken.mend or not broken.edits
    for lost in lost_markers(doc):
        assert lost.edits


def test_pairs_of_brackets() -> None:
    assert opener("[a [b] c]", 8, 0) == 0
    assert opener("a]", 1, 0) == -1
    assert open_before("[a [b] c", 8, 0, "[") == 0
    assert open_before("[b] c", 5, 0, "[") == -1
    assert closer("a [b] c]", 0, 8) == 7
    assert closer("a [b] c", 0, 7) == -1
    assert unpaired("(a [b) c]", 0, 9) == []
    assert unpaired("(a [b) c", 0, 8) == [3]
    assert unpaired("a) b", 0, 4) == [1]


def test_lost_markers() -> None:
    text = f"* [A]({URL}) - a\n[B]({URL}) - b\n\n*[C]({URL}) - c\n"
    found = lost_markers(read(text))
    assert [(one.kind, one.marker) for one in found] == [("lost", "*"), ("glued", "*")]
    assert applied(text, tuple(edit for one in found for edit in one.edits)).count("\n* [") == 2
