"""What the command engines takes."""

from __future__ import annotations

import argparse

from reader.cli.parser import Parser, formats

DO = ("check", "allow", "forbid", "key")
"""What can be done with an engine."""

_DO = """what to do; nothing lists the engines.
check NAME translates one sentence; allow NAME, forbid NAME: whether it may send sentences to another machine;
key NAME asks for its key, or reads it from standard input, and puts it into the system's keyring"""


def engines_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader engines``."""
    parser.add_argument("do", nargs="?", choices=DO, metavar="DO", help=_DO)
    parser.add_argument("name", nargs="?", metavar="NAME", help="an engine of the list")
    parser.add_argument("more", nargs="*", help=argparse.SUPPRESS)
    parser.add_argument("--forget", action="store_true", help="with key: take it out of the keyring")
    formats(parser)


def check(parser: Parser, options: argparse.Namespace) -> None:
    """Refuse what each word allows and all of them together do not."""
    if options.more:  # never repeated: it may be a key, which has no place among words that others can see
        parser.error("give one engine, and no key: the key is asked for, or read from standard input")
    if options.do is not None and options.name is None:
        parser.error(f"say which engine: reader engines {options.do} NAME")
    if options.forget and options.do != "key":
        parser.error("--forget stands with key: reader engines key NAME --forget")
