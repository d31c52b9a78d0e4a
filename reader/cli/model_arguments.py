"""What the command models takes."""

from __future__ import annotations

import argparse

from reader.cli.parser import Parser, formats

DO = ("list", "fetch", "use", "remove")
"""What can be done with models."""

_DO = """what to do; nothing, or list, lists the models you have.
fetch brings one from Firefox's service, the best without a NAME, and goes on where it was broken off;
use NAME|FOLDER has the engine firefox translate with it; remove NAME deletes one that was fetched"""


def models_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader models``."""
    parser.add_argument("do", nargs="?", choices=DO, default="list", metavar="DO", help=_DO)
    parser.add_argument(
        "name", nargs="?", metavar="NAME|FOLDER", help="a model of the list, or a folder of model files"
    )
    available = "list those that can be fetched too: asks Firefox's service"
    parser.add_argument("--available", action="store_true", help=available)
    formats(parser)


def check(parser: Parser, options: argparse.Namespace) -> None:
    """Refuse what each word allows and all of them together do not."""
    if options.do in ("use", "remove") and options.name is None:
        parser.error(f"say which model: reader models {options.do} NAME")
    if options.do == "list" and options.name is not None:
        parser.error("list takes no name")
    if options.available and options.do != "list":
        parser.error("--available stands with list")
