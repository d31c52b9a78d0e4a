"""Where the panes stand at each size of the terminal: said once, for the style sheet's figures and the first glance."""

from __future__ import annotations

from dataclasses import dataclass

NARROW, WIDE = 80, 120
"""Cells: below the first all panes slide over the text, below the second only the library does."""

MARGIN = 3
"""Cells left of the text: the sign of the English, the bar of the reading cursor, the sign of a mark."""

LIBRARY_WIDTH, NAMES_WIDTH, MEDIUM_NAMES_WIDTH = 22, 26, 24
_SHARE, _WIDEST = 0.2, 36
_SCROLL_BAR = 1


@dataclass(frozen=True, slots=True)
class Column:
    """Where the text stands.

    Attributes:
        x: The cell of its first character, from the terminal's left edge.
        y: Its first row, from the top.
        width: Cells a line may take.
        height: Rows.
    """

    x: int
    y: int
    width: int
    height: int


def text_column(width: int, height: int, measure: int, *, names: bool = True) -> Column:
    """The text's place in a terminal of this size, original layout, with the panes as they begin."""
    frame = 0 if width < NARROW else 1
    library = _pane(width, LIBRARY_WIDTH) if width >= WIDE else 0
    beside = 0
    if names and width >= WIDE:
        beside = _pane(width, NAMES_WIDTH)
    elif names and width >= NARROW:
        beside = MEDIUM_NAMES_WIDTH
    inside = width - library - beside - 2 * frame
    text = min(max(1, inside - MARGIN - _SCROLL_BAR), measure)
    left = max(0, (inside - _SCROLL_BAR - MARGIN - text) // 2)
    return Column(library + frame + left + MARGIN, 1 + frame, text, max(1, height - 2 - 2 * frame))


def _pane(width: int, least: int) -> int:
    return max(least, min(_WIDEST, int(width * _SHARE)))
