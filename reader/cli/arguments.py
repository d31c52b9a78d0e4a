"""The command line's grammar: which commands there are and what each takes."""

from __future__ import annotations

import argparse
import sys

from reader.cli.parser import Help, Parser

TYPE_CHECKING = False  # typing's own costs a third of what `reader --help` takes
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import NoReturn

COMMANDS: dict[str, str] = {
    "add": "put articles into the library",
    "list": "list the library, newest first",
    "search": "find articles by their words",
    "show": "print an article, also with its English",
    "entities": "print who, where and when, in an article or the library",
    "timeline": "print what happened when",
    "correct": "put names right: rename, merge, hide and so on",
    "translate": "print an article's English",
    "remove": "take articles out of the library",
}
"""The commands and what each does, in the order of the help page."""

LAYOUTS = ("original", "english", "interlinear", "side-by-side")
"""How an article and its English can stand together."""

ARTICLE = "an id of the library or the first digits of one (at least 4), a file, or - for standard input"

_VALUED = {
    "--home",
    "--engine",
    "--format",
    "--layout",
    "--width",
    "--published",
    "--title",
    "--language",
    "--lines",
    "--kind",
    "--limit",
    "--entity",
    "--after",
    "--before",
    "--article",
    "--english",
    "--at",
}
_DESCRIPTION = "Read Portuguese articles, with who and what they speak of, and English offline."
_OVERVIEW = """commands:
{commands}

"reader COMMAND --help" tells what a command takes. A file whose name is that of
a command is opened by its path: reader ./list.

exit codes: 0 done; 1 failed, stderr says what to do; 2 wrong usage."""


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """What the words of the command line ask for.

    The first word that is no option is the command; if it is none of ``COMMANDS`` it is the article to open,
    and ``command`` is "open". Options stand before or after the command alike.

    Raises:
        SystemExit: After ``--help`` and ``--version`` with 0, after wrong usage with 2.
    """
    words = list(argv)
    at = _first_word(words)
    command = words[at] if at is not None and words[at] in COMMANDS else "open"
    if command != "open" and at is not None:
        del words[at]
    parser = _PARSERS[command]()
    options = parser.parse_args(words)
    options.command = command
    _check(parser, options)
    return options


def _check(parser: Parser, options: argparse.Namespace) -> None:
    """Refuse what each word allows and all of them together do not."""
    if options.command in ("entities", "timeline", "correct"):
        from reader.cli.name_arguments import check

        check(parser, options)
    if options.command == "translate" and (options.article is None) == (options.lines is None):
        parser.error("give one thing: an article, or --lines with a file")
    if options.command in ("entities", "translate"):
        if options.lines is not None and options.command == "translate" and options.format == "json":
            parser.error("--lines prints lines of text, so --format json cannot stand beside it")
        if options.lines is not None and getattr(options, "published", None):
            parser.error("--published is for an article, not for --lines")
    if options.command == "show" and options.format == "markdown" and options.layout == "side-by-side":
        parser.error("Markdown has no columns: take --layout interlinear")


def _first_word(words: Sequence[str]) -> int | None:
    skip = False
    for index, word in enumerate(words):
        if skip:
            skip = False
        elif word == "--":
            return None  # what follows is a file, whatever its name
        elif word.startswith("-") and word != "-":
            skip = word in _VALUED
        else:
            return index
    return None


def _parser(command: str, usage: str) -> Parser:
    parser = Parser(
        prog=f"reader {command}",
        usage=f"reader {command} {usage}",
        description=f"{COMMANDS[command][0].upper()}{COMMANDS[command][1:]}.",
        formatter_class=Help,
        allow_abbrev=False,
        add_help=False,
    )
    _common(parser)
    return parser


def _common(parser: Parser) -> None:
    group = parser.add_argument_group("everywhere")
    group.add_argument("--home", metavar="DIR", help="keep everything under this folder (or set READER_HOME)")
    group.add_argument("--engine", metavar="NAME", help='what translates: "local" or "google"')
    group.add_argument("--offline", action="store_true", help="let nothing leave this machine")
    group.add_argument("--version", action=_Version, nargs=0, help="print the version")
    group.add_argument("-h", "--help", action="help", help="print this help")


