"""Heading anchors: by hand, and against the npm package that GitHub's are copied from."""

import json
import os
import random
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_lint.anchors import BROWSER_IDS, GITHUB_PAGE_IDS, Slugger, fragment_name, slug

COMPARE = Path(__file__).parent / "dev" / "github_slugger.mjs"
SLUGGER_HOME = os.environ.get("GITHUB_SLUGGER", os.getcwd())


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("Contents", "contents"),
        ("1. Training on devices", "1-training-on-devices"),
        ("Papers/Tutorial", "paperstutorial"),
        ("Vendor SDKs (NPU & DSP)", "vendor-sdks-npu--dsp"),
        ("Q&A", "qa"),
        ("C++ / C#", "c--c"),
        ("snake_case - and-hyphens", "snake_case---and-hyphens"),
        (" padded ", "-padded-"),
        ("🚀 Start here", "-start-here"),
        ("Start here 🚀", "start-here-"),
        ("⚙️ Tools", "\ufe0f-tools"),
        (":rocket: Start", "rocket-start"),
        ("数据集（Datasets）", "数据集datasets"),
        ("Ａｐｐ", "ａｐｐ"),
        ("Résumé", "résumé"),
        ("Cafe\u0301", "cafe\u0301"),
        ("Version ² and Ⅷ", "version--and-ⅷ"),
        ("Plan Ⓑ", "plan-ⓑ"),
        ("no\u00a0break", "nobreak"),
        ("ΟΔΟΣ", "οδος"),
        ("", ""),
    ],
)
def test_slug(text: str, anchor: str) -> None:
    assert slug(text) == anchor


def test_slugger_numbers_duplicates() -> None:
    slugger = Slugger()
    headings = ["Tools", "Tools", "tools!", "Tools-1", "Other", "Tools 1"]
    assert [slugger.slug(text) for text in headings] == [
        "tools",
        "tools-1",
        "tools-2",
        "tools-1-1",
        "other",
        "tools-1-2",
    ]


@given(st.lists(st.sampled_from(["a", "A", "a-1", "a-1-1", "a 1", "", "-1"]), max_size=12))
def test_slugger_never_repeats_a_name(headings: list[str]) -> None:
    slugger = Slugger()
    names = [slugger.slug(text) for text in headings]
    assert len(set(names)) == len(names)


@given(st.text())
def test_slug_of_any_text_is_a_fixpoint(text: str) -> None:
    once = slug(text)
    assert " " not in once
    assert slug(once) == once


@pytest.mark.parametrize(
    ("fragment", "name"),
    [
        ("#tools", "tools"),
        ("tools", "tools"),
        ("#user-content-tools", "tools"),
        ("#%E6%95%B0%E6%8D%AE", "数据"),
        ("#100%", "100%"),
        ("#C%2B%2B", "C++"),
    ],
)
def test_fragment_name(fragment: str, name: str) -> None:
    assert fragment_name(fragment) == name


def test_ids_of_the_page_are_no_slugs_of_common_sections() -> None:
    assert {"readme", "files"} <= GITHUB_PAGE_IDS
    assert not GITHUB_PAGE_IDS & {"contents", "table-of-contents", "contributing", "license"}
    assert "top" in BROWSER_IDS


def test_ascii_headings_need_no_character_data() -> None:
    code = "import sys, awesome_lint.anchors as a; a.slug('1. A/b C'); print('unicodedata' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def github_slugger(pages: list[list[str]]) -> list[list[str]]:
    command = ["node", str(COMPARE)]
    environment = {**os.environ, "GITHUB_SLUGGER": SLUGGER_HOME}
    run = subprocess.run(command, input=json.dumps(pages), capture_output=True, text=True, env=environment, check=True)
    answers: list[list[str]] = json.loads(run.stdout)
    return answers


needs_github_slugger = pytest.mark.skipif(
    shutil.which("node") is None or not Path(SLUGGER_HOME, "node_modules", "github-slugger").is_dir(),
    reason="needs node and `npm install github-slugger` in the folder that GITHUB_SLUGGER names",
)


@needs_github_slugger
def test_every_character_as_github_slugger_has_it() -> None:
    characters = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    theirs = github_slugger([[f"a{character}b"] for character in characters])
    differing = [c for c, (name,) in zip(characters, theirs, strict=True) if slug(f"a{c}b") != name]
    # The package knows the letters of Unicode 13, Python and github.com those of later versions.
    assert not [c for c in differing if unicodedata.ucd_3_2_0.category(c) != "Cn"]
    assert {unicodedata.category(c)[0] for c in differing} <= {"L", "M", "N", "C"}
    assert len(differing) < 8000


@needs_github_slugger
def test_random_pages_as_github_slugger_has_them() -> None:
    chooser = random.Random(20)
    words = [
        "Tools",
        "tools",
        "🚀",
        "⚙️",
        "数据",
        "É",
        "ΣΑΣ",
        "a_b",
        "C++",
        "-",
        "–",
        "½",
        "1.",
        "(x)",
        ":star:",
        "،",
        "İ",
    ]
    pages = [[" ".join(chooser.choices(words, k=chooser.randint(0, 5))) for _ in range(40)] for _ in range(300)]
    for page, answer in zip(pages, github_slugger(pages), strict=True):
        slugger = Slugger()
        assert [slugger.slug(text) for text in page] == answer
