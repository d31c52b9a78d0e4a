"""One block of an article laid out as rows of cells, in each of the four layouts."""

from __future__ import annotations

import enum
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest

from articles.cleaning import mask
from articles.model import MarkupKind, Span
from reader.i18n import _
from reader.translation.engine import Origin, Translation
from reader.tui.page.cells import wrap
from reader.tui.page.document import Document
from reader.tui.page.english import SIGNS, English, EnglishText, State


class Layout(enum.StrEnum):
    """How the original and its English share the page."""

    ORIGINAL = "original"
    ENGLISH = "english"
    INTERLINEAR = "interlinear"
    SIDE_BY_SIDE = "side-by-side"


class Voice(enum.Enum):
    """Whose words a piece of a row are."""

    ORIGINAL = enum.auto()
    ENGLISH = enum.auto()
    FURNITURE = enum.auto()
    """The reader's own: a byline, a label, a rule."""


NARROWEST_SIDE_BY_SIDE = 40
"""Cells; with fewer, side by side is shown as interlinear."""

WHOLE_BLOCK = -1
"""As a peeked sentence's number: the whole paragraph."""

_WARNINGS = (SIGNS[State.UNSURE], SIGNS[State.FAILED])
"""Signs that are not given up where another sentence begins on the same row."""

_RULE = "┊ "
_BETWEEN = " │ "


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one voice's text on one row.

    Attributes:
        x: The cell it begins at, counted from the left edge of the text.
        voice: Whose words.
        start: The place of its first character in that voice's text of the block.
        text: The characters.
    """

    x: int
    voice: Voice
    start: int
    text: str

    @property
    def end(self) -> int:
        """The place after its last character in the voice's text."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a block.

    Attributes:
        pieces: From left to right; empty on a blank row.
        sign: One cell for the margin that says where the row's English comes from, or "".
    """

    pieces: tuple[Piece, ...] = ()
    sign: str = ""


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
    document: Document, english: English, block: int, layout: Layout, width: int, peeked: frozenset[int]
) -> BlockRows:
    """Lay out one block.

    Args:
        width: Cells for the text, margins excluded; at least 1.
        peeked: The sentences whose English is unfolded under them; ``WHOLE_BLOCK`` for the paragraph.
    """
    if layout is Layout.SIDE_BY_SIDE and width < NARROWEST_SIDE_BY_SIDE:
        layout = Layout.INTERLINEAR
    alone = layout is Layout.ENGLISH
    known = english.block(block, stand_in=alone) if layout is not Layout.ORIGINAL or peeked else None
    primary = Voice.ENGLISH if alone else Voice.ORIGINAL
    lead = _lead(document, block)
    rows: list[Row] = []
    if block and not document.joined(block) and not _tight(document, block):
        rows.append(Row())
    original = Text(Voice.ORIGINAL, document.text(block), document.sentences(block))
    if known is None:
        rows += _rows(original, width, lead)
    else:
        translated = Text(Voice.ENGLISH, known.text, known.spans, known.states)
        labels = partial(_labels, english, document.segments(block), width)
        if layout is Layout.ENGLISH:
            rows += _unfolded(translated, original, width, lead, peeked, labels)
        elif layout is Layout.SIDE_BY_SIDE:
            rows += _columns(original, translated, width, lead)
        elif layout is Layout.INTERLINEAR:
            rows += _unfolded(original, translated, width, lead, peeked, labels)
            rows += _rows(translated, width, (_RULE, _RULE))
        else:
            rows += _unfolded(original, translated, width, lead, peeked, labels)
    if block == 0:
        rows += _particulars(document, width)
    return BlockRows(tuple(rows), document.sentences(block), known, primary)


def _lead(document: Document, block: int) -> tuple[str, str]:
    """What stands before the first and before the other rows of a block."""
    mark = document.kind(block)
    if mark is None or document.joined(block):
        return "", ""
    if mark.kind is MarkupKind.ITEM:
        sign = (mark.value or "•") + " "
        return sign, " " * len(sign)
    if mark.kind is MarkupKind.QUOTE:
        return "▎ ", "▎ "
    return "", ""


def _tight(document: Document, block: int) -> bool:
    """Whether a block stands directly under the one before: items of one list."""
    here, before = document.kind(block), document.kind(block - 1)
    return here is not None and before is not None and here.kind is before.kind is MarkupKind.ITEM


@dataclass(frozen=True, slots=True)
class Text:
    """One voice's text of a block, with its sentences and, for English, how things stand with each."""

    voice: Voice
    text: str
    spans: Sequence[Span]
    states: Sequence[State] = ()


