"""Which settings hold for which file: those of the configuration nearest to it."""

import os

from awesome_lint.command.options import Arguments
from awesome_lint.config.file import Config, in_folder, is_top, read
from awesome_lint.config.settings import Settings


class Scopes:
    """The settings of a run, found file by file; files under one configuration share one object."""

    def __init__(self, args: Arguments) -> None:
        said = {"select": args.select, "ignore": args.ignore, "preset": args.preset, "plugins": args.plugin}
        values = {key: value for key, value in said.items() if value is not None}
        self._command = Config("command line", "", values, from_command_line=True)
        self._by_folder: dict[str, Settings] = {}
        self._default: Settings | None = None
        # Patterns of a file that the command line names may be about another folder than its own.
        self._only = Settings(read(args.config, os.getcwd()), self._command) if args.config else None
        if args.isolated:
            self._only = Settings(None, self._command)

    def of(self, path: str) -> Settings:
        """Return the settings for a file or a folder."""
        if self._only:
            return self._only
        return self._of_folder(os.path.abspath(path if os.path.isdir(path) else os.path.dirname(path)))

    def _of_folder(self, folder: str) -> Settings:
        if folder not in self._by_folder:
            config = in_folder(folder)
            if config:
                settings = Settings(config, self._command)
            elif is_top(folder):
                settings = self._default = self._default or Settings(None, self._command)
            else:
                settings = self._of_folder(os.path.dirname(folder))
            self._by_folder[folder] = settings
        return self._by_folder[folder]
