"""Options that contradict one another, or of which one would do nothing."""

from awesome_lint.command.options import FORMATS, Arguments
from awesome_lint.errors import UserError


def refuse(args: Arguments) -> None:
    """Raise a UserError for them."""
    stdin = "-" in args.paths or args.stdin_filename is not None
    if stdin and any(path != "-" for path in args.paths):
        raise UserError("standard input cannot be combined with files", "Lint them in two runs.")
    _refuse_changes(args, stdin)
    _refuse_baseline(args)
    _refuse_ignores(args)
    if args.config and args.isolated:
        raise UserError(
            "--config cannot be combined with --isolated", "--isolated reads no configuration file. Leave one out."
        )
    if args.output_file and args.diff:
        raise UserError(
            "--output-file cannot be combined with --diff",
            "--diff reports no findings. Write the reports in a run without --diff.",
        )
    if args.statistics and args.output_format not in (None, "full", "concise", "json"):
        advice = "Statistics are printed as text or as json. Reports go to files with --output-file."
        raise UserError(f"--statistics cannot be combined with --output-format {args.output_format}", advice)
    for wanted in args.output_file or ():
        name, _, file = wanted.partition("=")
        if name not in FORMATS or not file:
            advice = f"Write FORMAT=FILE, as in sarif=lint.sarif. The formats are {', '.join(FORMATS)}."
            raise UserError(f"--output-file: '{wanted}' is not a format and a file", advice)
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
        raise UserError(
            f"{asked[0]} cannot be combined with {asked[1]}", "Each says what to compare with. Keep one of them."
        )
    if stdin and args.staged:
        raise UserError(
            "--staged cannot be combined with standard input", "What is staged is read from git. Name the file."
        )
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
        raise UserError(
            "--write-baseline cannot be combined with --diff", "--diff reports no findings. Leave one of them out."
        )
    if args.since or args.staged or args.changed:
        advice = "A baseline lists all findings. Leave the other option out."
        raise UserError("--write-baseline cannot be combined with --since, --staged or --changed", advice)


def _refuse_ignores(args: Arguments) -> None:
    if not args.add_ignores:
        return
    for name, value in (("--fix", args.fix), ("--diff", args.diff)):
        if value:
            advice = "Run --fix first, look at what it did, then run --add-ignores for what is left."
            raise UserError(f"--add-ignores cannot be combined with {name}", advice)
    if args.write_baseline:
        raise UserError(
            "--add-ignores cannot be combined with --write-baseline", "Each of them silences what is found. Choose one."
        )
