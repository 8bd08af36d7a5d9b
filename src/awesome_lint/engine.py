"""Running rules over documents, and applying their fixes.

Nothing here knows a rule by name but `unused-directive`, which can speak only when all others have.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from awesome_lint.crowd import gather, joined, members
from awesome_lint.diagnostic import Diagnostic, Safety, sort_key
from awesome_lint.directives.suppress import DIRECTIVE_RULE, Suppressions
from awesome_lint.errors import UserError
from awesome_lint.rule import Answers, Rule
from awesome_lint.rulebook import rule_groups
from awesome_lint.source import Source

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.fixing.settle import Choose, FixResult

SAFE_ONLY: Final[tuple[Safety, ...]] = ("safe",)
Ignored = Callable[[str], Collection[str]]


class RuleError(UserError):
    """A rule raised, or yielded what cannot be: a bug. The advice says whose, and holds the traceback.

    rule, path: of the rule and the file.
    """

    def __init__(self, rule: Rule, path: str, error: Exception) -> None:
        from traceback import format_exception

        module = type(rule).__module__
        owner = "awesome-lint" if module.startswith("awesome_lint.") else f"the plugin {module}"
        super().__init__(
            f"rule '{rule.name}' failed on {path}: {type(error).__name__}: {error}",
            f"This is a bug in {owner}: please report it, with the lines below. Until it is fixed, run with "
            f"`--ignore {rule.name}`.\n\n{''.join(format_exception(error)).rstrip()}",
        )
        self.rule = rule.name
        self.path = path


def nothing_ignored(path: str) -> Collection[str]:
    """Ignore no rule in any file."""
    return ()


def lint(
    docs: "Sequence[Document]",
    rules: Sequence[Rule],
    *,
    others: "Sequence[Document]" = (),
    ignored: Ignored = nothing_ignored,
    answers: Answers | None = None,
    known: Mapping[str, str] | None = None,
) -> list[Diagnostic]:
    """Return what rules say of documents, sorted, without what directives hide. Raises RuleError.

    docs: each path once; others: more files of the run, on which nothing is reported.
    ignored: the names of the rules that are off in a file, by its path.
    answers: what the network pass has found; without it the rules that wait for it are silent.
    known: {rule name: group} of all rules that directives may name; default: the built-in ones and `rules`.
    """
    by_path: dict[str, list[Diagnostic]] = {doc.path: [] for doc in docs}
    for rule in rules:
        for doc in docs:
            by_path[doc.path] += check(rule, doc, ignored, answers)
        for one in compare(rule, docs, others, ignored):
            by_path[one.path].append(one)
    kept: list[Diagnostic] = []
    for doc in docs:
        kept += shown(doc, by_path[doc.path], rules, ignored, answers is not None, known)
    return sorted(kept, key=sort_key)


def check(rule: Rule, doc: "Document", ignored: Ignored, answers: Answers | None = None) -> list[Diagnostic]:
    """Return what a rule says of one document, directives aside. Raises RuleError."""
    if not _speaks(rule, doc, ignored):
        return []
    found = _yielded(rule, [doc], partial(rule.check, doc))
    if rule.online and answers is not None:
        found += _yielded(rule, [doc], partial(rule.judge, doc, answers))
    return found


def compare(rule: Rule, docs: "Sequence[Document]", others: "Sequence[Document]", ignored: Ignored) -> list[Diagnostic]:
    """Return what a rule says of `docs` beside one another and the other files of the run. Raises RuleError."""
    if type(rule).check_files is Rule.check_files:
        return []
    # In an order that does not depend on how the files were named.
    heard = [doc for doc in sorted((*docs, *others), key=_path) if _speaks(rule, doc, ignored)]
    paths = {doc.path for doc in docs}
    return [one for one in _yielded(rule, heard, partial(rule.check_files, heard)) if one.path in paths]


def shown(
    doc: "Document",
    found: Iterable[Diagnostic],
    rules: Sequence[Rule],
    ignored: Ignored = nothing_ignored,
    online: bool = False,
    known: Mapping[str, str] | None = None,
) -> list[Diagnostic]:
    """Return the findings of a document that its directives do not hide, crowds as one, and those of directives.

    What speaks for many by itself is hidden for those of them whose lines are disabled.
    online: whether the rules that wait for the network have spoken.
    """
    hidden = Suppressions(doc, known or {**rule_groups(), **{rule.name: rule.group for rule in rules}})
    found = list(found)
    kept = {id(one) for one in members(found) if not hidden.hides(one)}
    return gather(list(joined(found, kept)), rules) + _of_directives(hidden, rules, ignored, online)


def fix(  # noqa: PLR0913  what a run knows is what a fix has to know
    start: "Document | Source",
    rules: Sequence[Rule],
    *,
    allow: Collection[Safety] = SAFE_ONLY,
    parse: "Callable[[Source], Document] | None" = None,
    others: "Sequence[Document]" = (),
    ignored: Ignored = nothing_ignored,
    answers: Answers | None = None,
    choose: "Choose | None" = None,
    known: Mapping[str, str] | None = None,
) -> "FixResult":
    """Apply fixes to one document until nothing more applies. Raises RuleError.

    allow: the safeties to apply. parse: how to parse each new text; default: with what `start` knows of files
    and of the day. others: the other files of the run, as they stand. ignored, answers, known: as for `lint`.
    choose: returns those of a document's fixable findings that may be mended; default: all.
    """
    from awesome_lint.fixing.edits import InvalidFixError
    from awesome_lint.fixing.settle import Settler

    doc, parse = _parsed(start, parse)
    say = partial(lint, others=others, ignored=ignored, answers=answers, known=known)
    settler = Settler(doc, rules, allow, parse, say, choose)
    try:
        return settler.run()
    except InvalidFixError as error:
        rule = next(rule for rule in rules if rule.name == error.found.rule)
        raise RuleError(rule, error.found.path, error) from error


def _parsed(
    start: "Document | Source", parse: "Callable[[Source], Document] | None"
) -> "tuple[Document, Callable[[Source], Document]]":
    from awesome_lint.parse import parse as stock
    from awesome_lint.parse import parse_again

    if isinstance(start, Source):
        parse = parse or stock
        return parse(start), parse
    return start, parse or partial(parse_again, doc=start)


def _path(doc: "Document") -> str:
    return doc.path


def _speaks(rule: Rule, doc: "Document", ignored: Ignored) -> bool:
    return rule.name not in ignored(doc.path) and (not rule.needs_list or doc.is_list)


def _yielded(rule: Rule, docs: "Sequence[Document]", run: Callable[[], Iterable[Diagnostic]]) -> list[Diagnostic]:
    """Return what a rule yields; raise RuleError when it raises, or speaks of another rule, file or place."""
    where = ", ".join(doc.path for doc in docs)
    try:
        found = list(run())
        for one in found:
            doc = next(doc for doc in docs if doc.path == one.path)
            if one.rule != rule.name or not 0 <= one.span.start <= one.span.end <= len(doc.text):
                raise ValueError(f"it yielded {one!r}")
    except UserError:
        raise
    except Exception as error:
        raise RuleError(rule, where, error) from error
    return found


def _of_directives(hidden: Suppressions, rules: Sequence[Rule], ignored: Ignored, online: bool) -> list[Diagnostic]:
    """Return the findings of `unused-directive`, where it is among the rules."""
    speaker = next((rule for rule in rules if rule.name == DIRECTIVE_RULE), None)
    if speaker is None or not _speaks(speaker, hidden.doc, ignored):
        return []
    ran = {rule.name for rule in rules if (online or not rule.online) and _speaks(rule, hidden.doc, ignored)}
    return [one for one in hidden.report(speaker, ran) if not hidden.hides(one)]
