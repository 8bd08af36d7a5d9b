"""Passes of fixes: how those that break their guard are found."""

from swaps import GUARDS, document, finding

from awesome_lint.document import Document
from awesome_lint.errors import UserError
from awesome_lint.fixing.sift import Sieve
from awesome_lint.source import Source


def sieve(text: str) -> Sieve:
    return Sieve(document(text), document, GUARDS)


def test_pass_that_keeps_its_guards() -> None:
    text = "- teh a\n- teh  b\n"
    done = sieve(text).run([finding(text, "word", ("teh a", "the a")), finding(text, "layout", ("teh  b", "teh b"))])
    assert (done.doc.text, len(done.applied), done.guilty) == ("- the a\n- teh b\n", 2, [])


def test_guilty_fix_is_withdrawn_and_the_others_are_made() -> None:
    text = "".join(f"- teh {name}\n" for name in "abcdefghi")
    good = [finding(text, "word", (f"teh {name}", f"the {name}")) for name in "abcdeghi"]
    bad = finding(text, "word", ("teh f", "[teh](u) f"))
    done = sieve(text).run([*good, bad])
    assert done.doc.text == text.replace("teh", "the").replace("the f", "teh f")
    assert [one for one, _ in done.guilty] == [bad]
    assert done.guilty[0][1] == "line 6: markup changed"


def test_all_guilty() -> None:
    text = "- a\n- b\n"
    found = [finding(text, "layout", ("a", "x")), finding(text, "layout", ("b", "y"))]
    done = sieve(text).run(found)
    assert (done.doc.text, done.applied, [one for one, _ in done.guilty]) == (text, [], found)


def test_fixes_good_alone_and_not_together_wait_for_one_another() -> None:
    text = "a x b y c\n"
    found = [finding(text, "word", ("x", "`")), finding(text, "word", ("y", "`"))]
    done = sieve(text).run(found)
    assert (done.doc.text, done.applied, done.guilty) == ("a ` b y c\n", found[:1], [])


def test_rule_that_is_wrong_often_is_given_up() -> None:
    text = "".join(f"- x{number}\n" for number in range(200))
    found = [finding(text, "layout", (f"x{number}\n", f"y{number}\n")) for number in range(200)]
    parsed = 0

    def counting(source: Source) -> Document:
        nonlocal parsed
        parsed += 1
        return document(source)

    assert len(Sieve(document(text), counting, GUARDS).run(found).guilty) == 200
    assert parsed < 20


def test_fix_that_no_parser_can_read_is_withdrawn() -> None:
    def refusing(source: Source) -> Document:
        if ">>" in source.text:
            raise UserError("nested too deeply", "Look for a line of repeated '>'.")
        return document(source)

    text = "a\n\nb\n"
    found = [finding(text, "word", ("a", ">> a")), finding(text, "word", ("b", "c"))]
    done = Sieve(document(text), refusing, None).run(found)
    assert (done.doc.text, [reason for _, reason in done.guilty]) == ("a\n\nc\n", ["nested too deeply"])
