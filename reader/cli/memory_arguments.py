"""What the command that speaks of the translation memory takes."""

from __future__ import annotations

import argparse

from reader.cli.parser import Parser, formats

DO = ("stats", "search", "import", "export", "forget")
"""What can be done."""

ORIGINS = ("draft", "refined", "human")
"""Where English comes from, as ``reader.translation.engine.Origin`` has it."""

KINDS = ("tmx", "jsonl", "csv")
"""The formats of files of pairs."""

_DO = """what to do.
stats: what is in it; search WORDS…: the pairs in which all occur; export [FILE]: to a file or standard output;
import FILE|-…: from files or standard input; forget: take pairs out, those that the options name"""
_ALLOWED = {
    "stats": frozenset[str](),
    "search": frozenset({"limit"}),
    "export": frozenset({"as_", "origin", "by", "by_version", "article", "since", "before", "words_in"}),
    "import": frozenset({"as_", "origin", "replace"}),
    "forget": frozenset({"origin", "by", "by_version", "article", "since", "before", "words_in", "yes"}),
}
_CHOOSE = ("origin", "by", "by_version", "article", "since", "before", "words_in")
_OPTIONS = {"as_": "--as", "by_version": "--by-version", "words_in": "--words"}
_TOO_MANY = 1_000_000


def memory_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader memory``."""
    parser.add_argument("do", choices=DO, metavar="DO", help=_DO)
    parser.add_argument("words", nargs="*", metavar="WORD", help='words to search for ("a phrase", beginn*), or a file')
    parser.add_argument(
        "--as", dest="as_", choices=KINDS, help="the file's format; else its ending tells (.tmx, .jsonl, .csv)"
    )
    parser.add_argument(
        "--origin", choices=ORIGINS, help="only these pairs; with import: what they are, whatever they say"
    )
    parser.add_argument("--by", metavar="ENGINE", help="only what this engine made")
    parser.add_argument("--by-version", metavar="V", help="only what this version of it made")
    parser.add_argument("--article", metavar="ID", help="only the sentences of this article")
    parser.add_argument("--since", metavar="DATE", type=_day, help="only what was made on this day or later")
    parser.add_argument("--before", metavar="DATE", type=_day, help="only what was made before this day")
    parser.add_argument("--words", dest="words_in", metavar="WORDS", help="only pairs in which these words occur")
    parser.add_argument("--limit", metavar="N", type=_number, help="with search: no more than so many (otherwise 50)")
    parser.add_argument("--replace", action="store_true", help="with import: a person's English beats what is there")
    parser.add_argument("--yes", action="store_true", help="with forget: do not ask")
    formats(parser)


def check(parser: Parser, options: argparse.Namespace) -> None:
    """Refuse what each word allows and all of them together do not."""
    given = {
        name for name in (*_CHOOSE, "as_", "limit", "replace", "yes") if getattr(options, name) not in (None, False)
    }
    wrong = sorted(given - _ALLOWED[options.do])
    if wrong:
        parser.error(f"{_OPTIONS.get(wrong[0], '--' + wrong[0])} says nothing to memory {options.do}")
    if options.do in ("stats", "forget") and options.words:
        parser.error(f"memory {options.do} takes no words; --words names pairs by theirs")
    if options.do == "search" and not options.words:
        parser.error("give the words to search for")
    if options.do == "import" and not options.words:
        parser.error("give the file, or - for standard input")
    if options.do == "export" and len(options.words) > 1:
        parser.error("give one file")
    if options.do == "forget" and not given & set(_CHOOSE):
        parser.error("say which pairs: --origin, --by, --by-version, --article, --since, --before, --words")
    if options.by_version is not None and options.by is None:
        parser.error("--by-version is a version of an engine: give --by too")


def _number(text: str) -> int:
    if text.isascii() and text.isdecimal() and int(text) <= _TOO_MANY:
        return int(text)
    message = f"{text!r} is not a number from 0 to {_TOO_MANY}"
    raise argparse.ArgumentTypeError(message)


def _day(text: str) -> object:
    from articles.formats.dates import parse_date

    try:
        return parse_date(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
