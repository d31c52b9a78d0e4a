"""What is selected on a page: of one language, from one character to another, over as many paragraphs as it takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from articles.cleaning import clean
from articles.model import MarkupKind, Span
from reader.tui.page.layout import Layout, Voice
from reader.tui.page.peeking import Cursor

if TYPE_CHECKING:
    from reader.tui.page.page import Page


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """A place between two characters: of a sentence, in the language that is selected in; in the order of reading."""

    block: int
    sentence: int
    at: int


@dataclass(frozen=True, slots=True)
class Selection:
    """What lies between two points.

    Attributes:
        voice: Whose words are selected.
        anchor: The end that stays.
        head: The end that moves.
        goal: The cell that it moves along by rows, also over shorter ones; None where it moved otherwise last.
    """

    voice: Voice
    anchor: Point
    head: Point
    goal: int | None = field(default=None, compare=False)

    @property
    def start(self) -> Point:
        """The end that comes first in the text."""
        return min(self.anchor, self.head)

    @property
    def end(self) -> Point:
        """The end that comes last in the text."""
        return max(self.anchor, self.head)

    def __bool__(self) -> bool:
        return self.anchor != self.head

    def swapped(self) -> Selection:
        """The same characters, the other end of which moves from now on."""
        return replace(self, anchor=self.head, head=self.anchor, goal=None)

    def within(self, block: int, spans: Sequence[Span]) -> Span | None:
        """What of a block is selected, in characters of its voice's text.

        Args:
            spans: Where the block's sentences stand in that text.
        """
        if not self or not self.start.block <= block <= self.end.block:
            return None
        first = in_block(self.start, spans) if self.start.block == block else 0
        last = in_block(self.end, spans) if self.end.block == block else spans[-1].end
        return Span(first, last) if first < last else None


def in_block(point: Point, spans: Sequence[Span]) -> int:
    """Where a point stands in its block's text."""
    span = spans[min(point.sentence, len(spans) - 1)]
    return min(span.start + point.at, span.end)


class Selected:
    """Reads what is selected on a page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    # Texts

    def shown(self, block: int, voice: Voice) -> tuple[str, tuple[Span, ...]]:
        """What a voice says in a block, as the page shows it, and where its sentences stand there."""
        page = self.page
        if voice is Voice.ENGLISH:
            laid = page.block(block).english
            english = laid or page.english.block(block, stand_in=page.layout is Layout.ENGLISH)
            return english.text, english.spans
        return page.document.text(block), page.document.sentences(block)

    def sentence(self, block: int, sentence: int, voice: Voice) -> str:
        """What a voice says in a sentence."""
        text, spans = self.shown(block, voice)
        return spans[min(sentence, len(spans) - 1)].of(text)

    def text(self, selection: Selection) -> str:
        """The characters selected, clean: paragraphs apart, signs of a list before its items, no ends of rows."""
        parts: list[str] = []
        for block in range(selection.start.block, selection.end.block + 1):
            text, spans = self.shown(block, selection.voice)
            span = selection.within(block, spans)
            if span is None:
                continue
            said = span.of(text)
            kind = self.page.document.kind(block)
            item = kind is not None and kind.kind is MarkupKind.ITEM
            if item and span.start == 0 and not self.page.document.joined(block):
                assert kind is not None
                said = f"{kind.value if kind.value[:1].isdigit() else '-'} {said}"
            if parts:
                tight = item and self._kind(block - 1) is MarkupKind.ITEM
                parts.append(" " if self.page.document.joined(block) else "\n" if tight else "\n\n")
            parts.append(said)
        return clean("".join(parts)).strip()

    def _kind(self, block: int) -> MarkupKind | None:
        kind = self.page.document.kind(block)
        return kind.kind if kind is not None else None

    def size(self, selection: Selection) -> int:
        """How many characters are selected, about: those of the blocks between without looking at each."""
        document, first, last = self.page.document, selection.start, selection.end
        if first.block == last.block:
            return len(self.text(selection))
        between = max(0, document.start(last.block) - document.start(first.block))
        return between + last.at - first.at

    def sentences(self, selection: Selection) -> Iterator[Cursor]:
        """The sentences of which something is selected, in order."""
        for block in range(selection.start.block, selection.end.block + 1):
            spans = self.page.document.sentences(block)
            first = selection.start.sentence if block == selection.start.block else 0
            last = selection.end.sentence if block == selection.end.block else len(spans) - 1
            if block == selection.end.block and selection.end.at == 0 and last > first:
                last -= 1
            for sentence in range(first, last + 1):
                yield Cursor(block, sentence)

    def span(self, selection: Selection) -> Span | None:
        """What is selected in characters of the body; in English the sentences. None where it is the title alone."""
        document = self.page.document
        cursors = [cursor for cursor in self._ends(selection) if cursor.block]
        if not cursors:
            return None
        first, last = cursors[0], cursors[-1]
        begin = document.offset_of(first.block, first.sentence)
        end = document.start(last.block) + document.sentences(last.block)[last.sentence].end
        if selection.voice is Voice.ORIGINAL:
            point = selection.start
            if point.block:
                begin = document.start(point.block) + in_block(point, document.sentences(point.block))
            point = selection.end
            end = document.start(point.block) + in_block(point, document.sentences(point.block))
        return Span(begin, end) if begin < end else None

    def _ends(self, selection: Selection) -> list[Cursor]:
        """The first and the last sentence selected; the title left out where there is more."""
        first, last = selection.start, selection.end
        if first.block == 0 and last.block > 0:
            first = Point(1, 0, 0)
        return [Cursor(first.block, first.sentence), Cursor(last.block, last.sentence)]
