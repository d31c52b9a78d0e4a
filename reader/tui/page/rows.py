"""The rows of a block: stretches of one voice's text, and what stands around them."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass

from articles.model import Span
from reader.tui.page.cells import width_of, wrap
from reader.tui.page.english import SIGNS, State
from reader.tui.page.hyphens import Cut, Hyphenation


class Voice(enum.Enum):
    """Whose words a piece of a row are."""

    ORIGINAL = enum.auto()
    ENGLISH = enum.auto()
    FURNITURE = enum.auto()
    """The reader's own: a byline, a label, a rule, a hyphen at the end of a line."""


_WARNINGS = (SIGNS[State.UNSURE], SIGNS[State.FAILED])
"""Signs that are not given up where another sentence begins on the same row."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one voice's text on one row.

    Attributes:
        x: The cell it begins at, counted from the left edge of the text.
        voice: Whose words.
        start: The place of its first character in that voice's text of the block.
        text: The characters.
        ink: The name of the style, for furniture that is not drawn as other furniture is.
    """

    x: int
    voice: Voice
    start: int
    text: str
    ink: str = ""

    @property
    def end(self) -> int:
        """The place after its last character in the voice's text."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a block.

    Attributes:
        pieces: The first one is text, where there is any; empty on a blank row.
        sign: One cell for the margin that says where the row's English comes from, or "".
    """

    pieces: tuple[Piece, ...] = ()
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """One voice's text of a block, with its sentences and, for English, how things stand with each.

    Attributes:
        hyphenation: How Portuguese is broken into lines; None for what breaks at spaces and its own hyphens only.
        ink: The style of hyphens drawn in it; "" for that of furniture.
    """

    voice: Voice
    text: str
    spans: Sequence[Span]
    states: Sequence[State] = ()
    hyphenation: Hyphenation | None = None
    ink: str = ""


def lines(text: Text, span: Span, width: int, lead: tuple[str, str]) -> list[tuple[Piece, ...]]:
    """A stretch of a voice's text, wrapped, with what stands before the first and before each other line."""
    inner = max(1, width - max(width_of(lead[0]), width_of(lead[1])))
    said = span.of(text.text)
    made: list[tuple[Piece, ...]] = []
    for number, cut in enumerate(_cuts(text, said, span.start, inner)):
        before = lead[1] if number else lead[0]
        x = width_of(before)
        words = said[cut.start : cut.end]
        pieces = [Piece(x + len(cut.before), text.voice, span.start + cut.start, words)]
        # What stands around a line comes after it in the row: the first piece is always text.
        if before.strip():
            pieces.append(Piece(0, Voice.FURNITURE, 0, before))
        if cut.before:
            pieces.append(Piece(x, Voice.FURNITURE, 0, cut.before, text.ink))
        if cut.after:
            end = x + len(cut.before) + width_of(words)
            pieces.append(Piece(end, Voice.FURNITURE, 0, cut.after, text.ink))
        made.append(tuple(pieces))
    return made


def _cuts(text: Text, said: str, start: int, width: int) -> list[Cut]:
    if text.hyphenation is None:
        return [Cut(*line) for line in wrap(said, width)]
    return text.hyphenation.cuts(said, start, width)


def signed(text: Text, made: Sequence[tuple[Piece, ...]]) -> list[Row]:
    """Rows with a sign in the margin wherever the origin of the English changes."""
    found = []
    last: State | None = None
    for pieces in made:
        sign = ""
        for piece in pieces:
            if piece.voice is not Voice.ENGLISH or text.voice is not Voice.ENGLISH:
                continue
            for span, state in zip(text.spans, text.states, strict=True):
                if span.start < piece.end and span.end > piece.start and state is not last:
                    if state is not State.SAME and sign not in _WARNINGS:
                        sign = SIGNS[state]
                    last = state
        found.append(Row(pieces, sign))
    return found


def rows(text: Text, width: int, lead: tuple[str, str], span: Span | None = None) -> list[Row]:
    """A voice's text as rows of at most ``width`` cells, or a stretch of it."""
    return signed(text, lines(text, span or Span(0, len(text.text)), width, lead))
