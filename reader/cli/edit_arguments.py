"""What ``reader edit`` takes."""

from __future__ import annotations

import argparse

from reader.cli.parser import Parser, formats

WORDS = {"list": 0, "sentences": 0, "set": 2, "drop": 1, "history": 1, "undo": 0, "redo": 0}
"""What can be done, and how many words each takes."""

_DO = """what to do; nothing lists the edits made.
sentences (of --article, with their numbers), set SENTENCE ENGLISH, drop SENTENCE, history SENTENCE, undo, redo.
SENTENCE is the Portuguese, or with --article its number; 0 is the title"""


def edit_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader edit``."""
    parser.add_argument("do", nargs="?", choices=tuple(WORDS), metavar="DO", help=_DO)
    parser.add_argument("words", nargs="*", metavar="WORD", help="a sentence in quotes is one word")
    parser.add_argument("--article", metavar="ID|FILE", help="in which it is done; else the whole library")
    formats(parser)


def check(parser: Parser, options: argparse.Namespace) -> None:
    """Refuse what each word allows and all of them together do not."""
    options.do = options.do or "list"
    if len(options.words) != WORDS[options.do]:
        parser.error(f"{options.do} takes {WORDS[options.do]} word(s), and {len(options.words)} came")
    if options.do == "sentences" and options.article is None:
        parser.error("sentences are an article's: give --article too")
