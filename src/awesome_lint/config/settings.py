"""What holds for a run: defaults, preset, file and command line, in this order, the later over the earlier."""

import os
import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from awesome_lint import rulebook
from awesome_lint.config import globs
from awesome_lint.config.file import Config, read_preset
from awesome_lint.config.selection import ALL, Layer, Verdict, decide, unless_off
from awesome_lint.config.validate import OFF, mistakes_in
from awesome_lint.custom.catalogue import Catalogue, known_rules
from awesome_lint.diagnostic import Severity
from awesome_lint.errors import UserError, raise_all
from awesome_lint.habits.vote import StyleSettings
from awesome_lint.rule import Option, Rule

_DEFAULTS = Config("default", "", {"preset": "default", "select": [ALL], "fixable": [ALL], "max-size": 5_000_000})


class Settings:
    """The settings for the files of one configuration.

    layers: what each place says, from the defaults to the command line.
    root: the folder to which path patterns are relative, absolute.
    known: the rules that there are, whether they run or not.
    """

    def __init__(self, file: Config | None, command: Config) -> None:
        named = [layer for layer in (file, command) if layer and "preset" in layer.values]
        preset = read_preset(name, rulebook.preset_path(name)) if (name := _preset_name(named)) else None
        if file and preset and "preset" in command.values:
            # A preset asked for on the command line stands in for what the file selects, not for what it ignores.
            kept = {key: value for key, value in file.values.items() if key not in {"select", "extend-select"}}
            file = Config(file.origin, file.root, kept)
        self.layers = [layer for layer in (_DEFAULTS, preset, file, command) if layer]
        self.root = file.root if file else os.getcwd()
        self.known = self._checked()

    def _checked(self) -> Catalogue:
        """Return the rules that there are; all that is wrong with a layer is one UserError."""
        try:
            known = known_rules(self.layers)
        except UserError as error:  # which names there are cannot be told; what is wrong with the keys can
            mistakes = [one for layer in self.layers for one in layer.mistakes]
            raise_all([*mistakes, error], "the configuration")
            raise
        for layer in self.layers:
            raise_all([*layer.mistakes, *mistakes_in(layer, known)], layer.origin)
        return known

    def value(self, key: str) -> tuple[Any, str]:
        """Return the value of a key and its origin; (None, "default") where nobody says."""
        for layer in reversed(self.layers):
            if key in layer.values:
                return layer.values[key], layer.origin
        return None, _DEFAULTS.origin

    def entries(self, key: str) -> dict[str, tuple[Any, str]]:
        """Return a table merged from all layers: {name: (value, origin)}."""
        merged = {}
        for layer in self.layers:
            for name, value in layer.values.get(key, {}).items():
                merged[name] = (value, layer.origin)
        return merged

    @cached_property
    def verdicts(self) -> dict[str, Verdict]:
        """Whether each rule runs, and why, by name; sorted by group and name."""
        layers = [_layer(layer, "select", "ignore") for layer in self.layers]
        preview = any(layer.values.get("preview") for layer in self.layers)
        load, groups = self.known.load, self.known.groups
        return {name: unless_off(decide(layers, name, group), name, preview, load) for name, group in groups.items()}

    @cached_property
    def rules(self) -> list[Rule]:
        """The rules that run, with their options and levels."""
        return [
            self.known.load(name)(self.options(name), self.severity(name))
            for name, verdict in self.verdicts.items()
            if verdict.on
        ]

    def options(self, name: str) -> dict[str, Option]:
        """Return the options set for a rule, by key."""
        return {key: value for key, (value, _) in self.option_origins(name).items()}

    def option_origins(self, name: str) -> dict[str, tuple[Option, str]]:
        """Return {key: (value, origin)} for the options set for a rule."""
        found: dict[str, tuple[Option, str]] = {}
        for layer in self.layers:
            for key, value in layer.values.get("rules", {}).get(name, {}).items():
                found[key] = (tuple(value) if isinstance(value, list) else value, layer.origin)
        return found

    def severity(self, name: str) -> Severity | None:
        """Return the level that somebody set for a rule, or None."""
        levels = self.entries("severity")
        for selector in (name, self.known.groups[name], ALL):
            if selector in levels and levels[selector][0] != OFF:
                level: Severity = levels[selector][0]
                return level
        return None

    @cached_property
    def style(self) -> StyleSettings:
        """From how many votes a habit holds, and what is set whatever the votes say."""
        said = {name: value for name, (value, _) in self.entries("style").items()}
        votes = said.pop("min-votes", StyleSettings().min_votes)
        share = said.pop("min-share", StyleSettings().min_share)
        return StyleSettings(votes, share, said)

    def fixable(self, name: str) -> bool:
        """Tell whether fixes of a rule may be applied."""
        layers = [_layer(layer, "fixable", "unfixable") for layer in self.layers]
        return decide(layers, name, self.known.groups.get(name, "")).on

    @property
    def max_size(self) -> int:
        """The largest file that is read, in bytes."""
        size: int = self.value("max-size")[0]
        return size

    @cached_property
    def _excluded(self) -> re.Pattern[str] | None:
        return globs.matcher(self.value("exclude")[0] or ())

    def excludes(self, path: str) -> bool:
        """Tell whether the settings leave a file or folder out, even when it is named."""
        return self._excluded is not None and self._excluded.match(self._inside(path)) is not None

    def ignored(self, path: str) -> frozenset[str]:
        """Return the names of the rules that `per-file-ignores` switches off in a file."""
        found: set[str] = set()
        groups = self.known.groups
        for pattern, selectors in self._per_file:
            if pattern and pattern.match(self._inside(path)):
                found.update(name for name, group in groups.items() if not {name, group, ALL}.isdisjoint(selectors))
        return frozenset(found)

    @cached_property
    def _per_file(self) -> list[tuple[re.Pattern[str] | None, list[str]]]:
        ignores = self.entries("per-file-ignores")
        return [(globs.matcher([pattern]), selectors) for pattern, (selectors, _) in ignores.items()]

    def _inside(self, path: str) -> str:
        """Return a path relative to the root, with '/'."""
        try:
            return os.path.relpath(path, self.root).replace(os.sep, "/")
        except ValueError:  # another drive: no pattern means it
            return path


def _preset_name(layers: Sequence[Config]) -> str | None:
    return layers[-1].values["preset"] if layers else None


def _layer(config: Config, select: str, ignore: str) -> Layer:
    values = config.values
    off: list[str] = list(values.get(ignore, ()))
    if ignore == "ignore":
        off += [name for name, level in values.get("severity", {}).items() if level == OFF]
    return Layer(config.origin, values.get(select), values.get(f"extend-{select}", ()), off)
