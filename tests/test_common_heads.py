"""What is read in one step is what the long way finds."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_lint.entries.common_heads import read_common
from awesome_lint.entries.title import read_title
from awesome_lint.errors import UserError
from awesome_lint.parse import parse
from awesome_lint.source import Source

CORPUS = os.environ.get("AWESOME_LINT_CORPUS", "")
TAGS = ("NeurIPS'22", "ICML 2023", "CVPR-2021", "arXiv 2024", "spring 2020", "a'22", "ICML’21", "2023 KDD", "code")
WORDS = (
    "How",
    "plants",
    "learn",
    "by",
    "and",
    "-",
    "3D",
    "GPT-4",
    "2019-",
    "(a",
    "b)",
    "vs.",
    "Lee,",
    "A.",
    "at:",
    "“so”",
)
TAILS = (
    ". by A. Gardener",
    ". by gardeners",
    " [",
    ". [",
    ", by B. Lee",
    ': "Quoted title here" ',
    ". In ICML 2020. ",
    "",
)


def _differing(text: str) -> list[tuple[object, object]]:
    """Return the readings of the entries of a text that the two ways read differently."""
    both = [
        (quick, read_title(entry, entry.head))
        for entry in parse(Source(text)).entries
        if entry.kind == "bullet" and (quick := read_common(entry, entry.head))
    ]
    return [(one, two) for one, two in both if tuple(one) != tuple(two)]


@given(st.sampled_from(TAGS), st.lists(st.sampled_from(WORDS), min_size=1, max_size=9), st.sampled_from(TAILS))
def test_heads_of_papers(tag: str, words: list[str], tail: str) -> None:
    paper = f"[{tag}] {' '.join(words)}{tail}[paper](https://example.org/p)]"
    link = f"[{' '.join(words)}](https://example.org/p){tail}"
    assert not _differing(f"- {paper}\n- {link}\n- [Other](https://example.org/other)\n")


@pytest.mark.parametrize(
    "head",
    [
        "[NeurIPS'22] How plants learn at night. by A. Gardener et al. [[paper](https://example.org/p)]",
        "[ICML 2023] How plants learn at night [[paper](https://example.org/p)]",
        "[How plants learn](https://example.org/p) - What it is.",
    ],
)
def test_that_the_common_heads_are_read_so(head: str) -> None:
    entry = parse(Source(f"- {head}\n- [Other](https://example.org/other)\n")).entries[0]
    assert read_common(entry, entry.head)


@pytest.mark.skipif(not CORPUS, reason="AWESOME_LINT_CORPUS names no folder of lists")
def test_real_lists() -> None:
    for path in Path(CORPUS).rglob("*.md"):
        try:
            text = Source.decode(path.read_bytes(), path.name).text
            differing = _differing(text)
        except UserError:
            continue
        assert not differing, path
