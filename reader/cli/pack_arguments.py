"""What the command that speaks of translation packs takes."""

from __future__ import annotations

import argparse

from reader.cli.parser import Parser, formats

DO = ("export", "import")
"""What can be done."""


def pack_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader pack``."""
    parser.add_argument(
        "do", choices=DO, metavar="DO", help="export ID FILE: write a pack; import FILE…: take packs in"
    )
    parser.add_argument("words", nargs="+", metavar="ID|FILE", help="an article of the library, and files")
    parser.add_argument("--replace", action="store_true", help="with import: a person's English beats what is there")
    formats(parser)


def check(parser: Parser, options: argparse.Namespace) -> None:
    """Refuse what each word allows and all of them together do not."""
    if options.do == "export" and len(options.words) != 2:
        parser.error("give an article and a file: reader pack export ID FILE")
    if options.do == "export" and options.replace:
        parser.error("--replace says nothing to pack export")
