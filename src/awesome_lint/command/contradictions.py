"""Options that contradict one another, or of which one would do nothing."""

from awesome_lint.command.options import FORMATS, Arguments
from awesome_lint.errors import UserError


def refuse(args: Arguments) -> None:
    """Raise a UserError for them."""
    stdin = "-" in args.paths or args.stdin_filename is not None
    if stdin and any(path != "-" for path in args.paths):
        raise UserError("standard input together with files", "Lint them in two runs.")
    _refuse_changes(args, stdin)
    _refuse_baseline(args)
    _refuse_ignores(args)
    if args.config and args.isolated:
        raise UserError("--config together with --isolated", "--isolated reads no configuration file. Leave one out.")
    if args.output_file and args.diff:
        raise UserError(
            "--output-file together with --diff", "--diff reports no findings. Make the reports in a run without."
        )
    if args.statistics and args.output_format not in (None, "full", "concise", "json"):
        advice = "Statistics are printed as text or as json. Reports go to files with --output-file."
        raise UserError(f"--statistics together with --output-format {args.output_format}", advice)
    for wanted in args.output_file or ():
        name, _, file = wanted.partition("=")
        if name not in FORMATS or not file:
            advice = f"Write FORMAT=FILE, as in sarif=lint.sarif. The formats are {', '.join(FORMATS)}."
            raise UserError(f"--output-file: '{wanted}' names no format and file", advice)
    if args.cache and not args.online:
        raise UserError("--cache alone does nothing", "Add --online to check links.")
    if args.unsafe_fixes and not (args.fix or args.diff):
        raise UserError("--unsafe-fixes alone does nothing", "Add --fix to apply the fixes, or --diff to see them.")


def _refuse_changes(args: Arguments, stdin: bool) -> None:
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


def _refuse_baseline(args: Arguments) -> None:
    if not args.write_baseline:
        return
    if args.baseline is None:
        raise UserError("--write-baseline needs a file", "Name it: `--baseline FILE --write-baseline`.")
    if args.diff:
        raise UserError("--write-baseline together with --diff", "--diff reports no findings. Leave one of them out.")
    if args.since or args.staged or args.changed:
        advice = "A baseline holds all findings. Leave out --since, --staged and --changed."
        raise UserError("--write-baseline where only changes are checked", advice)


def _refuse_ignores(args: Arguments) -> None:
    if not args.add_ignores:
        return
    for name, value in (("--fix", args.fix), ("--diff", args.diff)):
        if value:
            advice = "Run --fix first, look at what it did, then run --add-ignores for what is left."
            raise UserError(f"--add-ignores together with {name}", advice)
    if args.write_baseline:
        raise UserError(
            "--add-ignores together with --write-baseline", "Each keeps what is found quiet. Choose one of them."
        )
