"""What the command prints about itself: a rule's page, the rules, the settings."""

import json
from collections.abc import Iterator

from awesome_lint import rulebook
from awesome_lint.config import KEYS
from awesome_lint.rule import options_of
from awesome_lint.settings import Settings


def page(name: str) -> str:
    """Return the page of a rule, as it stands in the rulebook."""
    return rulebook.page(name).rstrip("\n")


def rules(settings: Settings) -> Iterator[str]:
    """Yield a line for each rule: whether it runs, its level, its fixes, and what it is about."""
    width = max(map(len, settings.verdicts))
    group = ""
    for name, verdict in settings.verdicts.items():
        rule = rulebook.load(name)
        if rule.group != group:
            if group:
                yield ""
            group = rule.group
            yield f"{group}:"
        level = settings.severity(name) or rule.severity
        fixes = "/".join(rule.fixes) or "-"
        about = (rule.__doc__ or "").strip().splitlines()[0]
        yield f"  {'+' if verdict.on else ' '} {name:{width}}  {level:7}  {fixes:11}  {about}"
    yield ""
    yield "+ runs under the present settings. Then: the level, the fixes it may offer, what it is about."


def config(settings: Settings) -> Iterator[str]:
    """Yield the settings that hold, each with where it comes from, as TOML."""
    files = [layer.origin for layer in settings.layers if layer.root]
    yield f"# configuration file: {files[0] if files else 'none'}"
    for key in KEYS:
        if key in ("rules", "severity", "per-file-ignores"):
            continue
        value, origin = settings.value(key)
        if value is not None:
            yield f"{key} = {_toml(value)}  # {origin}"
    for table in ("severity", "per-file-ignores"):
        entries = settings.entries(table)
        if entries:
            yield from ("", f"[{table}]")
            yield from (f"{_toml_key(name)} = {_toml(value)}  # {origin}" for name, (value, origin) in entries.items())
    for name, verdict in settings.verdicts.items():
        if verdict.on:
            set_here = settings.option_origins(name)
            declared = options_of(rulebook.load(name))
            options = [(key, *set_here.get(key, (default, "default"))) for key, _, default in declared]
            if options:
                yield from ("", f"[rules.{name}]")
                yield from (f"{key} = {_toml(value)}  # {origin}" for key, value, origin in options)
    yield from ("", "# rules that do not run, and why:")
    yield from (f"#   {name}: {verdict.reason}" for name, verdict in settings.verdicts.items() if not verdict.on)


def _toml(value: object) -> str:
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)


def _toml_key(name: str) -> str:
    return name if name.replace("-", "").isalnum() and name.isascii() else json.dumps(name, ensure_ascii=False)
