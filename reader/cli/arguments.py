"""The command line's grammar: which commands there are and what each takes."""

from __future__ import annotations

import argparse

from reader.cli.parser import Help, Parser, command_parser, common

TYPE_CHECKING = False  # typing's own costs a third of what `reader --help` takes
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COMMANDS: dict[str, str] = {
    "add": "put articles into the library",
    "list": "list the library, or what a query means",
    "search": "find articles by their words, and much else",
    "show": "print an article, also with its English",
    "entities": "print who, where and when, in an article or the library",
    "timeline": "print what happened when",
    "correct": "put names right: rename, merge, hide and so on",
    "translate": "print an article's English",
    "edit": "put the English of a sentence right, undo, redo",
    "glossary": "say how names and terms are rendered in English",
    "memory": "what was translated before: search, count, import, export, forget",
    "words": "the words that you saved: list, export as cards, set, remove",
    "marks": "what you marked and noted: list, export, import",
    "pack": "an article with its English and names as one file: out and in",
    "export": "write articles as Markdown, HTML, EPUB, text, JSON, TMX",
    "remove": "take articles out of the library",
    "feeds": "sites that you follow: add, refresh, list, import, export",
    "restore": "list what was removed, and bring it back",
    "set": "star, tag, mark as read; put title, date and so on right",
    "versions": "list the older texts of an article",
    "diff": "print how two versions of an article differ",
    "backup": "copy the library into a file while it is in use",
    "library": "write the whole library as a folder of Markdown; read one",
    "check": "see whether anything is wrong with the library, and mend it",
    "config": "print the settings as they hold now, and where each comes from",
    "engines": "list what can translate, try it, allow it, give it a key",
    "models": "list, fetch, use and remove Firefox's models",
    "dictionaries": "list, add, remove and order dictionaries",
    "word": "look a word up",
    "completion": "print what lets a shell complete the command line",
    "man": "print the man page",
}
"""The commands and what each does, in the order of the help page."""

_ARTICLES, _NAMES = "reader.cli.article_arguments", "reader.cli.name_arguments"
_KEEPING = "reader.cli.keeping_arguments"
_GRAMMAR: dict[str, tuple[str, str]] = {
    "add": ("FILE|FOLDER|URL… [options]", _ARTICLES),
    "list": ("[QUERY…] [options]", "reader.cli.search_arguments"),
    "search": ("WORDS… [options]", "reader.cli.search_arguments"),
    "show": ("ID|FILE [options]", _ARTICLES),
    "entities": (
        "ID|FILE [options]\n       reader entities NAME|--all [options]\n       reader entities --lines FILE|-",
        _NAMES,
    ),
    "timeline": ("[ID|FILE…] [options]", _NAMES),
    "correct": ("[DO …] [options]", _NAMES),
    "translate": ("ID|FILE [options]\n       reader translate --lines FILE|-", _ARTICLES),
    "edit": ("[DO …] [options]", "reader.cli.edit_arguments"),
    "glossary": ("[DO …] [options]", "reader.cli.glossary_arguments"),
    "memory": ("DO [WORDS…|FILE] [options]", "reader.cli.memory_arguments"),
    "words": ("DO [WORD…|FILE] [options]", "reader.cli.word_list_arguments"),
    "marks": (
        "list|export [QUERY…] [options]\n       reader marks import FILE|- [options]",
        "reader.cli.mark_arguments",
    ),
    "pack": ("export ID FILE\n       reader pack import FILE… [options]", "reader.cli.pack_arguments"),
    "export": ("ID…|FILE…|QUERY… [options]", "reader.cli.export_arguments"),
    "remove": ("ID… [options]", _ARTICLES),
    "feeds": ("[DO] [URL…|NAME…|ID…|FILE] [options]", "reader.cli.feed_arguments"),
    "restore": ("[ID…] [options]", _KEEPING),
    "set": ("ID… [options]", _KEEPING),
    "versions": ("ID [options]", _KEEPING),
    "diff": ("ID [ID] [options]", _KEEPING),
    "backup": ("FILE [options]", _KEEPING),
    "library": ("export FOLDER [QUERY…]\n       reader library import FOLDER", _KEEPING),
    "check": ("[options]", _KEEPING),
    "config": ("[options]", "reader.cli.config_arguments"),
    "engines": (
        "[options]\n       reader engines check|allow|forbid NAME\n       reader engines key NAME [--forget]",
        "reader.cli.engine_arguments",
    ),
    "models": (
        "[list] [--available]\n       reader models fetch [NAME]\n       reader models use NAME|FOLDER\n"
        "       reader models remove NAME",
        "reader.cli.model_arguments",
    ),
    "dictionaries": (
        "[list]\n       reader dictionaries add FILE|FOLDER…\n       reader dictionaries remove|up|down NAME",
        "reader.cli.dictionary_arguments",
    ),
    "word": ("WORD [--in SENTENCE] [options]", "reader.cli.dictionary_arguments"),
    "completion": ("bash|zsh|fish|ids|engines|feeds", "reader.cli.manual_arguments"),
    "man": ("", "reader.cli.manual_arguments"),
}
"""What may follow each command, and the module that has its words in full: ``COMMAND_words(parser)``, and ``check``."""

