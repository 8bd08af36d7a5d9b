"""The command line."""

import argparse
from collections.abc import Sequence

from awesome_lint.diagnostic import SEVERITIES

FORMATS = ("full", "concise", "json")
_EXAMPLES = """examples:
  awesome-lint                        lint README.md of this folder
  awesome-lint README.md --fix        mend what has a safe fix
  awesome-lint docs --diff            show what --fix would do to the lists of a folder
  awesome-lint --explain venue-case   print the page of a rule
"""


class _Parser(argparse.ArgumentParser):
    """argparse, with the next step in its errors."""

    def error(self, message: str) -> "argparse.NoReturn":  # type: ignore[name-defined]
        hint = ""
        if message.startswith("unrecognized arguments:"):
            from awesome_lint.errors import did_you_mean

            word = message.split(": ", 1)[1].split()[0]
            hint = did_you_mean(word, list(self._option_string_actions))
        self.exit(2, f"error: {message}.{hint}\n\n`{self.prog} --help` lists the options.\n")


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """Parse the arguments; a mistake ends the process with status 2."""
    parser = _Parser(
        prog="awesome-lint",
        description="Lint and fix awesome lists.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="Markdown files, or folders that hold lists; '-' is standard input")
    add("--version", action="store_true", help="print the version")
    fixing = parser.add_argument_group("fixes").add_argument
    fixing("--fix", action="store_true", help="apply safe fixes")
    fixing("--unsafe-fixes", action="store_true", help="with --fix or --diff: apply unsafe fixes, too")
    fixing("--diff", action="store_true", help="show what --fix would change, and write nothing")
    rules = parser.add_argument_group("rules").add_argument
    names = {"metavar": "RULE[,RULE]", "action": "append", "type": _names}
    rules("--select", help="run these rules or groups only", **names)  # type: ignore[arg-type]
    rules("--ignore", help="do not run these", **names)  # type: ignore[arg-type]
    rules("--preset", metavar="NAME", help="minimal, default or strict")
    rules("--config", metavar="FILE", help="read the settings from this file")
    rules("--isolated", action="store_true", help="read no configuration file")
    rules("--today", metavar="DATE", help="the day that counts as today, as YYYY-MM-DD")
    rules("--stdin-filename", metavar="PATH", help="read standard input as this file")
    output = parser.add_argument_group("output").add_argument
    output("--output-format", choices=FORMATS, help="default: full on a terminal, else concise")
    output("--fail-on", choices=SEVERITIES, default="warning", help="exit with 1 from this level on (default: warning)")
    output("--exit-zero", action="store_true", help="exit with 0 whatever is found")
    output("--exit-non-zero-on-fix", action="store_true", help="exit with 1 when --fix changed something")
    asking = parser.add_argument_group("to ask").add_argument
    asking("--explain", metavar="RULE", help="print the page of a rule")
    asking("--list-rules", action="store_true", help="print all rules")
    asking("--show-config", action="store_true", help="print the settings that hold, and where they come from")
    return parser.parse_args(argv)


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]
