"""Frames and signs for terminals that have none: the last step before a row is written."""

from __future__ import annotations

from functools import lru_cache

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_SIGNS = {
    "─": "-", "━": "=", "═": "=", "│": "|", "┃": "#", "║": "|", "┊": ":", "┆": ":", "╌": "-", "▌": ">", "▐": "|",
    "▸": ">", "▹": ">", "▾": "v", "▴": "^", "▶": ">", "▼": "v", "▲": "^", "•": "*", "●": "*", "○": "o", "◆": "+",
    "■": "&", "☻": "@", "◷": "%", "★": "*", "☆": "*", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-",
    "…": "~", "·": ".", "→": ">", "←": "<", "↑": "^", "↓": "v", "⏎": "E", "⌫": "B", "✓": "x", "✎": "*", "¶": "P",
    "«": '"', "»": '"', "█": "#", "▀": "-", "▄": "_", "▏": "|", "▎": "|", "▍": "|", "▋": "#", "▊": "#", "▉": "#",
    "▕": "|", "▔": "-", "▁": "_", "▂": ".", "▃": ":", "▅": "=", "▆": "+", "▇": "*", "░": ".", "▒": ":", "▓": "#",
    "◊": "#", "▪": "+", "◦": "o", "‣": "}", "¦": ":", "≈": "~", "≠": "!", "×": "x", "\u00a0": " ",
}  # fmt: skip
"""ASCII for each sign, one cell for one cell, so that nothing moves."""

_TABLE = str.maketrans(_SIGNS | dict.fromkeys(map(chr, range(0x250C, 0x2550)), "+") | dict.fromkeys("╭╮╰╯╔╗╚╝", "+"))
_TABLE |= str.maketrans(dict.fromkeys("╴╶╸╺", "-") | dict.fromkeys("╵╷╹╻", "|"))


@lru_cache(4096)
def in_ascii(text: str, encoding: str = "utf-8") -> str:
    """The text with ASCII's signs; what the encoding has no letter for loses its accent, or becomes "?"."""
    plain = text.translate(_TABLE)
    if "utf" in encoding or plain.isascii():
        return plain
    return "".join(each if _holds(each, encoding) else _nearest(each) for each in plain)


def _holds(letter: str, encoding: str) -> bool:
    try:
        letter.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _nearest(letter: str) -> str:
    import unicodedata

    from rich.cells import cell_len

    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() else "?" * cell_len(letter)


class Ascii(LineFilter):
    """Writes every row of the app in the signs that the terminal has.

    Args:
        encoding: What the terminal takes, as Python names it.
    """

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same row in other signs."""
        return [Segment(in_ascii(text, self._encoding), style, control) for text, style, control in segments]
