"""The terminal's keyboard, as Textual has it, but for pastes: what is pasted is never taken for keys."""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from collections.abc import Iterable
from time import monotonic

from textual import events
from textual._xterm_parser import XTermParser  # nothing public reads keys
from textual.drivers.linux_driver import LinuxDriver

from reader.tui.pasting import Pasted, PasteGate

_ESCAPE = "\x1b"

_AT_ONCE = 1 << 16
"""Bytes read at once."""

_LOOK = 0.05
"""Seconds between two looks at the clock."""


class Keyboard(LinuxDriver):
    """Reads keys and pastes from a terminal; all else is Textual's."""

    def run_input_thread(self) -> None:
        """Pass on what is typed and pasted, until the screen ends or is suspended."""
        gate, parser = PasteGate(), XTermParser(self._debug)
        # Bytes that are no UTF-8 come in a paste, too, and must not end the reader.
        decode = getincrementaldecoder("utf-8")("replace").decode

        def pass_on(pieces: Iterable[str | Pasted]) -> None:
            for piece in pieces:
                if isinstance(piece, Pasted):
                    self.process_message(events.Paste(piece.text))
                    continue
                for message in parser.feed(piece):
                    self.process_message(message)

        with selectors.SelectSelector() as selector:  # others cannot wait for a terminal on a Mac
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_LOOK):
                    data = os.read(self.fileno, _AT_ONCE)
                    if not data:  # the terminal is gone
                        self.exit_event.wait(_LOOK)
                    pass_on(gate.feed(decode(data), monotonic()))
                for message in parser.tick():
                    self.process_message(message)
                for piece in gate.tick(monotonic()):
                    if piece == _ESCAPE:  # waited for already: the parser would wait as long again
                        self.process_message(events.Key("escape", _ESCAPE))
                    else:
                        pass_on([piece])
