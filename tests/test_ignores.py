"""`--add-ignores`: directives are written, the page stays as it is, and the next run finds nothing."""

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from awesome_lint.cli import main
from awesome_lint.directives.adding import add_directives
from awesome_lint.parse import parse
from awesome_lint.rulebook import rule_groups
from awesome_lint.source import Source

RULES = "repeated-space,spaced-link,doubled-article,name-case,insecure-link,unused-directive,trailing-space"
COMMON = ("--plugin", "plugin.py", "--select", RULES)
GOOD = "".join(f"- [Cell {name}](https://example.org/{name}) - One.\n" for name in "abcdef")
# Finds what it looks for everywhere: in headings, tables, HTML and code.
PLUGIN = '''
import re
from awesome_lint.rule import Rule


class Doubled(Rule):
    """An article stands twice."""

    name = "doubled-article"
    group = "text"

    def check(self, doc):
        for match in re.finditer("(?i)the the", doc.text):
            yield self.report(doc, match.span(), "an article stands twice")
'''
DIRECTIVE = re.compile(r"\s*<!-- awesome-lint-disable-[^>]*-->")


def page(text: str) -> str:
    """Return the HTML of a text, directives aside."""
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text.removeprefix("\ufeff"))
    return re.sub(r"\s+(?=<|\Z)", "", DIRECTIVE.sub("", html))


@pytest.fixture
def readme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "plugin.py").write_text(PLUGIN)
    return tmp_path / "README.md"


def silenced(path: Path, text: str, *arguments: str, select: str = RULES) -> str:
    """Return what --add-ignores makes of a file, which must pass afterwards and look the same."""
    path.write_bytes(text.encode())
    options = ["README.md", *COMMON[:3], select, *arguments]
    assert main(options) == 1, "there must be something to hide"
    assert main([*options, "--add-ignores"]) == 0
    after = path.read_bytes().decode()
    assert main(options) == 0
    assert main([*options, "--add-ignores"]) == 0
    assert path.read_bytes().decode() == after, "a second time changes nothing"
    assert page(after) == page(text)
    return after


def added(before: str, after: str) -> list[str]:
    """Return the lines that are new."""
    old = before.splitlines()
    return [line for line in after.splitlines() if line not in old]


LINE = "<!-- awesome-lint-disable-line doubled-article -->"
NEXT = "<!-- awesome-lint-disable-next-line doubled-article -->"
FILE = "<!-- awesome-lint-disable-file doubled-article -->"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("- [a](b) the the c\n", [f"- [a](b) the the c {LINE}"], id="bullet"),
        pytest.param("1. a\n   1. the the b\n", [f"   1. the the b {LINE}"], id="nested"),
        pytest.param("- [a](b) one\n  the the c\n  d\n", [f"  the the c {LINE}"], id="hard-wrapped"),
        pytest.param("- the the\n- [b](c)\n", [f"- the the {LINE}"], id="first of a tight list"),
        pytest.param("> the the b\n", [f"> the the b {LINE}"], id="quote"),
        pytest.param("the the b  \nc\n", [f"the the b {LINE}  "], id="hard break of spaces"),
        pytest.param("the the b\\\nc\n", [f"the the b {LINE}\\"], id="hard break of a backslash"),
        pytest.param("the the `b\nc` d\n", [NEXT], id="line that ends in code"),
        pytest.param("a\nthe the `b\nc` d\n", [FILE], id="line within a paragraph that ends in code"),
        pytest.param("| a | b |\n|---|---|\n| the the | c |\n", [f"| the the | c {LINE} |"], id="row"),
        pytest.param("a | b\n---|---\nthe the | c\n", [f"the the | c {LINE}"], id="row without outer pipes"),
        pytest.param("| a | b |\n|---|---|\n| the the |\n", [f"| the the {LINE} |"], id="short row"),
        pytest.param("| a |\n|---|\n| the the | c |\n", [f"| the the {LINE} | c |"], id="row with a cell too many"),
        pytest.param("| a the the |\n|---|\n| b |\n", [NEXT], id="head of a table"),
        pytest.param("## The the thing\n\na\n", [NEXT], id="heading"),
        pytest.param("a\n\nThe the thing\n---\n\nb\n", [NEXT], id="setext heading"),
        pytest.param("**The the thing**\n\na\n", [NEXT], id="bold line"),
        pytest.param("- ## The the thing\n- b\n", [FILE], id="heading in an item"),
        pytest.param("<p>\nthe the b\n</p>\n", [f"the the b {LINE}"], id="HTML"),
        pytest.param("<p>the the <a\nhref='b'>c</a></p>\n", [NEXT], id="HTML line that ends in a tag"),
        pytest.param("<p><b\nid='c'>the the <a\nhref='b'>c</a></b></p>\n", [FILE], id="HTML line within two tags"),
        pytest.param("---\na: b\n---\n\n- ## The the c\n", [FILE], id="after front matter"),
    ],
)
def test_where_a_directive_goes(readme: Path, text: str, lines: list[str]) -> None:
    text = f"{text}\n## Cells\n\n{GOOD}"
    assert added(text, silenced(readme, text, select="doubled-article")) == lines


