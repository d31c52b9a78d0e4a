"""What ``reader export`` takes: which articles, as what, how it is to look, and where it goes."""

from __future__ import annotations

import argparse

from reader.cli.article_arguments import LAYOUTS
from reader.cli.parser import Parser
from reader.cli.search_arguments import READ

OPTIONS = ("-h", "-o")
"""What begins with one ``-`` and is no part of a query."""

FORMATS = ("markdown", "html", "epub", "text", "json", "tmx")
"""As what an article can be exported, as ``reader.export.model.Format`` has them."""

ENGLISH = ("kept", "draft", "none")
"""Which English goes out: what there is, that and drafts of what is missing, or none."""

_WITHOUT_LAYOUT = ("json", "tmx")


def export_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader export``."""
    which = "ids of the library or their first digits, or files; else a query, as reader search has it"
    parser.add_argument("words", nargs="*", metavar="ID|FILE|QUERY", help=which)
    parser.add_argument("--all", action="store_true", help="the whole library (to keep it: reader library export)")
    parser.add_argument("--format", choices=FORMATS, help="as what; unless said, as the ending of -o says, or html")
    parser.add_argument("--layout", choices=LAYOUTS, help="interlinear, unless said; an EPUB has no columns")
    parser.add_argument("--english", choices=ENGLISH, help="kept: what there is; draft: also what is missing; none")
    parser.add_argument("--translate", action="store_true", help="short for --english draft")
    parser.add_argument("--no-entities", action="store_true", help="without who, where and when")
    parser.add_argument("--no-marks", action="store_true", help="without your marks and notes")
    parser.add_argument(
        "--width", metavar="N", type=_width, help="cells in a line of plain text; else a paragraph a line"
    )
    what = "a file for all; a folder (ends in /) for a file each; - for standard output; else a file here"
    parser.add_argument("-o", "--output", metavar="FILE|FOLDER|-", help=what)
    parser.add_argument("--force", action="store_true", help="replace files that are there")
    parser.add_argument("--read", action="store_true", help=READ)


def check(parser: Parser, options: argparse.Namespace) -> None:
    """Refuse what each word allows and all of them together do not."""
    if bool(options.words) == options.all:
        parser.error("say which articles: ids, files, a query, or --all alone")
    if options.output == "":
        parser.error("-o needs a name: a file, a folder, or -")
    if options.translate and options.english not in (None, "draft"):
        parser.error(f"--translate and --english {options.english} cannot both hold")
    if options.english == "none" and (options.layout not in (None, "original") or options.format == "tmx"):
        parser.error("with --english none there is only the original")
    if options.format in _WITHOUT_LAYOUT and options.layout is not None:
        parser.error(f"{options.format} holds original and English by themselves: it has no layout")
    if options.width is not None and options.format not in (None, "text"):
        parser.error("--width is of plain text")


def _width(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 4 and 10 <= int(text) <= 1000:
        return int(text)
    message = f"{text!r} is not a number from 10 to 1000"
    raise argparse.ArgumentTypeError(message)
