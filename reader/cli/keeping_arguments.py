"""What the commands take that keep the library in order: set, restore, versions, diff, check, backup, library."""

from __future__ import annotations

import argparse

from reader.cli.article_arguments import language_tag, published
from reader.cli.parser import Parser, formats

_ID = "an id, or the first digits of one (at least 4)"
_TEXTS = ("title", "byline", "source", "url")
_STATES = ("star", "unstar", "read", "unread")


def set_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader set``."""
    parser.add_argument("ids", nargs="+", metavar="ID", help=_ID)
    parser.add_argument("--star", action="store_true", help="star it")
    parser.add_argument("--unstar", action="store_true", help="take the star away")
    parser.add_argument("--read", action="store_true", help="it was read")
    parser.add_argument("--unread", action="store_true", help="it was not")
    parser.add_argument("--tag", action="append", default=[], metavar="WORD", help="add a tag; may be repeated")
    parser.add_argument("--untag", action="append", default=[], metavar="WORD", help="take a tag away; may be repeated")
    parser.add_argument("--title", help="its title, in place of what was found")
    parser.add_argument("--byline", metavar="NAME", help='who wrote it; "" for nobody known')
    parser.add_argument("--source", metavar="NAME", help='the publication; "" for none')
    parser.add_argument("--url", metavar="URL", help='where it was found; "" for nowhere')
    published(parser, "the day it was published, as 2023-09-15")
    parser.add_argument("--language", metavar="TAG", type=language_tag, help="the variant: pt-BR, pt-PT")
    formats(parser)


def restore_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader restore``."""
    parser.add_argument("ids", nargs="*", metavar="ID", help=f"{_ID}; none lists what can be brought back")
    formats(parser)


def versions_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader versions``."""
    parser.add_argument("id", metavar="ID", help=f"{_ID}, of any version")
    formats(parser)


def diff_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader diff``."""
    parser.add_argument("id", metavar="ID", help=f"{_ID}; alone: how it differs from the version before it")
    parser.add_argument("other", nargs="?", metavar="ID", help="another article or version, the newer one")
    formats(parser)


def backup_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader backup``."""
    parser.add_argument("file", metavar="FILE", help="the copy to make; with --restore: the copy to take")
    parser.add_argument("--force", action="store_true", help="replace a file of that name")
    parser.add_argument("--restore", action="store_true", help="put the copy where the library is, after a backup")
    formats(parser)


def library_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader library``."""
    what = "export: each article as a file of Markdown; import: such files, also changed by hand"
    parser.add_argument("do", choices=("export", "import"), metavar="DO", help=what)
    parser.add_argument("folder", metavar="FOLDER", help="the folder, made where it is missing")
    parser.add_argument("query", nargs="*", metavar="QUERY", help="with export: only these, as reader search has it")
    formats(parser)


def check_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader check``."""
    parser.add_argument("--repair", action="store_true", help="mend what can be, after a backup")
    formats(parser)


def check(parser: Parser, options: argparse.Namespace) -> None:
    """Refuse what each word allows and all of them together do not."""
    if options.command == "backup" and options.force and options.restore:
        parser.error("--force says nothing to --restore")
    if options.command == "library" and options.do == "import" and options.query:
        parser.error("import takes one folder, and all that is in it")
    if options.command != "set":
        return
    for one, other in (("star", "unstar"), ("read", "unread")):
        if getattr(options, one) and getattr(options, other):
            parser.error(f"--{one} and --{other} cannot both hold")
    texts = [name for name in _TEXTS if getattr(options, name) is not None]
    said = [*texts, *options.tag, *options.untag, *filter(None, (options.published, options.language))]
    if not said and not any(getattr(options, name) for name in _STATES):
        parser.error("say what to set: --star, --read, --tag, --title and so on")
    if options.title is not None and not options.title.strip():
        parser.error("a title has at least one letter")
    if options.title is not None and len(options.ids) > 1:
        parser.error("--title is of one article")
