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
