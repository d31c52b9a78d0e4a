"""The command without a command: open the app, after everything that can fail before it was tried."""

from __future__ import annotations

import argparse
import os
import sys

from articles.errors import Problem
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.sources import STDIN, find

_KEYBOARD = "CONIN$" if os.name == "nt" else "/dev/tty"


def open_app(options: argparse.Namespace, parts: Composition) -> int:
    """Open the app at an article, or where the reader was.

    Raises:
        Problem: The article cannot be read, the library cannot be opened, or there is no terminal.
    """
    article = find(options.article, parts) if options.article is not None else None
    if not output.is_terminal(sys.stdout):
        raise Problem(*_no_terminal("standard output", options.article))
    if options.article == STDIN:
        take_keyboard()
    elif not output.is_terminal(sys.stdin):
        raise Problem(*_no_terminal("standard input", options.article))
    parts.speak()
    services = parts.services
    from reader.tui import run  # Textual, only now

    return run(services, article) or 0


def take_keyboard() -> None:
    """Make the terminal's keyboard standard input again, after an article came through it.

    Raises:
        Problem: There is no terminal.
    """
    try:
        keyboard = os.open(_KEYBOARD, os.O_RDWR)
    except OSError as error:
        raise Problem(*_no_terminal("keyboard", STDIN)) from error
    os.dup2(keyboard, 0)
    os.close(keyboard)
    sys.stdin = open(0, encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115 - for good


def _no_terminal(what: str, name: str | None) -> tuple[str, str]:
    advice = f"to print an article, use reader show {name or 'ID'}"
    return f"there is no terminal to open the reader in ({what} is none)", advice
