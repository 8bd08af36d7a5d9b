"""A directive that hides nothing."""

from typing import ClassVar

from awesome_lint.rule import Rule


class Check(Rule):
    """A directive that hides nothing."""

    # The engine finds these itself, since only it knows what the other rules said.
    phase = "structure"
    guard = "layout"
    fixes: ClassVar = ("safe",)
