"""The lines on the pages of a PDF: where each stands, how large its letters are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from articles.cleaning import clean

_SAME_LINE = 0.4  # of the letters' size: what is raised or lowered by less stands in the same line
_EDGE = 2  # lines at the top and at the bottom of a page that may be a running head or foot
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})

_number = re.compile(r"\d+")
_page_number = re.compile(
    r"\W*(?:p[áa]g(?:ina|\.)?\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|de|of)\s*\d{1,4})?\W*", re.IGNORECASE
)


@dataclass(slots=True)
class Line:
    """A line: points from the left and from the bottom of the page, the size of most of its letters, its text."""

    x: float
    y: float
    size: float
    text: str
    page: int


class Lines:
    """Collects the pieces of text of one page, as the library hands them out, into lines."""

    def __init__(self, page: int) -> None:
        self.lines: list[Line] = []
        self._page = page
        self._new = True

    def take(self, text: str, matrix: Sequence[float], place: Sequence[float], _font: object, size: float) -> None:
        """Take one piece: its text, the page's matrix, the text's own, and the size of its letters."""
        x = place[4] * matrix[0] + place[5] * matrix[2] + matrix[4]
        y = place[4] * matrix[1] + place[5] * matrix[3] + matrix[5]
        scale = abs(place[3] * matrix[3]) or abs(place[1] * matrix[2]) or 1.0
        height = abs(size * scale) or 1.0
        for number, piece in enumerate(text.split("\n")):
            self._new = self._new or number > 0
            if not piece.strip():
                if piece and not self._new and self.lines:
                    self.lines[-1].text += piece
                continue
            last = self.lines[-1] if self.lines else None
            if last is not None and abs(last.y - y) <= _SAME_LINE * max(height, last.size):
                glue = "" if not self._new or last.text.endswith(" ") or piece.startswith(" ") else " "
                last.text += glue + piece
            else:
                self.lines.append(Line(x, y, round(height, 1), piece, self._page))
            self._new = False

    def done(self) -> list[Line]:
        """The lines, clean."""
        for line in self.lines:
            line.text = " ".join(clean(line.text.replace("\u00ad", "\u2010")).translate(_LIGATURES).split())
        return [line for line in self.lines if line.text]


def without_running(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages less their numbers and what stands at the head or foot of several of them."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_shape(line) for line in _edges(page)})
    enough = max(2, min(3, len(pages) // 2))
    kept = []
    for page in pages:
        edges = {id(line) for line in _edges(page)}
        kept.append(
            [
                line
                for line in page
                if id(line) not in edges
                or not (
                    (_page_number.fullmatch(line.text) and len(page) > 1)
                    or (len(pages) > 1 and seen[_shape(line)] >= enough)
                )
            ]
        )
    return kept


def _edges(page: list[Line]) -> list[Line]:
    """The outermost lines of a page."""
    heights = sorted({round(line.y) for line in page})
    outer = {*heights[:_EDGE], *heights[-_EDGE:]}
    return [line for line in page if round(line.y) in outer]


def _shape(line: Line) -> str:
    return _number.sub("#", line.text.casefold()) + f"@{round(line.y / 20)}"
