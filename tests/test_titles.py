"""The title of an entry, and the tags before it, in every form that lists write them."""

import pytest

from awesome_lint.entries.entry import Entry
from awesome_lint.entries.parts import Parts
from awesome_lint.parse import parse
from awesome_lint.source import Source

PAPER = "[[paper](https://example.org/p)]"


def entry(line: str) -> Entry:
    """Return the entry of a bullet, beside another so that a bullet without a link counts."""
    return parse(Source(f"- {line}\n- [Other](https://example.org/other)\n")).entries[0]


def parts(line: str) -> Parts:
    return entry(line).parts


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("[Gardener](https://example.org)", "Gardener"),
        ("[Gardener](https://example.org) - Waters plants.", "Gardener"),
        ("**[Gardener](https://example.org)** - Waters plants.", "Gardener"),
        ("[**Gardener**](https://example.org): waters plants", "Gardener"),
        ("[`gardener`](https://example.org) — waters plants", "gardener"),
        ("[Gardener:](https://example.org) waters plants", "Gardener"),
        ("🌱 [Gardener](https://example.org)", "Gardener"),
        (":seedling: [Gardener](https://example.org)", "Gardener"),
        ("[x] [Gardener](https://example.org)", "Gardener"),
        ('<img src="g.png"/> [Gardener](https://example.org)', "Gardener"),
        ("&nbsp;&nbsp;<a href='https://example.org'><b>Gardener</b></a> - waters plants", "Gardener"),
        ("[Vue.js & Co](https://example.org)", "Vue.js & Co"),
        ("[.NET](https://example.org)", ".NET"),
        ("[[Gardener](https://example.org)]", "Gardener"),
        ("<https://example.org/a>", "https://example.org/a"),
        ("https://example.org/a_b_c is good", "https://example.org/a_b_c"),
        ("[پایتون&rlm;](https://example.org) - کتاب", "پایتون\u200f"),
        ("[园丁](https://example.org)：浇花的工具。", "园丁"),
    ],
)
def test_title_of_a_link(line: str, title: str) -> None:
    assert parts(line).title.text == title


@pytest.mark.parametrize("space", " \t\x0c\x1c\x85\xa0\u1680\u2003\u2009\u2028\u202f\u205f\u3000")
def test_any_space_may_end_a_title(space: str) -> None:
    assert parts(f"How Plants Learn{space}– Of light and water {PAPER}").title.text == "How Plants Learn"
    assert parts(f"How Plants Learn{space}by Ada Gardener and Alan Waterer {PAPER}").title.text == "How Plants Learn"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"How Plants Learn {PAPER}", "How Plants Learn"),
        (f"How Plants Learn. {PAPER}", "How Plants Learn"),
        (f"How Plants Learn :fire: {PAPER}", "How Plants Learn"),
        (f"How Plants Learn, NeurIPS'21. {PAPER}", "How Plants Learn"),
        (f"How Plants Learn, in *Journal of Botany* 2020. {PAPER}", "How Plants Learn"),
        (f"How Plants Learn, <ins>ACL, 2023</ins> {PAPER}", "How Plants Learn"),
        (f"How Plants Learn (ICML 2020) {PAPER}", "How Plants Learn"),
        (f"How Plants Learn (**ICML**) {PAPER}", "How Plants Learn"),
        (f"How Plants Learn (@somelab) {PAPER}", "How Plants Learn"),
        (f"How Plants Learn (To Appear) {PAPER}", "How Plants Learn"),
        (f"How Plants Learn (and Forget) {PAPER}", "How Plants Learn (and Forget)"),
        (f"How Plants Learn. by Ada Byron et al. {PAPER}", "How Plants Learn"),
        (f"How Plants Learn. Ada Byron, Max Born {PAPER}", "How Plants Learn"),
        (f"Do Plants Learn? The Case for Roots {PAPER}", "Do Plants Learn? The Case for Roots"),
        (f"How Plants Learn vs. How Stones Do {PAPER}", "How Plants Learn vs. How Stones Do"),
        ("How Plants Learn | **[ECCV' 18]** | [`[pdf]`](https://example.org)", "How Plants Learn"),
        ("How Plants Learn\n  [[pdf]](https://example.org/p)\n  [[code]](https://example.org/c)", "How Plants Learn"),
        ("How Plants Learn [(Paper)](https://example.org/p)", "How Plants Learn"),
        (r"How Plants Learn [\[paper\]](https://example.org/p)", "How Plants Learn"),
        ("Gardener - waters plants. [[GitHub]](https://example.org/g)", "Gardener"),
        ("植物如何学习。[论文](https://example.org/p)", "植物如何学习"),
    ],
)
def test_title_of_plain_text(line: str, title: str) -> None:
    assert parts(line).title.text == title


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"**How Plants Learn** {PAPER}", "How Plants Learn"),
        (f"**How Plants Learn.** {PAPER}", "How Plants Learn"),
        (f"**How Plants Learn (ICML 2020)** {PAPER}", "How Plants Learn"),
        (f"**How Plants Learn (2020 ICML)** {PAPER}", "How Plants Learn"),
        (f"<b>How Plants Learn (2016)</b> {PAPER}", "How Plants Learn"),
        (f"*How Plants Learn* {PAPER}", "How Plants Learn"),
        (f'**RootNet**: "How Plants Learn", *arXiv* 2022. {PAPER}', "How Plants Learn"),
        (f'<u>RootNet</u>: **"How Plants Learn"**. *Ada Byron* {PAPER}', "How Plants Learn"),
        (f'"How Plants Learn", *arXiv, Dec 2023*. {PAPER}', "How Plants Learn"),
        (f'Byron, Ada, and Max Born. "How Plants Learn." ICML. 2014. {PAPER}', "How Plants Learn"),
        (f'**[7]** Byron, Ada, et al. "**How Plants Learn**." ICML (2014). {PAPER} :star:', "How Plants Learn"),
        (
            "[Byron, A., & Born, M. (2021). How Plants Learn. Botany 7.](https://example.org)",
            "How Plants Learn. Botany 7",
        ),
        ('[Byron, Ada, et al. "How Plants Learn." Botany 7 (1983): 4-5.](https://example.org)', "How Plants Learn"),
        (f"Byron, A. and Born, M., 2019. How Plants Learn. arXiv preprint. {PAPER}", "How Plants Learn"),
        ("RootNet - [How Plants Learn](https://example.org)", "How Plants Learn"),
        ("From [How Plants Learn](https://example.org) we know more", "How Plants Learn"),
        ("**RootNet:** [How Plants Learn](https://example.org)", "How Plants Learn"),
        ("Blog: [Plants and Us](https://example.org)", "Plants and Us"),
        ("Tools: [Hoe](https://example.org/h), [Rake](https://example.org/r)", "Tools"),
        ("[How Plants Learn. ICLR 2021 Roots Workshop](https://example.org)", "How Plants Learn"),
        ("[How Plants Learn. 2019-11-28](https://example.org)", "How Plants Learn"),
        ("[Botany 101 (Spring 2019)](https://example.org)", "Botany 101 (Spring 2019)"),
        ("[Gardener 2015](https://example.org) - Waters plants in the dry season.", "Gardener 2015"),
        ("[Gardener 2015](https://example.org) (PDF)", "Gardener 2015"),
    ],
)
def test_title_within_its_run(line: str, title: str) -> None:
    assert parts(line).title.text == title


