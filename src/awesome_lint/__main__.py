"""`python -m awesome_lint`."""

from awesome_lint.cli import entry

entry()
