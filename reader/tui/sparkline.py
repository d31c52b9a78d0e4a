"""Where in a text something is named, as one line of signs; knows no widgets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from reader.entities.model import Mention

BARS = "▁▂▃▄▅▆▇█"
DIGITS = "12345678"
"""The same heights where the terminal has only ASCII's signs."""

HERE = "│"
"""Between two cells: the reader is there. One sign of its own, seen without colours."""

LOW = 4
"""Mentions in one cell that are drawn as much at least: a name said three times is no wall of full bars."""


def parts(mentions: Sequence[Mention], length: int, cells: int) -> list[int]:
    """How many mentions begin in each of so many equal parts of a text.

    Looks at some twenty mentions for each cell, however many there are.

    Args:
        mentions: In the order of the text.
        length: Of the text, in characters.
        cells: 1 at least.
    """
    borders = [
        bisect_left(mentions, -(-cell * length // cells), key=lambda mention: mention.span.start)
        for cell in range(cells)
    ]
    return [after - before for before, after in pairwise([*borders, len(mentions)])]


def sparkline(
    mentions: Sequence[Mention], length: int, width: int, here: int | None = None, *, ascii_only: bool = False
) -> str:
    """Where in a body of ``length`` characters something is named: the higher the more often; a space where it is not.

    Args:
        mentions: In the order of the text.
        width: Cells, the sign for the reader's place among them; "" comes back where there is no room.
        here: The character of the body at which the reader is; None to leave that out.
        ascii_only: Whether heights are digits.
    """
    cells = width - (here is not None)
    if not length or not mentions or cells < 1:
        return ""
    counts = parts(mentions, length, cells)
    most = max(LOW, *counts)
    signs = DIGITS if ascii_only else BARS
    line = "".join(signs[(count * len(signs) - 1) // most] if count else " " for count in counts)
    if here is None:
        return line
    at = min(max(0, here) * cells // length, cells - 1)
    return line[:at] + HERE + line[at:]


def of_app(app: object) -> bool:
    """Whether an app's heights are to be digits, because its terminal has no others."""
    return bool(getattr(app, "ascii_only", False))


def framed(line: str) -> str:
    """The line with its ends, so that it is seen where the text begins and where it ends."""
    return f"▕{line}▏" if line else ""
