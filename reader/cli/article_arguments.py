"""What the commands that speak of articles take: add, show, translate, remove."""

from __future__ import annotations

import argparse

from reader.cli.parser import Parser, formats

ARTICLE = "an id of the library or the first digits of one (at least 4), a file, or - for standard input"

LAYOUTS = ("original", "english", "interlinear", "side-by-side")
"""How an article and its English can stand together."""


def add_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader add``."""
    what = "files, folders (with all in them), addresses of web pages; - for standard input"
    parser.add_argument("files", nargs="+", metavar="FILE", help=what)
    parser.add_argument("--title", help="the title of the one article; else it is found in the file")
    published(parser, "the day it was published, as 2023-09-15")
    parser.add_argument("--language", metavar="TAG", type=language_tag, help="pt-BR, pt-PT; another is taken anyway")
    parser.add_argument("--tag", action="append", default=[], metavar="WORD", help="a keyword; may be repeated")
    parser.add_argument("--source", metavar="NAME", help="the publication")
    parser.add_argument("--url", metavar="URL", help="where the one article was found; nothing is fetched")
    parser.add_argument("--byline", metavar="NAME", help="who wrote it")
    parser.add_argument(
        "--allow-private", action="store_true", help="fetch from this machine and the local network too"
    )
    formats(parser)


def show_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader show``."""
    parser.add_argument("article", metavar="ID|FILE", help=ARTICLE)
    parser.add_argument("--layout", choices=LAYOUTS, default="original", help="with the English, and how")
    parser.add_argument("--entities", action="store_true", help="add who, where and when")
    parser.add_argument("--links", action="store_true", help="add where its links lead")
    parser.add_argument("--marks", action="store_true", help="add what you marked in it, with your notes")
    parser.add_argument("--part", metavar="N", type=_part, help="only this part: a chapter of a book, counted from 1")
    parser.add_argument("--width", metavar="N", type=_width, help="cells in a line, 20 to 1000")
    formats(parser, "markdown")


def translate_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader translate``."""
    parser.add_argument("article", nargs="?", metavar="ID|FILE", help=ARTICLE)
    parser.add_argument("--lines", metavar="FILE|-", help="one line of English for each line of the file")
    formats(parser)


def remove_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader remove``."""
    parser.add_argument("ids", nargs="+", metavar="ID", help="an id, or the first digits of one (at least 4)")
    formats(parser)


def check(parser: Parser, options: argparse.Namespace) -> None:
    """Refuse what each word allows and all of them together do not."""
    if options.command == "add" and "" in options.files:  # of a shell's variable that is not set; else the folder here
        parser.error("one of the names is empty: give a file, a folder or an address")
    if options.command == "add" and (options.title or options.url) and not _is_one(options.files):
        parser.error("--title and --url speak of one article: give one file or address")
    if options.command == "translate":
        if (options.article is None) == (options.lines is None):
            parser.error("give one thing: an article, or --lines with a file")
        if options.lines is not None and options.format == "json":
            parser.error("--lines prints lines of text, so --format json cannot stand beside it")
    if options.command == "show" and options.format == "markdown" and options.layout == "side-by-side":
        parser.error("Markdown has no columns: take --layout interlinear")


def _is_one(files: list[str]) -> bool:
    import os

    return len(files) == 1 and not os.path.isdir(files[0])  # noqa: PTH112 - a name, which may be no path


def published(parser: argparse.ArgumentParser, what: str) -> None:
    """The option that says when an article was published."""
    parser.add_argument("--published", metavar="DATE", type=_date, help=what)


def _date(text: str) -> object:
    from articles.formats.dates import parse_date

    try:
        return parse_date(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def language_tag(text: str) -> str:
    """A language of the command line, as BCP 47 writes it."""
    from articles.formats.frontmatter import normal_language

    try:
        return normal_language(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _part(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 5 and int(text) > 0:
        return int(text)
    message = f"{text!r} is not the number of a part: write 1 for the first"
    raise argparse.ArgumentTypeError(message)


def _width(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 4 and 20 <= int(text) <= 1000:
        return int(text)
    message = f"{text!r} is not a number from 20 to 1000"
    raise argparse.ArgumentTypeError(message)
