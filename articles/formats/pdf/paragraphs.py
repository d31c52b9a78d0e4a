"""The lines of a document to paragraphs, with headings and items."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass

from articles.formats.pdf.hyphens import Words
from articles.formats.pdf.lines import Line
from articles.model import MarkupKind

_HEADING = 1.15  # times the size of the text's letters
_LONGEST_HEADING = 250
_GAP = 1.35  # times the usual distance of two lines
_INDENT = 0.7  # of the letters' size
_SHORT = 0.8  # of the usual length of a line

_ends = re.compile(r"[.!?…:][\"'”»’)\]]*$")
_item = re.compile(r"([•●▪‣◦–—*-]|\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
_BULLETS = frozenset("•●▪‣◦*-")


@dataclass(slots=True)
class Found:
    """A paragraph: its text, what it is as a whole, and the level of a heading or the sign of an item."""

    text: str
    kind: MarkupKind | None = None
    value: str = ""
    size: float = 0.0


def paragraphs_of(pages: list[list[Line]]) -> list[Found]:
    """The paragraphs of a document, in the order in which its file has them."""
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    usual = sizes.most_common(1)[0][0]
    words = Words([line.text for line in lines])
    text = [line for line in lines if abs(line.size - usual) < 0.1 * usual]
    leading = _leading(text)
    length = _length(text)
    lefts = _lefts(lines)
    found: list[Found] = []
    last: Line | None = None
    for line in lines:
        large = line.size >= _HEADING * usual
        new = last is None or _begins(last, line, leading, length, usual, _left(lefts[line.page], line, usual))
        if new:
            kind = MarkupKind.HEADING if large and len(line.text) <= _LONGEST_HEADING else None
            found.append(Found(line.text, kind, "2" if kind else "", line.size))
        else:
            found[-1].text = words.joined(found[-1].text, line.text)
        last = line
    for each in found:
        _judge(each)
    return found


def _judge(found: Found) -> None:
    """A long text in large letters is no heading; the sign of an item is no part of its text."""
    if found.kind is MarkupKind.HEADING and len(found.text) > _LONGEST_HEADING:
        found.kind, found.value = None, ""
    item = _item.match(found.text)
    if found.kind is None and item and (item[1] in _BULLETS or item[1][-1] in ".)"):
        found.kind, found.text = MarkupKind.ITEM, found.text[item.end() :]
        found.value = "•" if item[1] in _BULLETS else item[1]


def _begins(last: Line, line: Line, leading: float, length: float, usual: float, left: float) -> bool:
    """Whether a paragraph begins with this line."""
    if abs(line.size - last.size) > 0.1 * max(line.size, last.size):
        return True
    large = line.size >= _HEADING * usual
    down = last.y - line.y if line.page == last.page else -1.0
    if _item.match(line.text) and (_ends.search(last.text) or _item.match(last.text) or line.text[0] in "•●▪‣◦"):
        return True
    if down <= 0 or (abs(down) > 6 * max(leading, usual)):  # another column or page: the sentence tells
        if large:
            return line.page != last.page or down <= 0
        if last.text.endswith(("-", "\u2010")) or line.text[0].islower():
            return False
        return bool(_ends.search(last.text)) or abs(line.size - last.size) > 0.01
    if down > _GAP * (max(leading, line.size) if not large else 1.3 * line.size):
        return True
    if large:
        return False
    indented = line.x - left > _INDENT * usual
    if indented and last.x - left <= _INDENT * usual:
        return bool(_ends.search(last.text)) or len(last.text) < _SHORT * length
    return len(last.text) < _SHORT * length and bool(_ends.search(last.text)) and not line.text[0].islower()


def _leading(lines: list[Line]) -> float:
    """The usual distance of two lines."""
    steps: Counter[float] = Counter()
    for one, two in itertools.pairwise(lines):
        if one.page == two.page and 0 < one.y - two.y < 4 * one.size:
            steps[round(one.y - two.y, 1)] += 1
    return steps.most_common(1)[0][0] if steps else 0.0


def _length(lines: list[Line]) -> float:
    """How many characters a full line has."""
    lengths = sorted(len(line.text) for line in lines)
    return lengths[int(0.75 * (len(lengths) - 1))] if lengths else 0.0


def _lefts(lines: list[Line]) -> dict[int, Counter[int]]:
    """By page, how many lines begin where, in whole points."""
    lefts: dict[int, Counter[int]] = {}
    for line in lines:
        lefts.setdefault(line.page, Counter())[round(line.x)] += 1
    return lefts


def _left(starts: Counter[int], line: Line, usual: float) -> float:
    """Where the lines of the column begin that this one stands in."""
    near = {x: count for x, count in starts.items() if abs(x - line.x) < 4 * usual}
    enough = max(2, 0.2 * sum(near.values()))
    return min((x for x, count in near.items() if count >= enough), default=line.x)
