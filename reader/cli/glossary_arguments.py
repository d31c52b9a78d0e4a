"""What ``reader glossary`` takes."""

from __future__ import annotations

import argparse

from reader.cli.parser import Parser, formats

WORDS = {"list": (0, 1), "add": (2, 2), "remove": (1, 1000), "import": (1, 1), "export": (0, 1)}
"""What can be done, and the fewest and the most words that each takes."""

KINDS = ("person", "place", "organisation", "name", "term")
"""The kinds, as ``reader.translation.glossary.model.TermKind`` has them; written out so that help costs nothing."""

FILES = ("tsv", "tbx", "martif")
"""The formats of files of terms."""

_DO = """what to do; nothing lists the terms.
list [WORD], add SOURCE ENGLISH, remove SOURCE…, import FILE|-, export [FILE|-]"""


def glossary_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader glossary``."""
    parser.add_argument("do", nargs="?", choices=tuple(WORDS), metavar="DO", help=_DO)
    parser.add_argument("words", nargs="*", metavar="WORD", help="a term in quotes is one word: 'banco central'")
    parser.add_argument("--kind", choices=KINDS, help="what it names; else capitals tell a name from a term")
    parser.add_argument("--note", metavar="TEXT", help="with add: a note of your own")
    parser.add_argument(
        "--article", metavar="ID", help="for this article only; with list and export: all that holds in it"
    )
    parser.add_argument(
        "--entities", action="store_true", help="with list and export of an article: what its names give too"
    )
    parser.add_argument(
        "--keep-going", action="store_true", help="with import: take what is right, where something is wrong"
    )
    parser.add_argument("--as", dest="as_", choices=FILES, help="the file's format; else its ending or beginning tells")
    formats(parser)


def check(parser: Parser, options: argparse.Namespace) -> None:
    """Refuse what each word allows and all of them together do not."""
    options.do = options.do or "list"
    fewest, most = WORDS[options.do]
    if not fewest <= len(options.words) <= most:
        wanted = str(fewest) if fewest == most else f"{fewest} to {most}"
        parser.error(f"{options.do} takes {wanted} word(s), and {len(options.words)} came")
    for name, given, where in (
        ("--note", options.note is not None, ("add",)),
        ("--kind", options.kind is not None, ("list", "add", "remove")),
        ("--as", options.as_ is not None, ("import", "export")),
        ("--keep-going", options.keep_going, ("import",)),
        ("--entities", options.entities, ("list", "export")),
    ):
        if given and options.do not in where:
            parser.error(f"{name} is for {' and '.join(where)}")
    if options.entities and options.article is None:
        parser.error("--entities is for an article: give --article too")
