"""The command `awesome-lint`."""

import sys
from collections.abc import Sequence

from awesome_lint import __version__


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status: 0 clean, 1 findings remain, 2 something went wrong."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    if arguments == ["--version"]:  # not worth building the parser for
        print(f"awesome-lint {__version__}")
        return 0
    from awesome_lint.errors import UserError
    from awesome_lint.options import parse
    from awesome_lint.terminal import ClosedPipe, abandon_output, flush

    args = parse(arguments)
    try:
        status = _dispatch(args)
        flush()
    except UserError as error:
        from awesome_lint.run import say_error

        say_error(error)
        return 2
    except ClosedPipe:
        abandon_output()
        return 2
    except KeyboardInterrupt:
        return 130
    return status


def _dispatch(args: "argparse.Namespace") -> int:  # type: ignore[name-defined]  # noqa: F821
    from awesome_lint.terminal import say

    if args.version:
        say(f"awesome-lint {__version__}")
        return 0
    if args.explain or args.list_rules or args.show_config:
        from awesome_lint import explain
        from awesome_lint.run import settings_for

        if args.explain:
            say(explain.page(args.explain))
            return 0
        settings = settings_for(args, args.paths[0] if args.paths else ".")
        for line in explain.rules(settings) if args.list_rules else explain.config(settings):
            say(line)
        return 0
    from awesome_lint.run import Run

    return Run(args).go()


def entry() -> None:
    """Run the command as a process of its own."""
    import gc

    # A run makes many objects and keeps them to its end; looking for cycles among them costs a tenth of its time.
    gc.disable()
    sys.exit(main())
