"""The first glance: an article's text on the terminal before the screen that will hold it is even imported.

Importing Textual takes longer than reading the first line. The rows are the page's own and stand where the screen
will draw them, so that nothing moves when it takes over; keys typed meanwhile wait in the terminal, unechoed.
"""

from __future__ import annotations

import os
import sys
from types import TracebackType
from typing import Any

from articles.cleaning import mask
from reader.tui.geometry import MARGIN, text_column
from reader.tui.opened import Look, Opened
from reader.tui.page.layout import Voice

# 2004: with brackets around what is pasted, so that what waits for the screen is not taken for keys by it.
_ENTER = "\x1b[?1049h\x1b[?2004h\x1b[?25l\x1b[H\x1b[2J"
_LEAVE = "\x1b[?2004l\x1b[?25h\x1b[?1049l"


class Glance:
    """Shows text at once, and gives the terminal back as it was, whatever happens in between.

    Where the terminal is none that this is safe on, it does nothing.
    """

    def __init__(self) -> None:
        self._before: list[Any] | None = None
        self._shown = False

    def __enter__(self) -> Glance:
        return self

    def show(self, opened: Opened, look: Look) -> None:
        """Draw the first screen of an article, if nothing was drawn yet."""
        if self._shown or not _able():
            return
        width, height = os.get_terminal_size(1)
        self._silence()
        self._shown = True
        _write(_ENTER + picture(opened, look, width, height))

    def _silence(self) -> None:
        """No echo, and each key at once: what is typed is for the screen to come."""
        import termios

        try:
            self._before = termios.tcgetattr(0)
            quiet = termios.tcgetattr(0)
            quiet[3] &= ~(termios.ECHO | termios.ICANON)
            termios.tcsetattr(0, termios.TCSANOW, quiet)
        except termios.error:  # standard input is no terminal: the keyboard is not ours to set
            self._before = None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._before is not None:
            import termios

            termios.tcsetattr(0, termios.TCSADRAIN, self._before)
        if self._shown and kind is not None:
            _write(_LEAVE)


def picture(opened: Opened, look: Look, width: int, height: int) -> str:
    """What draws an article's first screen on an empty terminal of this size."""
    column = text_column(width, height, look.measure, names=look.names)
    page = opened.page
    page.resize(column.width, column.height)
    page.restore(opened.offset, opened.row)
    parts = []
    for y, spot in enumerate(page.window.rows()):
        if spot is None:
            continue
        block = page.block(spot[0])
        for piece in block.rows[spot[1]].pieces:
            style = (
                "1"
                if spot[0] == 0 and piece.voice is Voice.ORIGINAL
                else "2"
                if piece.voice is Voice.FURNITURE
                else "0"
            )
            parts.append(f"\x1b[{column.y + y + 1};{column.x + piece.x + 1}H\x1b[{style}m{mask(piece.text)}\x1b[0m")
    here = page.window.row_of((page.cursor.block, page.block(page.cursor.block).rows_of(page.cursor.sentence)[0]))
    if here is not None:
        parts.append(f"\x1b[{column.y + here + 1};{column.x - MARGIN + 2}H▌")
    return "".join(parts)


def _able() -> bool:
    """Whether standard output is a terminal that knows the few sequences used."""
    if sys.platform == "win32" or os.environ.get("TERM", "dumb") in ("dumb", "", "unknown"):
        return False
    encoding = (getattr(sys.stdout, "encoding", "") or "").lower().replace("-", "")
    return os.isatty(1) and encoding == "utf8"


def _write(text: str) -> None:
    data = text.encode("utf-8", "replace")
    while data:
        data = data[os.write(1, data) :]
