"""What the command that speaks of saved words takes."""

from __future__ import annotations

import argparse

from reader.cli.parser import Parser, formats

DO = ("list", "export", "set", "remove", "unknown")
"""What can be done."""

STATUSES = ("new", "learning", "known", "ignored")
"""How far one is with a word, as ``reader.vocabulary.model.Status`` has it."""

_DO = """what to do.
list: print the saved words; export [FILE]: cards to learn from, to a file (.apkg for Anki, .tsv) or standard output
as TSV; set WORD… --status: say how well you know them; remove WORD…: save them no more;
unknown ID: how many of an article's words you do not know yet, and which"""
_ALLOWED = {
    "list": frozenset({"status", "since", "article"}),
    "export": frozenset({"status", "since", "article", "as_", "replace"}),
    "set": frozenset({"status"}),
    "remove": frozenset[str](),
    "unknown": frozenset[str](),
}


def words_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader words``."""
    parser.add_argument("do", choices=DO, metavar="DO", help=_DO)
    parser.add_argument("words", nargs="*", metavar="WORD", help="lemmas, or a file")
    parser.add_argument("--status", choices=STATUSES, help="only words of this status; with set: the status they get")
    parser.add_argument("--since", metavar="DATE", type=_day, help="only what was saved on this day or later")
    parser.add_argument("--article", metavar="ID", help="only what was saved in this article")
    parser.add_argument("--as", dest="as_", choices=("anki", "tsv"), help="the file's format; else its ending tells")
    parser.add_argument("--replace", action="store_true", help="with export: replace a file that is there")
    formats(parser)


def check(parser: Parser, options: argparse.Namespace) -> None:
    """Refuse what each word allows and all of them together do not."""
    given = {name for name in ("status", "since", "article", "as_", "replace") if getattr(options, name)}
    wrong = sorted(given - _ALLOWED[options.do])
    if wrong:
        parser.error(f"--{wrong[0].rstrip('_')} says nothing to words {options.do}")
    if options.do == "list" and options.words:
        parser.error("words list takes no words")
    if options.do == "export" and len(options.words) > 1:
        parser.error("give one file")
    if options.do == "unknown" and len(options.words) != 1:
        parser.error("give one article: its id, a file, or -")
    if options.do in ("set", "remove") and not options.words:
        parser.error("give the words, by their lemmas")
    if options.do == "set" and not options.status:
        parser.error("say the status: --status " + "|".join(STATUSES))


def _day(text: str) -> object:
    from articles.formats.dates import parse_date

    try:
        return parse_date(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
