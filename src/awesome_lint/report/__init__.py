"""Reports: each module here writes findings in one format, and is imported when asked for."""

import os
import sys
from collections.abc import Collection, Iterable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Final, Protocol, TextIO

from awesome_lint.diagnostic import Diagnostic
from awesome_lint.named import NamedTuple
from awesome_lint.source import Source
from awesome_lint.terminal import is_terminal

_MODULES: Final = {"json": "json_array"}  # a module may not be named like the one that it imports
# What people read gets the encoding of their terminal, and a line on standard error; programs get UTF-8.
FOR_PEOPLE: Final = frozenset(("full", "concise"))


class Findings(NamedTuple):
    """What a run found.

    found: sorted. sources: {path: source} of every file that a finding names. groups: {rule: group}.
    changed: {path: the lines, from 0, that the change under review added}; empty where nothing is known of one.
    """

    found: list[Diagnostic]
    sources: Mapping[str, Source]
    groups: Mapping[str, str]
    changed: Mapping[str, Collection[int]] = MappingProxyType({})

    def is_changed(self, one: Diagnostic) -> bool:
        """Whether a finding begins on a line that was changed."""
        return self.sources[one.path].line_at(one.span.start) in self.changed.get(one.path, ())


class Format(Protocol):
    """What a module of this package has."""

    def render(self, findings: Findings, colour: bool) -> Iterable[str]:
        """Yield the report in pieces, each without its last line end."""
        ...


def default_format(stream: TextIO | None) -> str:
    """Return the name of the format for a stream: whether a person reads it, GitHub Actions does, or something else."""
    if is_terminal(stream):
        return "full"
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" and stream is sys.stdout else "concise"


def load(name: str) -> Format:
    """Return the format of a name."""
    module: Format = import_module(f"awesome_lint.report.{_MODULES.get(name, name)}")
    return module
