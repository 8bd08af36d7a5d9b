"""The settings that hold under some arguments."""

from collections.abc import Callable
from pathlib import Path

import pytest

from awesome_lint.command.options import parse
from awesome_lint.config.scopes import Scopes
from awesome_lint.config.settings import Settings
from awesome_lint.errors import UserError

Write = Callable[[str, str], Path]


def settings(*arguments: str, path: str = "README.md") -> Settings:
    return Scopes(parse(arguments)).of(path)


def running(*arguments: str, path: str = "README.md") -> set[str]:
    return {rule.name for rule in settings(*arguments, path=path).rules}


def refusal(*arguments: str) -> tuple[str, str]:
    with pytest.raises(UserError) as caught:
        settings(*arguments)
    return caught.value.title, caught.value.advice
