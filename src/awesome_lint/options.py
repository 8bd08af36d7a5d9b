"""The command line: one table of options, read by the parser, by `--help` and by the tests.

argparse would need 8 ms of a run whose parsing and linting of a short list take 60, and its errors end the process.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from awesome_lint.diagnostic import SEVERITIES
from awesome_lint.errors import UserError, did_you_mean
from awesome_lint.named import NamedTuple

FORMATS: Final = ("full", "concise", "json", "github", "sarif", "rdjson", "markdown")


class Option(NamedTuple):
    """One option; its value is the attribute of `Arguments` named like it.

    value: how `--help` calls its value; '' for a switch. choices: the values there are, if they are few.
    many: takes names parted by commas, and may be given again.
    """

    name: str
    value: str
    help: str
    choices: Sequence[str] = ()
    many: bool = False


GROUPS: Final[tuple[tuple[str, tuple[Option, ...]], ...]] = (
    (
        "fixes",
        (
            Option("--fix", "", "apply safe fixes"),
            Option("--unsafe-fixes", "", "with --fix or --diff: apply unsafe fixes, too"),
            Option("--diff", "", "show what --fix would change, and write nothing"),
        ),
    ),
    (
        "only what changed",
        (
            Option("--since", "REF", "report what is new since this commit, or since you left this branch"),
            Option("--staged", "", "check what is staged, and report what the commit would bring"),
            Option("--changed", "", "for hooks: as --staged, or since PRE_COMMIT_FROM_REF, else all"),
        ),
    ),
    (
        "rules and settings",
        (
            Option("--select", "NAMES", "run these rules or groups only (a,b; all)", many=True),
            Option("--ignore", "NAMES", "do not run these rules or groups", many=True),
            Option("--preset", "NAME", "minimal, default or strict"),
            Option("--config", "FILE", "read the settings from this TOML file"),
            Option("--plugin", "FILE", "run the rules of this Python file, too", many=True),
            Option("--isolated", "", "read no configuration file"),
            Option("--today", "DATE", "the day that counts as today, as YYYY-MM-DD"),
            Option("--stdin-filename", "PATH", "read standard input as if it were this file"),
        ),
    ),
    (
        "output",
        (
            Option("--output-format", "FORMAT", "default: by who reads it", FORMATS),
            Option("--output-file", "FORMAT=FILE", "write a report to a file as well", many=True),
            Option("--fail-on", "LEVEL", "exit with 1 from this level on; default: warning", SEVERITIES),
            Option("--exit-zero", "", "exit with 0 whatever is found"),
            Option("--exit-non-zero-on-fix", "", "exit with 1 when --fix changed something"),
        ),
    ),
    (
        "to ask",
        (
            Option("--explain", "RULE", "print the page of a rule"),
            Option("--list-rules", "", "print all rules"),
            Option("--show-config", "", "print the settings that hold, and where they come from"),
            Option("--version", "", "print the version"),
            Option("--help", "", "print this"),
        ),
    ),
)

_HELP = """Usage: awesome-lint [PATH ...] [OPTION ...]

Lint and fix awesome lists. PATH is a Markdown file, a folder that holds lists, or '-' for standard input; without
one, README.md of this folder.
{}
Exit status: 0 nothing is left at the level of --fail-on; 1 something is; 2 something went wrong.

