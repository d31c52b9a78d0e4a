"""What the commands that speak of names take: entities, timeline, correct."""

from __future__ import annotations

import argparse
import re

from reader.cli.article_arguments import ARTICLE, published
from reader.cli.parser import Parser, formats

KINDS = ("person", "organisation", "place", "date", "quantity", "work", "event", "other")
"""The kinds, as ``reader.entities.model.Kind`` has them; written out so that the help page costs nothing."""

WORDS = {"rename": 2, "english": 2, "merge": 2, "retype": 2, "hide": 1, "split": 2, "add": 2, "undo": 0, "redo": 0}
"""What can be done, and how many words each takes."""

_DO = """what to do; nothing prints the corrections made.
rename NAME NEW, english NAME ENGLISH, merge NAME INTO, retype NAME KIND, hide NAME, split NAME NEW, add WORDS KIND,
undo [NUMBER], redo"""
_READ = "read all articles that were not read yet first, however many"
_TOO_MANY = 100_000_000


def entities_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader entities``."""
    parser.add_argument("article", nargs="?", metavar="ID|FILE|NAME", help=f"{ARTICLE}; else a name of the library")
    parser.add_argument("--all", action="store_true", help="the library's entities, the most mentioned first")
    parser.add_argument("--kind", choices=KINDS, help="of this kind only")
    parser.add_argument("--limit", metavar="N", type=_number, help="no more than so many")
    parser.add_argument("--read", action="store_true", help=_READ)
    parser.add_argument("--lines", metavar="FILE|-", help="one JSON object for each line of the file")
    published(parser, "the day from which “quarta-feira” is counted, as 2023-09-15")
    formats(parser)


def timeline_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader timeline``."""
    parser.add_argument("articles", nargs="*", metavar="ID|FILE", help=f"{ARTICLE}; nothing for the whole library")
    parser.add_argument("--entity", metavar="NAME", help="only sentences that name it too")
    parser.add_argument("--query", metavar="QUERY", help="only of articles that a search finds, as in reader list")
    parser.add_argument(
        "--after", metavar="DATE", type=_period, help="what ends on it or later: 2023, 2023-09, 2023-09-15"
    )
    parser.add_argument("--before", metavar="DATE", type=_period, help="what begins on it or earlier")
    parser.add_argument("--limit", metavar="N", type=_number, help="no more than so many sentences")
    parser.add_argument("--english", action="store_true", help="with the English: kept, or drafted on this machine")
    parser.add_argument("--read", action="store_true", help=_READ)
    formats(parser, "csv", "markdown")


def correct_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader correct``."""
    parser.add_argument("do", nargs="?", choices=tuple(WORDS), metavar="DO", help=_DO)
    parser.add_argument("words", nargs="*", metavar="WORD", help="a name in quotes is one word: 'Kim Jong Un'")
    parser.add_argument(
        "--article", metavar="ID", help="for this article only; else for the library, also what is added later"
    )
    parser.add_argument("--kind", choices=KINDS, help="of the entity, where several are called so or none yet is")
    parser.add_argument("--english", metavar="NAME", help="with rename: the English name too")
    parser.add_argument(
        "--entity", metavar="NAME", help="with add: the entity that the words name, if called otherwise"
    )
    parser.add_argument(
        "--at", metavar="N", type=_number, action="append", help="with split and add: a character of the mention"
    )
    formats(parser)


def check(parser: Parser, options: argparse.Namespace) -> None:
    """Refuse what each word allows and all of them together do not."""
    if options.command == "entities":
        if [options.article is None, options.lines is None, not options.all].count(False) != 1:
            parser.error("give one thing: an article, a name, --all, or --lines with a file")
        if options.lines is not None and options.published:
            parser.error("--published is for an article, not for --lines")
    elif options.command == "timeline":
        if options.articles and options.entity:
            parser.error("--entity is for the whole library, not for an article")
        if options.articles and options.query:
            parser.error("--query is for the whole library, not for an article")
    else:
        _check_correction(parser, options)


def _check_correction(parser: Parser, options: argparse.Namespace) -> None:
    wanted, given = WORDS.get(options.do or "", 0), len(options.words)
    if given != wanted and not (options.do == "undo" and given == 1 and options.words[0].isdecimal()):
        parser.error(f"{options.do} takes {wanted} word(s), and {given} came")
    if options.do in ("split", "add") and options.at and options.article is None:
        parser.error("--at is a place in an article: give --article too")
    if options.do == "split" and not (options.at and options.article):
        parser.error("split takes mentions out of one article: give --article and --at")
    if options.do == "retype" and options.words[1] not in KINDS:
        parser.error(f"there is no kind {options.words[1]!r}: choose from {', '.join(KINDS)}")
    if options.do == "add" and options.words[1] not in KINDS:
        parser.error(f"there is no kind {options.words[1]!r}: choose from {', '.join(KINDS)}")


def _number(text: str) -> int:
    if text.isascii() and text.isdecimal() and int(text) <= _TOO_MANY:
        return int(text)
    message = f"{text!r} is not a number from 0 on"
    raise argparse.ArgumentTypeError(message)


def _period(text: str) -> str:
    if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", text, re.ASCII):
        return text
    message = f"{text!r} is no day, month or year, such as 2023-09-15, 2023-09 or 2023"
    raise argparse.ArgumentTypeError(message)
