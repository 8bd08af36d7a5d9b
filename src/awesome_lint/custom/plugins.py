"""Plugins: rules in Python, of installed packages or of a file.

An installed package offers rules as an entry point of the group `awesome_lint.rules`: a module, a class or a list of
classes. It is loaded only where its name stands in the settings. A file is loaded only where the command line names it:
otherwise a pull request could bring code along with its configuration.
"""

import functools
import os
import sys
from types import ModuleType
from typing import Final

from awesome_lint.config.file import Config
from awesome_lint.diagnostic import SAFETIES, SEVERITIES
from awesome_lint.errors import UserError, did_you_mean
from awesome_lint.patterns import lazy
from awesome_lint.rule import Rule, levels_of

GROUP: Final = "awesome_lint.rules"
NAME: Final = lazy(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def plugin_rules(name: str, layer: Config) -> tuple[type[Rule], ...]:
    """Return the rules of a plugin: of an entry point, or of a file where the command line names it.

    layer: the settings that name it. Raises UserError where there is none, where it cannot be loaded, and for what is
    no rule.
    """
    if not name.endswith(".py"):
        return _of_entry_point(name, layer.origin)
    if not layer.from_command_line:
        raise UserError(
            f"{layer.origin}: 'plugins' names the file {name}",
            f"Files are loaded only from the command line (`--plugin {name}`), so that a pull request cannot bring "
            "code. `plugins` takes the names of installed plugins.",
        )
    return _of_file(os.path.abspath(name), name)


@functools.cache
def _of_entry_point(name: str, origin: str) -> tuple[type[Rule], ...]:
    from importlib.metadata import entry_points

    installed = {point.name: point for point in entry_points(group=GROUP)}
    if name not in installed:
        there = f"Installed are: {', '.join(sorted(installed))}." if installed else "None is installed."
        raise UserError(
            f"there is no plugin '{name}' ('plugins', {origin})",
            f"Install the package that brings it. {there}{did_you_mean(name, list(installed))}",
        )
    try:
        return _checked(installed[name].load(), name)
    except UserError:
        raise
    except Exception as error:
        raise _broken(name, error) from error


@functools.cache
def _of_file(path: str, shown: str) -> tuple[type[Rule], ...]:
    from importlib.util import module_from_spec, spec_from_file_location

    stem = os.path.splitext(os.path.basename(path))[0]
    spec = spec_from_file_location(f"plugins.{stem}", path)
    if spec is None or spec.loader is None or not os.path.isfile(path):
        raise UserError(f"--plugin {shown}: no such file", "Name a Python file, or a plugin that is installed.")
    module = module_from_spec(spec)
    sys.modules[module.__name__] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise _broken(shown, error) from error
    return _checked(module, shown)


def _checked(found: object, plugin: str) -> tuple[type[Rule], ...]:
    """Return the rules in what a plugin offers, each with what a rule must have."""
    if isinstance(found, ModuleType):
        offered: list[object] = [one for one in vars(found).values() if _is_own_rule(one, found.__name__)]
    else:
        offered = list(found) if isinstance(found, (list, tuple)) else [found]
    rules = [one for one in offered if isinstance(one, type) and issubclass(one, Rule)]
    if not rules or len(rules) < len(offered):
        raise UserError(
            f"plugin '{plugin}' offers something that is not a rule" if offered else f"plugin '{plugin}' has no rule",
            "It must offer classes that derive from awesome_lint.rule.Rule, or a module that defines some.",
        )
    for rule in rules:
        mistake = _mistake(rule)
        if mistake:
            raise UserError(
                f"plugin '{plugin}': {rule.__qualname__} {mistake}", "The author of the plugin has to fix this."
            )
    return tuple(rules)


def _is_own_rule(one: object, module: str) -> bool:
    return isinstance(one, type) and issubclass(one, Rule) and one.__module__ == module


def _mistake(rule: type[Rule]) -> str:
    if not NAME.fullmatch(rule.name):
        return f"is named '{rule.name}'; the name of a rule is words in lower case, separated by dashes"
    if not (rule.__doc__ or "").strip() and sys.flags.optimize < 2:
        return "has no docstring to say what it finds"
    unknown = next((level for level in levels_of(rule) if level not in SEVERITIES), None)
    if unknown is not None:
        return f"has the level '{unknown}'; there are {', '.join(SEVERITIES)}"
    if not set(rule.fixes) <= set(SAFETIES):
        return f"offers fixes {rule.fixes!r}; there are {', '.join(SAFETIES)}"
    judges = rule.judge is not Rule.judge
    if judges != rule.online:
        return "has judge, but not `online = True`" if judges else "has `online = True`, but no judge"
    if rule.check is Rule.check and rule.check_files is Rule.check_files and not judges:
        return "has neither check nor check_files nor judge"
    return ""


def _broken(plugin: str, error: Exception) -> UserError:
    from traceback import format_exception

    return UserError(
        f"plugin '{plugin}' cannot be loaded: {type(error).__name__}: {error}",
        f"Fix the plugin, or leave it out.\n\n{''.join(format_exception(error)).rstrip()}",
    )
