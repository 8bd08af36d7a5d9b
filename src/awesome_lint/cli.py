"""The command `awesome-lint`."""

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

from awesome_lint import __version__

if TYPE_CHECKING:
    from awesome_lint.bundle import Bundle
    from awesome_lint.command.options import Arguments
    from awesome_lint.config.scopes import Scopes
    from awesome_lint.document import Document
    from awesome_lint.errors import UserError


def main(argv: Sequence[str] | None = None, bundle: "Bundle | None" = None) -> int:
    """Run the command; return its exit status: 0 clean, 1 findings remain, 2 something went wrong.

    argv: the arguments; default: those of the process. bundle: what to load the modules of a run from.
    It never raises: what a person can mend is a message, and what is our bug asks to be reported.
    """
    from awesome_lint.errors import UserError
    from awesome_lint.terminal import complain, flush

    status = 2
    try:
        try:
            status = _run(sys.argv[1:] if argv is None else argv, bundle)
        except UserError as error:
            complain(error)
        except Exception as error:  # noqa: BLE001
            complain(_internal_error(error))
        flush()
    except UserError as error:
        complain(error)
        return 2
    except KeyboardInterrupt:
        return 130
    return status


def _run(argv: Sequence[str], bundle: "Bundle | None") -> int:
    from awesome_lint.terminal import say

    if list(argv) == ["--version"]:  # not worth reading the other options for
        say(f"awesome-lint {__version__}")
        return 0
    from awesome_lint.command.contradictions import refuse
    from awesome_lint.command.options import help_text, parse
    from awesome_lint.compiled import programs

    args = parse(argv)
    refuse(args)
    if args.help or args.version:
        say(help_text() if args.help else f"awesome-lint {__version__}")
        return 0
    programs().lend()  # before the libraries are imported that compile them
    if args.init:
        return _begin(args)
    if args.explain or args.list_rules or args.show_config:
        return _answer(args)
    if bundle:
        bundle.load()
        bundle.grows = args.only_looks
    from awesome_lint.command.run import Run

    return Run(args).go()


def _answer(args: "Arguments") -> int:
    """Print what was asked about the tool itself; under the settings of the first path."""
    from awesome_lint.command import explain
    from awesome_lint.config.scopes import Scopes
    from awesome_lint.rulebook import page, rule_groups
    from awesome_lint.terminal import say, visible

    if args.explain in rule_groups():
        say(visible(page(args.explain).rstrip("\n")))
        return 0
    scopes = Scopes(args)
    settings = scopes.of(args.stdin_filename or next(iter(args.paths), "."))
    if args.explain:
        say(visible(settings.known.page(args.explain).rstrip("\n")))
        return 0
    # The settings for a path are told even if it cannot be read; only its habits are not.
    lines = (
        explain.rules(settings)
        if args.list_rules
        else explain.config(settings, _lists(scopes, args, lambda error: None))
    )
    for line in lines:
        say(visible(line))
    return 0


def _begin(args: "Arguments") -> int:
    """Write the files with which a list begins to be checked."""
    import os

    from awesome_lint.command.discover import shown
    from awesome_lint.command.starters import CONFIG, begin, top_of
    from awesome_lint.config.scopes import Scopes
    from awesome_lint.errors import UserError
    from awesome_lint.terminal import complain, say, visible

    errors: list[UserError] = []
    scopes = Scopes(args)
    docs = _lists(scopes, args, errors.append)
    for error in errors:
        complain(error)
    if errors:
        return 2
    if not docs:
        raise UserError("there is no list to start from", "Name one: `awesome-lint --init README.md`.")
    folder = top_of(os.path.dirname(docs[0].path))
    settled = next((layer.origin for layer in scopes.of(docs[0].path).layers if layer.root), None)
    for line in begin(docs[0], folder, settled):
        say(visible(line))
    if len(docs) > 1:
        others = ", ".join(doc.path for doc in docs[1:])
        say(visible(f"The habits are those of {docs[0].path}; these lists were not looked at: {others}."))
    settings = settled or shown(os.path.join(folder, CONFIG))
    say(visible(f"Next: read {settings}, then run `awesome-lint {docs[0].path}`."))
    return 0


def _lists(scopes: "Scopes", args: "Arguments", complain: "Callable[[UserError], None]") -> "list[Document]":
    """Return the lists that were named; without a path README.md, if it is there."""
    from awesome_lint.command.loading import Loader, day
    from awesome_lint.errors import UserError

    try:
        loaded = Loader(scopes, day(args.today), complain).load(args.paths)
    except UserError as error:
        complain(error)
        return []
    return [one.doc for one in loaded if one.doc.is_list]


def _internal_error(error: Exception) -> "UserError":
    from traceback import format_exception

    from awesome_lint.errors import UserError
    from awesome_lint.rulebook import HOME

    lines = "".join(format_exception(error)).rstrip()
    return UserError(
        f"internal error: {type(error).__name__}: {error}",
        f"This is a bug in awesome-lint. Please report it at {HOME}/issues, with the lines below and the list that "
        f"was checked.\n\n{lines}",
    )


def entry() -> NoReturn:
    """Run the command as a process of its own."""
    import gc

    from awesome_lint.bundle import Bundle, path

    # A run makes many objects and keeps them to its end: looking for cycles among them takes a tenth of its time, and
    # so would the last look at exit, which `freeze` keeps from them.
    gc.disable()
    bundle = Bundle(path())
    status = main(bundle=bundle)
    with suppress(KeyboardInterrupt):  # all is said; the next run will do it
        bundle.save()
        if "awesome_lint.compiled" in sys.modules:
            from awesome_lint.compiled import programs

            programs().save()
    if hasattr(gc, "freeze"):  # CPython has it
        gc.freeze()
    sys.exit(status)
