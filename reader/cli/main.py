"""The command ``reader``: from its words to an exit code, whatever happens on the way."""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # typing's own costs a third of what `reader --help` takes
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from reader.cli.compose import Composition

OK, FAILED, USAGE = 0, 1, 2
"""The exit codes."""

INTERRUPTED = 130
"""The exit code after Ctrl-C: 128 and the number of the signal, as a shell has it."""

PIPE_CLOSED = 141
"""The exit code when nobody reads the output any more, as of a program that the signal ended."""


def run() -> int:
    """Run the command of this process and return its exit code; never a traceback."""
    try:
        from articles.errors import Problem
        from reader.cli import output

        output.prepare_streams()
        try:
            try:
                code = main(sys.argv[1:])
            except SystemExit as leaving:
                code = leaving.code if isinstance(leaving.code, int) else OK
            output.flush()
        except Problem as problem:  # the output has no room
            output.complain(str(problem))
            code = FAILED
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        code = PIPE_CLOSED
    return _leave(code)


def main(argv: Sequence[str]) -> int:
    """Do what the words of a command line ask for and return the exit code.

    Args:
        argv: The words after the program's name.

    Raises:
        SystemExit: After ``--help``, ``--version`` and wrong usage.
        KeyboardInterrupt: The reader pressed Ctrl-C.
        BrokenPipeError: Nobody reads what is printed.
    """
    from reader.cli import arguments

    options = arguments.parse(argv)
    from articles.errors import Problem
    from reader.cli import output
    from reader.cli.compose import Composition

    composition = None
    try:
        composition = Composition.of(options)
        composition.speak()
        return _command(options)(options, composition)
    except Problem as problem:
        output.complain(str(problem))
        return FAILED
    except BrokenPipeError:
        raise
    except Exception as error:  # the last resort: the detail goes to the log, the reader gets one line
        return _unexpected(error, options)
    finally:
        if composition is not None:
            composition.close()


_RUN = {
    "open": "opening:open_app",
    "add": "adding:add",
    "list": "searching:list_",
    "search": "searching:search",
    "show": "show:show",
    "entities": "entities:entities",
    "timeline": "timeline:timeline",
    "correct": "correct:correct",
    "translate": "translate:translate",
    "edit": "edit:edit",
    "glossary": "glossary:glossary",
    "memory": "memory:memory",
    "words": "word_list:words",
    "marks": "marks:marks",
    "pack": "pack:pack",
    "export": "export:export",
    "remove": "shelf:remove",
    "feeds": "feeds:feeds",
    "restore": "keeping:restore",
    "set": "keeping:set_",
    "versions": "versions:versions",
    "diff": "versions:diff",
    "backup": "backup:backup",
    "check": "check:check",
    "library": "library:library",
    "config": "config:config",
    "engines": "engines:engines",
    "models": "models:models",
    "dictionaries": "dictionaries:dictionaries",
    "word": "word:word",
    "completion": "completion:completion",
    "man": "completion:man",
}
"""The module of ``reader.cli`` and the function that does each command."""


def _command(options: argparse.Namespace) -> Callable[[argparse.Namespace, Composition], int]:
    """The function of the command, its module imported only now."""
    import importlib

    module, _, function = _RUN[options.command].partition(":")
    found: Callable[[argparse.Namespace, Composition], int] = getattr(
        importlib.import_module(f"reader.cli.{module}"), function
    )
    return found


def _unexpected(error: Exception, options: argparse.Namespace) -> int:
    from reader.cli import output
    from reader.cli.log import keep

    where = keep(error, options.home)
    detail = f"the detail is in {where}" if where else "and the log cannot be written"
    output.complain(f"something went wrong that should not have: {type(error).__name__}; {detail}")
    return FAILED


def _leave(code: int) -> int:
    """Make sure that the interpreter, flushing the streams at its end, has nothing more to say."""
    import contextlib
    import os

    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            with contextlib.suppress(OSError, ValueError):  # closed altogether: nothing will be flushed
                # What is still in the buffer has no reader or no room: let it go to nowhere.
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    return code
