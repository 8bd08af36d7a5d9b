"""A linter and fixer for awesome lists.

`lint_text` and `fix_text` do for a text what the command does for files. Importing the package loads nothing else.
"""

from typing import TYPE_CHECKING

__version__ = "0.1.0"  # pyproject.toml says the same; a test keeps them equal
__all__ = ["Diagnostic", "FixedText", "UserError", "__version__", "fix_text", "lint_text"]

if TYPE_CHECKING:
    from awesome_lint.api import FixedText, fix_text, lint_text
    from awesome_lint.diagnostic import Diagnostic
    from awesome_lint.errors import UserError


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'awesome_lint' has no attribute '{name}'")
    from importlib import import_module

    home = {"Diagnostic": "diagnostic", "UserError": "errors"}.get(name, "api")
    return getattr(import_module(f"awesome_lint.{home}"), name)
