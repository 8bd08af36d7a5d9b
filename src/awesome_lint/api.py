"""The linter as a library: a text goes in, findings or a mended text come out. No file is read, and none is written."""

import datetime
import os
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from awesome_lint import engine
from awesome_lint.config.file import Config, from_mapping
from awesome_lint.config.settings import Settings
from awesome_lint.diagnostic import Diagnostic, Safety
from awesome_lint.document import Document
from awesome_lint.parse import parse
from awesome_lint.source import Source

_BOM = "\ufeff"


class FixedText(NamedTuple):
    """What `fix_text` makes of a text.

    text: the new text; what no fix names is as it was, line ends and a byte order mark included.
    applied: the findings that were mended, with spans in the text of the pass that mended them.
    remaining: those that are left, with spans in the new text.
    """

    text: str
    applied: list[Diagnostic]
    remaining: list[Diagnostic]


def lint_text(
    text: str,
    *,
    path: str = "README.md",
    config: Mapping[str, Any] | None = None,
    exists: Callable[[str], bool | None] | None = None,
    today: datetime.date | None = None,
) -> list[Diagnostic]:
    """Return what is wrong with a list, sorted by place; directives in the text are obeyed.

    text: Markdown, with any line ends. path: as findings name it; `per-file-ignores` see it from the working folder.
    config: the settings as a configuration file says them (`{"select": ["papers"]}`); no file is looked for.
    exists: tells whether a path, relative to the file's folder, exists; without it missing files are not reported.
    today: the date that counts as today.
    Spans are offsets in code points from 0, after a byte order mark: `Source(text).place(span.start)` of
    `awesome_lint.source` makes them (line, column).
    Raises UserError for wrong settings, for NUL characters and for what is nested too deeply to read.
    """
    settings = _settings(config)
    doc = _parsed(text, path, settings, exists, today)
    found = engine.lint([doc], settings.rules, ignored=settings.ignored, known=settings.known.groups)
    return [_reported(one, settings) for one in found]


def fix_text(
    text: str,
    *,
    path: str = "README.md",
    config: Mapping[str, Any] | None = None,
    unsafe: bool = False,
    exists: Callable[[str], bool | None] | None = None,
    today: datetime.date | None = None,
) -> FixedText:
    """Mend what has a safe fix, with `unsafe` what has an unsafe one too, until nothing more applies.

    The other parameters, and what is raised, are those of `lint_text`. Fixing the result again changes nothing.
    """
    settings = _settings(config)
    doc = _parsed(text, path, settings, exists, today)
    allow: tuple[Safety, ...] = ("safe", "unsafe") if unsafe else ("safe",)
    result = engine.fix(
        doc,
        settings.rules,
        allow=allow,
        ignored=settings.ignored,
        known=settings.known.groups,
        choose=lambda doc, found: [one for one in found if settings.fixable(one.rule)],
    )
    mark = _BOM if doc.source.bom else ""
    return FixedText(mark + result.text, result.applied, [_reported(one, settings) for one in result.remaining])


def _settings(config: Mapping[str, Any] | None) -> Settings:
    return Settings(from_mapping(config or {}, "config", os.getcwd()), Config("", "", {}))


def _parsed(
    text: str,
    path: str,
    settings: Settings,
    exists: Callable[[str], bool | None] | None,
    today: datetime.date | None,
) -> Document:
    doc = parse(Source(text.removeprefix(_BOM), path, text.startswith(_BOM)), exists, today)
    doc.style_settings = settings.style
    return doc


def _reported(found: Diagnostic, settings: Settings) -> Diagnostic:
    """Return a finding without a fix that the settings forbid."""
    return found if found.fix is None or settings.fixable(found.rule) else found._replace(fix=None)