DEFINED = "[u]:\n  <http://github.com/u>\n  'the the\n  u'\n"
DEFINED_NEXT = "<!-- awesome-lint-disable-next-line doubled-article, insecure-link -->"


@pytest.mark.parametrize("lead", ["", "> "])
def test_a_definition_of_several_lines_is_hidden_as_one(readme: Path, lead: str) -> None:
    text = f"- [u]\n\n[v]: http://github.com/v\n{DEFINED}[u]:\n  http://github.com/twice\n\nText.\n"
    text = "".join(f"{lead}{line}" for line in text.splitlines(keepends=True))
    after = silenced(readme, text)
    assert [line for line in added(text, after) if "doubled" in line] == [f"{lead}{DEFINED_NEXT}"]
    assert "disable-file" not in after


def test_front_matter_stays_first(readme: Path) -> None:
    after = silenced(readme, f"---\na: b\n---\n\n- ## The the c\n\n{GOOD}")
    assert after.startswith(f"---\na: b\n---\n{FILE}\n\n- ## The the c\n")


def test_names_of_all_rules_on_a_line(readme: Path) -> None:
    text = f"# A\n\n{GOOD}- [g](https://example.org/g) - One  the the one.\n"
    (line,) = added(text, silenced(readme, text))
    assert line.endswith(" <!-- awesome-lint-disable-line doubled-article, repeated-space -->")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the the a  b <!-- awesome-lint-disable-line repeated-space -->", "repeated-space, doubled-article -->"),
        (
            "the the a  b <!-- awesome-lint-disable-line repeated-space -- so -->",
            "repeated-space, doubled-article -- so -->",
        ),
        (
            "the the a  <http://github.com> <!-- awesome-lint-disable-line insecure-link repeated-space -->",
            "space doubled-article -->",
        ),
        (
            "<!-- awesome-lint-disable-next-line repeated-space -->\nthe the a  b",
            "repeated-space, doubled-article -->\nthe the",
        ),
    ],
)
def test_a_directive_that_is_there_is_extended(readme: Path, before: str, after: str) -> None:
    text = silenced(readme, f"{before}\n\n{GOOD}")
    assert after in text
    assert text.count("<!--") == 1


def test_a_directive_for_the_file_is_extended(readme: Path) -> None:
    text = silenced(readme, f"<!-- awesome-lint-disable-file repeated-space -->\n\n- ## The the  b\n\n{GOOD}")
    assert text.startswith("<!-- awesome-lint-disable-file repeated-space, doubled-article -->\n\n- ##")