class _Version(argparse.Action):
    def __call__(self, *_: object) -> NoReturn:
        from reader import __version__
        from reader.cli.output import put

        put(f"reader {__version__}")
        sys.exit(0)


def _formats(parser: Parser, *more: str) -> None:
    parser.add_argument("--format", choices=("text", "json", *more), default="text", help="how to print it")


def _published(parser: Parser, what: str) -> None:
    parser.add_argument("--published", metavar="DATE", type=_date, help=what)


def _date(text: str) -> object:
    from articles.formats.dates import parse_date

    try:
        return parse_date(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _language(text: str) -> str:
    from articles.formats.frontmatter import normal_language

    try:
        return normal_language(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _width(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 4 and 20 <= int(text) <= 1000:
        return int(text)
    message = f"{text!r} is not a number from 20 to 1000"
    raise argparse.ArgumentTypeError(message)


def _open() -> Parser:
    listed = "\n".join(f"  {name:<11}{what}" for name, what in COMMANDS.items())
    parser = Parser(
        prog="reader",
        usage="reader [FILE|ID|-]\n       reader COMMAND …",
        description=_DESCRIPTION,
        epilog=_OVERVIEW.format(commands=listed),
        formatter_class=Help,
        allow_abbrev=False,
        add_help=False,
    )
    parser.add_argument("article", nargs="?", metavar="FILE", help="the article to open in the reader: " + ARTICLE)
    _common(parser)
    return parser


def _add() -> Parser:
    parser = _parser("add", "FILE… [options]")
    parser.add_argument("files", nargs="+", metavar="FILE", help="text, Markdown; - for standard input")
    parser.add_argument("--title", help="the title; else it is found in the file")
    _published(parser, "the day it was published, as 2023-09-15")
    parser.add_argument("--language", metavar="TAG", type=_language, help="the variant: pt-BR, pt-PT")
    _formats(parser)
    return parser


def _list() -> Parser:
    parser = _parser("list", "[options]")
    _formats(parser)
    return parser


def _search() -> Parser:
    parser = _parser("search", "WORDS… [options]")
    parser.add_argument("words", nargs="+", metavar="WORDS", help='all must occur; "a phrase"; beginn*')
    _formats(parser)
    return parser


def _show() -> Parser:
    parser = _parser("show", "ID|FILE [options]")
    parser.add_argument("article", metavar="ID|FILE", help=ARTICLE)
    parser.add_argument("--layout", choices=LAYOUTS, default="original", help="with the English, and how")
    parser.add_argument("--entities", action="store_true", help="add who, where and when")
    parser.add_argument("--width", metavar="N", type=_width, help="cells in a line, 20 to 1000")
    _formats(parser, "markdown")
    return parser


def _entities() -> Parser:
    from reader.cli.name_arguments import entities

    parser = _parser(
        "entities",
        "ID|FILE [options]\n       reader entities NAME|--all [options]\n       reader entities --lines FILE|-",
    )
    entities(parser, ARTICLE)
    _published(parser, "the day from which “quarta-feira” is counted, as 2023-09-15")
    _formats(parser)
    return parser


def _timeline() -> Parser:
    from reader.cli.name_arguments import timeline

    parser = _parser("timeline", "[ID|FILE…] [options]")
    timeline(parser, ARTICLE)
    _formats(parser)
    return parser


def _correct() -> Parser:
    from reader.cli.name_arguments import correct

    parser = _parser("correct", "[DO …] [options]")
    correct(parser)
    _formats(parser)
    return parser


def _translate() -> Parser:
    parser = _parser("translate", "ID|FILE [options]\n       reader translate --lines FILE|-")
    parser.add_argument("article", nargs="?", metavar="ID|FILE", help=ARTICLE)
    parser.add_argument("--lines", metavar="FILE|-", help="one line of English for each line of the file")
    _formats(parser)
    return parser


def _remove() -> Parser:
    parser = _parser("remove", "ID… [options]")
    parser.add_argument("ids", nargs="+", metavar="ID", help="an id, or the first digits of one (at least 4)")
    _formats(parser)
    return parser


_PARSERS: dict[str, Callable[[], Parser]] = {
    "open": _open,
    "add": _add,
    "list": _list,
    "search": _search,
    "show": _show,
    "entities": _entities,
    "timeline": _timeline,
    "correct": _correct,
    "translate": _translate,
    "remove": _remove,
}
