"""What ``reader search`` and ``reader list`` take: a query, how much of it, in which order."""

from __future__ import annotations

import argparse

from reader.cli.parser import Parser, formats

MINUS = "\u2212"
"""Stands for a ``-`` before a word of a query, which would be an option otherwise."""

FOUND = 50
"""Hits that a search shows where nothing is said."""

READ = "for entity: first look for names in all articles not read yet, however many"
"""What the option ``--read`` does."""

_SORTED_FOR = {"source": "source", "day": "date"}

ORDERS = ("date", "title", "source", "length", "unread")
"""How articles can be sorted."""


def list_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader list``."""
    parser.add_argument("words", nargs="*", metavar="QUERY", help="which: is:unread, tag:mundo, a word; else all")
    parser.add_argument("--sort", choices=ORDERS, help="newest first, unless said")
    parser.add_argument("--group", choices=("source", "day"), help="under headings")
    parser.add_argument("--limit", metavar="N", type=_count, help="no more than so many")
    parser.add_argument("--read", action="store_true", help=READ)
    formats(parser)


def search_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader search``."""
    what = 'all must occur; "a phrase"; beginn*; author: source: title: tag: feed: entity: after: before: on: is: lang:'
    parser.add_argument("words", nargs="+", metavar="WORDS", help=f"{what} words: before a value; -word for not; OR")
    parser.add_argument("--sort", choices=ORDERS, help="best first, unless said")
    parser.add_argument("--limit", metavar="N", type=_count, default=FOUND, help=f"no more than so many ({FOUND})")
    parser.add_argument("--read", action="store_true", help=READ)
    formats(parser)


def check(parser: Parser, options: argparse.Namespace) -> None:
    """Refuse what each word allows and all of them together do not."""
    if options.command == "list" and options.group and options.sort not in (None, _SORTED_FOR[options.group]):
        parser.error(f"under headings by {options.group}, articles are sorted by {_SORTED_FOR[options.group]}")


def guarded(words: list[str], options: tuple[str, ...] = ("-h",)) -> list[str]:
    """The words of a command line with a sign for the ``-`` of ``-tag:mundo``, which is no option.

    Args:
        words: The words.
        options: What begins with one ``-`` and is an option.
    """
    end = words.index("--") if "--" in words else len(words)
    return [MINUS + word[1:] if _is_query(word, options, at > end) else word for at, word in enumerate(words)]


def _is_query(word: str, options: tuple[str, ...], all_are: bool) -> bool:
    return len(word) > 1 and word[0] == "-" and word[1] != "-" and (word not in options or all_are)


def _count(text: str) -> int:
    if text.isascii() and text.isdigit() and 0 < len(text) <= 9:
        return int(text)
    message = f"{text!r} is not a number of articles"
    raise argparse.ArgumentTypeError(message)
