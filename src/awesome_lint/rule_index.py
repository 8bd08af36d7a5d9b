"""The index of the rulebook, `rules/README.md`: `python -m awesome_lint.rule_index` writes it anew."""

import os

from awesome_lint.rule import levels_of
from awesome_lint.rulebook import FOLDER, about, groups, load, rule_groups

PATH = os.path.join(FOLDER, "README.md")
_HEAD = """# Rules

What awesome-lint looks for, a page a rule. `awesome-lint --explain RULE` prints a page, and `--select`, `--ignore` and
the settings take the names of rules and of groups. The level is the rule's own, the usual one first where findings
differ; the settings can change it. An `error` is certainly wrong, a `warning` very likely, an `info` worth a look: it
is printed and never fails a run. `--fix` applies safe fixes, `--unsafe-fixes` the unsafe ones as well, and a suggestion
is only shown.
"""
_TABLE = "| rule | what it finds | level | fix |\n| --- | --- | --- | --- |\n"


def index() -> str:
    """Return the text of the index."""
    parts = [_HEAD]
    for group in groups():
        rows = [_row(name, group) for name, its_group in rule_groups().items() if its_group == group]
        parts.append(f"## {group}\n\n{_TABLE}{''.join(rows)}")
    return "\n".join(parts)


def _row(name: str, group: str) -> str:
    rule = load(name)
    level = f"{', '.join(levels_of(rule))}{'' if rule.default else '; off by default'}"
    return f"| [{name}]({group}/{name}.md) | {about(rule).rstrip('.')} | {level} | {', '.join(rule.fixes)} |\n"


if __name__ == "__main__":
    with open(PATH, "w", encoding="utf-8") as file:
        file.write(index())
