"""An article as the page sees it: blocks of bounded size, cut into sentences when they are asked for."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import OrderedDict

from articles.cleaning import mask
from articles.model import BLOCK_KINDS, Article, Markup, Span, paragraph_spans
from articles.sentences import sentence_spans

LONGEST_BLOCK = 6_000
"""Characters; a longer paragraph is shown as several blocks without a gap, so that no step is ever long."""

_CACHED_BLOCKS = 2_048
_MOST_INLINE = 256  # stretches of markup looked at for one block
_CUT = re.compile(r"[.!?…][\"'”’»)]*\s")


class Document:
    """The blocks of an article: block 0 is its title, the others its paragraphs in order.

    Sentences are ranges of the block's own text. Cutting 10 MB into blocks reads it once; nothing else does.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.date = article.published.isoformat() if article.published is not None else ""
        """When it was published, as it is written under the title."""
        self._starts = array("Q", [0])
        self._ends = array("Q", [0])
        self._joined: set[int] = set()
        for span in paragraph_spans(article.body):
            self._add(span)
        self._blocks = {mark.span.start: mark for mark in article.markup if mark.kind in BLOCK_KINDS}
        self._inline = [mark for mark in article.markup if mark.kind not in BLOCK_KINDS]
        self._inline_starts = [mark.span.start for mark in self._inline]
        self._sentences: OrderedDict[int, tuple[Span, ...]] = OrderedDict()

    def _add(self, span: Span) -> None:
        start = span.start
        while span.end - start > LONGEST_BLOCK:
            cut = self._piece_end(start, start + LONGEST_BLOCK)
            self._starts.append(start)
            self._ends.append(cut)
            start = cut
            while start < span.end and self.article.body[start].isspace():
                start += 1
            if start < span.end:
                self._joined.add(len(self._starts))
        if start < span.end:
            self._starts.append(start)
            self._ends.append(span.end)

    def _piece_end(self, start: int, limit: int) -> int:
        """Where to end a block that begins at ``start`` and may not pass ``limit``."""
        body = self.article.body
        ends = [match.end() - 1 for match in _CUT.finditer(body, limit - 2_000, limit)]
        if ends:
            return ends[-1]
        space = body.rfind(" ", start + 1, limit)
        return space if space > start else limit

    def __len__(self) -> int:
        return len(self._starts)

    def text(self, block: int) -> str:
        """The block's own text. It was cleaned where it came in; here it is made sure of before it is measured."""
        if block == 0:
            return mask(self.article.title)
        return mask(self.article.body[self._starts[block] : self._ends[block]])

    def start(self, block: int) -> int:
        """Where the block begins in the body; -1 for the title, which is no part of it."""
        return self._starts[block] if block else -1

    def joined(self, block: int) -> bool:
        """Whether the block goes on with the paragraph of the one before it."""
        return block in self._joined

    def first_of(self, block: int) -> int:
        """The block that a paragraph begins with of which this one is a part."""
        while block in self._joined:
            block -= 1
        return block

    def kind(self, block: int) -> Markup | None:
        """What the block is when it is not plain text; its ``value`` says a heading's level or an item's sign."""
        return self._blocks.get(self._starts[block]) if block else None

    def inline(self, block: int) -> list[Markup]:
        """Emphasis, links and code inside the block, their spans in the block's own characters."""
        if block == 0 or not self._inline:
            return []
        start, end = self._starts[block], self._ends[block]
        found = []
        at = bisect_right(self._inline_starts, end)
        for mark in self._inline[max(0, at - _MOST_INLINE) : at]:
            if mark.span.end > start and mark.span.start < end:
                span = Span(max(mark.span.start, start) - start, min(mark.span.end, end) - start)
                found.append(Markup(span, mark.kind, mark.value))
        return found

    def sentences(self, block: int) -> tuple[Span, ...]:
        """The sentences of the block, in its own characters; at least one."""
        known = self._sentences.get(block)
        if known is not None:
            self._sentences.move_to_end(block)
            return known
        spans = self._cut_sentences(self.text(block), block)
        self._sentences[block] = spans
        if len(self._sentences) > _CACHED_BLOCKS:
            self._sentences.popitem(last=False)
        return spans

    def segments(self, block: int) -> tuple[str, ...]:
        """The sentences' texts: what is translated. Touches no cache, so any thread may ask."""
        text = self.text(block)
        spans = self._sentences.get(block) or self._cut_sentences(text, block)
        return tuple(span.of(text) for span in spans)

    @staticmethod
    def _cut_sentences(text: str, block: int) -> tuple[Span, ...]:
        whole = (Span(0, len(text)),)
        return whole if block == 0 else tuple(sentence_spans(text)) or whole

    def block_at(self, offset: int) -> int:
        """The block that holds this character of the body, or the last before it; 0 for a negative offset."""
        if offset < 0:
            return 0
        return max(1, bisect_right(self._starts, offset, lo=1) - 1) if len(self) > 1 else 0

    def sentence_at(self, block: int, offset: int) -> int:
        """The index of the sentence that holds this character of the block, or the last that begins before it."""
        spans = self.sentences(block)
        return max(0, bisect_right(spans, offset, key=lambda span: span.start) - 1)

    def offset_of(self, block: int, sentence: int) -> int:
        """Where a sentence begins in the body; -1 for the title."""
        if block == 0:
            return -1
        spans = self.sentences(block)
        return self.start(block) + spans[min(sentence, len(spans) - 1)].start

    def share(self, block: int) -> float:
        """How much of the body lies before the block's end, from 0 to 1."""
        length = len(self.article.body)
        return self._ends[block] / length if length else 1.0
