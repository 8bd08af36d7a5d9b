"""The rules that there are under some settings: the built-in ones, and those that patterns and plugins add."""

from collections.abc import Sequence

from awesome_lint import rulebook
from awesome_lint.config.file import Config
from awesome_lint.errors import UserError
from awesome_lint.rule import Rule


class Catalogue:
    """The rules by name, and their groups.

    added: rules that are not built in; one whose name is taken is a UserError.
    groups: {rule name: group}, sorted by group and name.
    """

    def __init__(self, added: Sequence[type[Rule]] = ()) -> None:
        self._added: dict[str, type[Rule]] = {}
        self.groups = rulebook.rule_groups()
        for rule in added:
            self._refuse_taken(rule)
            self._added[rule.name] = rule
        if added:
            groups = {**self.groups, **{rule.name: rule.group for rule in added}}
            self.groups = dict(sorted(groups.items(), key=lambda pair: (pair[1], pair[0])))

    def load(self, name: str) -> type[Rule]:
        """Return a rule by its name, imported where need be; an unknown one is a UserError."""
        return self._added[name] if name in self._added else rulebook.load(name)

    def page(self, name: str) -> str:
        """Return the page of a rule as Markdown: for one that is not built in its docstring. May be a UserError."""
        if name not in self.groups:
            raise rulebook.unknown_rule(name, known=self.groups)
        if name not in self._added:
            return rulebook.page(name)
        from inspect import cleandoc

        return f"# {name}\n\n{cleandoc(self._added[name].__doc__ or '')}\n"

    def _refuse_taken(self, rule: type[Rule]) -> None:
        name = rule.name
        if name in self._added:
            raise UserError(f"two patterns or plugins have a rule '{name}'", "Give one of them another name.")
        if name in rulebook.rule_groups() or name in rulebook.groups():
            what = "rule" if name in rulebook.rule_groups() else "group of rules"
            raise UserError(f"there is a built-in {what} '{name}'", "Give the pattern or the plugin another name.")


def known_rules(layers: Sequence[Config]) -> Catalogue:
    """Return the rules that there are where these settings hold; patterns and plugins of every layer count."""
    added: list[type[Rule]] = []
    for layer in layers:
        if "patterns" in layer.values:
            from awesome_lint.custom.pattern_rules import pattern_rule

            added += (pattern_rule(table, layer.origin) for table in layer.values["patterns"])
        if "plugins" in layer.values:
            from awesome_lint.custom.plugins import plugin_rules

            for name in dict.fromkeys(layer.values["plugins"]):
                added += plugin_rules(name, layer)
    return Catalogue(list(dict.fromkeys(added)))
