"""What the commands dictionaries and word take."""

from __future__ import annotations

import argparse

from reader.cli.parser import Parser, formats

DO = ("list", "add", "remove", "up", "down")
"""What can be done with dictionaries."""

_DO = """what to do; nothing, or list, lists those you have and those of the system that can be added.
add FILE|FOLDER… installs StarDict's and dictd's files, also in a .tar.gz, .tar.bz2 or .zip; remove NAME takes one
away; up NAME and down NAME have it asked before or after the one beside it"""


def dictionaries_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader dictionaries``."""
    parser.add_argument("do", nargs="?", choices=DO, default="list", metavar="DO", help=_DO)
    parser.add_argument(
        "names", nargs="*", metavar="FILE|NAME", help="files and folders to add; or a dictionary's name"
    )
    formats(parser)


def word_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader word``."""
    parser.add_argument("word", metavar="WORD", help="the word, or several as one argument: an expression")
    parser.add_argument(
        "--in", dest="sentence", metavar="SENTENCE", help="the sentence it stands in: says which word is meant"
    )
    formats(parser)


def check(parser: Parser, options: argparse.Namespace) -> None:
    """Refuse what does not go together."""
    if options.command == "word":
        if not options.word.strip():
            parser.error("say which word")
        return
    if options.do == "list" and options.names:
        parser.error("list takes no name")
    if options.do == "add" and not options.names:
        parser.error("say what to add: reader dictionaries add FILE")
    if options.do in ("remove", "up", "down") and len(options.names) != 1:
        parser.error(f"say which dictionary: reader dictionaries {options.do} NAME")