@pytest.mark.parametrize(
    ("line", "tags", "title"),
    [
        (f"[NeurIPS'22] How Plants Learn {PAPER}", [("NeurIPS'22", "bracket")], "How Plants Learn"),
        (rf"\[NSDI '21\] How Plants Learn {PAPER}", [("NSDI '21", "bracket")], "How Plants Learn"),
        (f"(CVPR 2020) How Plants Learn {PAPER}", [("CVPR 2020", "paren")], "How Plants Learn"),
        (f"**[ICLR 25]** How Plants Learn {PAPER}", [("ICLR 25", "strong")], "How Plants Learn"),
        (f"*[ICML'23]* How Plants Learn {PAPER}", [("ICML'23", "emphasis")], "How Plants Learn"),
        (f"`ICML 2021` How Plants Learn {PAPER}", [("ICML 2021", "code")], "How Plants Learn"),
        (f"[2024/05] **How Plants Learn** {PAPER}", [("2024/05", "bracket")], "How Plants Learn"),
        ("2021-JMLR-[How Plants Learn](https://example.org)", [("2021-JMLR", "dash")], "How Plants Learn"),
        ("[arXiv 2025.06](https://example.org), How Plants Learn", [("arXiv 2025.06", "link")], "How Plants Learn"),
        ("[[CVPR](https://example.org)] How Plants Learn.", [("CVPR", "link")], "How Plants Learn"),
        ("[[EuroSys 2026] How Plants Learn](https://example.org)", [("EuroSys 2026", "bracket")], "How Plants Learn"),
        ("[ICML2022-How Plants Learn](https://example.org)", [("ICML2022", "dash")], "How Plants Learn"),
        (f":fire:[ICML 2021] **How Plants Learn** {PAPER}", [("ICML 2021", "bracket")], "How Plants Learn"),
        (f"**[RootNet]** How Plants Learn {PAPER}", [("RootNet", "strong")], "How Plants Learn"),
        ("[MobiSys'24][How Plants Learn](https://example.org)", [("MobiSys'24", "bracket")], "How Plants Learn"),
        ("[CVPR 2020](https://example.org)", [], "CVPR 2020"),
    ],
)
def test_tags_before_the_title(line: str, tags: list[tuple[str, str]], title: str) -> None:
    found = parts(line)
    assert [(tag.text, tag.form) for tag in found.tags] == tags
    assert found.title.text == title


def test_tag_spans_lie_inside_the_wrapper() -> None:
    for line in ("[NeurIPS'22] How Plants Learn", "**[NeurIPS'22]** How Plants Learn", "`NeurIPS'22` How Plants Learn"):
        found = entry(line)
        (tag,) = found.parts.tags
        assert found.doc.raw(tag.span) == "NeurIPS'22"
