"""Where the rules are: the checks beside this file, and their pages, data and presets in the rulebook folder.

The path is the registry. `checks/<group>/<rule_name>.py` is the rule `rule-name` of `group`, and nothing else has to
be edited to add one.
"""

import functools
import os
from collections.abc import Mapping
from importlib import import_module

from awesome_lint.errors import UserError, did_you_mean
from awesome_lint.rule import Rule

_HERE = os.path.dirname(os.path.abspath(__file__))
_SHIPPED = os.path.join(_HERE, "rulebook")
# The wheel carries a copy inside the package; in a checkout the folder stands at the top, where people read it. The
# copy goes first, for beside an installed package a folder `rules` may be anybody's.
_CHECKOUT = os.path.join(_HERE, os.pardir, os.pardir, "rules")
HOME = "https://github.com/awesome-lint/awesome-lint"
FOLDER = _SHIPPED if os.path.isdir(_SHIPPED) else os.path.normpath(_CHECKOUT)


@functools.cache
def rule_groups() -> dict[str, str]:
    """Return {rule name: group} for the built-in rules, sorted by group and name; imports none of them."""
    checks = os.path.join(_HERE, "checks")
    found = {}
    for group in sorted(os.listdir(checks)):
        folder = os.path.join(checks, group)
        if not group.startswith("_") and os.path.isdir(folder):
            for file in sorted(os.listdir(folder)):
                if file.endswith(".py") and not file.startswith("_"):
                    found[file[:-3].replace("_", "-")] = group
    return found


def groups() -> list[str]:
    """Return the names of the groups, sorted."""
    return sorted(set(rule_groups().values()))


@functools.cache
def load(name: str) -> type[Rule]:
    """Import a built-in rule by its name; an unknown one is a UserError."""
    group = rule_groups().get(name)
    if group is None:
        raise unknown_rule(name)
    module = import_module(f"awesome_lint.checks.{group}.{name.replace('-', '_')}")
    check: type[Rule] = module.Check
    return check


def unknown_rule(name: str, where: str = "", known: Mapping[str, str] | None = None) -> UserError:
    """Return the error for a name that is not a rule's.

    where: who wrote it (" in awesome-lint.toml"). known: {rule name: group} where others are known than the built-in.
    """
    known = known or rule_groups()
    hint = did_you_mean(name, [*known, *sorted(set(known.values()))])
    return UserError(f"unknown rule '{name}'{where}", f"{hint} `awesome-lint --list-rules` prints them all.".strip())


def data_text(name: str) -> str:
    """Return the text of a table in the rulebook's data folder ("venues.tsv")."""
    with open(os.path.join(FOLDER, "data", name), encoding="utf-8") as file:
        return file.read()


def page_path(name: str) -> str:
    """Return the path of a rule's page."""
    return os.path.join(FOLDER, rule_groups()[name], f"{name}.md")


def page(name: str) -> str:
    """Return the page of a rule as Markdown; an unknown rule is a UserError."""
    if name not in rule_groups():
        raise unknown_rule(name)
    with open(page_path(name), encoding="utf-8") as file:
        return file.read()


def sentence(page: str) -> str:
    """Return the sentence with which a page begins: what its rule is about."""
    return next(line for line in page.splitlines() if line and not line.startswith("#"))


def about(rule: type[Rule]) -> str:
    """Return what a rule is about, in one sentence: its docstring's, or, under `python -OO`, that of its page.

    A plugin's rule has none there: ''.
    """
    lines = (rule.__doc__ or "").strip().splitlines()
    if lines:
        return lines[0]
    return sentence(page(rule.name)) if rule_groups().get(rule.name) == rule.group else ""


def page_url(name: str, group: str) -> str:
    """Return the address of a rule's page; '' for a rule that is not built in."""
    return f"{HOME}/blob/main/rules/{group}/{name}.md" if rule_groups().get(name) == group else ""


def presets() -> list[str]:
    """Return the names of the presets, sorted."""
    return sorted(file[:-5] for file in os.listdir(os.path.join(FOLDER, "presets")) if file.endswith(".toml"))


def preset_path(name: str) -> str:
    """Return the path of a preset; an unknown one is a UserError."""
    known = presets()
    if name not in known:
        raise UserError(f"unknown preset '{name}'", f"The presets are: {', '.join(known)}.{did_you_mean(name, known)}")
    return os.path.join(FOLDER, "presets", f"{name}.toml")
