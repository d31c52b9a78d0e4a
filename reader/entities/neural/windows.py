"""Sentences packed into windows, so that each is read with its neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reader.entities.neural.pieces import BEGIN, END, Pieces


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as the network reads it.

    Attributes:
        pieces: Its words in pieces.
        rules: What the rules take each word for.
        shapes: How each word is written.
    """

    pieces: Pieces
    rules: list[int]
    shapes: list[int]


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces that are read at once.

    Attributes:
        ids: The pieces; the first is ``BEGIN``, and ``END`` follows each sentence.
        rules: What the rules take the word of each piece for.
        shapes: How the word of each piece is written.
        first: The places of the words' first pieces, over all its sentences.
        counts: For each sentence how many words of it are here.
    """

    ids: list[int] = field(default_factory=lambda: [BEGIN])
    rules: list[int] = field(default_factory=lambda: [0])
    shapes: list[int] = field(default_factory=lambda: [0])
    first: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)

    def add(self, sentence: Sentence, begin: int, end: int) -> None:
        """Add the words ``begin`` to ``end`` of a sentence."""
        firsts = sentence.pieces.first
        for word in range(begin, end):
            start = firsts[word]
            stop = firsts[word + 1] if word + 1 < len(firsts) else len(sentence.pieces.ids)
            self.first.append(len(self.ids))
            self.ids.extend(sentence.pieces.ids[start:stop])
            self.rules.extend([sentence.rules[word]] * (stop - start))
            self.shapes.extend([sentence.shapes[word]] * (stop - start))
        self.ids.append(END)
        self.rules.append(0)
        self.shapes.append(0)
        self.counts.append(end - begin)


def pack(sentences: Iterable[Sentence], longest: int) -> Iterator[Window]:
    """Windows of at most ``longest`` pieces that hold the sentences in order.

    A sentence that does not fit into what is left begins a new window; one that is longer than a window goes on in
    the next, so that a window's first count may belong to the sentence before. A sentence without words takes part
    with a count of 0.
    """
    window = Window()
    for sentence in sentences:
        words = len(sentence.pieces.first)
        whole = len(sentence.pieces.ids)
        if window.counts and len(window.ids) + whole + 1 > longest:
            yield window
            window = Window()
        begin = 0
        while True:
            end = _fitting(sentence.pieces, begin, longest - len(window.ids) - 1)
            window.add(sentence, begin, end)
            begin = end
            if begin >= words:
                break
            yield window
            window = Window()
    if window.counts:
        yield window


def _fitting(pieces: Pieces, begin: int, room: int) -> int:
    """The word after the last that fits, with those from ``begin`` on; at least one is taken."""
    firsts, count = pieces.first, len(pieces.first)
    if begin >= count:
        return count
    limit = firsts[begin] + room
    if len(pieces.ids) <= limit:
        return count
    low, high = begin + 1, count
    while low < high:
        middle = (low + high + 1) // 2
        stop = firsts[middle] if middle < count else len(pieces.ids)
        if stop <= limit:
            low = middle
        else:
            high = middle - 1
    return low