def test_a_rule_that_is_off_in_the_file_gets_no_other_directive(
    readme: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = silenced(readme, f"- ## The the c\n- the the d\n\n{GOOD}")
    assert text.count("<!--") == 1
    assert "README.md: doubled-article is off in the whole file" in capsys.readouterr().err


def test_what_is_found_everywhere_is_hidden_in_the_whole_file(readme: Path) -> None:
    text = f"# A\n\n{GOOD}" + "".join(f"- [c{n}](https://example.org/c/{n}) - One. \n" for n in range(300))
    after = silenced(readme, text)
    assert added(text, after) == ["<!-- awesome-lint-disable-file trailing-space -->"]


def test_an_unused_directive_is_silenced_by_its_name(readme: Path) -> None:
    after = silenced(readme, f"a <!-- awesome-lint-disable-line name-case -->\n\n{GOOD}")
    assert "<!-- awesome-lint-disable-line name-case, unused-directive -->" in after


def test_no_name_is_written_that_the_comment_itself_makes_idle(readme: Path) -> None:
    # At the end of the line the comment parts the doubled words from what the rule of the plugin looks for.
    text = f"a  b the the\n\n{GOOD}"
    plugin = PLUGIN.replace('"(?i)the the"', '"(?im)the the$"')
    (readme.parent / "plugin.py").write_text(plugin)
    assert "the the <!-- awesome-lint-disable-line repeated-space -->" in silenced(readme, text)


def test_one_line_without_room_leaves_the_others_theirs(readme: Path) -> None:
    after = silenced(readme, f"a  b `c\nd` e  f\n\n{GOOD}")
    assert after.startswith(
        "<!-- awesome-lint-disable-next-line repeated-space -->\n"
        "a  b `c\nd` e  f <!-- awesome-lint-disable-line repeated-space -->\n"
    )


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("end", [[""], []], ids=["end", "no end"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_facts_of_the_file_stay(readme: Path, newline: str, end: list[str], mark: str) -> None:
    lines = [f"{mark}## The the thing", "", *GOOD.splitlines(), "- [a](https://example.org) the the b"]
    after = silenced(readme, newline.join([*lines, *end]))
    word = "<!-- awesome-lint-disable-line doubled-article -->"
    expected = [f"{mark}{NEXT}", lines[0].removeprefix(mark), *lines[1:-1], f"{lines[-1]} {word}"]
    assert after == newline.join([*expected, *end])


def test_only_what_fails_is_silenced(readme: Path) -> None:
    text = f"# A\n\n{GOOD}- [g](http://example.org/g) [h] (https://example.org/h) - One.  Two.\n"
    after = silenced(readme, text, "--fail-on", "error")
    assert "<!-- awesome-lint-disable-line spaced-link -->" in after


def test_notes_are_counted_and_fixes_are_advised(readme: Path, capsys: pytest.CaptureFixture[str]) -> None:
    readme.write_text(f"# A\n\n{GOOD}- [g](https://example.org/g) - One.  Two. the the\n")
    assert main(["README.md", *COMMON[:3], f"{RULES},final-newline,blank-lines,bare-link", "--add-ignores"]) == 0
    assert "notes" not in capsys.readouterr().err
    readme.write_text(f"# A\n\n{GOOD}- [g](https://example.org/g) - One.  Two. the the")
    assert main(["README.md", *COMMON[:3], f"{RULES},final-newline", "--add-ignores"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "added directives for 2 findings in 1 file\n" in err
    assert "--fix would mend 1 finding safely" in err
    assert "1 finding of a lower level needs no directive" in err


def test_only_what_is_new_is_silenced(readme: Path) -> None:
    readme.write_text(f"# A\n\nthe the\n\n{GOOD}")
    assert main(["README.md", *COMMON, "--baseline", "known.json", "--write-baseline"]) == 0
    after = silenced(readme, f"# A\n\nthe the\n\n{GOOD}\na the the b\n", "--baseline", "known.json")
    assert added(f"# A\n\nthe the\n\n{GOOD}", after) == [f"a the the b {LINE}"]


def test_several_files_at_once(readme: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.md", "b.md"):
        readme.with_name(name).write_text(f"the the\n\n{GOOD}")
    assert main(["a.md", "b.md", *COMMON, "--add-ignores"]) == 0
    assert [readme.with_name(name).read_text().count(LINE) for name in ("a.md", "b.md")] == [1, 1]
    assert "added directives for 2 findings in 2 files" in capsys.readouterr().err


def test_a_file_that_may_not_be_written(readme: Path, capsys: pytest.CaptureFixture[str]) -> None:
    readme.write_text(f"the the\n\n{GOOD}")
    readme.chmod(0o444)
    assert main(["README.md", *COMMON, "--add-ignores", "--output-format", "concise"]) == 2
    out, err = capsys.readouterr()
    assert "README.md is read-only" in err
    assert "doubled-article" in out, "it is as it was, and so is what there is to say of it"


@pytest.mark.parametrize("other", ["--fix", "--diff"])
def test_fixes_are_a_run_of_their_own(readme: Path, other: str, capsys: pytest.CaptureFixture[str]) -> None:
    readme.write_text(f"the the\n\n{GOOD}")
    assert main(["README.md", "--add-ignores", other]) == 2
    assert f"--add-ignores cannot be combined with {other}" in capsys.readouterr().err
    assert main(["README.md", "--add-ignores", "--baseline", "a.json", "--write-baseline"]) == 2


def test_what_cannot_be_silenced_stays_as_it_is() -> None:
    doc = parse(Source("the the\n"))
    calls = []

    def refuse(source: Source) -> None:
        calls.append(source)
        raise AssertionError

    with pytest.raises(AssertionError):
        add_directives(doc, {0: {"doubled-article"}}, refuse, rule_groups())  # type: ignore[arg-type]
    assert calls[0].text == f"the the {LINE}\n"
    assert add_directives(doc, {}, refuse, rule_groups()) is doc  # type: ignore[arg-type]
