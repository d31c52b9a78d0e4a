"""Paragraphs and their English as lines of text: one under the other, or side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

MARGIN = "┊ "
"""What stands before each line of English under its paragraph."""

BETWEEN = " │ "
"""What stands between the two columns."""

NARROWEST = 40
"""Cells; with fewer, two columns are shown as one under the other."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as it is printed.

    Attributes:
        original: Its text.
        english: The English of it; "" where only the original is printed.
        sign: What stands before its first line: the sign of an item, "> " of a quotation, or "".
    """

    original: str
    english: str = ""
    sign: str = ""


def lay_out(blocks: Sequence[Block], layout: str, width: int | None) -> Iterator[str]:
    """The lines of the blocks, an empty one between two blocks.

    Args:
        blocks: The paragraphs in order.
        layout: One of ``reader.cli.arguments.LAYOUTS``.
        width: Cells a line may take; None for one line a paragraph. Two columns need a width.
    """
    if layout == "side-by-side" and (width or 0) < NARROWEST:
        layout = "interlinear"
    for number, block in enumerate(blocks):
        if number:
            yield ""
        if layout == "side-by-side" and width:
            yield from _columns(block, width)
        elif layout == "interlinear":
            yield from filled(block.original, width, block.sign)
            yield from filled(block.english, width, MARGIN, MARGIN)
        else:
            yield from filled(block.english if layout == "english" else block.original, width, block.sign)


def filled(text: str, width: int | None, first: str = "", others: str | None = None) -> Iterator[str]:
    """The text in lines of at most ``width`` cells.

    Args:
        text: Clean text; its own line feeds break lines too.
        width: Cells, the prefix included; None to break only at line feeds.
        first: What stands before the first line.
        others: What stands before the others; spaces as wide as ``first`` when not given.
    """
    from reader.tui.page.cells import width_of, wrap

    if others is None:
        others = " " * width_of(first)
    if width is None:
        lines: Iterable[str] = text.split("\n")
    else:
        lines = (text[start:end] for start, end in wrap(text, max(1, width - width_of(first))))
    for number, line in enumerate(lines):
        yield (others if number else first) + line


def _columns(block: Block, width: int) -> Iterator[str]:
    from reader.tui.page.cells import width_of

    column = (width - len(BETWEEN)) // 2
    left = filled(block.original, column, block.sign)
    right = filled(block.english, column, block.sign)
    for one, other in zip_longest(left, right, fillvalue=""):
        yield f"{one}{' ' * (column - width_of(one))}{BETWEEN}{other}".rstrip(" ")
