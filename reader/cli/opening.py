"""The command without a command: open the app, after everything that can fail before it was tried."""

from __future__ import annotations

import argparse
import contextlib
import datetime
import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from articles.errors import Problem
from articles.presence import present
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.sources import STDIN, find, is_id

if TYPE_CHECKING:
    from reader.tui.glance import Glance
    from reader.tui.services import Services

_LARGE = 1 << 20
"""Bytes; what is smaller is read before it is shown."""

_HEAD = 1 << 16
_KEYBOARD = "CONIN$" if os.name == "nt" else "/dev/tty"


def open_app(options: argparse.Namespace, parts: Composition) -> int:
    """Open the app at an article, or where the reader was.

    Raises:
        Problem: The article cannot be read, the library cannot be opened, or there is no terminal.
    """
    name = options.article
    later = name is not None and _takes_a_moment(name)
    if later:
        from reader.cli.blocks import give_back_large_blocks

        give_back_large_blocks()
    article = None if name is None or later else find(name, parts)
    if not output.is_terminal(sys.stdout):
        raise Problem(*_no_terminal("standard output", name))
    if name == STDIN:
        take_keyboard()
    elif not output.is_terminal(sys.stdin):
        raise Problem(*_no_terminal("standard input", name))
    services = parts.services
    from reader.tui import run  # Textual, only inside
    from reader.tui.glance import Glance

    with present(parts.locations.library_file) as alone, Glance() as glance:
        if alone:  # another screen may still show what can be undone
            threading.Thread(target=_empty_trash, args=(services,), name="trash", daemon=True).start()
        if later:
            _show_head(name, services, glance)
            article = find(name, parts)
        return run(services, article, glance)


def _empty_trash(services: Services) -> None:
    """Throw away for good what was removed before now; where that fails, the next start does it."""
    with contextlib.suppress(Problem):
        services.articles.purge(datetime.datetime.now(datetime.UTC))


def _takes_a_moment(name: str) -> bool:
    """Whether the word names a file so large that its beginning is worth showing before all of it is read."""
    try:
        return not is_id(name) and Path(name).stat().st_size >= _LARGE
    except (OSError, ValueError):
        return False  # reading it will say what is wrong


def _show_head(name: str, services: Services, glance: Glance) -> None:
    """Show the beginning of a large file; nothing where it is no article by itself."""
    from articles.formats import read_article
    from reader.tui.opened import alone, look_of

    try:
        with Path(name).open("rb") as stream:
            data = stream.read(_HEAD)
        head = read_article(data[: max(data.rfind(b"\n"), data.rfind(b" "))], name, any_language=True)
    except (OSError, Problem):
        return  # reading all of it will say what is wrong
    if not services.config.plain:
        glance.show(alone(head), look_of(services))


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
