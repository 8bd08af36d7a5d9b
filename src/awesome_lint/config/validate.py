"""Whether the names, levels and options in a configuration exist."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal, get_args, get_origin

from awesome_lint import rulebook
from awesome_lint.config.file import Config
from awesome_lint.config.selection import ALL
from awesome_lint.diagnostic import SEVERITIES
from awesome_lint.errors import UserError, did_you_mean, it_is
from awesome_lint.rule import Option, Rule, options_of

if TYPE_CHECKING:
    from awesome_lint.custom.catalogue import Catalogue

STYLE_NUMBERS = ("min-votes", "min-share")
OFF = "off"  # the level that is none: the rule does not run


def mistakes_in(config: Config, rules: "Catalogue") -> Iterator[UserError]:
    """Yield what is wrong: unknown rules, groups and levels, and options that no rule has.

    rules: those that there are.
    """
    values, origin = config.values, config.origin
    for key in ("select", "ignore", "extend-select", "fixable", "unfixable"):
        yield from _selectors(values.get(key, ()), f"'{key}', {origin}", rules)
    yield from _selectors(values.get("severity", ()), f"'severity', {origin}", rules)
    for pattern, selectors in values.get("per-file-ignores", {}).items():
        yield from _selectors(selectors, f"'per-file-ignores.{pattern}', {origin}", rules)
    for name, level in values.get("severity", {}).items():
        if level not in (*SEVERITIES, OFF):
            known = [*SEVERITIES, OFF]
            advice = f"The levels are {', '.join(known)}.{did_you_mean(level, known)}"
            yield UserError(f"{origin}: 'severity.{name}' has no level '{level}'", advice)
    yield from _style(values.get("style", {}), origin)
    for name, options in values.get("rules", {}).items():
        if name not in rules.groups:
            yield rulebook.unknown_rule(name, f" ('rules', {origin})", rules.groups)
            continue
        for key, value in options.items():
            yield from _option(rules.load(name), key, value, origin)


def _selectors(names: object, where: str, rules: "Catalogue") -> Iterator[UserError]:
    assert isinstance(names, (list, tuple, dict))
    groups = rules.groups
    for name in names:
        if name != ALL and name not in groups and name not in groups.values():
            yield rulebook.unknown_rule(name, f" ({where})", groups)


def _style(values: Mapping[str, object], origin: str) -> Iterator[UserError]:
    for name, value in values.items():
        if name in STYLE_NUMBERS:
            continue
        from awesome_lint.habits.points import POINTS

        if name not in POINTS:
            known = [*STYLE_NUMBERS, *POINTS]
            hint = did_you_mean(name, known).strip() or f"There are {', '.join(known)}."
            yield UserError(f"{origin}: 'style' has no key '{name}'", hint)
            continue
        for shape, text in value.items() if isinstance(value, dict) else [(None, value)]:
            mistake = POINTS[name].mistake(shape, str(text))
            if mistake:
                where = f"style.{name}.{shape}" if shape else f"style.{name}"
                yield UserError(f"{origin}: '{where}' {mistake}", it_is(text))


def _option(rule: type[Rule], key: str, value: object, origin: str) -> Iterator[UserError]:
    known = {name: (annotation, default) for name, annotation, default in options_of(rule)}
    if key not in known:
        advice = f"Its options are: {', '.join(known)}." if known else "It has none."
        yield UserError(f"{origin}: rule '{rule.name}' has no option '{key}'", advice + did_you_mean(key, list(known)))
        return
    annotation, default = known[key]
    where = f"{origin}: 'rules.{rule.name}.{key}'"
    if get_origin(annotation) is Literal:
        allowed = get_args(annotation)
        if value not in allowed:
            yield UserError(f"{where} must be one of {', '.join(map(repr, allowed))}", it_is(value))
    elif not _fits(value, default):
        yield UserError(f"{where} must be {_WORDS[type(default)]}", it_is(value))


_WORDS = {bool: "true or false", int: "a whole number of at least 0", str: "a string", tuple: "a list of strings"}


def _fits(value: object, default: Option) -> bool:
    if isinstance(default, tuple):
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return type(value) is type(default) and (not isinstance(value, int) or value >= 0)
