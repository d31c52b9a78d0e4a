"""Going through a page word by word: in the original or in its English, by the word, by the row, by the mouse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.cleaning import mask
from articles.model import Span
from reader.tui.page.cells import width_of
from reader.tui.page.layout import Layout, Piece, Voice
from reader.tui.page.page import Page
from reader.tui.page.peeking import Cursor
from reader.tui.page.window import Spot

_FURTHEST = 400
"""Rows that are looked through for the next one with words of the same language."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that is looked at: its sentence, whose it is, and its number in that voice's sentence, from 0."""

    cursor: Cursor
    voice: Voice
    number: int


@dataclass(frozen=True, slots=True)
class Lit:
    """What is lit on a page: a word, and the words of the other language that it became or comes from.

    Attributes:
        word: Characters of the sentence in the voice; None where it has no word.
        others: Characters of the sentence in the other voice.
    """

    cursor: Cursor
    voice: Voice
    word: Span | None
    others: tuple[Span, ...] = ()


class Walk:
    """Where the words of a page are, and what has to be on the screen for one to be looked at."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def text(self, cursor: Cursor, voice: Voice) -> str:
        """What a voice says in a sentence; "" where there is no English yet."""
        source = self._page.document.segments(cursor.block)[cursor.sentence]
        if voice is Voice.ORIGINAL:
            return source
        known = self._page.english.of(source)
        return mask(known.target) if known is not None else ""

    def words(self, cursor: Cursor, voice: Voice) -> list[Span]:
        """The words of a sentence, in characters of it."""
        from reader.translation.alignment.words import source_words, target_words  # not before the first picture

        text = self.text(cursor, voice)
        return source_words(text) if voice is Voice.ORIGINAL else target_words(text)

    def span(self, word: Word) -> Span | None:
        """Where a word stands in its sentence; None where the sentence has none."""
        words = self.words(word.cursor, word.voice)
        return words[min(max(0, word.number), len(words) - 1)] if words else None

    # From one word to another

    def first(self, cursor: Cursor, voice: Voice) -> Word:
        """The first word of a sentence."""
        return Word(cursor, voice, 0)

    def first_seen(self, cursor: Cursor, voice: Voice) -> Word:
        """The first word of a sentence that begins on a row of the screen, or else its first."""
        for spot in self._page.window.rows():
            if spot is not None and spot[0] == cursor.block:
                for word, _first, _last in self._on_row(spot, voice):
                    if word.cursor == cursor:
                        return word
        return self.first(cursor, voice)

    def at_offset(self, cursor: Cursor, voice: Voice, offset: int) -> Word:
        """The word at a character of the sentence, or the next one, or its last."""
        words = self.words(cursor, voice)
        number = next((n for n, span in enumerate(words) if span.end > offset), len(words) - 1)
        return Word(cursor, voice, max(0, number))

    def step(self, word: Word, by: int) -> Word | None:
        """The next (``by`` = 1) or previous (-1) word, also of the sentence beside; None at either end."""
        count = len(self.words(word.cursor, word.voice))
        number = min(max(0, word.number), max(0, count - 1)) + by
        if 0 <= number < count:
            return Word(word.cursor, word.voice, number)
        for cursor in self._sentences(word.cursor, by):
            count = len(self.words(cursor, word.voice))
            if count or (word.voice is Voice.ENGLISH and not self.text(cursor, word.voice)):
                return Word(cursor, word.voice, 0 if by > 0 else max(0, count - 1))
        return None

    def _sentences(self, cursor: Cursor, by: int) -> Iterator[Cursor]:
        document = self._page.document
        block, sentence = cursor.block, cursor.sentence + by
        while 0 <= block < len(document):
            count = len(document.sentences(block))
            while 0 <= sentence < count:
                yield Cursor(block, sentence)
                sentence += by
            block += by
            if 0 <= block < len(document):
                sentence = 0 if by > 0 else len(document.sentences(block)) - 1

    def row(self, word: Word, by: int) -> Word | None:
        """The word nearest to this one on the next (``by`` = 1) or previous (-1) row of its language."""
        here = self._place(word)
        if here is None:
            return None
        spot, x = here
        move = self._page.window.forward if by > 0 else self._page.window.back
        for _row in range(_FURTHEST):
            spot, went = move(spot, 1)
            if not went:
                return None
            nearest = min(self._on_row(spot, word.voice), key=lambda found: abs(found[1] - x), default=None)
            if nearest is not None:
                return nearest[0]
        return None

    def under(self, x: int, y: int) -> Word | None:
        """The word at a cell of the text, or the nearest one on its row; None where there is none."""
        rows = self._page.window.rows()
        spot = rows[y] if 0 <= y < len(rows) else None
        if spot is None:
            return None
        found = [*self._on_row(spot, Voice.ORIGINAL), *self._on_row(spot, Voice.ENGLISH)]
        nearest = min(found, key=lambda each: max(each[1] - x, x - each[2] + 1, 0), default=None)
        return nearest[0] if nearest is not None else None

    # Where they stand

    def _on_row(self, spot: Spot, voice: Voice) -> Iterator[tuple[Word, int, int]]:
        """The words that begin on a row, each with the cells it begins and ends at."""
        laid = self._page.block(spot[0])
        spans = laid.spans(voice)
        for piece in laid.rows[spot[1]].pieces:
            if piece.voice is not voice:
                continue
            for sentence in range(laid.sentence_of(piece), laid.sentence_of(piece, max(0, len(piece.text) - 1)) + 1):
                cursor, base = Cursor(spot[0], sentence), spans[sentence].start
                for number, span in enumerate(self.words(cursor, voice)):
                    if piece.start <= base + span.start < piece.end:
                        first = piece.x + _cells(piece, base + span.start)
                        yield Word(cursor, voice, number), first, piece.x + _cells(piece, base + span.end)

    def _place(self, word: Word) -> tuple[Spot, int] | None:
        """The row that a word begins on, and the cell; None where it is not laid out."""
        span = self.span(word)
        laid = self._page.block(word.cursor.block)
        spans = laid.spans(word.voice)
        if span is None or word.cursor.sentence >= len(spans):
            return None
        at = spans[word.cursor.sentence].start + span.start
        for number, row in enumerate(laid.rows):
            for piece in row.pieces:
                if piece.voice is word.voice and piece.start <= at < piece.end:
                    return (word.cursor.block, number), piece.x + _cells(piece, at)
        return None

    def _rows_of(self, cursor: Cursor, voice: Voice) -> tuple[int, int] | None:
        """The first and the last row of its block on which a voice says a sentence; None for none."""
        laid = self._page.block(cursor.block)
        span = laid.spans(voice)[cursor.sentence]
        found = [
            number
            for number, row in enumerate(laid.rows)
            for piece in row.pieces
            if piece.voice is voice and piece.start < span.end and piece.end > span.start
        ]
        return (found[0], found[-1]) if found else None

    # What has to be on the screen

    def go(self, word: Word) -> None:
        """Put the reading cursor on a word's sentence, and have on the screen what the word is lit in.

        In the same sentence the page moves only where the word would be off the screen. To the next sentence, what was
        unfolded under this one is folded, so that no line that was read moves.
        """
        page, cursor = self._page, word.cursor
        if cursor != page.cursor:
            if (cursor.block, cursor.sentence) > (page.cursor.block, page.cursor.sentence):
                page.lend(None)
                page.go(cursor)
            else:
                page.cursor = cursor
                page.lend(None)
                page.go(cursor)
        if self.unfold(word):
            self._reveal_unfolded(word)
        place = self._place(word)
        if place is not None:
            page.reveal(place[0], place[0])

    def unfold(self, word: Word) -> bool:
        """Unfold the other language under a word's sentence, unless the screen has it anyhow; whether it did that."""
        wanted = self._is_to_be_unfolded(word)
        self._page.lend(word.cursor if wanted else None)
        return wanted

    def _reveal_unfolded(self, word: Word) -> None:
        page = self._page
        other = Voice.ENGLISH if page.block(word.cursor.block).primary is Voice.ORIGINAL else Voice.ORIGINAL
        rows = self._rows_of(word.cursor, other)
        if rows is not None:
            page.reveal((word.cursor.block, rows[0]), (word.cursor.block, rows[1]))

    def _is_to_be_unfolded(self, word: Word) -> bool:
        page = self._page
        if page.layout is Layout.ENGLISH:
            return word.voice is Voice.ORIGINAL
        if page.layout is Layout.INTERLINEAR:
            page.lend(None)
            rows = self._rows_of(word.cursor, Voice.ENGLISH)
            shown = page.window.rows()
            return rows is not None and not any(
                (word.cursor.block, row) in shown for row in range(rows[0], rows[1] + 1)
            )
        return page.layout is Layout.ORIGINAL


def _cells(piece: Piece, at: int) -> int:
    """How many cells of a piece stand before a character of its voice's text."""
    return width_of(piece.text[: max(0, at - piece.start)])