def _lines(text: Text, span: Span, width: int, lead: tuple[str, str]) -> list[tuple[Piece, ...]]:
    """A stretch of a voice's text, wrapped, with what stands before each line."""
    inner = max(1, width - max(len(lead[0]), len(lead[1])))
    lines: list[tuple[Piece, ...]] = []
    for number, (start, end) in enumerate(wrap(span.of(text.text), inner)):
        before = lead[1] if number else lead[0]
        piece = Piece(len(before), text.voice, span.start + start, text.text[span.start + start : span.start + end])
        # What stands before a line comes after it in the row: the first piece is always text.
        lines.append((piece, Piece(0, Voice.FURNITURE, 0, before)) if before.strip() else (piece,))
    return lines


def _signed(text: Text, lines: Sequence[tuple[Piece, ...]]) -> list[Row]:
    """Rows with a sign in the margin wherever the origin of the English changes."""
    rows = []
    last: State | None = None
    for pieces in lines:
        sign = ""
        for piece in pieces:
            if piece.voice is not Voice.ENGLISH or text.voice is not Voice.ENGLISH:
                continue
            for span, state in zip(text.spans, text.states, strict=True):
                if span.start < piece.end and span.end > piece.start and state is not last:
                    if state is not State.SAME and sign not in _WARNINGS:
                        sign = SIGNS[state]
                    last = state
        rows.append(Row(pieces, sign))
    return rows


def _rows(text: Text, width: int, lead: tuple[str, str], span: Span | None = None) -> list[Row]:
    return _signed(text, _lines(text, span or Span(0, len(text.text)), width, lead))


def _columns(original: Text, translated: Text, width: int, lead: tuple[str, str]) -> list[Row]:
    column = (width - len(_BETWEEN)) // 2
    left = _lines(original, Span(0, len(original.text)), column, lead)
    right = _lines(translated, Span(0, len(translated.text)), column, lead)
    bar = Piece(column, Voice.FURNITURE, 0, _BETWEEN)
    lines = []
    for one, other in zip_longest(left, right, fillvalue=()):
        shifted = (Piece(p.x + column + len(_BETWEEN), p.voice, p.start, p.text) for p in other)
        lines.append((*one, bar, *shifted))
    return _signed(translated, lines)


def _unfolded(
    main: Text,
    other: Text,
    width: int,
    lead: tuple[str, str],
    peeked: frozenset[int],
    labels: Callable[[Span], list[Row]],
) -> list[Row]:
    """The main voice's rows, with the other's under each sentence, or under the paragraph, that is peeked at."""
    rows = _rows(main, width, lead)
    if WHOLE_BLOCK in peeked:
        return [*rows, *_rows(other, width, (_RULE, _RULE)), *labels(Span(0, len(main.spans)))]
    waiting = sorted(number for number in peeked if number < len(main.spans))
    unfolded: list[Row] = []
    for row in rows:
        unfolded.append(row)
        while waiting and main.spans[waiting[0]].end <= row.pieces[0].end:
            number = waiting.pop(0)
            unfolded += _rows(other, width, (_RULE, _RULE), other.spans[number])
            unfolded += labels(Span(number, number + 1))
    return unfolded


def _labels(english: English, segments: Sequence[str], width: int, which: Span) -> list[Row]:
    """Who translated what was unfolded, or why it is not there: one short row of the reader's own words."""
    said: list[str] = []
    for segment in segments[which.start : which.end]:
        label = _label(english.of(segment), english.failure(segment))
        if label not in said:
            said.append(label)
    text = mask("  ".join(said))
    return [Row((Piece(2, Voice.FURNITURE, 0, text[start:end]),)) for start, end in wrap(text, max(1, width - 2))]


def _label(translation: Translation | None, failure: str | None) -> str:
    if translation is not None:
        origin = {"human": _("human"), "refined": _("refined"), "draft": _("draft")}[translation.origin.value]
        if translation.origin is Origin.HUMAN:
            return " · ".join(filter(None, [f"— {origin}", translation.author]))
        doubt = _("not sure: {names}").format(names=", ".join(translation.unsure)) if translation.unsure else ""
        return " · ".join(filter(None, [f"— {origin}", translation.engine, doubt]))
    return f"— {failure}" if failure is not None else _("— translating…")


def _particulars(document: Document, width: int) -> list[Row]:
    """Under the title: who wrote it, where and when it was published."""
    article = document.article
    known = [article.byline, article.source, article.published and article.published.isoformat()]
    text = mask(" · ".join(part for part in known if part))
    return [Row((Piece(0, Voice.FURNITURE, 0, text[start:end]),)) for start, end in wrap(text, width)]
