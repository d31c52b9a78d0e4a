"""Telling a paste from keys in what a terminal sends, whatever is pasted.

A terminal puts brackets around a paste. Textual (8.2) stops believing in them at the first escape sequence inside, and
takes the rest for keys: a text from outside could press Enter and quit. So the brackets are looked for before that.
A paste that holds the closing bracket itself ends there: nothing tells it from the true one. Terminals take it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.cleaning import clean

START = "\x1b[200~"
END = "\x1b[201~"

LONGEST = 64 << 20
"""Characters kept of a paste; for the rest stands a "…"."""

LONGEST_LINE = 10_000
"""Characters of it that go into a line, or into the English of a sentence."""

HELD = 0.1
"""Seconds that a beginning of a bracket is waited for to be gone on with; after them it was keys: Escape is one."""

FORGOTTEN = 1.0
"""Seconds after which such a beginning, gone on with after all, is no bracket any more."""

QUIET = 2.0
"""Seconds in which nothing came after which a paste is over, though it was not closed."""

_one_thing = re.compile(r"(?:\x1b(?:\[[0-?]*[ -/]*[@-~]|O?[^\x1b])?)+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Pasted:
    """A paste, cleaned: its only control character is the line feed."""

    text: str


class PasteGate:
    """Goes through what a terminal sends, piece by piece: a string is keys, ``Pasted`` is a paste. Knows no clock."""

    def __init__(self) -> None:
        self._held = ""  # what came and may be the beginning of a bracket
        self._passed = 0  # how many characters of that were given on as keys already
        self._paste: list[str] | None = None  # what was pasted so far; None outside of a paste
        self._size = 0  # characters in that
        self._unsure = False  # a paste was never closed: the next that comes may belong to it
        self._last = 0.0

    def feed(self, data: str, now: float) -> Iterator[str | Pasted]:
        """Take in what came, of any length.

        Args:
            data: What the terminal sent.
            now: Seconds on a clock that only goes forward.
        """
        self._last = now
        if self._unsure and data:
            self._unsure = False
            # A paste that was held up on its way goes on in bulk; a person's key comes alone.
            if _one_thing.fullmatch(data) is None and not data.startswith(START):
                self._begin()
        data, passed = self._held + data, self._passed
        self._held, self._passed = "", 0
        while data:
            bracket = START if self._paste is None else END
            at = data.find(bracket)
            rest = data[at + len(bracket) :]
            if at < 0:
                at = len(data) - _begun(data, bracket)
                self._held, rest = data[at:], ""
                self._passed = passed if at == 0 else 0
                bracket = ""
            before, passed = data[passed:at], 0
            if self._paste is not None:
                self._keep(before)
            elif before:
                yield before
            if bracket == START:
                self._begin()
            elif bracket == END:
                yield from self._close()
            data = rest

    def tick(self, now: float) -> Iterator[str | Pasted]:
        """Look at the clock: to be called several times a second."""
        quiet = now - self._last
        if self._paste is not None:
            if quiet >= QUIET:
                self._held, self._unsure = "", True
                yield from self._close()
        elif self._held and quiet >= HELD:
            keys, self._passed = self._held[self._passed :], len(self._held)
            if quiet >= FORGOTTEN:
                self._held, self._passed = "", 0
            if keys:
                yield keys

    def _begin(self) -> None:
        self._paste, self._size = [], 0

    def _keep(self, text: str) -> None:
        assert self._paste is not None
        text = text[: LONGEST + 1 - self._size]
        self._size += len(text)
        self._paste.append(text)

    def _close(self) -> Iterator[Pasted]:
        paste, self._paste = "".join(self._paste or []), None
        if len(paste) > LONGEST:
            paste = paste[:LONGEST] + "…"
        if paste:
            yield Pasted(clean(paste))


def shortened(pasted: str) -> str:
    """A paste as it goes into a line."""
    return pasted if len(pasted) <= LONGEST_LINE else pasted[:LONGEST_LINE] + "…"


def _begun(data: str, bracket: str) -> int:
    """How many characters at the end of the data may be the beginning of the bracket."""
    return next((size for size in range(len(bracket) - 1, 0, -1) if data.endswith(bracket[:size])), 0)
