"""The JSON Schema of the configuration, `rules/schema.json`: `python -m awesome_lint.config.schema` writes it anew.

It is made of the tables that check a configuration, so that editors know what the command knows.
"""

import json
import os
from typing import Any, Literal, get_args, get_origin

from awesome_lint import rulebook
from awesome_lint.config import online_keys
from awesome_lint.config.file import KEYS
from awesome_lint.config.selection import ALL
from awesome_lint.config.validate import OFF
from awesome_lint.custom import pattern_rules
from awesome_lint.custom.plugins import NAME
from awesome_lint.diagnostic import SEVERITIES
from awesome_lint.habits.points import POINTS, Point
from awesome_lint.habits.vote import StyleSettings
from awesome_lint.rule import Option, options_of

PATH = os.path.join(rulebook.FOLDER, "schema.json")
Schema = dict[str, Any]
_TEXT: Schema = {"type": "string"}
_FORMS: dict[type, Schema] = {
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0},
    str: _TEXT,
    tuple: {"type": "array", "items": _TEXT},
}
_PATTERN_ABOUT = {
    "name": "The name of the rule, in words separated by dashes.",
    "pattern": "A regular expression, as the package regex reads it.",
    "where": "Where to look.",
    "message": "What to say; {match} stands for what was found.",
    "replacement": "What to write instead; \\1 and \\g<name> stand for groups.",
    "severity": "The level; `warning` by default.",
}


def schema() -> Schema:
    """Return the schema of a configuration file, or of the table [tool.awesome-lint]."""
    made = {key: {"description": one.about, **one.schema} for key, one in KEYS.items()}
    for key in ("select", "ignore", "extend-select", "fixable", "unfixable"):
        made[key]["items"] = _ref("selector")
    made["preset"]["enum"] = rulebook.presets()
    made["severity"] |= {"propertyNames": _ref("selector"), "additionalProperties": {"enum": [*SEVERITIES, OFF]}}
    made["per-file-ignores"]["additionalProperties"] = {"type": "array", "items": _ref("selector")}
    made["style"] |= {"additionalProperties": False, "properties": _style()}
    made["online"] |= online_keys.schema()
    made["patterns"]["items"] = _pattern()
    made["rules"] |= {"properties": _rules(), "additionalProperties": {"type": "object"}}
    names = [ALL, *rulebook.groups(), *rulebook.rule_groups()]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"{rulebook.HOME}/raw/main/rules/schema.json",
        "title": "awesome-lint",
        "description": "The settings of awesome-lint, in awesome-lint.toml or [tool.awesome-lint] of pyproject.toml.",
        "type": "object",
        "additionalProperties": False,
        "properties": made,
        # Patterns and plugins bring names of their own: the list is for editors to offer.
        "definitions": {"selector": {"anyOf": [{"enum": names}, {"type": "string", "pattern": f"^{NAME.pattern}$"}]}},
    }


def text() -> str:
    """Return the schema as the file has it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _style() -> Schema:
    numbers = {
        "min-votes": {"type": "integer", "minimum": 1, "default": StyleSettings().min_votes},
        "min-share": {"type": "number", "exclusiveMinimum": 0.5, "maximum": 1, "default": StyleSettings().min_share},
    }
    return {**numbers, **{name: {"description": point.about, **_point(point)} for name, point in POINTS.items()}}


def _point(point: Point) -> Schema:
    value: Schema = {"enum": list(point.values)} if point.values else _TEXT
    table: Schema = {"type": "object", "additionalProperties": value}
    if point.shapes:
        shapes = {shape: {"enum": list(values)} for shape, values in point.shapes.items()}
        table = {"type": "object", "properties": shapes, "additionalProperties": False}
    return table if point.shapes is not None else {"anyOf": [value, table]}


def _pattern() -> Schema:
    place: Schema = {"enum": list(pattern_rules.PLACES)}
    forms: dict[str, Schema] = {
        "name": {"type": "string", "pattern": f"^{NAME.pattern}$"},
        "where": {"anyOf": [place, {"type": "array", "items": place, "minItems": 1}]},
        "severity": {"enum": list(SEVERITIES)},
    }
    properties = {key: {"description": _PATTERN_ABOUT[key], **forms.get(key, _TEXT)} for key in pattern_rules.KEYS}
    return {
        "type": "object",
        "properties": properties,
        "required": list(pattern_rules.REQUIRED),
        "additionalProperties": False,
    }


def _rules() -> Schema:
    made: Schema = {}
    for name in rulebook.rule_groups():
        rule = rulebook.load(name)
        options = {key: _option(annotation, default) for key, annotation, default in options_of(rule)}
        made[name] = {
            "description": rulebook.about(rule),
            "type": "object",
            "properties": options,
            "additionalProperties": False,
        }
    return made


def _option(annotation: object, default: Option) -> Schema:
    value: Schema = {"enum": list(get_args(annotation))} if get_origin(annotation) is Literal else _FORMS[type(default)]
    return {**value, "default": list(default) if isinstance(default, tuple) else default}


if __name__ == "__main__":
    with open(PATH, "w", encoding="utf-8") as file:
        file.write(text())
