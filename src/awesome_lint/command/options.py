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

    value: how `--help` calls its value; '' for a switch, NAMES for names parted by commas.
    choices: the values there are, if they are few. many: may be given again, and its value is the list of all.
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
            Option("--unsafe-fixes", "", "with --fix or --diff: also apply unsafe fixes"),
            Option("--diff", "", "show what --fix would change, and write nothing"),
            Option("--add-ignores", "", "write comments that hide what is found at the level of --fail-on"),
        ),
    ),
    (
        "only what changed",
        (
            Option("--since", "REF", "report what is new since this commit, or since you left this branch"),
            Option("--staged", "", "check what is staged, and report what the commit would bring"),
            Option("--changed", "", "for hooks: as --staged, or since PRE_COMMIT_FROM_REF, else all"),
            Option("--baseline", "FILE", "leave out the findings that this file lists"),
            Option("--write-baseline", "", "write what is found to the file of --baseline"),
        ),
    ),
    (
        "rules and settings",
        (
            Option("--select", "NAMES", "run these rules or groups only (a,b; all)", many=True),
            Option("--ignore", "NAMES", "do not run these rules or groups", many=True),
            Option("--preset", "NAME", "minimal, default or strict"),
            Option("--config", "FILE", "read the settings from this TOML file"),
            Option("--plugin", "FILE", "also run the rules of this Python file", many=True),
            Option("--isolated", "", "read no configuration file"),
            Option("--today", "DATE", "the day that counts as today, as YYYY-MM-DD"),
            Option("--stdin-filename", "PATH", "read standard input as if it were this file"),
        ),
    ),
    (
        "links",
        (
            Option("--online", "", "ask whether what the links lead to is still there"),
            Option("--cache", "FILE", "with --online: keep what is found here; default: the platform's cache folder"),
        ),
    ),
    (
        "output",
        (
            Option("--output-format", "FORMAT", "default: by who reads it", FORMATS),
            Option("--output-file", "FORMAT=FILE", "write a report to a file as well", many=True),
            Option("--statistics", "", "print how often each rule found something, not the findings"),
            Option("--fail-on", "LEVEL", "exit with 1 from this level on; default: warning", SEVERITIES),
            Option("--exit-zero", "", "exit with 0 whatever is found"),
            Option("--exit-non-zero-on-fix", "", "exit with 1 when --fix changed something"),
        ),
    ),
    (
        "to begin",
        (Option("--init", "", "write settings with the list's habits, a hook and a workflow; overwrites nothing"),),
    ),
    (
        "to ask",
        (
            Option("--explain", "RULE", "print the page of a rule"),
            Option("--list-rules", "", "print all rules"),
            Option("--show-config", "", "print the settings that hold, where they come from, and a list's habits"),
            Option("--version", "", "print the version"),
            Option("--help", "", "print this"),
        ),
    ),
)

_HELP = """Usage: awesome-lint [PATH ...] [OPTION ...]

Lint and fix awesome lists. PATH is a Markdown file, a folder that holds lists, or '-' for standard input; without
one, README.md of this folder.
{}
Exit status: 0 nothing is left at the level of --fail-on; 1 something is; 2 something went wrong; 130 Ctrl-C.

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
        self.add_ignores = False
        self.since: str | None = None
        self.staged = False
        self.changed = False
        self.baseline: str | None = None
        self.write_baseline = False
        self.init = False
        self.select: list[str] | None = None
        self.ignore: list[str] | None = None
        self.preset: str | None = None
        self.config: str | None = None
        self.plugin: list[str] | None = None
        self.isolated = False
        self.today: str | None = None
        self.stdin_filename: str | None = None
        self.online = False
        self.cache: str | None = None
        self.output_format: str | None = None
        self.output_file: list[str] | None = None
        self.statistics = False
        self.fail_on = "warning"
        self.exit_zero = False
        self.exit_non_zero_on_fix = False
        self.explain: str | None = None
        self.list_rules = False
        self.show_config = False
        self.version = False
        self.help = False

    @property
    def only_looks(self) -> bool:
        """Whether files are linted as they are: nothing is changed, compared with what was, or asked of the network."""
        changes = self.fix or self.diff or self.add_ignores
        compares = self.since or self.staged or self.changed or self.baseline
        return not (changes or compares or self.online)


def parse(argv: Sequence[str]) -> Arguments:
    """Read the arguments: options and paths in any order, `--name value` or `--name=value`, paths only after `--`.

    A mistake is a UserError; whether the options go together is for `contradictions.refuse` to say.
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
    values = [value or ""]
    if option.value == "NAMES":  # the name of a file may have a comma in it
        values = [name.strip() for name in values[0].split(",") if name.strip()]
    # A path may begin with a dash, but an option that stands where a value belongs is a value forgotten.
    if not value or not values or value.startswith("--"):
        raise UserError(f"{option.name} needs a value", f"Write `{option.name} {option.value}`: {option.help}.")
    if option.choices and value not in option.choices:
        advice = f"There are {', '.join(option.choices)}.{did_you_mean(value, list(option.choices))}"
        raise UserError(f"{option.name}: there is no '{value}'", advice)
    if option.many:
        setattr(args, attribute, [*(getattr(args, attribute) or ()), *values])
    else:
        setattr(args, attribute, value)


def _unknown(name: str, known: list[str]) -> UserError:
    hint = did_you_mean(name, known)
    advice = f"{hint} `awesome-lint --help` lists the options; a file of that name can be written as `./{name}`."
    return UserError(f"unknown option '{name}'", advice.strip())
