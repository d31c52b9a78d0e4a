"""One block of an article laid out as rows of cells, in each of the four layouts."""

from __future__ import annotations

import enum
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import zip_longest

from articles.model import Span
from reader.tui.page.cells import width_of
from reader.tui.page.document import Document
from reader.tui.page.english import English, EnglishText
from reader.tui.page.hyphens import Hyphenate
from reader.tui.page.labels import labels, particulars
from reader.tui.page.rows import Piece, Row, Text, Voice, lines, rows, signed
from reader.tui.page.setting import Setting, setting_of

__all__ = ["WHOLE_BLOCK", "BlockRows", "Layout", "Piece", "Row", "Voice", "lay_out"]


class Layout(enum.StrEnum):
    """How the original and its English share the page."""

    ORIGINAL = "original"
    ENGLISH = "english"
    INTERLINEAR = "interlinear"
    SIDE_BY_SIDE = "side-by-side"


NARROWEST_SIDE_BY_SIDE = 40
"""Cells; with fewer, side by side is shown as interlinear."""

WHOLE_BLOCK = -1
"""As a peeked sentence's number: the whole paragraph."""

_RULE = "┊ "
_BETWEEN = " │ "


@dataclass(frozen=True, slots=True)
class BlockRows:
    """A block laid out.

    Attributes:
        rows: Its rows, a leading blank one included where the block stands apart from the one before.
        original: Where the sentences stand in the block's text.
        english: The English as shown, or None where the layout and the peeks show none.
        primary: The voice whose lines are "the line being read" in this layout.
    """

    rows: tuple[Row, ...]
    original: tuple[Span, ...]
    english: EnglishText | None
    primary: Voice

    def spans(self, voice: Voice) -> Sequence[Span]:
        """Where the sentences stand in a voice's text."""
        if voice is Voice.ENGLISH and self.english is not None:
            return self.english.spans
        return self.original

    def sentence_of(self, piece: Piece, offset: int = 0) -> int:
        """The sentence that holds the character ``offset`` characters into a piece."""
        spans = self.spans(piece.voice)
        return max(0, bisect_right(spans, piece.start + offset, key=lambda span: span.start) - 1)

    def rows_of(self, sentence: int) -> tuple[int, int]:
        """The first and the last row that show a sentence in the primary voice."""
        spans = self.spans(self.primary)
        span = spans[min(max(sentence, 0), len(spans) - 1)]
        found = [
            index
            for index, row in enumerate(self.rows)
            for piece in row.pieces[:1]
            if piece.voice is self.primary and piece.start < span.end and piece.end > span.start
        ]
        if found:
            return found[0], found[-1]
        first = next((i for i, row in enumerate(self.rows) if row.pieces), 0)
        return first, first


def lay_out(
    document: Document,
    english: English,
    block: int,
    layout: Layout,
    width: int,
    peeked: frozenset[int],
    hyphenate: Hyphenate = Hyphenate.AUTO,
) -> BlockRows:
    """Lay out one block.

    Args:
        width: Cells for the text, margins excluded; at least 1.
        peeked: The sentences whose English is unfolded under them; ``WHOLE_BLOCK`` for the paragraph.
        hyphenate: Where Portuguese words may be cut at the end of a line.
    """
    if layout is Layout.SIDE_BY_SIDE and width < NARROWEST_SIDE_BY_SIDE:
        layout = Layout.INTERLINEAR
    alone = layout is Layout.ENGLISH
    known = english.block(block, stand_in=alone) if layout is not Layout.ORIGINAL or peeked else None
    primary = Voice.ENGLISH if alone else Voice.ORIGINAL
    setting = setting_of(document, block)
    original = Text(
        Voice.ORIGINAL,
        document.text(block),
        document.sentences(block),
        hyphenation=setting.hyphenation(document, block, hyphenate),
        ink=setting.ink,
    )
    lead = setting.lead
    found: list[Row] = list(setting.above)
    if known is None:
        found += rows(original, width, lead)
    else:
        translated = Text(Voice.ENGLISH, known.text, known.spans, known.states)
        named = partial(labels, english, document.segments(block), width)
        if layout is Layout.ENGLISH:
            found += _unfolded(translated, original, width, lead, peeked, named)
        elif layout is Layout.SIDE_BY_SIDE:
            found += _columns(original, translated, width, setting)
        elif layout is Layout.INTERLINEAR:
            found += _unfolded(original, translated, width, lead, peeked, named)
            found += rows(translated, width, (_RULE, _RULE))
        else:
            found += _unfolded(original, translated, width, lead, peeked, named)
    if setting.rule and layout is not Layout.SIDE_BY_SIDE:
        longest = max((_end(row.pieces) for row in found if row.pieces), default=1)
        found.append(Row((setting.rule_of(0, min(longest, width)),)))
    if block == 0:
        columns = layout is Layout.SIDE_BY_SIDE
        found += particulars(document, (width - len(_BETWEEN)) // 2 if columns else width)
    return BlockRows(tuple(found), document.sentences(block), known, primary)


def _end(pieces: tuple[Piece, ...]) -> int:
    """The cell after the last one that a row takes."""
    return max((piece.x + width_of(piece.text) for piece in pieces), default=0)


def _columns(original: Text, translated: Text, width: int, setting: Setting) -> list[Row]:
    column = (width - len(_BETWEEN)) // 2
    left = lines(original, Span(0, len(original.text)), column, setting.lead)
    right = lines(translated, Span(0, len(translated.text)), column, setting.lead)
    bar = Piece(column, Voice.FURNITURE, 0, _BETWEEN)
    made: list[tuple[Piece, ...]] = []
    for one, other in zip_longest(left, right, fillvalue=()):
        made.append((*one, bar, *(_shifted(piece, column + len(_BETWEEN)) for piece in other)))
    found = signed(translated, made)
    if setting.rule:
        under_left = setting.rule_of(0, min(max(map(_end, left), default=1), column))
        under_right = setting.rule_of(column + len(_BETWEEN), min(max(map(_end, right), default=1), column))
        found.append(Row((under_left, bar, under_right)))
    return found


def _shifted(piece: Piece, by: int) -> Piece:
    return replace(piece, x=piece.x + by)


def _unfolded(
    main: Text,
    other: Text,
    width: int,
    lead: tuple[str, str],
    peeked: frozenset[int],
    named: Callable[[Span], list[Row]],
) -> list[Row]:
    """The main voice's rows, with the other's under each sentence, or under the paragraph, that is peeked at."""
    own = rows(main, width, lead)
    if WHOLE_BLOCK in peeked:
        return [*own, *rows(other, width, (_RULE, _RULE)), *named(Span(0, len(main.spans)))]
    waiting = sorted(number for number in peeked if number < len(main.spans))
    unfolded: list[Row] = []
    for row in own:
        unfolded.append(row)
        while waiting and main.spans[waiting[0]].end <= row.pieces[0].end:
            number = waiting.pop(0)
            unfolded += rows(other, width, (_RULE, _RULE), other.spans[number])
            unfolded += named(Span(number, number + 1))
    return unfolded
