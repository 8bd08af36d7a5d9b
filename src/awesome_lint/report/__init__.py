"""Reports: each module here writes findings in one format, and is imported when asked for."""

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Final, Protocol

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.named import NamedTuple
from awesome_lint.source import Source

_MODULES: Final = {"json": "json_array"}  # a module may not be named like the one that it imports
# What people read gets the encoding of their terminal, and a line on standard error; programs get UTF-8.
FOR_PEOPLE: Final = frozenset(("full", "concise"))


class Findings(NamedTuple):
    """What a run found.

    found: sorted. sources: {path: source} of every file that a finding names. groups: {rule: group}.
    """

    found: list[Diagnostic]
    sources: Mapping[str, Source]
    groups: Mapping[str, str]


class Format(Protocol):
    """What a module of this package has."""

    def render(self, findings: Findings, colour: bool) -> Iterable[str]:
        """Yield the report in pieces, each without its last line end."""
        ...


def load(name: str) -> Format:
    """Return the format of a name."""
    module: Format = import_module(f"awesome_lint.report.{_MODULES.get(name, name)}")
    return module
