"""What the commands that tell others about the command line take: completion, man."""

from __future__ import annotations

import argparse

from reader.cli.parser import Parser

SHELLS = ("bash", "zsh", "fish")
"""The shells there is a script for."""
ASKED = ("ids", "engines", "feeds")
"""What the scripts ask the program for while the reader types."""

_WHAT = """a shell: print the script that completes its command line.
What such a script asks for: ids of the newest articles, names of engines, feeds"""


def completion_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader completion``."""
    parser.add_argument("what", choices=(*SHELLS, *ASKED), metavar="SHELL", help=_WHAT)


def man_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader man``: none."""


def check(parser: Parser, options: argparse.Namespace) -> None:
    """Nothing that is allowed alone is refused together."""
