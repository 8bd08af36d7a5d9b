"""Habits: what the entries vote, what settings say instead, and how each can be asked for."""

import tomllib
from pathlib import Path

import pytest

from awesome_lint import engine
from awesome_lint.command.explain import config, habits
from awesome_lint.config.file import Config
from awesome_lint.config.settings import Settings
from awesome_lint.document import Document
from awesome_lint.habits.points import POINTS, TALLIES
from awesome_lint.habits.vote import StyleSettings
from awesome_lint.parse import parse, parse_again
from awesome_lint.rulebook import load
from awesome_lint.source import Source


def listed(odd: int = 1, usual: int = 11, **style: object) -> Document:
    """Return a list in which some entries write ` – ` and `*` and the others ` - ` and `-`."""
    lines = [f"- [Usual {n}](https://example.org/u{n}) - Does one thing well\n" for n in range(usual)]
    lines += [f"* [Odd {n}](https://example.org/o{n}) – does one thing well.\n" for n in range(odd)]
    doc = parse(Source("# Awesome Things\n\n## Tools\n\n" + "".join(lines), "README.md"))
    doc.style_settings = StyleSettings(**style)  # type: ignore[arg-type]
    return doc


def said(doc: Document, rule: str) -> list[str]:
    return [one.message for one in engine.lint([doc], [load(rule)()])]


def settings_of(text: dict[str, object]) -> StyleSettings:
    return Settings(Config("a.toml", "", {"style": text}), Config("command line", "", {})).style


def test_votes_decide() -> None:
    assert said(listed(), "inconsistent-separator") == ["separator ' – ' where the list writes ' - ' (11 of 12 do)"]


def test_more_votes_or_agreement_can_be_asked_for() -> None:
    assert not said(listed(min_votes=13), "inconsistent-separator")
    assert not said(listed(min_share=0.95), "inconsistent-separator")
    assert said(listed(usual=5, min_votes=6, min_share=0.8), "inconsistent-separator")


def test_a_setting_overrides_the_votes() -> None:
    doc = listed(pinned={"separator": " – "})
    assert said(doc, "inconsistent-separator") == ["separator ' - ' where the list writes ' – ' (set by style)"] * 11


def test_a_setting_of_one_shape_leaves_the_others_to_the_votes() -> None:
    doc = listed(pinned={"marker": {"depth-1": "+"}})
    assert said(doc, "inconsistent-marker") == ["bullet '*' where the list uses '-' (11 of 12 do)"]


def test_fixes_know_the_settings() -> None:
    doc = listed(pinned={"marker": "*"})
    fixed = engine.fix(doc, [load("inconsistent-marker")()])
    assert "\n- " not in fixed.text
    assert fixed.text.count("\n* ") == 12
    assert parse_again(doc.source, doc).style_settings is doc.style_settings


def test_labels_and_links_vote_too() -> None:
    lines = [f"- T{n}. [[paper](https://arxiv.org/abs/2001.0{n:04})]\n" for n in range(11)]
    lines.append("- Odd. [[Paper](https://arxiv.org/pdf/2001.09999)]\n")
    doc = parse(Source("# Awesome Things\n\n" + "".join(lines), "README.md"))
    assert said(doc, "inconsistent-label") == ["label 'Paper' where the list writes 'paper' (11 of 12 do)"]
    assert doc.style.habits("link-form")["arxiv"].value == "abs"
    assert doc.style.counts("label-brackets") == {"square": {"[[label](url)]": 12}}
    doc = parse(doc.source)
    doc.style_settings = StyleSettings(pinned={"label": {"paper": "Paper"}, "link-form": {"arxiv": "pdf"}})
    assert len(said(doc, "inconsistent-label")) == 11
    assert len(said(doc, "inconsistent-link-form")) == 11


def test_settings_reach_the_style() -> None:
    style = settings_of({"min-votes": 3, "min-share": 0.8, "marker": "*", "label": {"pdf": "PDF"}})
    assert style == StyleSettings(3, 0.8, {"marker": "*", "label": {"pdf": "PDF"}})
    assert settings_of({}) == StyleSettings()


@pytest.mark.parametrize("point", POINTS)
def test_every_point_is_voted_on(point: str) -> None:
    from awesome_lint.habits.ballots import BALLOTS

    assert point in {*BALLOTS, *TALLIES}


def test_pages_name_their_setting() -> None:
    for point in POINTS:
        pages = [
            page
            for page in Path(__file__).parents[1].glob("rules/*/*.md")
            if f"`style.{point}`" in page.read_text("utf-8")
        ]
        assert pages, f"no page of a rule says what style.{point} does"


def test_habits_are_shown_with_their_votes() -> None:
    lines = list(habits(listed(odd=4)))
    assert lines[0] == "README.md, by the votes of its 15 entries:"
    assert '  marker.depth-0: no habit ("-" 11, "*" 4)' in lines
    assert '  separator.linked-title: no habit (" - " 11, " – " 4)' in lines
    assert '  separator.linked-title = " - "  # 11 of 12 do' in list(habits(listed()))
    assert '  marker.depth-0 = "*"  # set by style' in list(habits(listed(pinned={"marker": "*"})))
    assert "  order of 1 sections: 1 by name" in list(habits(listed(odd=0, usual=9)))


def test_config_is_toml_whatever_is_set() -> None:
    style = {"min-votes": 5, "label": {"pdf": "PDF", "source code": "Code"}, "separator": ' "- '}
    settings = Settings(Config("a.toml", "", {"style": style}), Config("command line", "", {}))
    shown = "\n".join(config(settings, [listed()]))
    assert tomllib.loads(shown)["style"] == {**style, "min-share": 0.9}
