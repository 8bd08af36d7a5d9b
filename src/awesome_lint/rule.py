"""What a rule is: a small class with `check(doc)` that yields diagnostics and keeps no state.

A module `checks/<group>/<rule_name>.py` holds one class `Check(Rule)`; its name and group are those of the file and
the folder. Annotated class attributes that are no ClassVar are the rule's options, with their defaults.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, Protocol

from awesome_lint.diagnostic import Diagnostic, Fix, Phase, Related, Safety, Severity, Span

if TYPE_CHECKING:
    from awesome_lint.document import Document
    from awesome_lint.link import Link
    from awesome_lint.online.verdict import Verdict

Option = bool | int | str | tuple[str, ...]
Guard = Literal["layout", "url", "anchor", "word", "markup", "heading", "html"]


class Answers(Protocol):
    """What the network pass knows of links."""

    def in_document(self, doc: "Document") -> "Iterator[tuple[Link, Verdict]]":
        """Yield the links of a document of which something is known."""
        ...


class Rule:
    """Base of every rule, built in or a plugin's.

    name, group: those of the module and its folder where a class does not set them.
    severity: level of its findings unless the settings or a finding say otherwise. other_levels: those that a finding
        of it may say; the tests hold it to them.
    default: whether it runs without being selected.
    preview: new in this release; runs only when selected by name or by preset `strict`.
    online: it speaks by `judge`, of what the network pass has found, and is silent without one.
    needs_list: it speaks of lists only, and is silent on other Markdown.
    phase: when its fixes are applied.
    guard: what the engine proves of its safe fixes (see fixing/verify.py): `layout` the token stream stays as it was;
        `url` each link keeps its identity; `anchor` the link ends on an anchor that exists; `word` all but the words
        named is parsed as before; `markup` link markup may change, nothing else; `heading` a line becomes a heading;
        `html` an HTML block ends earlier, and what stood in it is Markdown.
    reads_listings: its `check_files` asks of a document only what a Listing has, so that files may be linted apart.
    gathers: more findings in a file than so many that say the same become one (see crowd.py); 0: never.
    fixes: the safeties of the fixes it may offer; the tests hold it to them.
    """

    name: ClassVar[str] = ""
    group: ClassVar[str] = ""
    severity: ClassVar[Severity] = "warning"
    other_levels: ClassVar[tuple[Severity, ...]] = ()
    default: ClassVar[bool] = True
    preview: ClassVar[bool] = False
    online: ClassVar[bool] = False
    needs_list: ClassVar[bool] = False
    phase: ClassVar[Phase] = "content"
    guard: ClassVar[Guard] = "word"
    reads_listings: ClassVar[bool] = False
    gathers: ClassVar[int] = 0
    fixes: ClassVar[tuple[Safety, ...]] = ()

    def __init_subclass__(cls) -> None:
        *_, group, module = ("", *cls.__module__.split("."))
        if "name" not in cls.__dict__:  # a plugin may have several rules in a file
            cls.name = module.replace("_", "-")
        if "group" not in cls.__dict__:
            cls.group = group

    def __init__(self, options: Mapping[str, Option] | None = None, severity: Severity | None = None) -> None:
        for key, value in (options or {}).items():
            setattr(self, key.replace("-", "_"), value)
        self._set_level = severity

    def check(self, doc: "Document") -> Iterable[Diagnostic]:
        """Yield what is wrong in one document."""
        return ()

    def check_files(self, docs: Sequence["Document"]) -> Iterable[Diagnostic]:
        """Yield what is wrong between the documents of a run; called once, after every `check`."""
        return ()

    def judge(self, doc: "Document", answers: Answers) -> Iterable[Diagnostic]:
        """Yield what is wrong in one document by what the network pass has found."""
        return ()

    def report(
        self,
        doc: "Document",
        span: tuple[int, int],
        message: str,
        *,
        fix: Fix | None = None,
        help: str | None = None,
        related: Sequence[Related] = (),
        severity: Severity | None = None,
    ) -> Diagnostic:
        """Return a diagnostic of this rule; `severity` holds unless the settings pin the rule's own."""
        level = self._set_level or severity or type(self).severity
        return Diagnostic(self.name, doc.path, Span(*span), message, level, help, fix, tuple(related))


def levels_of(rule: type[Rule]) -> tuple[Severity, ...]:
    """Return the levels that findings of a rule may have, the usual one first."""
    return rule.severity, *rule.other_levels


def options_of(rule: type[Rule]) -> Iterator[tuple[str, type | object, Option]]:
    """Yield (key in kebab case, annotation, default) for each option of a rule."""
    # The attribute of a class holds what is annotated there and never a base's; from 3.14 on its `__dict__` has none.
    for name, annotation in rule.__annotations__.items():
        if "ClassVar" not in str(annotation):
            yield name.replace("_", "-"), annotation, getattr(rule, name)
