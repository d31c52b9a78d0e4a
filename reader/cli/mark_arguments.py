"""What the command that speaks of marks and notes takes."""

from __future__ import annotations

import argparse

from reader.cli.parser import Parser, formats

DO = ("list", "export", "import")
"""What can be done."""

_DO = """what to do.
list [QUERY…]: print marks and notes, of all articles or of those that a query means; export [QUERY…]: write them as
Markdown or JSON; import FILE|-: take in those of a JSON file, where their words are found in your articles"""
_ALLOWED = {
    "list": frozenset({"article", "colour", "since", "noted", "lost", "read"}),
    "export": frozenset({"article", "colour", "since", "noted", "lost", "read", "output", "force"}),
    "import": frozenset({"force"}),
}
_FORMATS = {"list": ("text", "json"), "export": ("markdown", "json"), "import": ("text", "json")}


def marks_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader marks``."""
    parser.add_argument("do", choices=DO, metavar="DO", help=_DO)
    parser.add_argument("words", nargs="*", metavar="QUERY|FILE", help="which articles, as reader search has it")
    parser.add_argument("--article", metavar="ID", help="only the marks of this article, and those that it lost")
    parser.add_argument(
        "--colour", metavar="NAME", type=_colour, help="only this colour: yellow, green, blue, red or purple"
    )
    parser.add_argument("--since", metavar="DATE", type=_day, help="only what was marked on this day or later")
    parser.add_argument("--noted", action="store_true", help="only marks with a note")
    parser.add_argument("--lost", action="store_true", help="only marks whose words a newer version does not have")
    parser.add_argument("-o", "--output", metavar="FILE|-", help="with export: where to; standard output unless said")
    parser.add_argument(
        "--force",
        action="store_true",
        help="with export: replace a file that is there; with import: the file's colour and note beat yours",
    )
    parser.add_argument("--read", action="store_true", help="for entity: first look for names in all articles")
    formats(parser, "markdown")
    parser.set_defaults(format=None)


def check(parser: Parser, options: argparse.Namespace) -> None:
    """Refuse what each word allows and all of them together do not."""
    named = ("article", "colour", "since", "noted", "lost", "output", "force", "read")
    given = {name for name in named if getattr(options, name) not in (None, False)}
    wrong = sorted(given - _ALLOWED[options.do])
    if wrong:
        parser.error(f"--{wrong[0]} says nothing to marks {options.do}")
    if options.output == "":
        parser.error("-o needs a name: a file, or -")
    if options.do == "import" and len(options.words) != 1:
        parser.error("give the file, or - for standard input")
    if options.format is None:
        json = options.do == "export" and (options.output or "").lower().endswith(".json")
        options.format = "json" if json else _FORMATS[options.do][0]
    elif options.format not in _FORMATS[options.do]:
        parser.error(f"marks {options.do} has the formats {' and '.join(_FORMATS[options.do])}")


def _colour(text: str) -> str:
    from articles.finding.fields import colour_named

    found = colour_named(text)
    if found is None:
        message = f"{text!r} is no colour of marks: yellow, green, blue, red, purple"
        raise argparse.ArgumentTypeError(message)
    return found


def _day(text: str) -> object:
    from articles.formats.dates import parse_date

    try:
        return parse_date(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