Examples:
  awesome-lint README.md --fix        mend what has a safe fix
  awesome-lint docs --diff            show what --fix would do to the lists of a folder
  awesome-lint --explain venue-case   print the page of a rule"""


class Arguments:
    """What the command line says; an attribute for each option."""

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.fix = False
        self.unsafe_fixes = False
        self.diff = False
        self.since: str | None = None
        self.staged = False
        self.changed = False
        self.select: list[str] | None = None
        self.ignore: list[str] | None = None
        self.preset: str | None = None
        self.config: str | None = None
        self.plugin: list[str] | None = None
        self.isolated = False
        self.today: str | None = None
        self.stdin_filename: str | None = None
        self.output_format: str | None = None
        self.output_file: list[str] | None = None
        self.fail_on = "warning"
        self.exit_zero = False
        self.exit_non_zero_on_fix = False
        self.explain: str | None = None
        self.list_rules = False
        self.show_config = False
        self.version = False
        self.help = False


def parse(argv: Sequence[str]) -> Arguments:
    """Read the arguments: options and paths in any order, `--name value` or `--name=value`, paths only after `--`.

    A mistake is a UserError.
    """
    known = {option.name: option for _, options in GROUPS for option in options}
    args = Arguments()
    words = iter(argv)
    for word in words:
        if word == "--":
            args.paths += words
        elif word == "-" or not word.startswith("-"):
            args.paths.append(word)
        else:
            name, equals, value = word.partition("=")
            option = known.get("--help" if name == "-h" else name)
            if option is None:
                raise _unknown(name, list(known))
            _set(args, option, value if equals else None, words)
    _check_together(args)
    return args


def help_text() -> str:
    """Return what `--help` prints."""
    lines = []
    for title, options in GROUPS:
        lines += ["", f"{title.capitalize()}:"]
        for option in options:
            choices = f" ({', '.join(option.choices)})" if option.choices else ""
            lines.append(f"  {f'{option.name} {option.value}':24}  {option.help}{choices}")
    return _HELP.format("\n".join([*lines, ""]))


def _set(args: Arguments, option: Option, value: str | None, words: Iterator[str]) -> None:
    attribute = option.name.removeprefix("--").replace("-", "_")
    if not option.value:
        if value is not None:
            raise UserError(f"{option.name} takes no value", f"Write `{option.name}` alone.")
        setattr(args, attribute, True)
        return
    value = next(words, None) if value is None else value
    names = [name.strip() for name in (value or "").split(",") if name.strip()]
    # A path may begin with a dash, but an option that stands where a value belongs is a value forgotten.
    if not value or not names or value.startswith("--"):
        raise UserError(f"{option.name} needs a value", f"Write `{option.name} {option.value}`: {option.help}.")
    if option.choices and value not in option.choices:
        advice = f"There are {', '.join(option.choices)}.{did_you_mean(value, list(option.choices))}"
        raise UserError(f"{option.name}: there is no '{value}'", advice)
    if option.many:
        setattr(args, attribute, [*(getattr(args, attribute) or ()), *names])
    else:
        setattr(args, attribute, value)


def _unknown(name: str, known: list[str]) -> UserError:
    hint = did_you_mean(name, known)
    advice = f"{hint} `awesome-lint --help` lists the options; a file of that name can be written as `./{name}`."
    return UserError(f"unknown option '{name}'", advice.strip())


def _check_together(args: Arguments) -> None:
    """Refuse options that contradict one another, or of which one would do nothing."""
    stdin = "-" in args.paths or args.stdin_filename is not None
    if stdin and any(path != "-" for path in args.paths):
        raise UserError("standard input together with files", "Lint them in two runs.")
    _check_changes(args, stdin)
    if args.config and args.isolated:
        raise UserError("--config together with --isolated", "--isolated reads no configuration file. Leave one out.")
    if args.output_file and args.diff:
        raise UserError(
            "--output-file together with --diff", "--diff reports no findings. Make the reports in a run without."
        )
    for wanted in args.output_file or ():
        name, _, file = wanted.partition("=")
        if name not in FORMATS or not file:
            advice = f"Write FORMAT=FILE, as in sarif=lint.sarif. The formats are {', '.join(FORMATS)}."
            raise UserError(f"--output-file: '{wanted}' names no format and file", advice)
    if args.unsafe_fixes and not (args.fix or args.diff):
        raise UserError("--unsafe-fixes alone does nothing", "Add --fix to apply the fixes, or --diff to see them.")


def _check_changes(args: Arguments, stdin: bool) -> None:
    asked = [
        name
        for name, value in (("--since", args.since), ("--staged", args.staged), ("--changed", args.changed))
        if value
    ]
    if len(asked) > 1:
        raise UserError(f"{asked[0]} together with {asked[1]}", "Each says what to compare with. Keep one of them.")
    if stdin and args.staged:
        raise UserError("--staged together with standard input", "What is staged is read from git. Name the file.")
    if stdin and asked and args.stdin_filename is None:
        raise UserError(
            f"{asked[0]} needs to know which file standard input is", "Add `--stdin-filename PATH` with its path."
        )
