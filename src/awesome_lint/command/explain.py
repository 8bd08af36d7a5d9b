"""What the command prints about itself: the rules, the settings."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from awesome_lint.config.file import KEYS
from awesome_lint.config.settings import Settings
from awesome_lint.config.toml_text import toml, toml_key
from awesome_lint.config.validate import STYLE_NUMBERS
from awesome_lint.habits.vote import StyleSettings
from awesome_lint.rule import levels_of, options_of
from awesome_lint.rulebook import about

if TYPE_CHECKING:
    from awesome_lint.document import Document

_TABLES: Final = ("rules", "severity", "per-file-ignores", "style", "patterns", "online")
_FEWEST_SHOWN: Final = 5  # votes; fewer are not a disagreement


def rules(settings: Settings) -> Iterator[str]:
    """Yield a line for each rule: whether it runs, its level, its fixes, and what it is about."""
    width = max(map(len, settings.verdicts))
    group = ""
    for name, verdict in settings.verdicts.items():
        rule = settings.known.load(name)
        if rule.group != group:
            if group:
                yield ""
            group = rule.group
            yield f"{group}:"
        set_level = settings.severity(name)
        level = set_level or "/".join(levels_of(rule))
        fixes = "/".join(rule.fixes) or "-"
        yield f"  {'+' if verdict.on else ' '} {name:{width}}  {level:18}  {fixes:11}  {about(rule)}"
    yield ""
    yield "+ runs under the present settings. Then: the level, the usual one first, the fixes it may offer, what it is about."


def config(settings: Settings, docs: "Sequence[Document]" = ()) -> Iterator[str]:
    """Yield the settings that hold, each with where it comes from, as TOML; and the habits of documents, with votes."""
    files = [layer.origin for layer in settings.layers if layer.root]
    yield f"# configuration file: {files[0] if files else 'none'}"
    for key in KEYS:
        if key not in _TABLES:
            value, origin = settings.value(key)
            yield f"{key} = {toml([] if value is None else value)}  # {origin}"
    for table in ("severity", "per-file-ignores", "online"):
        entries = settings.entries(table)
        if entries:
            yield from ("", f"[{table}]")
            yield from (f"{toml_key(name)} = {toml(value)}  # {origin}" for name, (value, origin) in entries.items())
    yield from _style(settings, docs)
    for name, verdict in settings.verdicts.items():
        if verdict.on:
            set_here = settings.option_origins(name)
            declared = options_of(settings.known.load(name))
            options = [(key, *set_here.get(key, (default, "default"))) for key, _, default in declared]
            if options:
                yield from ("", f"[rules.{name}]")
                yield from (f"{key} = {toml(value)}  # {origin}" for key, value, origin in options)
    for table, origin in (
        (table, layer.origin) for layer in settings.layers for table in layer.values.get("patterns", ())
    ):
        yield from ("", f"[[patterns]]  # {origin}")
        yield from (f"{key} = {toml(value)}" for key, value in table.items())
    yield from ("", "# rules that do not run, and why:")
    yield from (f"#   {name}: {verdict.reason}" for name, verdict in settings.verdicts.items() if not verdict.on)


def _style(settings: Settings, docs: "Sequence[Document]") -> Iterator[str]:
    yield from ("", "[style]")
    said = settings.entries("style")
    for key, default in zip(STYLE_NUMBERS, StyleSettings(), strict=False):
        value, origin = said.pop(key, (default, "default"))
        yield f"{key} = {toml(value)}  # {origin}"
    for key, (value, origin) in said.items():
        yield f"{key} = {toml(value)}  # {origin}"
    for doc in docs:
        yield from (f"# {line}" for line in habits(doc))


def habits(doc: "Document") -> Iterator[str]:
    """Yield what a list does at each point of form, with the votes; also where it does not agree with itself."""
    from awesome_lint.habits import order
    from awesome_lint.habits.points import POINTS

    yield f"{doc.path}, by the votes of its {len(doc.entries)} entries:"
    for point in POINTS:
        held = doc.style.habits(point)
        for shape, counts in sorted(doc.style.counts(point).items()):
            name = f"{point}.{toml_key(shape)}"
            votes = ", ".join(f"{toml(value)} {count}" for value, count in counts.most_common(4))
            if shape in held:
                yield f"  {name} = {toml(held[shape].value)}  # {held[shape].grounds}"
            elif counts.total() >= _FEWEST_SHOWN:
                yield f"  {name}: no habit ({votes})"
    sections = order.votes(doc)
    if sections:
        kept = ", ".join(f"{count} by {name}" if name else f"{count} in none" for name, count in sections.most_common())
        yield f"  order of {sections.total()} sections: {kept}"
