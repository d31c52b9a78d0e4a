"""A parser of the command line that says what is wrong in one clean line, and help as wide as the terminal."""

from __future__ import annotations

import argparse
import os
import sys

TYPE_CHECKING = False  # typing's own costs a third of what `reader --help` takes
if TYPE_CHECKING:
    from typing import NoReturn


class Help(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal, 80 cells at most."""

    def __init__(self, prog: str) -> None:
        try:
            width = min(os.get_terminal_size(1).columns, 80)
        except OSError:
            width = 80
        super().__init__(prog, width=max(40, width) - 2)  # given a width, it does not import shutil


class Parser(argparse.ArgumentParser):
    """A parser that complains in one clean line."""

    def print_help(self, file: object = None) -> None:
        """Print the help; unlike argparse's own, tell when it cannot be written."""
        from reader.cli.output import put

        put(self.format_help())

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is, and leave with code 2."""
        from reader.cli.output import complain

        complain(f"{message}; see {self.prog} --help")
        sys.exit(2)


def command_parser(command: str, usage: str, what: str) -> Parser:
    """A parser for one command, with the options that stand everywhere.

    Args:
        command: Its name.
        usage: What may follow it, in one line or several.
        what: What it does, in a few words that begin with a small letter.
    """
    parser = Parser(
        prog=f"reader {command}",
        usage=f"reader {command} {usage}",
        description=f"{what[0].upper()}{what[1:]}.",
        formatter_class=Help,
        allow_abbrev=False,
        add_help=False,
    )
    common(parser)
    return parser


def common(parser: Parser) -> None:
    """The options that stand everywhere."""
    group = parser.add_argument_group("everywhere")
    group.add_argument("--home", metavar="DIR", help="keep everything under this folder (or set READER_HOME)")
    group.add_argument("--engine", metavar="NAME", help='what translates: one of "reader engines"')
    group.add_argument("--offline", action="store_true", help="let nothing leave this machine")
    group.add_argument("--version", action=_Version, nargs=0, help="print the version")
    group.add_argument("-h", "--help", action="help", help="print this help")


class _Version(argparse.Action):
    def __call__(self, *_: object) -> NoReturn:
        from reader import __version__
        from reader.cli.output import put

        put(f"reader {__version__}")
        sys.exit(0)


def formats(parser: argparse.ArgumentParser, *more: str) -> None:
    """The option that says how to print."""
    parser.add_argument("--format", choices=("text", "json", *more), default="text", help="how to print it")