_VALUED = frozenset(
    "--home --engine --format --layout --width --published --title --language "  # noqa: SIM905 - one a line fills the page
    "--lines --kind --limit --entity --query --after --before --article --english --at --note --as "
    "--origin --by --by-version --since --words --tag --untag --source --url --byline --full-text --folder "
    "--sort --group --part --status --in -o --output --colour".split()
)
"""The options that take a value: what follows one is not the command."""

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
    if command in ("search", "list"):
        from reader.cli.search_arguments import guarded

        words = guarded(words)
    elif command in ("export", "marks"):
        from reader.cli.export_arguments import OPTIONS
        from reader.cli.search_arguments import guarded

        words = guarded(words, OPTIONS)
    parser, check = _grammar_of(command)
    # Intermixed, so that words may stand behind options too; that way of argparse does not know "--".
    options = parser.parse_args(words) if "--" in words else parser.parse_intermixed_args(words)
    options.command = command
    check(parser, options)
    return options


def takes_value(flag: str) -> bool:
    """Whether what follows this option is its value, and so not the command."""
    return flag in _VALUED


def parser_of(command: str) -> Parser:
    """The parser of a command; of ``reader`` without one for "open"."""
    return _grammar_of(command)[0]


def _grammar_of(command: str) -> tuple[Parser, Callable[[Parser, argparse.Namespace], None]]:
    return _open() if command == "open" else _command(command)


def _command(command: str) -> tuple[Parser, Callable[[Parser, argparse.Namespace], None]]:
    """The parser of a command, and what refuses words that are allowed but not together."""
    import importlib

    usage, module = _GRAMMAR[command]
    grammar = importlib.import_module(module)
    parser = command_parser(command, usage, COMMANDS[command])
    getattr(grammar, f"{command}_words")(parser)
    return parser, grammar.check


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


def _open() -> tuple[Parser, Callable[[Parser, argparse.Namespace], None]]:
    listed = "\n".join(f"  {name:<13}{what}" for name, what in COMMANDS.items())
    parser = Parser(
        prog="reader",
        usage="reader [FILE|URL|ID|-]\n       reader COMMAND …",
        description=_DESCRIPTION,
        epilog=_OVERVIEW.format(commands=listed),
        formatter_class=Help,
        allow_abbrev=False,
        add_help=False,
    )
    what = (
        "the article to open: an id of the library or its first digits (at least 4), a file, the address of a web "
        "page, or - for standard input"
    )
    parser.add_argument("article", nargs="?", metavar="FILE", help=what)
    parser.add_argument(
        "--plain", action="store_true", help="no frames, all told in words: for screen readers and braille displays"
    )
    common(parser)
    return parser, lambda *_: None
