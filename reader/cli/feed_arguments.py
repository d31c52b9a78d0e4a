"""What ``reader feeds`` takes."""

from __future__ import annotations

import argparse

from reader.cli.parser import Parser, formats

WORDS = {
    "list": (0, 0),
    "add": (1, 1000),
    "remove": (1, 1000),
    "refresh": (0, 1000),
    "set": (1, 1000),
    "fetch": (1, 1000),
    "import": (1, 1),
    "export": (0, 1),
}
"""What can be done, and the fewest and the most words that each takes."""

FULL_TEXT = ("summary", "demand", "always")
"""How much of the texts, as ``articles.feeds.model.FullText`` has it; written out so that help costs nothing."""

_DO = """what to do; nothing, or list, lists your feeds.
add URL… takes the feed at an address, or the one that a page names; refresh [NAME…] asks for what is new;
set NAME… and remove NAME… change and forget feeds; fetch ID… brings the full text of articles;
import FILE|- and export [FILE|-] exchange OPML"""
_OPTIONS = {
    "title": ("add", "set"),
    "full_text": ("add", "set", "import"),
    "folder": ("add", "set"),
    "tag": ("add", "set"),
    "allow_private": ("add", "set", "import"),
}


def feeds_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader feeds``."""
    parser.add_argument("do", nargs="?", choices=tuple(WORDS), metavar="DO", help=_DO)
    parser.add_argument(
        "words", nargs="*", metavar="NAME", help="a feed: its number, address, or its title's beginning"
    )
    parser.add_argument("--title", help="with add, set: your name for it; '' takes its own again")
    parser.add_argument(
        "--full-text",
        choices=FULL_TEXT,
        help="with add, set, import: what the feed has (summary), pages when you ask (demand), every new page (always)",
    )
    parser.add_argument("--folder", help="with add, set: its folder in an OPML list, as Mundo/Ásia")
    parser.add_argument(
        "--tag", action="append", metavar="TAG", help="with add, set: a tag for its articles; '' for none"
    )
    parser.add_argument(
        "--allow-private", action="store_true", help="with add, set, import: it may be on this machine or your network"
    )
    formats(parser)


def check(parser: Parser, options: argparse.Namespace) -> None:
    """Refuse what each word allows and all of them together do not."""
    options.do = options.do or "list"
    fewest, most = WORDS[options.do]
    if len(options.words) < fewest:
        parser.error(f"{options.do}: say what, as in reader feeds {options.do} {_example(options.do)}")
    if len(options.words) > most:
        parser.error(f"{options.do} takes {most or 'no'} word(s), and {len(options.words)} came")
    for name, where in _OPTIONS.items():
        given = getattr(options, name) not in (None, False)
        if given and options.do not in where:
            parser.error(f"--{name.replace('_', '-')} stands with {' or '.join(where)}")
    if options.do == "set" and not any(getattr(options, name) not in (None, False) for name in _OPTIONS):
        parser.error("set: say what, as in reader feeds set 3 --full-text always")
    if options.title and len(options.words) > 1:
        parser.error("--title names one feed")


def _example(do: str) -> str:
    return {"add": "https://example.org/", "fetch": "ID", "import": "FILE"}.get(do, "NAME")
