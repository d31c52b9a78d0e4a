"""Selecting on a page: beginning at a word, a sentence or a cell, and moving one end by letters, words or rows."""

from __future__ import annotations

import enum
import re
import unicodedata
from dataclasses import replace

from articles.cleaning import mask
from reader.tui.page.cells import width_of
from reader.tui.page.layout import Layout, Piece, Voice
from reader.tui.page.peeking import Cursor
from reader.tui.page.selection import Point, Selected, Selection, in_block
from reader.tui.page.window import Spot

_WORD = re.compile(r"\w+(?:[-’'.,]\w+)*")
_FURTHEST = 400
"""Rows that are looked through for the next one of the same language."""


class Unit(enum.StrEnum):
    """By what one end of a selection goes."""

    CHARACTER = "character"
    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    ARTICLE = "article"


class Selecting(Selected):
    """Begins and moves what is selected on a page."""

    # Beginning

    def first(self, voice: Voice) -> Selection:
        """The first word of the sentence under the cursor."""
        cursor = self.page.cursor
        begin = Point(cursor.block, cursor.sentence, 0)
        return self.move(Selection(voice, begin, begin), Unit.WORD, 1)

    def whole(self, voice: Voice, cursor: Cursor) -> Selection:
        """A sentence."""
        end = len(self.sentence(cursor.block, cursor.sentence, voice))
        return Selection(voice, Point(cursor.block, cursor.sentence, 0), Point(cursor.block, cursor.sentence, end))

    def word(self, voice: Voice, point: Point) -> Selection:
        """The word at a point, or the sign there."""
        text = self.sentence(point.block, point.sentence, voice)
        for match in _WORD.finditer(text):
            if match.start() <= point.at < match.end():
                first, last = match.span()
                break
        else:
            first, last = point.at, min(len(text), point.at + 1)
        return Selection(voice, replace(point, at=first), replace(point, at=last))

    # Moving

    def move(self, selection: Selection, unit: Unit, by: int) -> Selection:
        """The moving end on by one unit, forward (``by`` = 1) or back (-1).

        What it passes is selected whole: after the anchor it comes to ends of units, before the anchor to beginnings.
        """
        head, anchor = selection.head, selection.anchor
        if unit is Unit.ARTICLE:
            goal = self._end() if by > 0 else Point(0, 0, 0)
            goal = self._last_at(goal, selection.voice) if by > 0 else goal
        elif unit is Unit.CHARACTER:
            goal = self._by_character(head, selection.voice, by)
        else:
            after = self._next(head, selection.voice, unit, by, ends=True)
            before = self._next(head, selection.voice, unit, by, ends=False)
            if by > 0:
                goal = (
                    before if before <= anchor and before > head else max(after, before) if after <= anchor else after
                )
            else:
                goal = after if after >= anchor and after < head else before
            if goal == anchor != head and goal != self._next(goal, selection.voice, unit, by, ends=by > 0):
                goal = self._next(goal, selection.voice, unit, by, ends=by > 0)  # never nothing
        return replace(selection, goal=None, head=goal)

    def _end(self) -> Point:
        last = len(self.page.document) - 1
        return Point(last, len(self.page.document.sentences(last)) - 1, 0)

    def _last_at(self, point: Point, voice: Voice) -> Point:
        return replace(point, at=len(self.sentence(point.block, point.sentence, voice)))

    def _beside(self, point: Point, by: int) -> Point | None:
        """The beginning of the sentence after or before the one of a point; None at either end."""
        block, sentence = point.block, point.sentence + by
        if 0 <= sentence < len(self.page.document.sentences(block)):
            return Point(block, sentence, 0)
        block += by
        if not 0 <= block < len(self.page.document):
            return None
        return Point(block, 0 if by > 0 else len(self.page.document.sentences(block)) - 1, 0)

    def _by_character(self, point: Point, voice: Voice, by: int) -> Point:
        text = self.sentence(point.block, point.sentence, voice)
        at = point.at + by
        while 0 < at < len(text) and (
            unicodedata.combining(text[at]) or text[at] in "\u200d\ufe0f" or text[at - 1] == "\u200d"
        ):
            at += by
        if 0 <= at <= len(text):
            return replace(point, at=at)
        beside = self._beside(point, by)
        if beside is None:
            return point
        # Past the end of a sentence: its last place and the first of the next are apart by what stands between them.
        return beside if by > 0 else self._last_at(beside, voice)

    def _next(self, point: Point, voice: Voice, unit: Unit, by: int, *, ends: bool) -> Point:
        """The nearest end (or beginning) of a unit after or before a point; the article's end where there is none."""
        here: Point | None = point
        while here is not None:
            found = [
                place
                for place in self._places(here, voice, unit, ends=ends)
                if (place > point if by > 0 else place < point)
            ]
            if found:
                return found[0] if by > 0 else found[-1]
            here = self._paragraph(here, by) if unit is Unit.PARAGRAPH else self._beside(here, by)
        return self._last_at(self._end(), voice) if by > 0 else Point(0, 0, 0)

    def _paragraph(self, point: Point, by: int) -> Point | None:
        block = point.block + by
        return Point(block, 0, 0) if 0 <= block < len(self.page.document) else None

    def _places(self, point: Point, voice: Voice, unit: Unit, *, ends: bool) -> list[Point]:
        """Where units of a sentence (a paragraph's: of its block) end or begin, in order."""
        if unit is Unit.PARAGRAPH:
            last = len(self.page.document.sentences(point.block)) - 1
            return [self._last_at(Point(point.block, last, 0), voice) if ends else Point(point.block, 0, 0)]
        text = self.sentence(point.block, point.sentence, voice)
        if unit is Unit.SENTENCE:
            return [replace(point, at=len(text) if ends else 0)]
        words = [match.end() if ends else match.start() for match in _WORD.finditer(text)]
        return [replace(point, at=at) for at in words] or [replace(point, at=len(text) if ends else 0)]

    def by_row(self, selection: Selection, rows: int) -> Selection:
        """The moving end to the same cell, as near as may be, some rows of its language further down or up."""
        here = self.where(selection.head, selection.voice)
        if here is None:
            return self.move(selection, Unit.SENTENCE, 1 if rows > 0 else -1)
        spot, x = here
        x = x if selection.goal is None else selection.goal
        head = selection.head
        step = self.page.window.forward if rows > 0 else self.page.window.back
        left = abs(rows)
        for _row in range(_FURTHEST + left):
            spot, went = step(spot, 1)
            if not went:
                return self.move(selection, Unit.ARTICLE, 1 if rows > 0 else -1)
            piece = self._piece(spot, selection.voice)
            if piece is not None:
                head, left = self._point(spot[0], piece, x), left - 1
                if not left:
                    break
        return replace(selection, head=head, goal=x)

    # Cells

    def at(self, x: int, y: int, voice: Voice | None = None) -> tuple[Voice, Point] | None:
        """The place at a cell of the text; on rows without the voice, at the nearest row above that has it.

        Args:
            voice: Only its words; None for whoever's stand there.
        """
        rows = self.page.window.rows()
        if voice is None:
            spot = rows[y] if 0 <= y < len(rows) else None
            pieces = self.page.block(spot[0]).rows[spot[1]].pieces if spot is not None else ()
            said = [piece for piece in pieces if piece.voice is not Voice.FURNITURE]
            if spot is None or not said:
                return None
            piece = max((p for p in said if p.x <= x), key=lambda p: p.x, default=said[0])
            return piece.voice, self._point(spot[0], piece, x)
        y = min(max(0, y), len(rows) - 1)
        for row in (*range(y, -1, -1), *range(y + 1, len(rows))):
            spot = rows[row]
            found = self._piece(spot, voice) if spot is not None else None
            if spot is not None and found is not None:
                far = x if row == y else 10**6 if row < y else 0
                return voice, self._point(spot[0], found, far)
        return None

    def _piece(self, spot: Spot, voice: Voice) -> Piece | None:
        pieces = self.page.block(spot[0]).rows[spot[1]].pieces
        return next((piece for piece in pieces if piece.voice is voice), None)

    def _point(self, block: int, piece: Piece, x: int) -> Point:
        """The place in a piece at a cell: before the character that stands there, after the last beyond it."""
        at = piece.start + _character_at(piece.text, x - piece.x)
        laid = self.page.block(block)
        spans = laid.spans(piece.voice)
        sentence = laid.sentence_of(piece, min(at - piece.start, max(0, len(piece.text) - 1)))
        return Point(block, sentence, min(max(0, at - spans[sentence].start), len(spans[sentence])))

    def where(self, point: Point, voice: Voice) -> tuple[Spot, int] | None:
        """The row on which a place is shown, and its cell; None where its language is not on the page."""
        laid = self.page.block(point.block)
        spans = laid.spans(voice)
        if voice is Voice.ENGLISH and laid.english is None:
            return None
        at = in_block(point, spans)
        last: tuple[Spot, int] | None = None
        for number, row in enumerate(laid.rows):
            for piece in row.pieces:
                if piece.voice is voice and piece.start <= at <= piece.end:
                    last = (point.block, number), piece.x + width_of(mask(piece.text[: at - piece.start]))
                    if at < piece.end:
                        return last
        return last

    def reveal(self, selection: Selection) -> None:
        """Put the reading cursor where the moving end is, and have that on the screen."""
        page, head = self.page, selection.head
        page.cursor = Cursor(head.block, head.sentence)
        place = self.where(head, selection.voice)
        if place is not None:
            page.reveal(place[0], place[0])

    def seen(self, selection: Selection) -> bool:
        """Whether the page still shows the language that is selected."""
        layout = self.page.layout
        if selection.voice is Voice.ORIGINAL:
            return layout is not Layout.ENGLISH or self.page.peeked()
        return layout is not Layout.ORIGINAL or self.page.peeked()


def _character_at(text: str, cells: int) -> int:
    """The number of the character that covers a cell of a text, or how many characters it has."""
    if cells <= 0:
        return 0
    at = used = 0
    while at < len(text):
        stop = at + 1
        while stop < len(text) and width_of(text[at : stop + 1]) == width_of(text[at:stop]):
            stop += 1
        used += width_of(text[at:stop])
        if used > cells:
            return at
        at = stop
    return len(text)
